import { lastDay } from "@/lib/campaign/calendar";
import type { Campaign } from "@/lib/campaign/campaign";
import { daysFrom, type CalendarDay } from "@/lib/base/time/calendar-day";

/** Days that reports can be about by now, the latest first. */
export function reportDays(campaign: Pick<Campaign, "rounds">, today: CalendarDay): CalendarDay[] {
  return campaign.rounds
    .flatMap((round) => daysFrom(round.startsOn, lastDay(round)))
    .filter((day) => day <= today)
    .reverse();
}
