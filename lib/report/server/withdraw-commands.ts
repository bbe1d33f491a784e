import "server-only";

import { z } from "zod";

import { readRows } from "@/lib/server/db/read";
import { recordAudit } from "@/lib/account/audit/server/record";
import type { Grant } from "@/lib/account/auth/grant";
import { mayEver } from "@/lib/account/auth/policy";
import { auditSubject } from "@/lib/campaign/address";
import type { Campaign } from "@/lib/campaign/campaign";
import { inLockedCampaign } from "@/lib/campaign/server/lock-commands";
import { AppError } from "@/lib/base/errors";
import { withinRegion } from "@/lib/account/region/server/scope-queries";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import { instantOf } from "@/lib/base/time/time-zone";

import { reportStatuses, storedReport } from "@/lib/report/schema";
import { reportPartsSql } from "./stored-report-queries";
import { isDayClosed } from "@/lib/report/write-access";

const withdrawnRow = z.object({
  round: z.int(),
  version: z.int(),
  status: z.enum(reportStatuses),
  reason: z.string().nullable(),
  parts: storedReport.shape.parts.unwrap().nullable(),
  openings: z.array(z.object({ from: z.coerce.date(), until: z.coerce.date() })),
});

/**
 * Takes back a zero report that was pressed by mistake: the unit has not reported again. Only the
 * report's first version, and only by who sent it, while the day is open for them and the report is
 * not verified; what replaced an earlier report is corrected instead.
 * Its submission stays, so that the same one sent again does not bring it back.
 *
 * @throws {AppError} `conflict` when that is not what stands; `campaignArchived`.
 */
export async function withdrawZeroReport(
  grant: Grant<"tally:submit">,
  campaign: Campaign,
  { unit, day, at }: { readonly unit: string; readonly day: CalendarDay; readonly at: Date },
): Promise<void> {
  await inLockedCampaign(campaign, async (tx) => {
    const [withdrawn] = await readRows(withdrawnRow, tx)`
      SELECT report.round_number AS round, report.version, report.status,
             report.return_reason AS reason,
             ${reportPartsSql} AS parts,
             (SELECT coalesce(jsonb_agg(jsonb_build_object(
                       'from', decided_at, 'until', opens_until)), '[]')
              FROM day_reopening AS reopening
              WHERE reopening.district_code = unit.district_code
                AND reopening.campaign_id = unit.campaign_id
                AND reopening.place_code = unit.subdistrict_code
                AND reopening.day = report.day
                AND reopening.decision = 'opened') AS openings
      FROM daily_report AS report
      JOIN reporting_unit AS unit
        ON unit.district_code = ${campaign.districtCode}
       AND unit.campaign_id = ${campaign.id}::uuid
       AND unit.code = report.unit_code
      WHERE report.district_code = ${campaign.districtCode}
        AND report.campaign_id = ${campaign.id}::uuid
        AND report.unit_code = ${unit}
        AND report.day = ${day}::date
        AND report.is_zero
        AND report.submitted_by = ${grant.actor.id}::uuid
        AND ${withinRegion(grant)}
        AND report.status <> 'verified'
        -- What was withdrawn before it began has earlier versions too.
        AND NOT EXISTS (
          SELECT FROM submission AS earlier
          WHERE earlier.district_code = ${campaign.districtCode}
            AND earlier.campaign_id = ${campaign.id}::uuid
            AND earlier.unit_code = report.unit_code
            AND earlier.day = report.day
            AND earlier.version < report.version
            AND earlier.received_at >= report.first_received_at)
    `;
    if (!withdrawn) throw new AppError("conflict", `no zero report of ${unit} on ${day}`);

    const { round, openings, parts, ...before } = withdrawn;
    const question = {
      mayVerify: mayEver(grant.actor.role, "report:verify"),
      closesAt: instantOf(day, campaign.reportCutOff, campaign.timeZone),
      openings,
    };
    if (isDayClosed(question, at)) throw new AppError("conflict", `${day} is closed`);

    await tx.$executeRaw`
      SELECT withdraw_reports(${campaign.districtCode}, ${campaign.id}::uuid,
                              ${JSON.stringify([{ round, unit, day }])}::jsonb)`;
    await recordAudit(tx, [
      {
        actor: grant.actor,
        districtCode: campaign.districtCode,
        campaignId: campaign.id,
        action: "report.withdrawn",
        subject: auditSubject(campaign, round, unit, day),
        before: { ...before, zero: true, tallies: [], ...(parts && { parts }) },
      },
    ]);
  });
}
