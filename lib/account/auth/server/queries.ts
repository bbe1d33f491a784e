import "server-only";

import { z } from "zod";

import { db } from "@/lib/server/db/client";
import { readRows } from "@/lib/server/db/read";
import { regionCode } from "@/lib/base/region/code";
import { Prisma } from "@/prisma/generated/client";

import { roles, type Actor } from "@/lib/account/auth/policy";

/** A row of {@link visitors}. */
export const visitorRow = z.object({
  actor: z.object({
    id: z.uuid(),
    username: z.string(),
    displayName: z.string(),
    role: z.enum(roles),
    homeRegion: regionCode,
    homeRegionName: z.string(),
    office: z.object({ code: z.string(), name: z.string() }).nullable(),
  }),
  sessionId: z.uuid(),
  isPasswordTemporary: z.boolean(),
  isSeenLongAgo: z.boolean(),
});

/** Who is behind a session that holds. */
export type Visitor = {
  readonly actor: Actor;
  readonly sessionId: string;
  /** Someone else told them their password: they may do nothing until they have one of their own. */
  readonly isPasswordTemporary: boolean;
  /** Ten minutes ago or more: time to note that the session is in use. */
  readonly isSeenLongAgo: boolean;
};

/** Whether it is time to note a session's use: its list need not be exact, and reads write seldom. */
function seenLongAgo(at: Date): Prisma.Sql {
  return Prisma.sql`(last_seen_at < ${new Date(at.getTime() - 600_000)})`;
}

/**
 * The people behind the sessions that hold, for the FROM of a statement: the one place where a
 * session becomes a person, for pages and actions as for the API.
 */
export function visitors(at: Date): Prisma.Sql {
  return Prisma.sql`(
    SELECT jsonb_build_object(
             'id', app_user.id, 'username', username, 'displayName', display_name, 'role', role,
             'homeRegion', home_region_code, 'homeRegionName', region.name,
             'office', CASE WHEN office.code IS NOT NULL
                            THEN jsonb_build_object('code', office.code, 'name', office.name) END
           ) AS actor,
           home_region_code     AS "homeRegion",
           session.id           AS "sessionId",
           must_change_password AS "isPasswordTemporary",
           ${seenLongAgo(at)}       AS "isSeenLongAgo"
    FROM session
    JOIN app_user ON app_user.id = user_id AND is_active
    JOIN region ON region.code = home_region_code
    LEFT JOIN office ON office.district_code = home_region_code AND office.code = office_code
    WHERE expires_at > ${at}) AS visitor`;
}

/** The person behind a session, when it holds and they are active. */
export async function findVisitor(sessionId: string, at: Date): Promise<Visitor | null> {
  const rows = await readRows(visitorRow)`
    SELECT visitor.* FROM ${visitors(at)} WHERE "sessionId" = ${sessionId}::uuid`;
  return rows[0] ?? null;
}

type OwnSession = {
  readonly id: string;
  readonly browser: string | null;
  readonly system: string | null;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
};

/** Where a person is signed in, the latest first. */
export async function listSessions(actor: Actor, at: Date): Promise<OwnSession[]> {
  return db().session.findMany({
    where: { userId: actor.id, expiresAt: { gt: at } },
    select: { id: true, browser: true, system: true, createdAt: true, lastSeenAt: true },
    orderBy: [{ lastSeenAt: "desc" }, { createdAt: "desc" }, { id: "asc" }],
    take: 100,
  });
}

/** What a sign-in compares with; null when no active person has the name. */
export async function findCredentials(
  username: string,
): Promise<{ id: string; passwordHash: string } | null> {
  return db().user.findFirst({
    where: { username, isActive: true },
    select: { id: true, passwordHash: true },
  });
}
