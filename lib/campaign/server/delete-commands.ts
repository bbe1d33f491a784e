import "server-only";

import { z } from "zod";

import { recordAudit } from "@/lib/account/audit/server/record";
import type { Grant } from "@/lib/account/auth/grant";
import type { Transaction } from "@/lib/server/db/client";
import { readRow } from "@/lib/server/db/read";
import { AppError } from "@/lib/base/errors";
import { isWithin } from "@/lib/base/region/code";

import { auditSubject } from "@/lib/campaign/address";
import type { Campaign } from "@/lib/campaign/campaign";
import { requireUnchanged } from "./definition-queries";
import { inLockedCampaign } from "./lock-commands";

/**
 * Deletes a campaign that nobody has ever reported to: its units, target populations, notes and
 * questions go with it. What was done stays in the audit trail, with what went.
 *
 * @param terms the tag of the definition that was read; whether it is only asked what would go.
 * @throws {AppError} `campaignChanged` when somebody changed it since it was read; `forbidden` when the grant does not hold the whole kabupaten; `notFound` when it
 * went meanwhile; `campaignHasReports` once a report or submission of it exists, also one that was
 * taken back.
 */
export async function deleteCampaign(
  grant: Grant<"campaign:manage">,
  campaign: Campaign,
  terms: { readonly readAt?: string; readonly isDryRun?: boolean } = {},
): Promise<{ slug: string; goes: { reportingUnits: number; targetSets: number } }> {
  const { districtCode: district, id, slug } = campaign;
  if (!isWithin(district, grant.region)) {
    throw new AppError("forbidden", `${grant.region} is a part of ${district} only`);
  }
  const work = async (tx: Transaction) => {
    await requireUnchanged(tx, grant, campaign, terms.readAt);
    const { reports, ...held } = await holdingsOf(tx, campaign);
    if (reports > 0) throw new AppError("campaignHasReports", slug);
    if (terms.isDryRun) return { slug, goes: held };

    // What was asked about it was asked all the same.
    await tx.directive.updateMany({
      where: { districtCode: district, campaignId: id },
      data: { campaignId: null },
    });
    const { isDeleted } = await readRow(z.object({ isDeleted: z.boolean() }), tx)`
      SELECT delete_campaign(${district}, ${id}::uuid) AS "isDeleted"`;
    if (!isDeleted) throw new AppError("notFound", `campaign ${slug} went`);
    await recordAudit(tx, [
      {
        actor: grant.actor,
        districtCode: district,
        campaignId: id,
        action: "campaign.deleted",
        subject: auditSubject(campaign),
        before: {
          name: campaign.name,
          startsOn: campaign.startsOn,
          endsOn: campaign.endsOn,
          rounds: campaign.rounds,
          interventions: campaign.interventions,
          targetGroups: campaign.targetGroups,
          ...held,
        },
      },
    ]);
    return { slug, goes: held };
  };
  return inLockedCampaign(campaign, work, { mayBeArchived: true });
}

const holdings = z.object({ reports: z.int(), reportingUnits: z.int(), targetSets: z.int() });

async function holdingsOf(tx: Transaction, { districtCode, id }: Campaign) {
  return readRow(holdings, tx)`
    SELECT (SELECT count(*) FROM (
              SELECT FROM submission
              WHERE district_code = ${districtCode} AND campaign_id = ${id}::uuid
              UNION ALL
              SELECT FROM daily_report
              WHERE district_code = ${districtCode} AND campaign_id = ${id}::uuid
              UNION ALL
              SELECT FROM adverse_event
              WHERE district_code = ${districtCode} AND campaign_id = ${id}::uuid
              UNION ALL
              SELECT FROM rapid_assessment
              WHERE district_code = ${districtCode} AND campaign_id = ${id}::uuid
              LIMIT 1) AS report)::int AS reports,
           (SELECT count(*) FROM reporting_unit
            WHERE district_code = ${districtCode} AND campaign_id = ${id}::uuid)::int
             AS "reportingUnits",
           (SELECT count(*) FROM target_set
            WHERE district_code = ${districtCode} AND campaign_id = ${id}::uuid)::int
             AS "targetSets"`;
}
