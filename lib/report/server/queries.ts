import "server-only";

import { z } from "zod";

import { readRows } from "@/lib/server/db/read";
import type { Grant } from "@/lib/account/auth/grant";
import type { Campaign, Round } from "@/lib/campaign/campaign";
import { withinRegion } from "@/lib/account/region/server/scope-queries";
import { addDays, type CalendarDay } from "@/lib/base/time/calendar-day";
import { Prisma } from "@/prisma/generated/client";

import { entryColumns, withKindIfAsked, type EntryRow } from "@/lib/report/entry-row";
import { storedReport } from "@/lib/report/schema";
import { placeColumnKeyOf } from "@/lib/campaign/column-key";
import { columnKey } from "@/lib/campaign/schema/fields";
import { heldIn, onDuty } from "@/lib/campaign/server/held-in-queries";
import { reportsDue } from "@/lib/campaign/server/reports-due-queries";
import { columnKeySql } from "@/lib/campaign/server/column-key-queries";
import { unitKinds } from "@/lib/campaign/unit-kind";
import { keptUnder } from "@/lib/campaign/unplaced";
import {
  placeName,
  subdistrictOfUnit,
  subdistrictsInOrder,
} from "@/lib/campaign/server/unplaced-queries";
import { inForceOn } from "@/lib/campaign/target-population/server/in-force-queries";
import { storedReportSql } from "./stored-report-queries";

type EntryDay = {
  readonly round: Round;
  readonly day: CalendarDay;
  /** Only the units of this subdistrict, or this unit (still within the grant). */
  readonly within?: string | undefined;
};

const placeRow = z.object({
  code: z.string(),
  name: z.string(),
  units: z.int(),
  /** Units that owe the day's report, or sent one all the same. */
  due: z.int(),
  /** Units with a report of the day. */
  received: z.int(),
});

/** A subdistrict of the grant's region with the units that report in it. */
type EntrySubdistrict = z.infer<typeof placeRow>;

/** The subdistricts in the grant's region, in the order of their codes; units in none last. */
export async function entryPlaces(
  grant: Grant<"tally:submit">,
  campaign: Campaign,
  { round, day }: EntryDay,
): Promise<EntrySubdistrict[]> {
  return readRows(placeRow)`
    SELECT ${subdistrictOfUnit} AS code, ${placeName(campaign, "region")} AS name,
           count(*)::int AS units,
           count(coalesce(owed.day, report.day))::int AS due, count(report.day)::int AS received
    FROM reporting_unit AS unit
    JOIN region ON region.code = unit.subdistrict_code
    LEFT JOIN daily_report AS report
      ON report.district_code = unit.district_code AND report.campaign_id = unit.campaign_id
     AND report.round_number = ${round.number} AND report.unit_code = unit.code
     AND report.day = ${day}::date
    LEFT JOIN (${dueOn(campaign, { round, day })}) AS owed ON owed.place = unit.code
    WHERE unit.district_code = ${campaign.districtCode}
      AND unit.campaign_id = ${campaign.id}::uuid
      AND ${withinRegion(grant)} AND ${heldIn(round)} AND ${onDuty(campaign, round, day)}
    GROUP BY unit.district_code, unit.subdistrict_code, region.code, region.name
    ORDER BY ${subdistrictsInOrder}
  `;
}

const unitRow = z.object({
  code: z.string(),
  name: z.string(),
  villageKind: z.enum(["desa", "kelurahan"]).nullable(),
  kind: z.enum(unitKinds),
  subdistrictName: z.string(),
  standing: storedReport.nullable(),
  isDue: z.boolean(),
  wasZeroYesterday: z.boolean(),
});

const cellRow = z.object({
  unit: z.string(),
  key: columnKey,
  before: z.number().nullable(),
  yesterday: z.number().nullable(),
  usual: z.array(z.number()).nullable(),
  target: z.number().nullable(),
});

/**
 * The rows of the entry screen: each unit in the order of its name, with its report of the day and,
 * for each column of the campaign, what is known besides: sudah, kemarin, sasaran, biasanya.
 *
 * Two statements, whatever the number of units. Days are read from the tallies themselves, because
 * the roll-ups hold no day of a unit; only the units shown are read.
 */
export async function entryRows(
  grant: Grant<"tally:submit">,
  campaign: Campaign,
  entry: EntryDay,
): Promise<EntryRow[]> {
  const [units, cells] = await Promise.all([
    readUnits(grant, campaign, entry),
    readCells(grant, campaign, entry),
  ]);
  const cellOf = new Map(cells.map((cell) => [placeColumnKeyOf(cell.unit, cell.key), cell]));
  const columns = entryColumns(campaign);

  return units.map(({ wasZeroYesterday, standing, isDue, ...unit }) => ({
    unit: withKindIfAsked(unit, columns),
    standing,
    isDue,
    cells: columns.map(({ key }) => {
      const cell = cellOf.get(placeColumnKeyOf(unit.code, key));
      return {
        before: cell?.before ?? 0,
        // A report that leaves a cell out did not count it; a zero report counted 0 of all.
        yesterday: cell?.yesterday ?? (wasZeroYesterday ? 0 : null),
        target: cell?.target ?? null,
        usual: [...(cell?.usual ?? [])].reverse(),
        deviations: campaign.usualDeviations,
      };
    }),
  }));
}

const namedUnit = z.object({ code: z.string(), name: z.string() });

/** The units that owe a report of the day and sent none, in the order of the screen. */
export async function missingUnits(
  grant: Grant<"tally:submit">,
  campaign: Campaign,
  entry: EntryDay,
): Promise<z.infer<typeof namedUnit>[]> {
  return readRows(namedUnit)`
    SELECT unit.code, unit.name
    FROM reporting_unit AS unit
    WHERE ${shownUnits(grant, campaign, entry)}
      AND unit.code IN (SELECT place FROM (${dueOn(campaign, entry)}) AS owed)
      AND NOT EXISTS (
        SELECT FROM daily_report AS report
        WHERE report.district_code = unit.district_code AND report.campaign_id = unit.campaign_id
          AND report.round_number = ${entry.round.number} AND report.unit_code = unit.code
          AND report.day = ${entry.day}::date)
    ORDER BY ${subdistrictsInOrder}, unit.name, unit.code
  `;
}

async function readUnits(grant: Grant<"tally:submit">, campaign: Campaign, entry: EntryDay) {
  const { round, day } = entry;
  const reportOn = (on: Prisma.Sql) => Prisma.sql`
    report.district_code = unit.district_code AND report.campaign_id = unit.campaign_id
    AND report.round_number = ${round.number} AND report.unit_code = unit.code
    AND report.day = ${on}`;
  return readRows(unitRow)`
    SELECT unit.code,
           unit.name,
           CASE WHEN unit.kind = 'village' AND region.kind IN ('desa', 'kelurahan')
                THEN region.kind END AS "villageKind",
           unit.kind,
           ${placeName(campaign, "subdistrict")} AS "subdistrictName",
           CASE WHEN report.day IS NOT NULL THEN ${storedReportSql(grant)} END AS standing,
           owed.day IS NOT NULL OR report.day IS NOT NULL AS "isDue",
           EXISTS (SELECT FROM daily_report AS report
                   WHERE is_zero AND ${reportOn(Prisma.sql`${addDays(day, -1)}::date`)}) AS "wasZeroYesterday"
    FROM reporting_unit AS unit
    JOIN region ON region.code = unit.region_code
    JOIN region AS subdistrict ON subdistrict.code = unit.subdistrict_code
    LEFT JOIN daily_report AS report ON ${reportOn(Prisma.sql`${day}::date`)}
    LEFT JOIN app_user ON app_user.id = report.submitted_by
    LEFT JOIN (${dueOn(campaign, entry)}) AS owed ON owed.place = unit.code
    WHERE ${shownUnits(grant, campaign, entry)}
    ORDER BY ${subdistrictsInOrder}, unit.name, unit.code
  `;
}

async function readCells(grant: Grant<"tally:submit">, campaign: Campaign, entry: EntryDay) {
  const { round, day } = entry;
  return readRows(cellRow)`
    WITH unit AS MATERIALIZED (
      SELECT code FROM reporting_unit AS unit WHERE ${shownUnits(grant, campaign, entry)}
    ), given AS (
      SELECT unit_code AS unit,
             ${columnKeySql} AS key,
             sum(residents) AS before,
             max(residents) FILTER (WHERE day = ${addDays(day, -1)}::date) AS yesterday,
             (array_agg(residents ORDER BY day DESC) FILTER (WHERE residents > 0))[1:7] AS usual
      FROM tally
      WHERE district_code = ${campaign.districtCode} AND campaign_id = ${campaign.id}::uuid
        AND round_number = ${round.number} AND day < ${day}::date
        AND unit_code = ANY (ARRAY(SELECT code FROM unit))
      GROUP BY 1, 2
    ), target AS (
      SELECT place_code AS unit,
             ${columnKeySql} AS key,
             people
      FROM place_target
      WHERE district_code = ${campaign.districtCode} AND campaign_id = ${campaign.id}::uuid
        AND round_number = ${round.number} AND source = ${campaign.decidingTargetSource}
        AND place_kind = 'unit' AND place_code = ANY (ARRAY(SELECT code FROM unit))
        AND ${inForceOn(campaign, day)}
    )
    SELECT unit, key, before::float8, yesterday, usual, people::float8 AS target
    FROM given
    FULL JOIN target USING (unit, key)
  `;
}

/** The units that owe the day's report. */
function dueOn(campaign: Campaign, { round, day }: Pick<EntryDay, "round" | "day">): Prisma.Sql {
  return reportsDue(campaign, round, "unit", { from: day, until: day });
}

function shownUnits(
  grant: Grant<"tally:submit">,
  campaign: Campaign,
  { round, day, within }: EntryDay,
): Prisma.Sql {
  return Prisma.sql`unit.district_code = ${campaign.districtCode}
      AND unit.campaign_id = ${campaign.id}::uuid
      AND ${withinRegion(grant)} AND ${heldIn(round)} AND ${onDuty(campaign, round, day)}
      AND ${
        within === undefined
          ? Prisma.sql`true`
          : Prisma.sql`${keptUnder(within, campaign)} IN (unit.subdistrict_code, unit.code)`
      }`;
}
