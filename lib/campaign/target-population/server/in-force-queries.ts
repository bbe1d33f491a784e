import "server-only";

import type { Grant } from "@/lib/account/auth/grant";
import { withinRegion } from "@/lib/account/region/server/scope-queries";
import type { Campaign, Round, TargetSource } from "@/lib/campaign/campaign";
import { now } from "@/lib/base/time/clock";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import { localDay } from "@/lib/base/time/time-zone";
import { Prisma } from "@/prisma/generated/client";

/**
 * Rows of `place_target` that decide on a day, each place and column once.
 *
 * @param day null: the campaign's own day of now.
 */
export function inForceOn(campaign: Campaign, day: CalendarDay | null): Prisma.Sql {
  const asked = day ?? localDay(now(), campaign.timeZone);
  return Prisma.sql`from_day <= ${asked}::date AND ${asked}::date < until_day`;
}

/** Every number of a place, a unit's or a larger one's: `place`, and the columns of the tables. */
export function numbersOfPlace(campaign: Campaign, place: string): Prisma.Sql {
  return Prisma.sql`
    SELECT cell.district_code, cell.campaign_id, cell.target_set_id, cell.unit_code AS place,
           cell.intervention_code, cell.target_group_code, cell.round_number, cell.people
    FROM target_population AS cell
    WHERE cell.district_code = ${campaign.districtCode}
      AND cell.campaign_id = ${campaign.id}::uuid AND cell.unit_code = ${place}
    UNION ALL
    SELECT own.district_code, own.campaign_id, own.target_set_id, own.region_code,
           own.intervention_code, own.target_group_code, own.round_number, own.people
    FROM region_target AS own
    WHERE own.district_code = ${campaign.districtCode}
      AND own.campaign_id = ${campaign.id}::uuid AND own.region_code = ${place}`;
}

/** Every number of the units of a grant's region and of all larger places. */
export function numbersOfPlaces(grant: Grant<"target:import">, campaign: Campaign): Prisma.Sql {
  return Prisma.sql`
    SELECT cell.district_code, cell.campaign_id, cell.target_set_id, cell.unit_code AS place,
           cell.intervention_code, cell.target_group_code, cell.round_number, cell.people
    FROM target_population AS cell
    JOIN reporting_unit AS unit
      ON unit.district_code = cell.district_code AND unit.campaign_id = cell.campaign_id
     AND unit.code = cell.unit_code
    WHERE cell.district_code = ${campaign.districtCode}
      AND cell.campaign_id = ${campaign.id}::uuid AND ${withinRegion(grant)}
    UNION ALL
    SELECT own.district_code, own.campaign_id, own.target_set_id, own.region_code,
           own.intervention_code, own.target_group_code, own.round_number, own.people
    FROM region_target AS own
    WHERE own.district_code = ${campaign.districtCode}
      AND own.campaign_id = ${campaign.id}::uuid`;
}

/**
 * Whether the place of a row of `place_target` was ever given a figure of its own there: it has versions,
 * also once the last one is withdrawn.
 */
export const hadOwnFigure = Prisma.sql`EXISTS (
  SELECT FROM region_target AS own
  JOIN target_set
    ON target_set.district_code = own.district_code
   AND target_set.campaign_id = own.campaign_id AND target_set.id = own.target_set_id
  WHERE own.district_code = place_target.district_code
    AND own.campaign_id = place_target.campaign_id
    AND own.region_code = place_target.place_code
    AND own.intervention_code = place_target.intervention_code
    AND own.target_group_code = place_target.target_group_code
    AND own.round_number IN (0, place_target.round_number)
    AND target_set.source = place_target.source)`;

/** Whether any kecamatan, or the kabupaten, has a figure of its own in a round on a day. */
export function hasOwnFigures(
  campaign: Campaign,
  {
    round,
    source,
    on,
  }: { readonly round: Round; readonly source: TargetSource; readonly on: CalendarDay },
): Prisma.Sql {
  return Prisma.sql`EXISTS (
    SELECT FROM place_target AS own
    WHERE own.district_code = ${campaign.districtCode} AND own.campaign_id = ${campaign.id}::uuid
      AND own.source = ${source} AND own.round_number = ${round.number}
      AND own.place_kind = 'district' AND own.place_code = ${campaign.districtCode}
      AND own.detail IS NOT NULL AND ${inForceOn(campaign, on)})`;
}

/**
 * Order of the sets of a source, the one that decides on a day first: the latest that has come into
 * force, of one day the newest; before the first day, the first.
 */
export function decidingSetFirst(day: CalendarDay): Prisma.Sql {
  return Prisma.sql`(target_set.in_force_from <= ${day}::date) DESC,
    abs(target_set.in_force_from - ${day}::date), target_set.id DESC`;
}
