import "server-only";

import { z } from "zod";

import { recordAudit } from "@/lib/account/audit/server/record";
import type { Grant } from "@/lib/account/auth/grant";
import { hashPassword } from "@/lib/account/auth/server/password";
import { mayAppoint } from "@/lib/account/auth/policy";
import { db, type Transaction } from "@/lib/server/db/client";
import { readRows } from "@/lib/server/db/read";
import { AppError } from "@/lib/base/errors";
import { isWithin, type RegionCode } from "@/lib/base/region/code";

import type { TemporaryPassword } from "./commands";
import { oneAtATime } from "./display-name-commands";
import { temporaryPassword } from "./temporary-password";

/** Who heads an area: a camat a kecamatan, a kepala desa or lurah a village. */
export const headRoles = ["subdistrictHead", "villageHead"] as const;

type HeadRole = (typeof headRoles)[number];

const levels: Readonly<Record<HeadRole, number>> = { subdistrictHead: 3, villageHead: 4 };

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

type Planned = HeadAccount & {
  readonly code: string;
  readonly displayName: string;
  readonly passwordHash: string;
};

/**
 * Makes an account for the head of each kecamatan, or each village, of a kabupaten that has none:
 * "camat.mantangai", "kades.lamunti", "lurah.selathilir". All or none; pressed twice at the same
 * moment, the second is told of the first. It takes as long as so many passwords take to hash, one
 * after the other, so that sign-ins go on beside it.
 *
 * @throws {AppError} `forbidden`; `notFound` when the kabupaten is not in the grant's region.
 */
export async function appointHeads(
  grant: Grant<"people:manage">,
  district: RegionCode,
  role: HeadRole,
): Promise<AppointedHeads> {
  if (!isWithin(district, grant.region)) throw new AppError("notFound", district);
  if (!mayAppoint(grant.actor.role).includes(role)) {
    throw new AppError("forbidden", `${grant.actor.role} appoints no ${role}`);
  }
  const planned = await plan(district, role);
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

const place = z.object({
  code: z.string(),
  name: z.string(),
  kind: z.string(),
  within: z.string(),
  /** Another place of the kabupaten has the same name. */
  isAmbiguous: z.boolean(),
});

/** The accounts that are missing. Hashing takes long: it is done before anything is locked. */
async function plan(district: RegionCode, role: HeadRole): Promise<readonly Planned[]> {
  const rows = await readRows(place)`
    WITH place AS (
      SELECT region.code, region.name, region.kind, parent.name AS within,
             count(*) OVER (PARTITION BY lower(region.name)) > 1 AS "isAmbiguous"
      FROM region JOIN region AS parent ON parent.code = region.parent_code
      WHERE region.level = ${levels[role]} AND region.code LIKE ${`${district}.%`}
    )
    SELECT * FROM place WHERE NOT EXISTS (
      SELECT FROM app_user WHERE home_region_code = code AND role = ${role})
    ORDER BY code`;
  const planned: Planned[] = [];
  const taken = new Set<string>();
  for (const { code, name, kind, within, isAmbiguous } of rows) {
    const words = titleOf(role, kind);
    const plain = `${words.user}.${name.toLowerCase().replaceAll(/[^a-z0-9]/g, "")}`.slice(0, 29);
    const username = taken.has(plain) ? `${plain}.${code.replaceAll(".", "")}` : plain;
    taken.add(username);
    const password = temporaryPassword();
    planned.push({
      code,
      placeName: name,
      within: role === "villageHead" ? within : null,
      displayName: `${words.shown} ${name}${isAmbiguous ? `, ${within}` : ""}`.slice(0, 80),
      username,
      password,
      passwordHash: await hashPassword(password),
    });
  }
  return planned;
}

function titleOf(role: HeadRole, kind: string): { readonly user: string; readonly shown: string } {
  if (role === "subdistrictHead") return { user: "camat", shown: "Camat" };
  return kind === "kelurahan"
    ? { user: "lurah", shown: "Lurah" }
    : { user: "kades", shown: "Kepala Desa" };
}

/** @returns the user names that were given, by place; none where there is a head by now. */
async function insertHeads(
  tx: Transaction,
  planned: readonly Planned[],
  role: HeadRole,
): Promise<ReadonlyMap<string, string>> {
  const rows = await readRows(z.object({ username: z.string(), code: z.string() }), tx)`
    INSERT INTO app_user (username, display_name, role, home_region_code, password_hash,
                          must_change_password)
    SELECT CASE WHEN taken THEN username || '.' || replace(code, '.', '') ELSE username END,
           "displayName", ${role}, code, "passwordHash", true
    FROM jsonb_to_recordset(${JSON.stringify(planned)}::jsonb) AS account (
           code text, username text, "displayName" text, "passwordHash" text),
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
