import "server-only";

import type { Grant } from "@/lib/account/auth/grant";
import type { Campaign } from "@/lib/campaign/campaign";
import { inLockedCampaign } from "@/lib/campaign/server/lock-commands";

import type { TableKind } from "@/lib/campaign/table-reading/head-words";
import type { ColumnMapping } from "./mapping";

/**
 * Keeps what the columns of a file are, once a file was stored by it: it is offered for the same heads
 * again. A later one takes its place.
 */
export async function confirmMapping(
  grant: Grant<"tally:submit"> | Grant<"target:import">,
  campaign: Campaign,
  kind: TableKind,
  { mapping, at }: { readonly mapping: ColumnMapping; readonly at: Date },
): Promise<void> {
  const { districtCode, id: campaignId } = campaign;
  const { heads, columns } = mapping;
  const key = { districtCode, campaignId, kind, heads };
  const confirmed = { columns, confirmedBy: grant.actor.id, confirmedAt: at };
  await inLockedCampaign(campaign, async (tx) => {
    await tx.columnMapping.upsert({
      where: { districtCode_campaignId_kind_heads: key },
      create: { ...key, ...confirmed },
      update: confirmed,
    });
  });
}
