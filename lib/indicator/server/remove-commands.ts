import "server-only";

import type { Grant } from "@/lib/account/auth/grant";
import { recordAudit } from "@/lib/account/audit/server/record";
import { AppError } from "@/lib/base/errors";
import { isWithin } from "@/lib/base/region/code";
import type { Campaign } from "@/lib/campaign/campaign";
import { writeCampaign } from "@/lib/campaign/server/lock-commands";

/**
 * Removes an indicator that nothing was ever entered for, with its goals. Its versions stay, and so does
 * what was sent of it.
 *
 * @throws {AppError} `notFound` where the campaign has none of that id, or lies outside the grant's region;
 * `indicatorHasValues` once anybody has entered a value, also one that was taken back; `campaignArchived`.
 */
export async function removeIndicator(
  grant: Grant<"indicator:manage">,
  campaign: Pick<Campaign, "districtCode" | "id">,
  id: string,
): Promise<void> {
  const { districtCode, id: campaignId } = campaign;
  if (!isWithin(districtCode, grant.region)) throw new AppError("notFound", districtCode);
  await writeCampaign(campaign, async (tx) => {
    const standing = await tx.indicator.findFirst({
      where: { districtCode, campaignId, id },
      include: { values: { take: 1, select: { id: true } } },
    });
    if (!standing) throw new AppError("notFound", `indicator ${id}`);
    const { values, code, name, measure, direction, period } = standing;
    if (values.length > 0) throw new AppError("indicatorHasValues", id);
    await tx.indicator.delete({ where: { districtCode_id: { districtCode, id } } });
    await recordAudit(tx, [
      {
        actor: grant.actor,
        districtCode,
        campaignId,
        action: "indicator.removed",
        subject: `indicator/${id}/${code}`,
        before: { code, name, measure, direction, period },
      },
    ]);
  });
}
