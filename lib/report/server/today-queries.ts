import "server-only";

import { z } from "zod";

import { readRows } from "@/lib/server/db/read";
import type { Grant } from "@/lib/account/auth/grant";
import { subdistrictsInOrder } from "@/lib/campaign/server/unplaced-queries";
import { withinRegion } from "@/lib/account/region/server/scope-queries";
import { districtOf } from "@/lib/base/region/code";
import { timeZones } from "@/lib/base/time/time-zone";
import type { TodayRow } from "@/lib/report/today";

const row = z.object({
  slug: z.string(),
  campaign: z.string(),
  zone: z.enum(timeZones),
  cutOff: z.string(),
  day: z.iso.date(),
  round: z.int().nullable(),
  unit: z.string(),
  name: z.string(),
  isVillage: z.boolean(),
  isSample: z.boolean(),
  isDue: z.boolean(),
  isReported: z.boolean(),
});

/**
 * The units of the grant's region or office in every campaign of its kabupaten that has a day of a round held there, with
 * whether their report of the day is due and there. One statement.
 *
 * @param daysAhead 0: the campaign's own today; 1: tomorrow.
 * @returns none for who holds more than a kabupaten.
 */
export async function todayRows(
  grant: Grant<"tally:submit">,
  at: Date,
  daysAhead: 0 | 1,
): Promise<TodayRow[]> {
  const district = grant.office === null ? districtOf(grant.region) : grant.office.district;
  if (district === null) return [];
  return readRows(row)`
    WITH own AS (
      SELECT campaign.district_code, campaign.id, campaign.slug, campaign.name,
             campaign.is_sample, campaign.time_zone, campaign.report_cut_off, round.number, today.day,
             (SELECT count(*) FROM round AS each
              WHERE each.district_code = campaign.district_code
                AND each.campaign_id = campaign.id) AS rounds
      FROM campaign
      CROSS JOIN LATERAL (
        SELECT (${at.toISOString()}::timestamptz AT TIME ZONE campaign.time_zone)::date
               + ${daysAhead}::int AS day
      ) AS today
      JOIN round
        ON round.district_code = campaign.district_code AND round.campaign_id = campaign.id
       AND today.day BETWEEN round.starts_on AND coalesce(round.sweeping_ends_on, round.ends_on)
      WHERE campaign.district_code = ${district} AND campaign.source_name IS NULL
        AND campaign.archived_at IS NULL
    ), held AS (
      SELECT own.id, owing.unit_code
      FROM own
      CROSS JOIN LATERAL owing_units(own.district_code, own.id, own.number::int) AS owing
    ), due AS (
      SELECT own.id, owed.place_code
      FROM own
      CROSS JOIN LATERAL
        reports_due(own.district_code, own.id, own.number::int, 'unit', own.day, own.day) AS owed
    )
    SELECT own.slug,
           own.name                                        AS campaign,
           own.time_zone                                   AS zone,
           to_char(own.report_cut_off, 'HH24:MI')          AS "cutOff",
           own.day::text                                   AS day,
           CASE WHEN own.rounds > 1 THEN own.number::int END AS round,
           unit.code                                       AS unit,
           unit.name,
           unit.kind = 'village'                           AS "isVillage",
           own.is_sample                                   AS "isSample",
           due.place_code IS NOT NULL                      AS "isDue",
           report.day IS NOT NULL                          AS "isReported"
    FROM own
    JOIN reporting_unit AS unit
      ON unit.district_code = own.district_code AND unit.campaign_id = own.id
    JOIN held ON held.id = own.id AND held.unit_code = unit.code
    LEFT JOIN due ON due.id = own.id AND due.place_code = unit.code
    LEFT JOIN daily_report AS report
      ON report.district_code = own.district_code AND report.campaign_id = own.id
     AND report.round_number = own.number AND report.unit_code = unit.code
     AND report.day = own.day
    WHERE ${withinRegion(grant)}
    ORDER BY own.name, ${subdistrictsInOrder}, unit.name, unit.code
  `;
}
