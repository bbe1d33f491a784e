import "server-only";

import { z } from "zod";

import { readRows } from "@/lib/server/db/read";
import type { Grant } from "@/lib/account/auth/grant";
import type { Campaign, Round } from "@/lib/campaign/campaign";
import { placeName } from "@/lib/campaign/server/unplaced-queries";
import { withinRegion } from "@/lib/account/region/server/scope-queries";
import type { CalendarDay } from "@/lib/base/time/calendar-day";

import {
  sourceReport,
  sourceSums,
  type SourceReport,
  type SourceSums,
} from "@/lib/monitor/source/shape";

/** Which reports make a number: the same question that the number answers. */
type SourcesQuery = {
  readonly round: Round;
  /** null: all of the campaign's together. */
  readonly intervention: string | null;
  /** null: all groups together. */
  readonly targetGroup: string | null;
  /** The first day; null: from the beginning. */
  readonly from: CalendarDay | null;
  /** The last day; null: everything entered. */
  readonly to: CalendarDay | null;
  /** Only reports that nobody has verified yet. */
  readonly isUnverified: boolean;
  /** Codes of the units of the place; those outside of the grant's region bring nothing. */
  readonly units: readonly string[];
};

/** A page without reports still has the row of the sums. */
const listedReport = z.union([
  sourceSums.extend(sourceReport.shape),
  sourceSums.extend({ unit: z.null() }),
]);

/**
 * The reports behind a number, by place and day, and their sums. A report belongs to it when it has
 * a value in one of the columns, or says nihil for all of them. One statement, so that the sums and
 * the list are of one moment.
 *
 * @param page `limit` rows from `offset` on; beyond the last there are none, and the sums stay.
 */
export async function readSources(
  grant: Grant<"coverage:read">,
  campaign: Campaign,
  query: SourcesQuery,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ readonly sums: SourceSums; readonly reports: SourceReport[] }> {
  const { intervention, targetGroup } = query;
  const codes = [...query.units];
  const isWhole = intervention === null && targetGroup === null;

  const rows = await readRows(listedReport)`
    WITH source AS MATERIALIZED (
      SELECT report.unit_code, unit.subdistrict_code, unit.name, report.day,
             coalesce(given.doses, 0) AS doses, coalesce(given.others, 0) AS others,
             report.status, report.is_zero, report.is_on_time, report.version,
             report.received_at, report.submitted_by, report.submission_id
      FROM daily_report AS report
      JOIN reporting_unit AS unit
        ON unit.district_code = report.district_code AND unit.campaign_id = report.campaign_id
       AND unit.code = report.unit_code
      -- By the key of each report: a join of all sums takes minutes where the planner knows
      -- nothing of the tables yet.
      LEFT JOIN LATERAL (
        SELECT tally.day, sum(residents) AS doses, sum(non_residents) AS others
        FROM tally
        WHERE tally.district_code = report.district_code
          AND tally.campaign_id = report.campaign_id
          AND tally.round_number = report.round_number
          AND tally.unit_code = report.unit_code
          AND tally.day = report.day
          AND (${intervention}::text IS NULL OR intervention_code = ${intervention})
          AND (${targetGroup}::text IS NULL OR target_group_code = ${targetGroup})
        GROUP BY 1
      ) AS given ON true
      WHERE report.district_code = ${campaign.districtCode}
        AND report.campaign_id = ${campaign.id}::uuid
        AND report.round_number = ${query.round.number}
        AND report.unit_code = ANY (${codes})
        AND report.day >= coalesce(${query.from}::date, '-infinity')
        AND report.day <= coalesce(${query.to}::date, 'infinity')
        AND ${withinRegion(grant)}
        AND (${isWhole} OR given.day IS NOT NULL OR report.is_zero)
        AND (NOT ${query.isUnverified} OR report.status <> 'verified')
    ), total AS (
      SELECT count(*)::int                                                AS reports,
             coalesce(sum(doses), 0)::float8                              AS "allDoses",
             coalesce(sum(others), 0)::float8                             AS "allNonResidentDoses",
             (count(*) FILTER (WHERE status <> 'verified'))::int          AS "unverifiedReports",
             coalesce(sum(doses) FILTER (WHERE status <> 'verified'), 0)::float8
                                                                          AS "unverifiedDoses"
      FROM source
    )
    SELECT total.*,
           page.unit_code     AS unit,
           page.name,
           ${placeName(campaign, "subdistrict")} AS "subdistrictName",
           page.day::text     AS day,
           page.doses::float8 AS doses,
           page.others::float8 AS "nonResidentDoses",
           page.status,
           page.is_zero       AS "isZero",
           page.is_on_time    AS "isOnTime",
           page.version,
           page.received_at   AS "receivedAt",
           person.display_name AS "submittedBy",
           submission.via
    FROM total
    LEFT JOIN (
      SELECT * FROM source
      ORDER BY subdistrict_code = ${campaign.districtCode}, subdistrict_code, unit_code, day
      LIMIT ${page.limit} OFFSET ${page.offset}
    ) AS page ON true
    LEFT JOIN region AS subdistrict ON subdistrict.code = page.subdistrict_code
    LEFT JOIN app_user AS person ON person.id = page.submitted_by
    LEFT JOIN submission
      ON submission.district_code = ${campaign.districtCode}
     AND submission.campaign_id = ${campaign.id}::uuid
     AND submission.id = page.submission_id
    ORDER BY page.subdistrict_code = ${campaign.districtCode}, page.subdistrict_code, page.unit_code, page.day
  `;
  return {
    sums: sourceSums.parse(rows[0]),
    reports: rows.flatMap((row) => (row.unit === null ? [] : [sourceReport.parse(row)])),
  };
}
