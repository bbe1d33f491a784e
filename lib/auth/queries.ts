import "server-only";

import { z } from "zod";

import { db } from "@/lib/db/client";
import { regionCode } from "@/lib/region/code";

import { roles, type Actor } from "./policy";

const actorRow = z.object({
  id: z.uuid(),
  username: z.string(),
  displayName: z.string(),
  role: z.enum(roles),
  homeRegion: regionCode,
  homeRegionName: z.string(),
});

/** The person behind a session, when they may still use it: active, and not reset since. */
export async function findActor(userId: string, sessionVersion: number): Promise<Actor | null> {
  const rows = await db().$queryRaw`
    SELECT app_user.id,
           username,
           display_name     AS "displayName",
           role,
           home_region_code AS "homeRegion",
           region.name      AS "homeRegionName"
    FROM app_user
    JOIN region ON region.code = home_region_code
    WHERE app_user.id = ${userId}::uuid AND is_active AND session_version = ${sessionVersion}
  `;
  return z.array(actorRow).parse(rows)[0] ?? null;
}

/** What a sign-in compares with; null when no active person has the name. */
export async function findCredentials(
  username: string,
): Promise<{ id: string; passwordHash: string; sessionVersion: number } | null> {
  return db().user.findFirst({
    where: { username, isActive: true },
    select: { id: true, passwordHash: true, sessionVersion: true },
  });
}
