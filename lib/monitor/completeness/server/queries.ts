import "server-only";

import { z } from "zod";

import { readRows } from "@/lib/server/db/read";
import type { Grant } from "@/lib/account/auth/grant";
import { type Campaign, type Round } from "@/lib/campaign/campaign";
import { reportsDue } from "@/lib/campaign/server/reports-due-queries";
import { heldIn } from "@/lib/campaign/server/held-in-queries";
import {
  namedPlace,
  placeName,
  subdistrictOfUnit,
  subdistrictsInOrder,
} from "@/lib/campaign/server/unplaced-queries";
import { unitKinds } from "@/lib/campaign/unit-kind";
import type { SetGrouping } from "@/lib/campaign/unit-set/unit-set";
import { withinRegion } from "@/lib/account/region/server/scope-queries";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import { Prisma } from "@/prisma/generated/client";

import { liesIn, setOfUnit, setOfUnitJoins } from "@/lib/campaign/unit-set/server/set-queries";

const unitOnDay = z.object({
  code: z.string(),
  name: z.string(),
  kind: z.enum(unitKinds),
  subdistrictCode: z.string(),
  subdistrictName: z.string(),
  set: z.object({ code: z.string(), name: z.string() }).nullable(),
  /** When the day's report first came in; null: it has not. */
  receivedAt: z.date().nullable(),
  /** Whether it owes the day's report, or sent one all the same. */
  isExpected: z.boolean(),
  isOnTime: z.boolean(),
  isZero: z.boolean(),
  /** Who sent the version that stands; null: nobody that is known. */
  sentBy: z.string().nullable(),
});

/** A unit, and its report of one day. */
export type UnitOnDay = z.infer<typeof unitOnDay>;

/**
 * Every unit of the grant's region with its report of a day, in the order of the codes; with sets, in
 * the order of the sets, those that are in none last.
 */
export async function unitsOnDay(
  grant: Grant<"completeness:read">,
  campaign: Campaign,
  {
    round,
    day,
    sets = null,
  }: {
    readonly round: Round;
    readonly day: CalendarDay;
    readonly sets?: SetGrouping | null;
  },
): Promise<UnitOnDay[]> {
  return readRows(unitOnDay)`
    SELECT unit.code,
           unit.name,
           unit.kind,
           ${subdistrictOfUnit}             AS "subdistrictCode",
           ${placeName(campaign, "subdistrict")} AS "subdistrictName",
           ${setOfUnit(sets)}               AS set,
           report.first_received_at         AS "receivedAt",
           owed.place IS NOT NULL OR report.day IS NOT NULL AS "isExpected",
           coalesce(report.is_on_time, false) AS "isOnTime",
           coalesce(report.is_zero, false)  AS "isZero",
           person.display_name              AS "sentBy"
    FROM reporting_unit AS unit
    JOIN region AS subdistrict ON subdistrict.code = unit.subdistrict_code
    ${setOfUnitJoins(sets)}
    LEFT JOIN daily_report AS report
      ON report.district_code = unit.district_code
     AND report.campaign_id = unit.campaign_id
     AND report.round_number = ${round.number}
     AND report.unit_code = unit.code
     AND report.day = ${day}::date
    LEFT JOIN app_user AS person ON person.id = report.submitted_by
    LEFT JOIN (${reportsDue(campaign, round, "unit", { from: day, until: day })}) AS owed
      ON owed.place = unit.code
    WHERE unit.district_code = ${campaign.districtCode}
      AND unit.campaign_id = ${campaign.id}::uuid
      AND ${withinRegion(grant)} AND ${heldIn(round)}
    ORDER BY unit_set.position NULLS LAST, ${subdistrictsInOrder}, unit.code
  `;
}

const reportDay = z.object({
  place: z.string(),
  day: z.iso.date(),
  received: z.int(),
  onTime: z.int(),
  due: z.int(),
});

/** Reports of a place on a day, when one came or was due. */
export type ReportDay = z.infer<typeof reportDay>;

/**
 * Reports of each kecamatan and day from the roll-up; or of each unit of one place, whose reports
 * are the rows themselves. Days on which none is due and nothing came have no row.
 *
 * @param within code of the kecamatan or set whose units are asked for; undefined: of all that may be read.
 */
export async function readReportDays(
  grant: Grant<"completeness:read">,
  campaign: Campaign,
  query: {
    readonly by: "subdistrict" | "unit";
    readonly round: Round;
    readonly until: CalendarDay;
    readonly within?: string | undefined;
  },
): Promise<ReportDay[]> {
  const { by, round, until } = query;
  const key = Prisma.sql`district_code = ${campaign.districtCode}
      AND campaign_id = ${campaign.id}::uuid AND round_number = ${round.number}
      AND day BETWEEN ${round.startsOn}::date AND ${until}::date`;
  const places = (column: Prisma.Sql) => Prisma.sql`ARRAY(
      SELECT DISTINCT ${column} FROM reporting_unit AS unit
      WHERE unit.district_code = ${campaign.districtCode}
        AND unit.campaign_id = ${campaign.id}::uuid
        AND ${withinRegion(grant)} AND ${heldIn(round)}
        AND ${query.within === undefined ? Prisma.sql`true` : liesIn(query.within)})`;
  const [asked, counted] =
    by === "subdistrict"
      ? [
          places(Prisma.sql`unit.subdistrict_code`),
          Prisma.sql`
      SELECT place_code AS place, day, received, on_time
      FROM place_day_reports WHERE place_kind = 'subdistrict' AND received > 0 AND ${key}`,
        ]
      : [
          places(Prisma.sql`unit.code`),
          Prisma.sql`
      SELECT unit_code AS place, day, 1 AS received, is_on_time::int AS on_time
      FROM daily_report WHERE ${key}`,
        ];
  const named =
    by === "unit"
      ? Prisma.sql`place`
      : namedPlace(Prisma.sql`place`, Prisma.sql`${campaign.districtCode}`);
  return readRows(reportDay)`
    SELECT ${named} AS place, report.day::text AS day, sum(received)::int AS received,
           sum(on_time)::int AS "onTime", sum(due)::int AS due
    FROM (
      SELECT place, day, received, on_time, 0 AS due FROM (${counted}) AS counted
      UNION ALL
      SELECT place, day, 0, 0, due FROM (${reportsDue(campaign, round, by, { until })}) AS owed
    ) AS report
    WHERE place = ANY (${asked})
    GROUP BY place, report.day
    ORDER BY place, report.day
  `;
}

const silentUnit = z.object({
  code: z.string(),
  name: z.string(),
  subdistrictName: z.string(),
  /** Service days with a report. */
  received: z.int(),
  lastDay: z.iso.date().nullable(),
  /** Days with a report, and days for which one is due. */
  days: z.array(z.iso.date()),
  due: z.array(z.iso.date()),
});

/** A unit that has been silent for a while. */
export type SilentUnit = z.infer<typeof silentUnit>;

/**
 * The units whose latest report lies longest back, at most `most`, of those that owe one since; one
 * that joined midway and never reported as if it had until then. Kecamatan from which nothing ever came
 * are left out: there it is not the village.
 *
 * @param until the last service day that has begun.
 */
export async function mostSilent(
  grant: Grant<"completeness:read">,
  campaign: Campaign,
  query: {
    readonly round: Round;
    readonly until: CalendarDay;
    readonly within?: string | undefined;
    readonly most: number;
  },
): Promise<SilentUnit[]> {
  const { round, until } = query;
  const key = Prisma.sql`district_code = ${campaign.districtCode}
      AND campaign_id = ${campaign.id}::uuid AND round_number = ${round.number}`;
  return readRows(silentUnit)`
    WITH heard AS MATERIALIZED (
      SELECT place_kind, place_code, received FROM place_reports
      WHERE ${key} AND place_kind IN ('unit', 'subdistrict') AND received > 0
    ), owed AS MATERIALIZED (
      SELECT place, array_agg(day ORDER BY day) AS days, max(day) AS latest
      FROM (${reportsDue(campaign, round, "unit", { until })}) AS due
      GROUP BY place
    ), silent AS (
      SELECT unit.code, unit.name, unit.subdistrict_code,
             coalesce(own.received, 0) AS received, latest.day, owed.days AS due,
             coalesce(latest.day, unit.reports_from - 1) AS silent_since
      FROM reporting_unit AS unit
      JOIN owed ON owed.place = unit.code
      LEFT JOIN heard AS own ON own.place_kind = 'unit' AND own.place_code = unit.code
      LEFT JOIN LATERAL (
        SELECT day FROM daily_report AS report
        WHERE report.district_code = unit.district_code
          AND report.campaign_id = unit.campaign_id
          AND report.round_number = ${round.number}
          AND report.unit_code = unit.code
          AND report.day <= ${until}::date
        ORDER BY day DESC LIMIT 1
      ) AS latest ON true
      WHERE unit.district_code = ${campaign.districtCode}
        AND unit.campaign_id = ${campaign.id}::uuid
        AND ${withinRegion(grant)} AND ${heldIn(round)}
        AND ${query.within === undefined ? Prisma.sql`true` : liesIn(query.within)}
        AND EXISTS (SELECT FROM heard
                    WHERE place_kind = 'subdistrict' AND place_code = unit.subdistrict_code)
        AND latest.day IS DISTINCT FROM owed.latest
      ORDER BY silent_since NULLS FIRST, own.received NULLS FIRST, unit.code
      LIMIT ${query.most}
    )
    SELECT silent.code,
           silent.name,
           ${placeName(campaign, "region")} AS "subdistrictName",
           silent.received::int     AS received,
           silent.day::text         AS "lastDay",
           silent.due::text[]       AS due,
           ARRAY(SELECT day::text FROM daily_report
                 WHERE ${key} AND unit_code = silent.code AND day <= ${until}::date
                 ORDER BY day)      AS days
    FROM silent
    JOIN region ON region.code = silent.subdistrict_code
    ORDER BY silent.silent_since NULLS FIRST, silent.received, silent.code
  `;
}

/** How many units of the grant's region owe the report of a day. */
export async function countAwaited(
  grant: Grant<"completeness:read">,
  campaign: Campaign,
  { round, day }: { readonly round: Round; readonly day: CalendarDay },
): Promise<number> {
  const rows = await readRows(z.object({ awaited: z.int() }))`
    SELECT count(*)::int AS awaited
    FROM reporting_unit AS unit
    WHERE unit.district_code = ${campaign.districtCode}
      AND unit.campaign_id = ${campaign.id}::uuid
      AND ${withinRegion(grant)}
      AND unit.code IN (
        SELECT place FROM (${reportsDue(campaign, round, "unit", { from: day, until: day })}) AS due)
      AND NOT EXISTS (
        SELECT FROM daily_report AS report
        WHERE report.district_code = unit.district_code
          AND report.campaign_id = unit.campaign_id
          AND report.round_number = ${round.number}
          AND report.unit_code = unit.code
          AND report.day = ${day}::date)
  `;
  return rows[0]?.awaited ?? 0;
}
