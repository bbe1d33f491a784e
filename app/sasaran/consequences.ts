import type { SourceConsequence } from "@/components/target/decide-source";
import { authorize, type Grant } from "@/lib/auth/grant";
import type { Campaign, TargetSource } from "@/lib/campaign/campaign";
import { readSummary } from "@/lib/monitor/summary-queries";
import { now } from "@/lib/time/clock";
import { localDay } from "@/lib/time/time-zone";

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
  return before.interventions.flatMap(({ intervention, standing }) => {
    const then = after.interventions.find((each) => each.intervention === intervention);
    return then ? [{ name: intervention.name, before: standing, after: then.standing }] : [];
  });
}
