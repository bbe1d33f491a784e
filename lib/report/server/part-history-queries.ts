import "server-only";

import { readRows } from "@/lib/server/db/read";
import type { Grant } from "@/lib/account/auth/grant";
import type { Campaign } from "@/lib/campaign/campaign";
import { withinRegion } from "@/lib/account/region/server/scope-queries";
import { Prisma } from "@/prisma/generated/client";

import { partHistory, type PartHistory } from "@/lib/report/history-schema";
import { roundOfDay } from "@/lib/report/report-rules";

/**
 * Every value that each number besides tallies ever had in a report, newest first: who wrote it, or
 * took it away, and when. Of a unit outside the grant's region there are none. One statement.
 */
export async function readPartHistories(
  grant: Grant<"coverage:read">,
  campaign: Campaign,
  { unit, day }: { readonly unit: string; readonly day: string },
): Promise<PartHistory[]> {
  const round = roundOfDay(campaign, day)?.number;
  if (round === undefined) return [];
  const ofReport = Prisma.sql`
    district_code = ${campaign.districtCode} AND campaign_id = ${campaign.id}::uuid
    AND round_number = ${round} AND unit_code = ${unit} AND day = ${day}::date`;
  return readRows(partHistory)`
      WITH written AS (
        SELECT kind, code, submission_before AS id, count_before AS count
        FROM report_part_history WHERE ${ofReport}
        UNION
        SELECT kind, code, submission_after, count_after
        FROM report_part_history WHERE submission_after IS NOT NULL AND ${ofReport}
        UNION
        SELECT kind, code, submission_id, count FROM report_part WHERE ${ofReport}
      )
      SELECT written.kind, written.code,
             jsonb_agg(jsonb_build_object(
               'submission', submission.id,
               'version', submission.version,
               'count', written.count,
               'by', app_user.display_name,
               'receivedAt', submission.received_at,
               'via', submission.via)
             ORDER BY submission.received_at DESC, submission.version DESC) AS values
      FROM written
      JOIN submission
        ON submission.district_code = ${campaign.districtCode}
       AND submission.campaign_id = ${campaign.id}::uuid
       AND submission.id = written.id
      LEFT JOIN app_user ON app_user.id = submission.submitted_by
      WHERE EXISTS (
        SELECT FROM reporting_unit AS unit
        WHERE unit.district_code = ${campaign.districtCode}
          AND unit.campaign_id = ${campaign.id}::uuid
          AND unit.code = ${unit} AND ${withinRegion(grant)})
      GROUP BY 1, 2
      ORDER BY 1, 2`;
}
