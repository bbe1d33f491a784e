import "server-only";

import type { Grant } from "@/lib/account/auth/grant";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import type { Campaign } from "@/lib/campaign/campaign";
import { heldIn, onDuty } from "@/lib/campaign/server/held-in-queries";
import { namedPlace, placeName } from "@/lib/campaign/server/unplaced-queries";
import { AppError } from "@/lib/base/errors";
import { withinRegion } from "@/lib/account/region/server/scope-queries";
import { restCode } from "@/lib/campaign/unit-set/unit-set";
import { Prisma } from "@/prisma/generated/client";

import type { FactsQuery } from "@/lib/monitor/fact";
import { isWithinReach, kindOf } from "@/lib/monitor/place";
import { liesIn, setOfUnitJoins } from "@/lib/campaign/unit-set/server/set-queries";

/**
 * The places of an answer: `place` is where the roll-ups keep them, `code` is the row's. The rows
 * of one village have its code and are added up. Units that the round is not held in are no part of it.
 * Those that are not in force on the day are, for what they reported, and count as no unit.
 *
 * @param on the day that units are counted of.
 * @throws {AppError} `forbidden` when such rows would add up more than the grant's region.
 */
export function placeRows(
  grant: Grant<"coverage:read">,
  campaign: Campaign,
  { by, sets, within, round }: Pick<FactsQuery, "by" | "sets" | "within" | "round">,
  on: CalendarDay,
): Prisma.Sql {
  if (!isWithinReach(by, grant.region)) throw new AppError("forbidden", `rows by ${by}`);
  const units = unitsShown(grant, campaign, { within, round });
  const count = Prisma.sql`(${onDuty(campaign, round, on)})::int`;
  switch (by) {
    case "unit":
      return Prisma.sql`
      SELECT code AS place, code, name, ${count} AS units FROM ${units} ORDER BY code`;
    case "set":
      if (!sets) throw new RangeError("rows by sets of no kind");
      return Prisma.sql`
      SELECT unit.code AS place, coalesce(unit_set.code, ${restCode}) AS code,
             coalesce(unit_set.name, ${sets.restName}) AS name, ${count} AS units
      FROM (SELECT unit.code, unit.district_code, unit.campaign_id FROM ${units}) AS unit
      ${setOfUnitJoins(sets)}
      ORDER BY unit_set.position NULLS LAST, unit.code`;
    case "office":
      return Prisma.sql`
      SELECT unit.code AS place, office.code, office.name, unit.units
      FROM (SELECT code, district_code, office_code, ${count} AS units FROM ${units}) AS unit
      JOIN office ON office.district_code = unit.district_code AND office.code = unit.office_code
      ORDER BY unit.code`;
    case "village":
      return Prisma.sql`
      SELECT place, region.code, region.name, units
      FROM (SELECT code AS place, region_code, ${count} AS units FROM ${units}) AS part
      JOIN region ON region.code = region_code
      ORDER BY region.code, place`;
    case "subdistrict":
      return Prisma.sql`
      SELECT place, ${namedPlace(Prisma.sql`place`, Prisma.sql`${campaign.districtCode}`)} AS code,
             ${placeName(campaign, "region")} AS name, units
      FROM (SELECT subdistrict_code AS place, sum(${count}) AS units FROM ${units} GROUP BY 1) AS part
      JOIN region ON region.code = place
      ORDER BY place = ${campaign.districtCode}, place`;
    case "district":
      return Prisma.sql`
      SELECT place, region.code, region.name, units
      FROM (SELECT district_code AS place, sum(${count}) AS units FROM ${units} GROUP BY 1) AS part
      JOIN region ON region.code = place`;
  }
}

/** Units of each kind in each place of `placeRows`: who is asked what goes by it. */
export function kindRows(
  grant: Grant<"coverage:read">,
  campaign: Campaign,
  query: Pick<FactsQuery, "by" | "within" | "round">,
  on: CalendarDay,
): Prisma.Sql {
  const place = {
    unit: Prisma.sql`unit.code`,
    subdistrict: Prisma.sql`unit.subdistrict_code`,
    district: Prisma.sql`unit.district_code`,
  }[kindOf(query.by)];
  return Prisma.sql`
    UNION ALL
    SELECT 'unitsOfKind', ${place}, unit.kind, NULL,
           sum((${onDuty(campaign, query.round, on)})::int)::float8, 0
    FROM ${unitsShown(grant, campaign, query)}
    GROUP BY 2, 3`;
}

function unitsShown(
  grant: Grant<"coverage:read">,
  campaign: Campaign,
  { within, round }: Pick<FactsQuery, "within" | "round">,
): Prisma.Sql {
  return Prisma.sql`reporting_unit AS unit
      WHERE unit.district_code = ${campaign.districtCode}
        AND unit.campaign_id = ${campaign.id}::uuid
        AND ${withinRegion(grant)} AND ${heldIn(round)}
        AND ${within === undefined ? Prisma.sql`true` : liesIn(within)}`;
}
