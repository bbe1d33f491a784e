import "server-only";

import type { Campaign } from "@/lib/campaign/campaign";
import { unplacedCode } from "@/lib/campaign/unplaced";
import { Prisma } from "@/prisma/generated/client";

const code = Prisma.raw(`'${unplacedCode}'`);

/** SQL: the kecamatan of the reporting unit `unit`, or the group outside them. */
export const subdistrictOfUnit = namedPlace(
  Prisma.sql`unit.subdistrict_code`,
  Prisma.sql`unit.district_code`,
);

/** SQL: what the database keeps under an area of a kabupaten, as screens and answers name it. */
export function namedPlace(place: Prisma.Sql, district: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`CASE ${place} WHEN ${district} THEN ${code} ELSE ${place} END`;
}

/** SQL: the name of such a place, of which `named` is the row of `region`. */
export function placeName({ districtCode, unplacedName }: Campaign, named: string): Prisma.Sql {
  const region = Prisma.raw(named);
  return Prisma.sql`CASE ${region}.code WHEN ${districtCode} THEN ${unplacedName} ELSE ${region}.name END`;
}

/** SQL to order by: the kecamatan of `unit` by their codes, units in none last. */
export const subdistrictsInOrder = Prisma.sql`unit.subdistrict_code = unit.district_code, unit.subdistrict_code`;
