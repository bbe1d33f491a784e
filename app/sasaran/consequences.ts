import type { SourceConsequence } from "@/components/campaign/target-population/decide-source";
import { authorize, type Grant } from "@/lib/account/auth/grant";
import type { Campaign, TargetSource } from "@/lib/campaign/campaign";
import { readSummary } from "@/lib/monitor/summary/server/queries";
import { now } from "@/lib/base/time/clock";
import { localDay } from "@/lib/base/time/time-zone";

/** How each intervention stands now, and would stand if another source decided. */
export async function consequencesOf(
  grant: Grant<"target:import">,
  campaign: Campaign,
  source: TargetSource,
): Promise<SourceConsequence[]> {
  const reading = authorize(grant.actor, "coverage:read", grant.region);
  const today = localDay(now(), campaign.timeZone);
  const [before, after] = await Promise.all([
    readSummary(reading, campaign, { today }),
    readSummary(reading, { ...campaign, decidingTargetSource: source }, { today }),
  ]);
  return before.interventions.flatMap(({ intervention, assessment }) => {
    const then = after.interventions.find((each) => each.intervention.key === intervention.key);
    return then ? [{ name: intervention.name, before: assessment, after: then.assessment }] : [];
  });
}
