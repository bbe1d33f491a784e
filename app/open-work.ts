import { authorize } from "@/lib/account/auth/grant";
import { ownPlace, type Actor } from "@/lib/account/auth/policy";
import type { Open, OpenWork } from "@/lib/account/navigation";
import { campaignGrant, campaignsOf } from "@/lib/campaign/server/current";
import type { CampaignTitle } from "@/lib/campaign/server/queries";
import { countLate } from "@/lib/directive/server/directive-queries";
import { countOwnWaiting } from "@/lib/directive/server/follow-up-queries";
import { awaitedToday } from "@/lib/monitor/server/open-work";
import { openFindings } from "@/lib/monitor/quality/server/kept-queries";
import { now } from "@/lib/base/time/clock";
import { localDay } from "@/lib/base/time/time-zone";
import { openWork } from "@/lib/report/verification/server/queue-queries";

/**
 * How much is open on the screens of the navigation: in the campaign that is looked at, and in the
 * others of its kabupaten that run today. Each asks only for whom the screen is there. In a campaign that
 * is put away nothing is.
 */
export async function openWorkOf(actor: Actor, slug: string | null): Promise<OpenWork> {
  const asked = await askedOf(actor);
  const followUps = { here: asked.waiting, elsewhere: [] };
  if (slug === null) return { followUps };
  const others = await runningBeside(actor, slug);
  const opened = async (count: (actor: Actor, slug: string) => Promise<number>): Promise<Open> => {
    const [here, elsewhere] = await Promise.all([
      count(actor, slug),
      Promise.all(
        others.map(async (other) => ({
          campaign: other.name,
          count: await count(actor, other.slug),
        })),
      ),
    ]);
    return { here, elsewhere: elsewhere.filter((other) => other.count > 0) };
  };
  const [completeness, quality, verification, directives] = await Promise.all([
    opened(awaited),
    opened(findings),
    opened(unsettled),
    // What is late by others, and what is asked of oneself: one screen has both.
    late(actor, slug).then((here): Open => ({
      here: here + asked.waiting - asked.late,
      elsewhere: [],
    })),
  ]);
  return { completeness, quality, verification, directives, followUps };
}

async function runningBeside(actor: Actor, slug: string): Promise<readonly CampaignTitle[]> {
  const campaigns = await campaignsOf(actor);
  const district = campaigns.find((each) => each.slug === slug)?.districtCode;
  // Which day it is is asked of each campaign's own zone where its work is counted.
  const today = localDay(now(), "Asia/Jakarta");
  return campaigns.filter(
    (each) =>
      !each.isArchived &&
      each.slug !== slug &&
      each.districtCode === district &&
      each.startsOn <= today &&
      today <= each.endsOn,
  );
}

async function awaited(actor: Actor, slug: string): Promise<number> {
  const found = await campaignGrant(actor, "completeness:read", slug);
  if (!found || found.campaign.isArchived) return 0;
  const { campaign, grant } = found;
  return awaitedToday(grant, campaign, localDay(now(), campaign.timeZone));
}

async function findings(actor: Actor, slug: string): Promise<number> {
  const found = await campaignGrant(actor, "quality:review", slug);
  if (!found || found.campaign.isArchived) return 0;
  const { campaign, grant } = found;
  const at = now();
  const today = localDay(at, campaign.timeZone);
  return (await openFindings(grant, campaign, { today, at })) ?? 0;
}

async function unsettled(actor: Actor, slug: string): Promise<number> {
  const found = await campaignGrant(actor, "report:verify", slug);
  return found && !found.campaign.isArchived ? openWork(found.grant, found.campaign) : 0;
}

async function late(actor: Actor, slug: string): Promise<number> {
  const found = await campaignGrant(actor, "directive:manage", slug);
  if (!found) return 0;
  const { campaign, grant } = found;
  return countLate(grant, campaign, localDay(now(), campaign.timeZone));
}

/** What is asked of somebody is theirs whatever campaign they look at. */
function askedOf(actor: Actor): ReturnType<typeof countOwnWaiting> {
  const grant = authorize(actor, "action:answer", ownPlace(actor));
  return countOwnWaiting(grant, localDay(now(), "Asia/Jakarta"));
}
