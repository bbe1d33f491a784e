import type { Actor } from "@/lib/account/auth/policy";
import { campaignGrant } from "@/lib/campaign/server/current";
import { awaitedToday } from "@/lib/monitor/server/open-work";
import type { ScreenKey } from "@/lib/account/navigation";
import { openFindings } from "@/lib/monitor/quality/server/kept-queries";
import { now } from "@/lib/base/time/clock";
import { localDay } from "@/lib/base/time/time-zone";
import { openWork } from "@/lib/report/verification/server/queue-queries";

/** How much is open on the screens of the navigation, in the campaign that is looked at. */
export type OpenWork = Partial<Record<ScreenKey, number>>;

/** A line for each screen that has open work; each asks only for whom the screen is there. */
export async function openWorkOf(actor: Actor, slug: string | null): Promise<OpenWork> {
  if (slug === null) return {};
  const [completeness, quality, verification] = await Promise.all([
    awaited(actor, slug),
    findings(actor, slug),
    unsettled(actor, slug),
  ]);
  return { completeness, quality, verification };
}

async function awaited(actor: Actor, slug: string): Promise<number> {
  const found = await campaignGrant(actor, "completeness:read", slug);
  if (!found) return 0;
  const { campaign, grant } = found;
  return awaitedToday(grant, campaign, localDay(now(), campaign.timeZone));
}

async function findings(actor: Actor, slug: string): Promise<number> {
  const found = await campaignGrant(actor, "quality:review", slug);
  if (!found) return 0;
  const { campaign, grant } = found;
  const at = now();
  const today = localDay(at, campaign.timeZone);
  return (await openFindings(grant, campaign, { today, at })) ?? 0;
}

async function unsettled(actor: Actor, slug: string): Promise<number> {
  const found = await campaignGrant(actor, "report:verify", slug);
  return found ? openWork(found.grant, found.campaign) : 0;
}
