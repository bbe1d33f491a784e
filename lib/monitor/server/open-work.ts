import type { Grant } from "@/lib/account/auth/grant";
import { roundOn, roundPhase } from "@/lib/campaign/calendar";
import type { Campaign } from "@/lib/campaign/campaign";
import type { CalendarDay } from "@/lib/base/time/calendar-day";

import { countAwaited } from "@/lib/monitor/completeness/server/queries";

/** Units whose report of today is awaited, for the navigation; 0 on a day that expects none. */
export async function awaitedToday(
  grant: Grant<"completeness:read">,
  campaign: Campaign,
  today: CalendarDay,
): Promise<number> {
  const round = roundOn(campaign.rounds, today);
  return roundPhase(round, today) === "running"
    ? countAwaited(grant, campaign, { round, day: today })
    : 0;
}
