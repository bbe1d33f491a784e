import "server-only";

import { recordAudit } from "@/lib/account/audit/server/record";
import type { Grant } from "@/lib/account/auth/grant";
import { AppError } from "@/lib/base/errors";
import { isWithin } from "@/lib/base/region/code";
import { auditSubject } from "@/lib/campaign/address";
import type { Campaign } from "@/lib/campaign/campaign";
import type { Transaction } from "@/lib/server/db/client";

import { requireUnchanged } from "./definition-queries";
import { nothingStored, writeCampaign } from "./lock-commands";

/**
 * Puts a campaign away, or back: what is in it is read as before, and lists keep it apart. It is
 * nobody's first page any more, and takes no report and no change before it is put back.
 *
 * @param at when; null: it is put back.
 * @param readAt the tag of the definition that it was read with; undefined: whatever stands.
 * @throws {AppError} `forbidden` when the grant does not hold the whole kabupaten; `campaignChanged`.
 */
export async function archiveCampaign(
  grant: Grant<"campaign:manage">,
  campaign: Campaign,
  at: Date | null,
  readAt?: string,
): Promise<{ slug: string }> {
  const { districtCode: district, id, slug } = campaign;
  if (!isWithin(district, grant.region)) {
    throw new AppError("forbidden", `${grant.region} is a part of ${district} only`);
  }
  const work = async (tx: Transaction) => {
    await requireUnchanged(tx, grant, campaign, readAt);
    const { count } = await tx.campaign.updateMany({
      where: { districtCode: district, id, archivedAt: at === null ? { not: null } : null },
      data: { archivedAt: at },
    });
    if (count === 0) return nothingStored({ slug });
    await recordAudit(tx, [
      {
        actor: grant.actor,
        districtCode: district,
        campaignId: id,
        action: at === null ? "campaign.restored" : "campaign.archived",
        subject: auditSubject(campaign),
      },
    ]);
    return { slug };
  };
  return writeCampaign(campaign, work, { mayBeArchived: true });
}
