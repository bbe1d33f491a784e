import "server-only";

import { z } from "zod";

import { readRow, readRows } from "@/lib/server/db/read";
import type { Grant } from "@/lib/account/auth/grant";
import type { Campaign } from "@/lib/campaign/campaign";
import { withinRegion } from "@/lib/account/region/server/scope-queries";
import { entryColumns } from "@/lib/report/entry-row";
import { reportStatuses, storedReport } from "@/lib/report/schema";
import { reportPartsSql } from "@/lib/report/server/stored-report-queries";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import { Prisma } from "@/prisma/generated/client";

import {
  queueCell,
  type CountHistory,
  type PlaceProgress,
  type QueueReport,
} from "@/lib/report/verification/queue";
import type { ReportMark } from "@/lib/report/verification/report-mark";
import { placeColumnKeyOf, type PlaceColumnKey } from "@/lib/campaign/column-key";
import { columnKey } from "@/lib/campaign/schema/fields";
import { columnKeySql } from "@/lib/campaign/server/column-key-queries";
import {
  placeName,
  subdistrictOfUnit,
  subdistrictsInOrder,
} from "@/lib/campaign/server/unplaced-queries";
import { inForceOn } from "@/lib/campaign/target-population/server/in-force-queries";
import type { SetGrouping } from "@/lib/campaign/unit-set/unit-set";
import { liesIn, setOfUnit, setOfUnitJoins } from "@/lib/campaign/unit-set/server/set-queries";
import { holdsUnitOf, instantText } from "./reopening-queries";

type QueueFilter = {
  /** Only this subdistrict, or set. */
  readonly place: string | null;
  readonly day: CalendarDay | null;
  readonly status: (typeof reportStatuses)[number] | null;
  /** Only the reports of these units and days. */
  readonly only?: readonly Pick<ReportMark, "unit" | "day">[];
};

const reportRow = z.object({
  found: z.int(),
  unit: z.string(),
  unitName: z.string(),
  place: z.string(),
  placeName: z.string(),
  day: z.iso.date(),
  round: z.int(),
  version: z.int(),
  status: z.enum(reportStatuses),
  isZero: z.boolean(),
  sentBy: z.string().nullable(),
  returnedTo: z.uuid().nullable(),
  isOwn: z.boolean(),
  isSelfVerified: z.boolean(),
  sentAt: z.string(),
  isOnTime: z.boolean(),
  returnReason: z.string().nullable(),
  settledBy: z.string().nullable(),
  settledAt: z.string().nullable(),
  parts: storedReport.shape.parts.unwrap().nullable(),
});

/** Reports that one look goes through: a campaign's whole past would be seconds of work for a page. */
const maxLookedAt = 2_000;

/**
 * The reports that fit, with their warnings: by subdistrict, the oldest day first, then by name. The
 * first `maxLookedAt` of them, and how many there are.
 * Three statements: the reports, then the counts and target populations of their units, because what
 * is usual or left can only be told from the days before.
 */
export async function queueReports(
  grant: Grant<"report:verify">,
  campaign: Campaign,
  filter: QueueFilter,
): Promise<{ readonly reports: readonly QueueReport[]; readonly found: number }> {
  const rows = await readReports(grant, campaign, filter);
  const [first] = rows;
  if (!first) return { reports: [], found: 0 };
  const units = [...new Set(rows.map(({ unit }) => unit))];
  const [histories, targets] = await Promise.all([
    readHistories(campaign, units),
    readTargets(campaign, units),
  ]);
  const columns = entryColumns(campaign);

  const reports = rows.map(({ round, found: _, ...report }) => ({
    ...report,
    cells: columns.flatMap(({ key }) => {
      const cell = placeColumnKeyOf(report.unit, key, round);
      const history = histories.get(cell);
      const known = {
        target: targets.get(cell) ?? null,
        deviations: campaign.usualDeviations,
      };
      const read = history && queueCell(key, history, report.day, known);
      return read ? [read] : [];
    }),
  }));
  return { reports, found: first.found };
}

async function readReports(
  grant: Grant<"report:verify">,
  campaign: Campaign,
  { place, day, status, only }: QueueFilter,
) {
  const asked = JSON.stringify(only?.map((report) => ({ unit: report.unit, day: report.day })));
  return readRows(reportRow)`
    SELECT count(*) OVER ()::int AS found,
           unit.code AS unit, unit.name AS "unitName", ${subdistrictOfUnit} AS place,
           ${placeName(campaign, "subdistrict")} AS "placeName", report.day::text AS day,
           report.round_number::int AS round, report.version, report.status,
           report.is_zero AS "isZero", sender.display_name AS "sentBy",
           CASE WHEN report.status = 'returned' THEN report.submitted_by END AS "returnedTo",
           report.submitted_by IS NOT DISTINCT FROM ${grant.actor.id}::uuid AS "isOwn",
           coalesce(report.status = 'verified' AND report.submitted_by = report.status_by, false)
             AS "isSelfVerified",
           ${instantText(Prisma.sql`report.received_at`)} AS "sentAt",
           report.is_on_time AS "isOnTime", report.return_reason AS "returnReason",
           settler.display_name AS "settledBy",
           ${instantText(Prisma.sql`report.status_at`)} AS "settledAt",
           ${reportPartsSql} AS parts
    FROM daily_report AS report
    JOIN reporting_unit AS unit
      ON unit.district_code = report.district_code AND unit.campaign_id = report.campaign_id
     AND unit.code = report.unit_code
    JOIN region AS subdistrict ON subdistrict.code = unit.subdistrict_code
    LEFT JOIN app_user AS sender ON sender.id = report.submitted_by
    LEFT JOIN app_user AS settler ON settler.id = report.status_by
    WHERE report.district_code = ${campaign.districtCode}
      AND report.campaign_id = ${campaign.id}::uuid
      AND (${status}::text IS NULL OR report.status = ${status}::text)
      AND (${day}::date IS NULL OR report.day = ${day}::date)
      AND ${place === null ? Prisma.sql`true` : liesIn(place)}
      AND ${
        only === undefined
          ? Prisma.sql`true`
          : Prisma.sql`(unit.code, report.day) IN (
              SELECT r.unit, r.day
              FROM jsonb_to_recordset(${asked}::jsonb) AS r (unit text, day date))`
      }
      AND ${withinRegion(grant)}
    ORDER BY ${subdistrictsInOrder}, report.day, unit.name, unit.code
    LIMIT ${only === undefined ? maxLookedAt : only.length}
  `;
}

const ofCell = { round: z.int(), unit: z.string(), key: columnKey };

const historyRow = z.object({
  ...ofCell,
  days: z.array(z.string()),
  residents: z.array(z.int()),
  nonResidents: z.array(z.int()),
});

/** By round, unit and column. */
async function readHistories(
  campaign: Campaign,
  units: readonly string[],
): Promise<ReadonlyMap<PlaceColumnKey, CountHistory>> {
  const rows = await readRows(historyRow)`
    SELECT round_number::int AS round, unit_code AS unit, ${columnKeySql} AS key,
           array_agg(day::text ORDER BY day) AS days,
           array_agg(residents ORDER BY day) AS residents,
           array_agg(non_residents ORDER BY day) AS "nonResidents"
    FROM tally
    WHERE district_code = ${campaign.districtCode} AND campaign_id = ${campaign.id}::uuid
      AND unit_code = ANY (${[...units]}::text[])
    GROUP BY 1, 2, 3
  `;
  return new Map(
    rows.map(({ unit, key, round, ...history }) => [placeColumnKeyOf(unit, key, round), history]),
  );
}

const targetRow = z.object({ ...ofCell, people: z.number() });

/** People of the deciding source, by round, unit and column. */
async function readTargets(
  campaign: Campaign,
  units: readonly string[],
): Promise<ReadonlyMap<PlaceColumnKey, number>> {
  const rows = await readRows(targetRow)`
    SELECT round_number::int AS round, place_code AS unit, ${columnKeySql} AS key,
           people::float8 AS people
    FROM place_target
    WHERE district_code = ${campaign.districtCode} AND campaign_id = ${campaign.id}::uuid
      AND source = ${campaign.decidingTargetSource}
      AND place_kind = 'unit' AND place_code = ANY (${[...units]}::text[])
      AND ${inForceOn(campaign, null)}
  `;
  return new Map(
    rows.map(({ unit, key, round, people }) => [placeColumnKeyOf(unit, key, round), people]),
  );
}

const progressRow = z.object({
  code: z.string(),
  name: z.string(),
  waiting: z.int(),
  returned: z.int(),
  verified: z.int(),
});

/**
 * Every subdistrict of the grant's region with its reports by status, in the order of codes; or every
 * set of a kind, units in none of them last.
 */
export async function placeProgress(
  grant: Grant<"report:verify">,
  campaign: Campaign,
  sets: SetGrouping | null = null,
): Promise<PlaceProgress[]> {
  const place = Prisma.sql`(${setOfUnit(sets)})`;
  return readRows(progressRow)`
    SELECT coalesce(${place} ->> 'code', ${subdistrictOfUnit}) AS code,
           coalesce(${place} ->> 'name', ${placeName(campaign, "region")}) AS name,
           count(*) FILTER (WHERE report.status = 'submitted')::int AS waiting,
           count(*) FILTER (WHERE report.status = 'returned')::int AS returned,
           count(*) FILTER (WHERE report.status = 'verified')::int AS verified
    FROM reporting_unit AS unit
    JOIN region ON region.code = unit.subdistrict_code
    ${setOfUnitJoins(sets)}
    LEFT JOIN daily_report AS report
      ON report.district_code = unit.district_code AND report.campaign_id = unit.campaign_id
     AND report.unit_code = unit.code
    WHERE unit.district_code = ${campaign.districtCode}
      AND unit.campaign_id = ${campaign.id}::uuid
      AND ${withinRegion(grant)}
    GROUP BY 1, 2
    ORDER BY min(unit_set.position) NULLS LAST, bool_or(unit.subdistrict_code = unit.district_code), 1
  `;
}

/** Reports that wait for a look, and questions that wait for an answer: the number beside the screen's name. */
export async function openWork(
  grant: Grant<"report:verify">,
  campaign: Pick<Campaign, "districtCode" | "id">,
): Promise<number> {
  const rows = await readRow(z.object({ work: z.int() }))`
    SELECT ((SELECT count(*)
             FROM daily_report AS report
             JOIN reporting_unit AS unit
               ON unit.district_code = report.district_code
              AND unit.campaign_id = report.campaign_id AND unit.code = report.unit_code
             WHERE report.district_code = ${campaign.districtCode}
               AND report.campaign_id = ${campaign.id}::uuid
               AND report.status = 'submitted' AND ${withinRegion(grant)})
          + (SELECT count(*)
             FROM day_reopening AS reopening
             WHERE district_code = ${campaign.districtCode}
               AND campaign_id = ${campaign.id}::uuid AND decision IS NULL
               AND ${holdsUnitOf(grant, campaign, Prisma.sql`reopening.place_code`)}))::int AS work
  `;
  return rows.work;
}
