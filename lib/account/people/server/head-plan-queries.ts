import "server-only";

import { z } from "zod";

import type { Grant } from "@/lib/account/auth/grant";
import { mayAppoint } from "@/lib/account/auth/policy";
import { readHeadLines, type HeadLine } from "@/lib/account/people/head-lines";
import type { HeadPlan, PlannedHead } from "@/lib/account/people/head-plan";
import { AppError } from "@/lib/base/errors";
import { isWithin, type RegionCode } from "@/lib/base/region/code";
import { readRows } from "@/lib/server/db/read";

/** Who heads an area: a camat a kecamatan, a kepala desa or lurah a village. */
export const headRoles = ["subdistrictHead", "villageHead"] as const;

export type HeadRole = (typeof headRoles)[number];

const levels: Readonly<Record<HeadRole, number>> = { subdistrictHead: 3, villageHead: 4 };

const place = z.object({
  code: z.string(),
  name: z.string(),
  kind: z.string(),
  within: z.string(),
  /** Another place of the kabupaten has the same name. */
  isAmbiguous: z.boolean(),
  isTaken: z.boolean(),
});

type Place = z.infer<typeof place>;

/**
 * The accounts that are missing for the heads of a kabupaten's kecamatan, or of its villages, with their
 * user names: "camat.mantangai", "kades.lamunti", "lurah.selathilir"; where that is somebody's, with the
 * area's code behind it. Writes nothing.
 *
 * @param lines only these, by name and telephone number; "": every one that is missing.
 * @throws {AppError} `forbidden`; `notFound` when the kabupaten is not in the grant's region.
 */
export async function planHeads(
  grant: Grant<"people:manage">,
  district: RegionCode,
  role: HeadRole,
  lines = "",
): Promise<HeadPlan> {
  if (!isWithin(district, grant.region)) throw new AppError("notFound", district);
  if (!mayAppoint(grant.actor.role).includes(role)) {
    throw new AppError("forbidden", `${grant.actor.role} appoints no ${role}`);
  }
  const places = await readRows(place)`
    SELECT region.code, region.name, region.kind, parent.name AS within,
           count(*) OVER (PARTITION BY lower(region.name)) > 1 AS "isAmbiguous",
           EXISTS (SELECT FROM app_user
                   WHERE home_region_code = region.code AND role = ${role}) AS "isTaken"
    FROM region JOIN region AS parent ON parent.code = region.parent_code
    WHERE region.level = ${levels[role]} AND region.code LIKE ${`${district}.%`}
    ORDER BY region.code`;
  const read = lines.trim() === "" ? null : readHeadLines(lines, places);
  const lineOf = new Map(read?.heads.map((each) => [each.code, each]));
  const asked = read ? places.filter(({ code }) => lineOf.has(code)) : places;
  const missing = asked.filter(({ isTaken }) => !isTaken);
  return {
    heads: await named(grant, missing, role, lineOf),
    known: asked.length - missing.length,
    rejected: read?.rejected ?? [],
  };
}

/** A user name of somebody outside the grant's region is not told: it gets its code when it is made. */
async function named(
  grant: Grant<"people:manage">,
  places: readonly Place[],
  role: HeadRole,
  lineOf: ReadonlyMap<string, HeadLine>,
): Promise<PlannedHead[]> {
  const plainNames = places.map((each) => plainName(each, role));
  const standing = await readRows(z.object({ username: z.string() }))`
    SELECT username FROM app_user WHERE username = ANY(${plainNames})
      AND (${grant.region} = '00' OR home_region_code = ${grant.region}
           OR home_region_code LIKE ${`${grant.region}.%`})`;
  const taken = new Set(standing.map(({ username }) => username));
  return places.map((each) => {
    const { code, name, kind, within, isAmbiguous } = each;
    const plain = plainName(each, role);
    const username = taken.has(plain) ? `${plain}.${code.replaceAll(".", "")}` : plain;
    taken.add(username);
    const title = `${titleOf(role, kind).shown} ${name}${isAmbiguous ? `, ${within}` : ""}`;
    const line = lineOf.get(code);
    return {
      code,
      placeName: name,
      within: role === "villageHead" ? within : null,
      username,
      displayName: (line?.name ? `${line.name}, ${title}` : title).slice(0, 80),
      phone: line?.phone ?? null,
    };
  });
}

function plainName({ name, kind }: Place, role: HeadRole): string {
  const place = name.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
  return `${titleOf(role, kind).user}.${place}`.slice(0, 29);
}

function titleOf(role: HeadRole, kind: string): { readonly user: string; readonly shown: string } {
  if (role === "subdistrictHead") return { user: "camat", shown: "Camat" };
  return kind === "kelurahan"
    ? { user: "lurah", shown: "Lurah" }
    : { user: "kades", shown: "Kepala Desa" };
}
