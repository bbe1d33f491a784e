import "server-only";

import { z } from "zod";

import { readRows } from "@/lib/server/db/read";
import type { Grant } from "@/lib/account/auth/grant";
import { roles, type Actor } from "@/lib/account/auth/policy";
import { isStorable } from "@/lib/base/forms/storable";
import { regionCode, type RegionCode } from "@/lib/base/region/code";
import { Prisma } from "@/prisma/generated/client";

import type { HeadPlan } from "@/lib/account/people/head-plan";

import { planHeads, type HeadRole } from "./head-plan-queries";

const person = z.object({
  id: z.uuid(),
  username: z.string(),
  displayName: z.string(),
  role: z.enum(roles),
  homeRegion: regionCode,
  homeRegionName: z.string(),
  /** Code and name of the office that they head; null: they have the area. */
  office: z.string().nullable(),
  officeName: z.string().nullable(),
  isActive: z.boolean(),
  lastSignInAt: z.date().nullable(),
  phone: z.string().nullable(),
});

export type Person = z.infer<typeof person>;

const columns = Prisma.sql`
  app_user.id, username, display_name AS "displayName", role, home_region_code AS "homeRegion",
  region.name AS "homeRegionName", office_code AS office, office.name AS "officeName", is_active AS "isActive", last_sign_in_at AS "lastSignInAt",
  phone`;

/** The person lives in the grant's region: who does not is not found. */
function within(grant: Grant<"people:manage">): Prisma.Sql {
  return Prisma.sql`(${grant.region} = '00' OR home_region_code = ${grant.region}
    OR home_region_code LIKE ${`${grant.region}.%`})`;
}

/** The most that one page of people shows; a search finds the rest. */
export const peopleShown = 300;

/** People of the grant's region whose name, user name or area holds the text. */
export async function listPeople(grant: Grant<"people:manage">, text: string): Promise<Person[]> {
  if (!isStorable(text)) return [];
  const wanted = `%${text.trim().replaceAll(/[\\%_]/g, "\\$&")}%`;
  return readRows(person)`
    SELECT ${columns}
    FROM app_user JOIN region ON region.code = home_region_code
    LEFT JOIN office ON office.district_code = home_region_code AND office.code = office_code
    WHERE ${within(grant)}
      AND (username ILIKE ${wanted} OR display_name ILIKE ${wanted} OR region.name ILIKE ${wanted}
           OR office.name ILIKE ${wanted})
    ORDER BY is_active DESC, length(home_region_code), home_region_code, username
    LIMIT ${peopleShown + 1}
  `;
}

export async function findPerson(
  grant: Grant<"people:manage">,
  username: string,
): Promise<Person | null> {
  if (!isStorable(username)) return null;
  const rows = await readRows(person)`
    SELECT ${columns}
    FROM app_user JOIN region ON region.code = home_region_code
    LEFT JOIN office ON office.district_code = home_region_code AND office.code = office_code
    WHERE username = ${username} AND ${within(grant)}
  `;
  return rows[0] ?? null;
}

/** Telephone numbers of some people of the grant's region who may sign in, by id. */
export async function phonesOf(
  grant: Grant<"people:manage">,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const phones = await readRows(z.object({ id: z.uuid(), phone: z.string() }))`
    SELECT id, phone FROM app_user
    WHERE id = ANY (${[...new Set(ids)]}::uuid[]) AND is_active AND phone IS NOT NULL
      AND ${within(grant)}
  `;
  return new Map(phones.map(({ id, phone }) => [id, phone]));
}

/**
 * Telephone numbers of the camat of a kabupaten who may sign in, by kecamatan; of several in one, the
 * latest who signed in.
 */
export async function phonesOfSubdistrictHeads(
  _grant: Grant<"people:manage">,
  district: RegionCode,
): Promise<ReadonlyMap<string, string>> {
  const phones = await readRows(z.object({ code: z.string(), phone: z.string() }))`
    SELECT DISTINCT ON (home_region_code) home_region_code AS code, phone
    FROM app_user
    WHERE role = 'subdistrictHead' AND is_active AND phone IS NOT NULL
      AND home_region_code LIKE ${`${district}.%`}
    ORDER BY home_region_code, last_sign_in_at DESC NULLS LAST
  `;
  return new Map(phones.map(({ code, phone }) => [code, phone]));
}

const passwordReset = z.object({ at: z.date(), by: z.string() });

/** When somebody else reset one's own password, and who; null when nobody did since it was changed. */
export async function findPasswordReset(actor: Actor): Promise<{ at: Date; by: string } | null> {
  const rows = await readRows(passwordReset)`
    SELECT password_reset_at AS at, password_reset_by AS by
    FROM app_user WHERE id = ${actor.id}::uuid AND password_reset_at IS NOT NULL
  `;
  return rows[0] ?? null;
}

const headCount = z.object({ level: z.int(), all: z.int(), known: z.int() });

/** Heads of one kind in a kabupaten: how many may sign in, of how many, and the accounts that are missing. */
type HeadsKnown = {
  readonly known: number;
  readonly all: number;
  readonly missing: HeadPlan["heads"];
};

/** Who heads the kecamatan and the villages of a kabupaten, as far as they have an account. */
export async function headsWithAccount(
  grant: Grant<"people:manage">,
  district: RegionCode,
): Promise<Readonly<Record<HeadRole, HeadsKnown>>> {
  const [counts, ...plans] = await Promise.all([
    readRows(headCount)`
      SELECT region.level::int AS level, count(*)::int AS all,
             count(*) FILTER (WHERE EXISTS (
               SELECT FROM app_user
               WHERE home_region_code = region.code AND is_active
                 AND role = CASE region.level WHEN 3 THEN 'subdistrictHead' ELSE 'villageHead' END
             ))::int AS known
      FROM region
      WHERE region.level IN (3, 4) AND region.code LIKE ${`${district}.%`}
      GROUP BY region.level`,
    planHeads(grant, district, "subdistrictHead"),
    planHeads(grant, district, "villageHead"),
  ]);
  const of = (level: number, plan: HeadPlan | undefined): HeadsKnown => {
    const { all = 0, known = 0 } = counts.find((each) => each.level === level) ?? {};
    return { all, known, missing: plan?.heads ?? [] };
  };
  return { subdistrictHead: of(3, plans[0]), villageHead: of(4, plans[1]) };
}
