import "server-only";

import { z } from "zod";

import { readRows } from "@/lib/server/db/read";
import type { Grant } from "@/lib/account/auth/grant";
import { lastDay } from "@/lib/campaign/calendar";
import { closedDaysOf } from "@/lib/campaign/closed-days";
import type { Campaign } from "@/lib/campaign/campaign";
import { withinRegion } from "@/lib/account/region/server/scope-queries";
import { entryColumns, withKindIfAsked } from "@/lib/report/entry-row";
import { storedReport } from "@/lib/report/schema";
import { reportPartsSql } from "@/lib/report/server/stored-report-queries";
import { entryFiguresOf } from "@/lib/report/server/figures-queries";
import { addDays, type CalendarDay } from "@/lib/base/time/calendar-day";
import { localDay } from "@/lib/base/time/time-zone";
import { openedDays } from "@/lib/report/verification/server/reopening-queries";
import { Prisma } from "@/prisma/generated/client";

import { kitShape } from "@/lib/device/offline/kit/shape";
import { entryKit, type EntryKit } from "@/lib/device/offline/schema";
import { placeColumnKeyOf } from "@/lib/campaign/column-key";
import { columnKey } from "@/lib/campaign/schema/fields";
import { columnKeySql } from "@/lib/campaign/server/column-key-queries";
import { eachMeasure } from "@/lib/campaign/measures";
import { measureFields } from "@/lib/campaign/server/measure-queries";
import {
  placeName,
  subdistrictOfUnit,
  subdistrictsInOrder,
} from "@/lib/campaign/server/unplaced-queries";
import { unitKinds } from "@/lib/campaign/unit-kind";
import { inForceOn } from "@/lib/campaign/target-population/server/in-force-queries";

/** Days of which every report goes along; what was before is summed up. */
const kitDays = 14;
/** Days from today on of which the kit says who owes a report: as long as a device may be offline. */
const dueDays = 31;

const unitRow = entryKit.shape.units.element
  .omit({ rounds: true })
  .extend({ kind: z.enum(unitKinds) });

const sumRow = z.object({
  unit: z.string(),
  round: z.int(),
  key: columnKey,
  before: z.number().nullable(),
  usual: z.array(z.int()).nullable(),
  target: z.number().nullable(),
});

const reportRow = entryKit.shape.reports.element.omit(eachMeasure(() => true as const)).extend({
  counts: z.record(columnKey, z.object(eachMeasure(() => z.int()))).nullable(),
  parts: storedReport.shape.parts.unwrap().nullable(),
});

/**
 * What a person's device keeps of a campaign: the units within the grant, their target populations,
 * the reports of the last days, the sums of those before, who owes a report of these and of the days to come, and
 * days that are open again. Six statements.
 */
export async function readEntryKit(
  grant: Grant<"tally:submit">,
  campaign: Campaign,
  at: Date,
): Promise<EntryKit> {
  const from = addDays(localDay(at, campaign.timeZone), 1 - kitDays);
  // The first day has a day before it too.
  const since = addDays(from, -1);
  const rounds = campaign.rounds.filter((round) => lastDay(round) >= from);
  const numbers = rounds.map(({ number }) => number);
  const columns = entryColumns(campaign);
  const [figures, units, sums, reports, due, opened] = await Promise.all([
    entryFiguresOf(grant),
    readUnits(grant, campaign),
    readSums(grant, campaign, numbers, since),
    readReports(grant, campaign, since),
    readDue(grant, campaign, from),
    openedDays(grant, campaign, at),
  ]);
  const sumOf = new Map(sums.map((sum) => [placeColumnKeyOf(sum.unit, sum.key, sum.round), sum]));

  return {
    shape: kitShape,
    person: grant.actor.id,
    figures,
    at: at.toISOString(),
    from,
    campaign: {
      slug: campaign.slug,
      name: campaign.name,
      isSample: campaign.isSample,
      districtCode: campaign.districtCode,
      districtName: campaign.districtName,
      timeZone: campaign.timeZone,
      startsOn: campaign.startsOn,
      reportCutOff: campaign.reportCutOff,
      usualDeviations: campaign.usualDeviations,
      rounds: campaign.rounds.map(({ minGapDays: _, gapReason: __, units, ...round }) => ({
        ...round,
        ...(units && { units: [...units] }),
      })),
      closedDays: [...closedDaysOf(campaign, grant.region ?? campaign.districtCode)],
      rhythm: campaign.rhythm,
      ...(campaign.unitEnds.length > 0 && {
        unitEnds: campaign.unitEnds.map(({ successors, ...end }) => ({
          ...end,
          successors: [...successors],
        })),
      }),
      columns,
      ...(campaign.reportParts.length > 0 && {
        reportParts: [...campaign.reportParts],
        wording: campaign.wording,
      }),
    },
    units: units.map((unit) => ({
      ...withKindIfAsked(unit, columns),
      rounds: numbers.map((round) => {
        const own = columns.map(({ key }) => sumOf.get(placeColumnKeyOf(unit.code, key, round)));
        return {
          round,
          before: own.map((sum) => sum?.before ?? 0),
          usual: own.map((sum) => sum?.usual ?? []),
          target: own.map((sum) => sum?.target ?? null),
        };
      }),
    })),
    due: due.map(({ day, owing }) => {
      const codes = new Set(owing);
      return { day, owes: units.map(({ code }) => (codes.has(code) ? "1" : "0")).join("") };
    }),
    openings: opened.flatMap(({ place, day, opensUntil }) =>
      opensUntil === null ? [] : [{ place, day, until: opensUntil }],
    ),
    reports: reports.map(({ counts, parts, ...report }) => ({
      ...report,
      ...(parts && { parts }),
      ...eachMeasure((measure) => columns.map(({ key }) => counts?.[key]?.[measure] ?? null)),
    })),
  };
}

async function readUnits(grant: Grant<"tally:submit">, campaign: Campaign) {
  return readRows(unitRow)`
    SELECT unit.code,
           unit.name,
           CASE WHEN unit.kind = 'village' AND region.kind IN ('desa', 'kelurahan')
                THEN region.kind END AS "villageKind",
           unit.kind,
           ${subdistrictOfUnit} AS "subdistrictCode",
           ${placeName(campaign, "subdistrict")} AS "subdistrictName"
    FROM reporting_unit AS unit
    JOIN region ON region.code = unit.region_code
    JOIN region AS subdistrict ON subdistrict.code = unit.subdistrict_code
    WHERE ${shownUnits(grant, campaign)}
    ORDER BY ${subdistrictsInOrder}, unit.name, unit.code
  `;
}

async function readSums(
  grant: Grant<"tally:submit">,
  campaign: Campaign,
  rounds: readonly number[],
  since: CalendarDay,
) {
  return readRows(sumRow)`
    WITH unit AS MATERIALIZED (
      SELECT code FROM reporting_unit AS unit WHERE ${shownUnits(grant, campaign)}
    ), given AS (
      SELECT unit_code AS unit,
             round_number AS round,
             ${columnKeySql} AS key,
             sum(residents) AS before,
             (array_agg(residents ORDER BY day DESC) FILTER (WHERE residents > 0))[1:7] AS usual
      FROM tally
      WHERE district_code = ${campaign.districtCode} AND campaign_id = ${campaign.id}::uuid
        AND round_number = ANY (${rounds}::int[]) AND day < ${since}::date
        AND unit_code = ANY (ARRAY(SELECT code FROM unit))
      GROUP BY 1, 2, 3
    ), target AS (
      SELECT place_code AS unit,
             round_number AS round,
             ${columnKeySql} AS key,
             people
      FROM place_target
      WHERE district_code = ${campaign.districtCode} AND campaign_id = ${campaign.id}::uuid
        AND round_number = ANY (${rounds}::int[]) AND source = ${campaign.decidingTargetSource}
        AND place_kind = 'unit' AND place_code = ANY (ARRAY(SELECT code FROM unit))
        AND ${inForceOn(campaign, null)}
    )
    SELECT unit, round::int, key, before::float8, usual, people::float8 AS target
    FROM given
    FULL JOIN target USING (unit, round, key)
  `;
}

async function readReports(grant: Grant<"tally:submit">, campaign: Campaign, since: CalendarDay) {
  return readRows(reportRow)`
    SELECT report.unit_code AS unit,
           report.round_number::int AS round,
           report.day::text AS day,
           report.version,
           report.is_zero AS zero,
           to_jsonb(report.received_at) #>> '{}' AS "receivedAt",
           app_user.display_name AS "receivedBy",
           report.submitted_by IS NOT DISTINCT FROM ${grant.actor.id}::uuid AS "isOwn",
           report.status,
           report.return_reason AS "returnReason",
           (SELECT jsonb_object_agg(${columnKeySql},
                                    jsonb_build_object(${measureFields}))
            FROM tally
            WHERE tally.district_code = report.district_code
              AND tally.campaign_id = report.campaign_id
              AND tally.round_number = report.round_number
              AND tally.unit_code = report.unit_code
              AND tally.day = report.day) AS counts,
           ${reportPartsSql} AS parts
    FROM reporting_unit AS unit
    JOIN daily_report AS report
      ON report.district_code = unit.district_code AND report.campaign_id = unit.campaign_id
     AND report.unit_code = unit.code
    LEFT JOIN app_user ON app_user.id = report.submitted_by
    WHERE ${shownUnits(grant, campaign)} AND report.day >= ${since}::date
    ORDER BY report.unit_code, report.day
  `;
}

const dueRow = z.object({ day: z.iso.date(), owing: z.array(z.string()) });

/** Every day of a round from a day on, with the units of the grant that owe its report, or sent it. */
async function readDue(grant: Grant<"tally:submit">, campaign: Campaign, from: CalendarDay) {
  const until = addDays(from, kitDays + dueDays - 2);
  return readRows(dueRow)`
    WITH unit AS MATERIALIZED (
      SELECT code FROM reporting_unit AS unit WHERE ${shownUnits(grant, campaign)}
    ), round_day AS (
      SELECT round.number, calendar.day::date AS day
      FROM round
      CROSS JOIN LATERAL generate_series(
        greatest(round.starts_on, ${from}::date),
        least(coalesce(round.sweeping_ends_on, round.ends_on), ${until}::date),
        interval '1 day') AS calendar (day)
      WHERE round.district_code = ${campaign.districtCode}
        AND round.campaign_id = ${campaign.id}::uuid
    ), due AS (
      SELECT owed.day, array_agg(unit.code) AS owing
      FROM (SELECT DISTINCT number FROM round_day) AS round
      CROSS JOIN LATERAL
        reports_due(${campaign.districtCode}, ${campaign.id}::uuid, round.number::int, 'unit',
                    ${from}::date, ${until}::date) AS owed
      JOIN unit ON unit.code = owed.place_code
      GROUP BY owed.day
    )
    SELECT round_day.day::text AS day, coalesce(due.owing, '{}') AS owing
    FROM round_day
    LEFT JOIN due USING (day)
    ORDER BY round_day.day
  `;
}

function shownUnits(grant: Grant<"tally:submit">, campaign: Campaign): Prisma.Sql {
  return Prisma.sql`unit.district_code = ${campaign.districtCode}
      AND unit.campaign_id = ${campaign.id}::uuid
      AND ${withinRegion(grant)}`;
}
