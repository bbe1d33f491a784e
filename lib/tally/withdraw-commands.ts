import "server-only";

import { z } from "zod";

import { recordAudit } from "@/lib/audit/record";
import type { Grant } from "@/lib/auth/grant";
import type { Campaign } from "@/lib/campaign/campaign";
import { db } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { withinRegion } from "@/lib/region/scope-queries";
import type { CalendarDay } from "@/lib/time/calendar-day";

/**
 * Takes back a zero report that was pressed by mistake: the unit has not reported again. Only a
 * first version, and only by who sent it; what replaced an earlier report is corrected instead.
 * Its submission stays, so that the same one sent again does not bring it back.
 *
 * @throws {AppError} `conflict` when that is not what stands.
 */
export async function withdrawZeroReport(
  grant: Grant<"tally:submit">,
  campaign: Campaign,
  { unit, day }: { readonly unit: string; readonly day: CalendarDay },
): Promise<void> {
  await db().$transaction(async (tx) => {
    await tx.$queryRaw`
      SELECT 1 FROM campaign
      WHERE district_code = ${campaign.districtCode} AND id = ${campaign.id}::uuid
      FOR NO KEY UPDATE
    `;
    const rows = await tx.$queryRaw`
      DELETE FROM daily_report AS report
      USING reporting_unit AS unit
      WHERE report.district_code = ${campaign.districtCode}
        AND report.campaign_id = ${campaign.id}::uuid
        AND report.unit_code = ${unit}
        AND report.day = ${day}::date
        AND report.is_zero AND report.version = 1
        AND report.submitted_by = ${grant.actor.id}::uuid
        AND unit.district_code = report.district_code
        AND unit.campaign_id = report.campaign_id
        AND unit.code = report.unit_code
        AND ${withinRegion(grant)}
      RETURNING report.round_number AS round
    `;
    const [withdrawn] = z.array(z.object({ round: z.int() })).parse(rows);
    if (!withdrawn) throw new AppError("conflict", `no zero report of ${unit} on ${day}`);

    await recordAudit(tx, [
      {
        actor: grant.actor,
        districtCode: campaign.districtCode,
        campaignId: campaign.id,
        action: "report.withdrawn",
        subject: `${campaign.slug}/${String(withdrawn.round)}/${unit}/${day}`,
        before: { version: 1, zero: true, tallies: [] },
      },
    ]);
  });
}
