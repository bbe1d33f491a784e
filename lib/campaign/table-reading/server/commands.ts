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
  await inLockedCampaign(campaign, async (tx) => {
    await tx.$executeRaw`
      INSERT INTO column_mapping (
        district_code, campaign_id, kind, heads, columns, confirmed_by, confirmed_at)
      VALUES (${campaign.districtCode}, ${campaign.id}::uuid, ${kind}, ${mapping.heads},
              ${JSON.stringify(mapping.columns)}::jsonb, ${grant.actor.id}::uuid,
              ${at.toISOString()}::timestamptz)
      ON CONFLICT (district_code, campaign_id, kind, heads)
      DO UPDATE SET columns = excluded.columns, confirmed_by = excluded.confirmed_by,
                    confirmed_at = excluded.confirmed_at`;
  });
}
