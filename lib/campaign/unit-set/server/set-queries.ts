import "server-only";

import { unplacedCode } from "@/lib/campaign/unplaced";
import {
  restCode,
  readSetPlace,
  setPlaceCode,
  type SetGrouping,
  type UnitSetKind,
} from "@/lib/campaign/unit-set/unit-set";
import { Prisma } from "@/prisma/generated/client";

/** SQL: the set of the reporting unit `unit` as a place with its name; the last group's where it is in none. */
export function setOfUnit(sets: SetGrouping | null): Prisma.Sql {
  return sets === null
    ? Prisma.sql`NULL::jsonb`
    : Prisma.sql`jsonb_build_object(
        'code', ${setPlaceCode(sets.kind, "")} || coalesce(unit_set.code, ${restCode}),
        'name', coalesce(unit_set.name, ${sets.restName}))`;
}

/** SQL joins for {@link setOfUnit}: the set of `unit` as `unit_set`, whose rows are empty where no kind is asked. */
export function setOfUnitJoins(sets: SetGrouping | null): Prisma.Sql {
  return Prisma.sql`
    LEFT JOIN unit_set_member AS member ON ${isMember(sets?.kind ?? null)}
    LEFT JOIN unit_set
      ON unit_set.district_code = member.district_code
     AND unit_set.campaign_id = member.campaign_id
     AND unit_set.kind = member.kind AND unit_set.code = member.set_code`;
}

/** SQL condition: the row `member` says in which set of the kind the reporting unit `unit` is; null: in none. */
function isMember(kind: UnitSetKind | null): Prisma.Sql {
  return Prisma.sql`(member.district_code = unit.district_code
    AND member.campaign_id = unit.campaign_id
    AND member.unit_code = unit.code AND member.kind = ${kind})`;
}

/**
 * SQL condition: the reporting unit `unit` lies in a subdistrict or village, is it, or is in a set; or in
 * no subdistrict at all (`unplacedCode`).
 */
export function liesIn(place: string): Prisma.Sql {
  if (place === unplacedCode) return Prisma.sql`unit.subdistrict_code = unit.district_code`;
  const set = readSetPlace(place);
  if (!set) return Prisma.sql`${place} IN (unit.subdistrict_code, unit.region_code, unit.code)`;
  const member = Prisma.sql`SELECT FROM unit_set_member AS member WHERE ${isMember(set.kind)}`;
  return set.code === restCode
    ? Prisma.sql`NOT EXISTS (${member})`
    : Prisma.sql`EXISTS (${member} AND member.set_code = ${set.code})`;
}
