import "server-only";

import { readRows } from "@/lib/server/db/read";
import type { Grant } from "@/lib/account/auth/grant";
import type { Campaign } from "@/lib/campaign/campaign";
import { withinRegion } from "@/lib/account/region/server/scope-queries";

import { reportReceipt, type ReportReceipt } from "@/lib/report/schema";
import { storedReportSql } from "./stored-report-queries";

/**
 * What the server has of submissions, whoever sent them. One that is not known, or of a unit outside
 * the grant's region, is left out. One statement, in the order of the ids.
 *
 * @param ids at most `limits.receiptIds`, in any case.
 */
export async function receiptsOf(
  grant: Grant<"tally:submit">,
  campaign: Campaign,
  ids: readonly string[],
): Promise<ReportReceipt[]> {
  return readRows(reportReceipt)`
    SELECT submission.id::text AS id,
           submission.unit_code AS unit,
           submission.day::text AS day,
           submission.version,
           CASE WHEN report.day IS NOT NULL THEN ${storedReportSql(grant)} END AS standing
    FROM submission
    JOIN reporting_unit AS unit
      ON unit.district_code = submission.district_code
     AND unit.campaign_id = submission.campaign_id
     AND unit.code = submission.unit_code
    LEFT JOIN daily_report AS report
      ON report.district_code = submission.district_code
     AND report.campaign_id = submission.campaign_id
     AND report.round_number = submission.round_number
     AND report.unit_code = submission.unit_code
     AND report.day = submission.day
    LEFT JOIN app_user ON app_user.id = report.submitted_by
    WHERE submission.district_code = ${campaign.districtCode}
      AND submission.campaign_id = ${campaign.id}::uuid
      AND submission.id = ANY (${[...ids]}::uuid[])
      AND ${withinRegion(grant)}
    ORDER BY submission.id
  `;
}
