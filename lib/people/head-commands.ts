import "server-only";

import { z } from "zod";

import { recordAudit } from "@/lib/audit/record";
import type { Grant } from "@/lib/auth/grant";
import { hashPassword } from "@/lib/auth/password";
import { mayAppoint } from "@/lib/auth/policy";
import { db } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { isWithin, type RegionCode } from "@/lib/region/code";

import type { TemporaryPassword } from "./commands";
import { temporaryPassword } from "./temporary-password";

const subdistrict = z.object({ code: z.string(), name: z.string() });

/** A new camat's account, with what is told to them once. */
export type HeadAccount = TemporaryPassword & { readonly subdistrictName: string };

/**
 * Makes an account for the camat of each subdistrict of a kabupaten that has none, named
 * "camat.mantangai". All or none.
 *
 * @throws {AppError} `forbidden`; `notFound` when the kabupaten is not in the grant's region.
 */
export async function appointSubdistrictHeads(
  grant: Grant<"people:manage">,
  district: RegionCode,
): Promise<HeadAccount[]> {
  if (!isWithin(district, grant.region)) throw new AppError("notFound", district);
  if (!mayAppoint(grant.actor.role).includes("subdistrictHead")) {
    throw new AppError("forbidden", `${grant.actor.role} appoints no camat`);
  }
  const rows = await db().$queryRaw`
    SELECT code, name FROM region
    WHERE parent_code = ${district} AND level = 3 AND NOT EXISTS (
      SELECT FROM app_user WHERE home_region_code = region.code AND role = 'subdistrictHead')
    ORDER BY code`;
  const accounts: (HeadAccount & { code: string; passwordHash: string })[] = [];
  for (const { code, name } of z.array(subdistrict).parse(rows)) {
    const password = temporaryPassword();
    accounts.push({
      code,
      subdistrictName: name,
      username: `camat.${name.toLowerCase().replaceAll(/[^a-z0-9]/g, "")}`.slice(0, 40),
      password,
      passwordHash: await hashPassword(password),
    });
  }
  if (accounts.length === 0) return [];

  return db().$transaction(async (tx) => {
    const made = await tx.$queryRaw`
      INSERT INTO app_user (username, display_name, role, home_region_code, password_hash)
      SELECT CASE WHEN taken THEN username || '.' || replace(code, '.', '') ELSE username END,
             'Camat ' || "subdistrictName", 'subdistrictHead', code, "passwordHash"
      FROM jsonb_to_recordset(${JSON.stringify(accounts)}::jsonb) AS account (
             code text, username text, "subdistrictName" text, "passwordHash" text),
           LATERAL (SELECT EXISTS (
             SELECT FROM app_user AS other WHERE other.username = account.username) AS taken) AS t
      RETURNING username, home_region_code AS code`;
    const names = new Map(
      z
        .array(z.object({ username: z.string(), code: z.string() }))
        .parse(made)
        .map((each) => [each.code, each.username]),
    );
    const told = accounts.map(({ code, subdistrictName, password, username }) => ({
      subdistrictName,
      password,
      username: names.get(code) ?? username,
    }));
    await recordAudit(
      tx,
      told.map(({ username }) => ({
        actor: grant.actor,
        districtCode: district,
        action: "person.created",
        subject: username,
        after: { role: "subdistrictHead" },
      })),
    );
    return told;
  });
}
