import "server-only";

import { z } from "zod";

import { readRows } from "@/lib/server/db/read";
import type { Grant } from "@/lib/account/auth/grant";
import type { Campaign } from "@/lib/campaign/campaign";
import { withinRegion } from "@/lib/account/region/server/scope-queries";

import type { ReturnedReport } from "@/lib/report/verification/returned-report";

const returnedRow = z.object({
  unit: z.string(),
  unitName: z.string(),
  day: z.iso.date(),
  reason: z.string(),
});

/** Reports of the grant's region that were given back and not sent again, the oldest day first. */
export async function returnedReports(
  grant: Grant<"tally:submit">,
  campaign: Campaign,
): Promise<ReturnedReport[]> {
  return readRows(returnedRow)`
    SELECT unit.code AS unit, unit.name AS "unitName", report.day::text AS day,
           report.return_reason AS reason
    FROM daily_report AS report
    JOIN reporting_unit AS unit
      ON unit.district_code = report.district_code AND unit.campaign_id = report.campaign_id
     AND unit.code = report.unit_code
    WHERE report.district_code = ${campaign.districtCode}
      AND report.campaign_id = ${campaign.id}::uuid
      AND report.status = 'returned'
      AND ${withinRegion(grant)}
    ORDER BY report.day, unit.name, unit.code
  `;
}
