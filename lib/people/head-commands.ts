import "server-only";

import { z } from "zod";

import { recordAudit } from "@/lib/audit/record";
import type { Grant } from "@/lib/auth/grant";
import { hashPassword } from "@/lib/auth/password";
import { mayAppoint } from "@/lib/auth/policy";
import { db, type Transaction } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { isWithin, type RegionCode } from "@/lib/region/code";

import type { TemporaryPassword } from "./commands";
import { oneAtATime } from "./display-name-commands";
import { temporaryPassword } from "./temporary-password";

const subdistrict = z.object({ code: z.string(), name: z.string() });

/** A new camat's account, with what is told to them once. */
export type HeadAccount = TemporaryPassword & { readonly subdistrictName: string };

export type AppointedHeads = {
  readonly made: HeadAccount[];
  /** Accounts that somebody made while this press was under way, and who that was. */
  readonly madeMeanwhile: { readonly count: number; readonly by: string } | null;
};

type Planned = HeadAccount & { readonly code: string; readonly passwordHash: string };

/**
 * Makes an account for the camat of each subdistrict of a kabupaten that has none, named
 * "camat.mantangai". All or none; pressed twice at the same moment, the second is told of the first.
 *
 * @throws {AppError} `forbidden`; `notFound` when the kabupaten is not in the grant's region.
 */
export async function appointSubdistrictHeads(
  grant: Grant<"people:manage">,
  district: RegionCode,
): Promise<AppointedHeads> {
  if (!isWithin(district, grant.region)) throw new AppError("notFound", district);
  if (!mayAppoint(grant.actor.role).includes("subdistrictHead")) {
    throw new AppError("forbidden", `${grant.actor.role} appoints no camat`);
  }
  const planned = await plan(district);
  if (planned.length === 0) return { made: [], madeMeanwhile: null };

  return db().$transaction(async (tx) => {
    await oneAtATime(tx, district);
    const names = await insertHeads(tx, planned);
    const made = planned.flatMap(({ code, subdistrictName, password }) => {
      const username = names.get(code);
      return username === undefined ? [] : [{ subdistrictName, password, username }];
    });
    const others = planned.filter(({ code }) => !names.has(code));
    const madeMeanwhile =
      others.length === 0
        ? null
        : { count: others.length, by: await makerOf(tx, district, others) };
    await recordAudit(
      tx,
      made.map(({ username }) => ({
        actor: grant.actor,
        districtCode: district,
        action: "person.created",
        subject: username,
        after: { role: "subdistrictHead" },
      })),
    );
    return { made, madeMeanwhile };
  });
}

/** The accounts that are missing. Hashing takes long: it is done before anything is locked. */
async function plan(district: RegionCode): Promise<readonly Planned[]> {
  const rows = await db().$queryRaw`
    SELECT code, name FROM region
    WHERE parent_code = ${district} AND level = 3 AND NOT EXISTS (
      SELECT FROM app_user WHERE home_region_code = region.code AND role = 'subdistrictHead')
    ORDER BY code`;
  const planned: Planned[] = [];
  const taken = new Set<string>();
  for (const { code, name } of z.array(subdistrict).parse(rows)) {
    const password = temporaryPassword();
    const plain = `camat.${name.toLowerCase().replaceAll(/[^a-z0-9]/g, "")}`.slice(0, 30);
    const username = taken.has(plain) ? `${plain}.${code.replaceAll(".", "")}` : plain;
    taken.add(username);
    planned.push({
      code,
      subdistrictName: name,
      username,
      password,
      passwordHash: await hashPassword(password),
    });
  }
  return planned;
}

/** @returns the user names that were given, by subdistrict; none where there is a camat by now. */
async function insertHeads(
  tx: Transaction,
  planned: readonly Planned[],
): Promise<ReadonlyMap<string, string>> {
  const made = await tx.$queryRaw`
    INSERT INTO app_user (username, display_name, role, home_region_code, password_hash,
                          must_change_password)
    SELECT CASE WHEN taken THEN username || '.' || replace(code, '.', '') ELSE username END,
           'Camat ' || "subdistrictName", 'subdistrictHead', code, "passwordHash", true
    FROM jsonb_to_recordset(${JSON.stringify(planned)}::jsonb) AS account (
           code text, username text, "subdistrictName" text, "passwordHash" text),
         LATERAL (SELECT EXISTS (
           SELECT FROM app_user AS other WHERE other.username = account.username) AS taken) AS t
    WHERE NOT EXISTS (
      SELECT FROM app_user AS other
      WHERE other.home_region_code = account.code AND other.role = 'subdistrictHead')
    ON CONFLICT (username) DO NOTHING
    RETURNING username, home_region_code AS code`;
  const rows = z.array(z.object({ username: z.string(), code: z.string() })).parse(made);
  return new Map(rows.map(({ code, username }) => [code, username]));
}

async function makerOf(
  tx: Transaction,
  district: RegionCode,
  others: readonly Planned[],
): Promise<string> {
  const rows = await tx.$queryRaw`
    SELECT maker.display_name AS name
    FROM app_user AS head
    JOIN audit_entry ON district_code = ${district} AND subject = head.username
     AND action = 'person.created'
    JOIN app_user AS maker ON maker.id = actor_id
    WHERE head.home_region_code = ANY(${others.map(({ code }) => code)})
      AND head.role = 'subdistrictHead'
    ORDER BY audit_entry.id DESC LIMIT 1`;
  return z.array(z.object({ name: z.string() })).parse(rows)[0]?.name ?? "–";
}
