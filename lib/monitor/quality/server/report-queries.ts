import "server-only";

import { z } from "zod";

import { readRows } from "@/lib/server/db/read";
import type { Campaign } from "@/lib/campaign/campaign";
import { reportsDue } from "@/lib/campaign/server/reports-due-queries";
import { addDays, type CalendarDay } from "@/lib/base/time/calendar-day";
import { Prisma } from "@/prisma/generated/client";

import type { PlaceDay } from "@/lib/monitor/quality/day-rules";
import { minDigitCount, type ReporterDigits } from "@/lib/monitor/quality/digit-rules";
import type { ImportRejection } from "@/lib/monitor/quality/import-rules";
import { rejectionDetail } from "@/lib/monitor/quality/schema";
import type { SeriesUnits } from "./series-queries";

const placeDay = z.object({
  code: z.string().nullable(),
  name: z.string().nullable(),
  day: z.iso.date(),
  reports: z.int(),
  doses: z.int(),
});

/**
 * Past service days of the kabupaten and of its subdistricts: those with reports, and those of the
 * kabupaten on which reports were due.
 *
 * @param within a subdistrict whose days alone are asked for; null: the whole kabupaten.
 */
export async function readPlaceDays(
  campaign: Campaign,
  today: CalendarDay,
  within: string | null,
): Promise<PlaceDay[]> {
  const rows = await readRows(placeDay)`
    WITH service_day AS (
      SELECT number AS round_number, day::date AS day
      FROM round, generate_series(starts_on, least(ends_on, ${today}::date - 1), '1 day') AS day
      WHERE district_code = ${campaign.districtCode} AND campaign_id = ${campaign.id}::uuid
    ), doses AS (
      SELECT round_number, place_kind, place_code, day, sum(residents + non_residents) AS doses
      FROM place_day_total
      WHERE district_code = ${campaign.districtCode} AND campaign_id = ${campaign.id}::uuid
      GROUP BY 1, 2, 3, 4
    ), owed AS (
      ${Prisma.join(
        campaign.rounds.map(
          (round) => Prisma.sql`
      SELECT ${round.number}::int AS round_number, place, day, due
      FROM (${reportsDue(campaign, round, "district", { until: addDays(today, -1) })}) AS due`,
        ),
        " UNION ALL ",
      )}
    ), place AS (
      SELECT 'district' AS kind, ${campaign.districtCode} AS code, NULL AS name
      UNION ALL
      SELECT DISTINCT 'subdistrict', unit.subdistrict_code, region.name
      FROM reporting_unit AS unit
      JOIN region ON region.code = unit.subdistrict_code
      WHERE unit.district_code = ${campaign.districtCode}
        AND unit.campaign_id = ${campaign.id}::uuid
        AND unit.subdistrict_code <> unit.district_code
    )
    SELECT CASE place.kind WHEN 'subdistrict' THEN place.code END AS code, place.name,
           service_day.day::text AS day, coalesce(reports.received, 0)::int AS reports,
           coalesce(doses.doses, 0)::int AS doses
    FROM place
    CROSS JOIN service_day
    LEFT JOIN place_day_reports AS reports
      ON reports.district_code = ${campaign.districtCode}
     AND reports.campaign_id = ${campaign.id}::uuid
     AND reports.round_number = service_day.round_number AND reports.place_kind = place.kind
     AND reports.place_code = place.code AND reports.day = service_day.day
    LEFT JOIN owed
      ON owed.round_number = service_day.round_number AND owed.place = place.code
     AND owed.day = service_day.day
    LEFT JOIN doses
      ON doses.round_number = service_day.round_number AND doses.place_kind = place.kind
     AND doses.place_code = place.code AND doses.day = service_day.day
    WHERE (${within}::text IS NULL OR place.code = ${within})
      AND (reports.received > 0 OR owed.due > 0)
    ORDER BY service_day.day DESC, place.code
  `;
  return rows.map(({ code, name, ...day }) => ({
    ...day,
    place: code === null ? null : { code, name: name ?? code },
  }));
}

const reporterRow = z.object({
  id: z.string(),
  name: z.string(),
  subdistrictCode: z.string().nullable(),
  subdistrictName: z.string().nullable(),
  counts: z.int(),
  fives: z.int(),
});

/**
 * Last digits of the counts that stand, by who wrote each: a correction leaves the others' as they
 * are. Each submission is looked up by its key: of a campaign that was filled a moment ago the planner
 * knows nothing, and guesses a join that takes a minute.
 */
export async function readReporterDigits(
  campaign: Campaign,
  within: string | null,
): Promise<ReporterDigits[]> {
  const rows = await readRows(reporterRow)`
    SELECT person.id::text AS id, person.display_name AS name,
           subdistrict.code AS "subdistrictCode", subdistrict.name AS "subdistrictName",
           sum(counted.counts)::int AS counts, sum(counted.fives)::int AS fives
    FROM (
      SELECT submission_id, count(*) AS counts, count(*) FILTER (WHERE residents % 5 = 0) AS fives
      FROM tally
      WHERE district_code = ${campaign.districtCode} AND campaign_id = ${campaign.id}::uuid
        AND residents >= ${minDigitCount}
      GROUP BY submission_id) AS counted
    CROSS JOIN LATERAL (
      SELECT submitted_by FROM submission
      WHERE district_code = ${campaign.districtCode} AND campaign_id = ${campaign.id}::uuid
        AND id = counted.submission_id
      OFFSET 0) AS sent
    JOIN app_user AS person ON person.id = sent.submitted_by
    LEFT JOIN region AS subdistrict
      ON subdistrict.level = 3 AND subdistrict.code = left(person.home_region_code, 8)
    WHERE (${within}::text IS NULL OR person.home_region_code = ${within}
        OR person.home_region_code LIKE ${within} || '.%')
    GROUP BY person.id, subdistrict.code, subdistrict.name
    ORDER BY name
  `;
  return rows.map(({ id, name, subdistrictCode, subdistrictName, counts, fives }) => ({
    reporter: { code: id, name },
    subdistrict:
      subdistrictCode === null
        ? null
        : { code: subdistrictCode, name: subdistrictName ?? subdistrictCode },
    counts,
    fives,
  }));
}

const rejectionRow = z.object({
  id: z.string(),
  kind: z.enum(["noSuchDay", "cumulativeFell"]),
  fileName: z.string(),
  line: z.int(),
  unit: z.string().nullable(),
  dayText: z.string(),
  detail: rejectionDetail.catch({}),
});

/**
 * Rejected lines of imported files that nothing has mended since: no report of the same unit and day
 * came after the import. A line whose day does not exist has no such report; the import of its mended
 * file takes it away (`lib/report/import`), else somebody explains it.
 */
export async function readImportRejections(
  campaign: Campaign,
  units: SeriesUnits,
  isWhole: boolean,
): Promise<ImportRejection[]> {
  const rows = await readRows(rejectionRow)`
    SELECT rejection.id::text AS id, kind, file_name AS "fileName", line, unit_code AS unit,
           day_text AS "dayText", detail
    FROM import_refusal AS rejection
    WHERE district_code = ${campaign.districtCode} AND campaign_id = ${campaign.id}::uuid
      AND NOT EXISTS (
        SELECT FROM submission
        WHERE submission.district_code = rejection.district_code
          AND submission.campaign_id = rejection.campaign_id
          AND submission.unit_code = rejection.unit_code
          AND submission.received_at > rejection.imported_at
          AND submission.day::text = rejection.detail ->> 'day')
    ORDER BY file_name, line
  `;
  return rows.flatMap(({ unit: code, detail, ...rejection }) => {
    const unit = code === null ? null : (units.get(code) ?? null);
    if (!unit && !isWhole) return [];
    const { intervention, targetGroup, before, value } = detail;
    const hasFall =
      intervention !== undefined &&
      targetGroup !== undefined &&
      before !== undefined &&
      value !== undefined;
    return {
      ...rejection,
      unit,
      day: detail.day ?? null,
      fall: hasFall ? { intervention, targetGroup, before, value } : null,
    };
  });
}
