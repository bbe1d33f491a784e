import "server-only";

import { z } from "zod";

import { db } from "@/lib/server/db/client";
import { readRows } from "@/lib/server/db/read";
import type { Grant } from "@/lib/account/auth/grant";
import type { Permission } from "@/lib/account/auth/policy";

import { isWithin, regionCode, type RegionCode, type RegionLevel } from "@/lib/base/region/code";

const levels = ["nation", "province", "district", "subdistrict", "village"] as const;

const foundRegion = z.object({ code: z.string(), name: z.string(), within: z.string().nullable() });

/** An area to choose, with the name of what it lies in. */
export type FoundRegion = z.infer<typeof foundRegion>;

/** How many suggestions fit on a screen. */
const suggestions = 20;

/**
 * Areas of the grant's region whose code begins with the text, with or without dots, or whose name
 * holds it; of the given levels, names that begin with it first.
 */
export async function searchRegions(
  grant: Grant<Permission>,
  text: string,
  of: readonly RegionLevel[],
): Promise<FoundRegion[]> {
  if (grant.region === null) return [];
  const wanted = text.trim();
  const name = `%${wanted.replaceAll(/[\\%_]/g, "\\$&")}%`;
  const code = `${wanted.replaceAll(".", "")}%`;
  const numbers = of.map((level) => levels.indexOf(level));
  return readRows(foundRegion)`
    SELECT region.code, region.name, parent.name AS within
    FROM region
    LEFT JOIN region AS parent ON parent.code = region.parent_code
    WHERE region.level = ANY(${numbers}::int[])
      AND (${grant.region} = '00' OR region.code = ${grant.region}
           OR region.code LIKE ${`${grant.region}.%`})
      AND (region.name ILIKE ${name}
           OR (${wanted} ~ '^[0-9.]+$' AND replace(region.code, '.', '') LIKE ${code}))
    ORDER BY (region.name ILIKE ${`${name.slice(1)}`}) DESC, region.level, region.code
    LIMIT ${suggestions}
  `;
}

const area = z.object({ code: regionCode, name: z.string(), parentCode: z.string() });

export type ListedArea = z.infer<typeof area>;

/** The subdistricts and villages of a kabupaten of the grant's region, in the order of their codes. */
export async function listAreas(
  grant: Grant<Permission>,
  district: RegionCode,
): Promise<{ subdistricts: ListedArea[]; villages: ListedArea[] }> {
  if (grant.region === null || !isWithin(district, grant.region))
    return { subdistricts: [], villages: [] };

  const areas = await readRows(area)`
    SELECT code, name, parent_code AS "parentCode" FROM region
    WHERE code LIKE ${`${district}.%`} AND level IN (3, 4)
    ORDER BY code
  `;
  return {
    subdistricts: areas.filter(({ code }) => code.length === 8),
    villages: areas.filter(({ code }) => code.length > 8),
  };
}

/** The name of an area of the grant; null: it is unknown, or elsewhere. */
export async function nameOfRegion(
  grant: Grant<Permission>,
  code: RegionCode,
): Promise<string | null> {
  if (grant.region === null || !isWithin(code, grant.region)) return null;
  const region = await db().region.findUnique({ where: { code }, select: { name: true } });
  return region?.name ?? null;
}
