import "server-only";

import type { Actor } from "@/lib/account/auth/policy";
import type { Campaign } from "@/lib/campaign/campaign";
import { findCampaign } from "@/lib/campaign/server/queries";
import { AppError } from "@/lib/base/errors";

import type { CampaignState } from "./queries";

const kept = new Map<string, Campaign>();
const maxKept = 50;

/**
 * The campaign as it is at a version, read once for each. Whether the actor may know of it has
 * been asked: `state` comes from a pass.
 */
export async function campaignAt(
  actor: Actor,
  { id, version, slug }: CampaignState,
): Promise<Campaign> {
  // With its address, which is not everybody's the same.
  const key = `${id}/${version}/${slug}`;
  const known = kept.get(key);
  if (known) return known;

  const campaign = await findCampaign(actor, slug);
  if (!campaign) throw new AppError("notFound", `campaign ${slug} went`);
  // A write may have come between: what was read is then newer than its key, never older.
  const oldest = kept.size >= maxKept ? kept.keys().next().value : undefined;
  if (oldest !== undefined) kept.delete(oldest);
  kept.set(key, campaign);
  return campaign;
}
