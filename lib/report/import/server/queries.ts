import "server-only";

import { z } from "zod";

import { readRows } from "@/lib/server/db/read";
import type { Grant } from "@/lib/account/auth/grant";
import { mayEver } from "@/lib/account/auth/policy";
import { subdistrictOfUnit } from "@/lib/campaign/server/unplaced-queries";
import type { Campaign } from "@/lib/campaign/campaign";
import { isOffDuty } from "@/lib/campaign/unit-end";
import { withinRegion } from "@/lib/account/region/server/scope-queries";
import { storedReport } from "@/lib/report/schema";
import { writeAccess } from "@/lib/report/write-access";
import { storedReportSql } from "@/lib/report/server/stored-report-queries";
import { instantOf } from "@/lib/base/time/time-zone";

import type { CumulativeDay } from "@/lib/report/import/later-day";
import type { ImportContext } from "@/lib/report/import/plan";
import { columnKey } from "@/lib/campaign/schema/fields";
import { columnKeySql } from "@/lib/campaign/server/column-key-queries";
import type { SheetReport } from "./sheet-check";

type Importer = Grant<"tally:submit">;

/** What rows of a file are held against: see `ImportContext`. Units outside the grant have nothing. */
export async function readGround(
  grant: Importer,
  campaign: Campaign,
  reports: readonly SheetReport[],
  at: Date,
): Promise<ImportContext> {
  const [standings, doses, cumulative, openings] = await Promise.all([
    readStandings(grant, campaign, reports),
    readDoses(grant, campaign, reports),
    readCumulative(grant, campaign, reports),
    readOpenings(grant, campaign, at),
  ]);
  const mayVerify = mayEver(grant.actor.role, "report:verify");
  return {
    standings,
    doses,
    cumulative,
    accessTo: ({ unit, day, subdistrict }, standing) =>
      writeAccess({
        mayVerify,
        standing,
        closesAt: instantOf(day, campaign.reportCutOff, campaign.timeZone),
        isOffDuty: isOffDuty(campaign, unit, day),
        isArchived: campaign.isArchived,
        openings: openings.filter((each) => each.day === day && each.place === subdistrict),
        typedAt: at,
        receivedAt: at,
      }),
  };
}

async function readStandings(
  grant: Importer,
  campaign: Campaign,
  reports: readonly SheetReport[],
): Promise<ImportContext["standings"]> {
  const asked = reports.map(({ unit, day, round }) => ({ unit: unit.code, day, round }));
  return readRows(
    z.object({
      unit: z.string(),
      day: z.iso.date(),
      lastVersion: z.int().nullable(),
      standing: storedReport.nullable(),
    }),
  )`
    SELECT place.unit, place.day::text AS day, sent.version AS "lastVersion",
           CASE WHEN report.day IS NOT NULL THEN ${storedReportSql(grant)} END AS standing
    FROM jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) AS place (
      unit text, day date, round smallint)
    JOIN reporting_unit AS unit
      ON unit.district_code = ${campaign.districtCode}
     AND unit.campaign_id = ${campaign.id}::uuid
     AND unit.code = place.unit
     AND ${withinRegion(grant)}
    CROSS JOIN LATERAL (
      SELECT max(version) AS version FROM submission
      WHERE submission.district_code = unit.district_code
        AND submission.campaign_id = unit.campaign_id
        AND submission.unit_code = unit.code
        AND submission.day = place.day) AS sent
    LEFT JOIN daily_report AS report
      ON report.district_code = unit.district_code
     AND report.campaign_id = unit.campaign_id
     AND report.round_number = place.round
     AND report.unit_code = unit.code
     AND report.day = place.day
    LEFT JOIN app_user ON app_user.id = report.submitted_by
    WHERE report.day IS NOT NULL OR sent.version IS NOT NULL
  `;
}

async function readDoses(
  grant: Importer,
  campaign: Campaign,
  reports: readonly SheetReport[],
): Promise<ImportContext["doses"]> {
  const asked = [...new Set(reports.map(({ unit }) => unit.code))];
  return readRows(
    z.object({
      unit: z.string(),
      round: z.int(),
      day: z.iso.date(),
      cell: columnKey,
      doses: z.int(),
    }),
  )`
    SELECT tally.unit_code AS unit, tally.round_number::int AS round, tally.day::text AS day,
           ${columnKeySql} AS cell,
           tally.residents AS doses
    FROM reporting_unit AS unit
    JOIN tally
      ON tally.district_code = unit.district_code
     AND tally.campaign_id = unit.campaign_id
     AND tally.unit_code = unit.code
    WHERE unit.district_code = ${campaign.districtCode}
      AND unit.campaign_id = ${campaign.id}::uuid
      AND unit.code = ANY (${asked})
      AND ${withinRegion(grant)}
  `;
}

async function readCumulative(
  grant: Importer,
  campaign: Campaign,
  reports: readonly SheetReport[],
): Promise<CumulativeDay[]> {
  const asked = [...new Set(reports.map(({ unit }) => unit.code))];
  return readRows(
    z.object({
      unit: z.string(),
      round: z.int(),
      day: z.iso.date(),
      cells: z.array(columnKey),
    }),
  )`
    SELECT report.unit_code AS unit, report.round_number::int AS round, report.day::text AS day,
           array_agg(${columnKeySql}) AS cells
    FROM reporting_unit AS unit
    JOIN daily_report AS report
      ON report.district_code = unit.district_code
     AND report.campaign_id = unit.campaign_id
     AND report.unit_code = unit.code
    JOIN submission
      ON submission.district_code = report.district_code
     AND submission.campaign_id = report.campaign_id
     AND submission.id = report.submission_id
     AND submission.figures = 'cumulative'
    JOIN tally
      ON tally.district_code = report.district_code
     AND tally.campaign_id = report.campaign_id
     AND tally.round_number = report.round_number
     AND tally.unit_code = report.unit_code
     AND tally.day = report.day
    WHERE unit.district_code = ${campaign.districtCode}
      AND unit.campaign_id = ${campaign.id}::uuid
      AND unit.code = ANY (${asked})
      AND ${withinRegion(grant)}
    GROUP BY 1, 2, 3
  `;
}

const opening = z.object({
  day: z.iso.date(),
  place: z.string(),
  from: z.date(),
  until: z.date(),
});

/** Days that are open again now, by the subdistrict that they are open for. */
async function readOpenings(grant: Importer, campaign: Campaign, at: Date) {
  return readRows(opening)`
    SELECT DISTINCT reopening.day::text AS day, ${subdistrictOfUnit} AS place,
                    reopening.decided_at AS from, reopening.opens_until AS until
    FROM day_reopening AS reopening
    JOIN reporting_unit AS unit
      ON unit.district_code = reopening.district_code
     AND unit.campaign_id = reopening.campaign_id
     AND unit.subdistrict_code = reopening.place_code
    WHERE reopening.district_code = ${campaign.districtCode}
      AND reopening.campaign_id = ${campaign.id}::uuid
      AND reopening.decision = 'opened'
      AND reopening.opens_until > ${at.toISOString()}::timestamptz
      AND ${withinRegion(grant)}
  `;
}
