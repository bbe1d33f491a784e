import "server-only";

import type { Grant } from "@/lib/account/auth/grant";
import { now } from "@/lib/base/time/clock";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import { givesNothing, type Campaign } from "@/lib/campaign/campaign";
import type { FrozenFigures } from "@/lib/directive/frozen";
import { readSummary } from "@/lib/monitor/summary/server/queries";

/**
 * The figures of a campaign as its Ringkasan shows them now: what a directive keeps of its hour. null: it gives
 * nothing, and its indicators change once a period.
 */
export async function readFigures(
  grant: Grant<"coverage:read">,
  campaign: Campaign,
  today: CalendarDay,
): Promise<FrozenFigures | null> {
  if (givesNothing(campaign)) return null;
  const summary = await readSummary(grant, campaign, { today });
  return {
    day: today,
    at: now().toISOString(),
    reports: {
      received: summary.interventions[0]?.assessment.reportsReceived ?? 0,
      due: summary.interventions[0]?.assessment.reportsExpected ?? 0,
    },
    figures: summary.interventions.map(({ intervention, assessment, verdict }) => ({
      intervention: intervention.code,
      targetGroup: intervention.targetGroup,
      doses: assessment.dosesAdministered + assessment.dosesWithoutTarget,
      targetPopulation: assessment.targetPopulation,
      needed: assessment.needed,
      neededPerDay: verdict.required.kind === "perDay" ? verdict.required.perDay : null,
      pace: verdict.recentPace,
    })),
  };
}
