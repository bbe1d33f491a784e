import "server-only";

import { z } from "zod";

import { recordAudit } from "@/lib/account/audit/server/record";
import type { Grant } from "@/lib/account/auth/grant";
import { hashPasswords } from "@/lib/account/auth/server/password";
import { db, type Transaction } from "@/lib/server/db/client";
import { readRows } from "@/lib/server/db/read";
import type { RegionCode } from "@/lib/base/region/code";

import type { TemporaryPassword } from "./commands";
import type { PlannedHead } from "@/lib/account/people/head-plan";
import { planHeads, type HeadRole } from "./head-plan-queries";
import { oneAtATime } from "./display-name-commands";
import { temporaryPassword } from "./temporary-password";

/** A new head's account, with what is told to them once. */
type HeadAccount = TemporaryPassword & {
  readonly placeName: string;
  /** The kecamatan of a village. */
  readonly within: string | null;
};

export type AppointedHeads = {
  readonly made: HeadAccount[];
  /** Accounts that somebody made while this press was under way, and who that was. */
  readonly madeMeanwhile: { readonly count: number; readonly by: string } | null;
};

type Planned = PlannedHead & { readonly password: string; readonly passwordHash: string };

/**
 * Makes an account for the head of each kecamatan, or each village, of a kabupaten that has none:
 * "camat.mantangai", "kades.lamunti", "lurah.selathilir". All or none; pressed twice at the same
 * moment, the second is told of the first. It takes as long as so many passwords take to hash, beside
 * which sign-ins go on.
 *
 * @param lines heads by name, as `readHeadLines` takes them: only they get an account; "": all.

 * @throws {AppError} `forbidden`; `notFound` when the kabupaten is not in the grant's region.
 */
export async function appointHeads(
  grant: Grant<"people:manage">,
  district: RegionCode,
  role: HeadRole,
  lines = "",
): Promise<AppointedHeads> {
  const { heads } = await planHeads(grant, district, role, lines);
  const planned = await withPasswords(heads);
  if (planned.length === 0) return { made: [], madeMeanwhile: null };

  return db().$transaction(async (tx) => {
    await oneAtATime(tx, district);
    const names = await insertHeads(tx, planned, role);
    const made = planned.flatMap(({ code, placeName, within, password }) => {
      const username = names.get(code);
      return username === undefined ? [] : [{ placeName, within, password, username }];
    });
    const others = planned.filter(({ code }) => !names.has(code));
    const madeMeanwhile =
      others.length === 0
        ? null
        : { count: others.length, by: await makerOf(tx, district, others, role) };
    await recordAudit(
      tx,
      made.map(({ username }) => ({
        actor: grant.actor,
        districtCode: district,
        action: "person.created",
        subject: username,
        after: { role },
      })),
    );
    return { made, madeMeanwhile };
  });
}

/** Hashing takes long: it is done before anything is locked. */
async function withPasswords(heads: readonly PlannedHead[]): Promise<readonly Planned[]> {
  const passwords = heads.map(() => temporaryPassword());
  const hashes = await hashPasswords(passwords);
  return heads.flatMap((head, index) => {
    const [password, passwordHash] = [passwords[index], hashes[index]];
    return password === undefined || passwordHash === undefined
      ? []
      : [{ ...head, password, passwordHash }];
  });
}

/** @returns the user names that were given, by place; none where there is a head by now. */
async function insertHeads(
  tx: Transaction,
  planned: readonly Planned[],
  role: HeadRole,
): Promise<ReadonlyMap<string, string>> {
  const rows = await readRows(z.object({ username: z.string(), code: z.string() }), tx)`
    INSERT INTO app_user (username, display_name, role, home_region_code, password_hash,
                          must_change_password, phone)
    SELECT CASE WHEN taken THEN username || '.' || replace(code, '.', '') ELSE username END,
           "displayName", ${role}, code, "passwordHash", true, phone
    FROM jsonb_to_recordset(${JSON.stringify(planned)}::jsonb) AS account (
           code text, username text, "displayName" text, "passwordHash" text,
           phone text),
         LATERAL (SELECT EXISTS (
           SELECT FROM app_user AS other WHERE other.username = account.username) AS taken) AS t
    WHERE NOT EXISTS (
      SELECT FROM app_user AS other
      WHERE other.home_region_code = account.code AND other.role = ${role})
    ON CONFLICT (username) DO NOTHING
    RETURNING username, home_region_code AS code`;
  return new Map(rows.map(({ code, username }) => [code, username]));
}

async function makerOf(
  tx: Transaction,
  district: RegionCode,
  others: readonly Planned[],
  role: HeadRole,
): Promise<string> {
  const rows = await readRows(z.object({ name: z.string() }), tx)`
    SELECT maker.display_name AS name
    FROM app_user AS head
    JOIN audit_entry ON district_code = ${district} AND subject = head.username
     AND action = 'person.created'
    JOIN app_user AS maker ON maker.id = actor_id
    WHERE head.home_region_code = ANY(${others.map(({ code }) => code)})
      AND head.role = ${role}
    ORDER BY audit_entry.id DESC LIMIT 1`;
  return rows[0]?.name ?? "–";
}
