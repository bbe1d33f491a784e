import { permits, type Actor } from "@/lib/account/auth/policy";
import type { Grant } from "@/lib/account/auth/grant";
import { now } from "@/lib/base/time/clock";
import { localDay } from "@/lib/base/time/time-zone";
import type { Campaign } from "@/lib/campaign/campaign";
import { campaignGrant, openCampaign } from "@/lib/campaign/server/current";

type Query = Readonly<Record<string, string | string[] | undefined>>;

/** What every page of the screen starts with: whoever reads the campaign reads its indicators. */
export async function openIndicators(query: Query) {
  const { actor, current } = await openCampaign("coverage:read", query["kampanye"]?.toString());
  return {
    actor,
    current: current && { ...current, today: localDay(now(), current.campaign.timeZone) },
  };
}

/** Whether somebody may set up the list of a campaign's indicators. */
export function mayManageIndicators(actor: Actor, { districtCode, isArchived }: Campaign): boolean {
  return !isArchived && permits(actor, "indicator:manage", districtCode);
}

/** The grant to enter values in a campaign; null: they may not, or nobody may any more. */
export async function submitGrant(
  actor: Actor,
  { slug, isArchived }: Campaign,
): Promise<Grant<"indicator:submit"> | null> {
  if (isArchived) return null;
  return (await campaignGrant(actor, "indicator:submit", slug))?.grant ?? null;
}
