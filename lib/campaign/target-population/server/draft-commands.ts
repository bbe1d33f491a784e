import "server-only";

import { recordAudit } from "@/lib/account/audit/server/record";
import type { Grant } from "@/lib/account/auth/grant";
import { AppError } from "@/lib/base/errors";
import { auditSubject } from "@/lib/campaign/address";
import type { Campaign, TargetSource } from "@/lib/campaign/campaign";
import { writeCampaign } from "@/lib/campaign/server/lock-commands";
import { unpackCells } from "@/lib/campaign/target-population/cell-pack";
import { checkRows } from "@/lib/campaign/target-population/row-check";
import type { TargetSetTerms } from "@/lib/campaign/target-population/schema";
import type { Transaction } from "@/lib/server/db/client";

import { placeCodes, requireDistrict, storeSet } from "./commands";

/**
 * Makes a draft of target populations a set, which decides from its day on. Boxes that the campaign
 * does not have any more are left out, as its page says before.
 *
 * @param reason which campaign they were copied from, in words.
 * @throws {AppError} `forbidden` when the grant does not hold the campaign's whole kabupaten;
 * `conflict` when the draft was confirmed or dropped meanwhile; `invalid` when nothing of it fits.
 */
export async function confirmTargetDraft(
  grant: Grant<"target:import">,
  campaign: Campaign,
  terms: TargetSetTerms,
  options: { readonly reason: string; readonly at: Date },
): Promise<{ setId: number }> {
  requireDistrict(grant, campaign);
  return writeCampaign(campaign, async (tx) => {
    const cells = await takeDraft(tx, campaign, terms.source);
    const rows = unpackCells(JSON.stringify(cells));
    const { accepted } = checkRows(rows, campaign, await placeCodes(tx, campaign));
    if (accepted.length === 0) throw new AppError("invalid", "nothing of the draft fits");
    return { setId: await storeSet(tx, grant, campaign, { ...terms, accepted }, options) };
  });
}

/**
 * Drops a draft of target populations; the trail says so.
 *
 * @throws {AppError} `forbidden`; `conflict` when it was confirmed or dropped meanwhile.
 */
export async function dropTargetDraft(
  grant: Grant<"target:import">,
  campaign: Campaign,
  source: TargetSource,
): Promise<void> {
  requireDistrict(grant, campaign);
  await writeCampaign(campaign, async (tx) => {
    const cells = await takeDraft(tx, campaign, source);
    await recordAudit(tx, [
      {
        actor: grant.actor,
        districtCode: campaign.districtCode,
        campaignId: campaign.id,
        action: "target.draftDropped",
        subject: auditSubject(campaign),
        before: { source, rows: Array.isArray(cells) ? cells.length : 0 },
      },
    ]);
  });
}

/** The cells of a draft, which is gone then: two people at once confirm it once. */
async function takeDraft(
  tx: Transaction,
  { districtCode, id }: Campaign,
  source: TargetSource,
): Promise<unknown> {
  const where = { districtCode, campaignId: id, source };
  const draft = await tx.targetDraft.findFirst({ where, select: { cells: true } });
  if (!draft) throw new AppError("conflict", `no draft of ${source}`);
  await tx.targetDraft.deleteMany({ where });
  return draft.cells;
}
