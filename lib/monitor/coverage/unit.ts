import { lastDay } from "@/lib/campaign/calendar";
import type { Campaign, Round } from "@/lib/campaign/campaign";
import { daysFrom, type CalendarDay } from "@/lib/base/time/calendar-day";

import type { UnitReport } from "@/lib/monitor/coverage/server/queries";
import type { Doses } from "@/lib/campaign/measures";

/** One day of one unit: its report, or that there is none. */
export type UnitDay = {
  readonly day: CalendarDay;
  readonly isSweeping: boolean;
  readonly report: UnitReport | null;
  /** Counts of each intervention and group, in the campaign's order; null: an empty box. */
  readonly cells: readonly (Doses | null)[];
};

/** How many days a long round shows when only some of them have a report. */
const maxSilentDays = 62;

/**
 * Every day of a unit in a round up to a day, latest first. In a round of months with few reports
 * (one published total, say) only the days that have one.
 */
export function unitDays(
  reports: readonly UnitReport[],
  { campaign, round, on }: { campaign: Campaign; round: Round; on: CalendarDay },
): UnitDay[] {
  const byDay = new Map(reports.map((report) => [report.day, report]));
  const until = on < lastDay(round) ? on : lastDay(round);
  const days = daysFrom(round.startsOn, until).reverse();
  const silent = days.length - byDay.size;
  return days
    .filter((day) => byDay.has(day) || (silent <= maxSilentDays && day <= round.endsOn))
    .map((day) => {
      const report = byDay.get(day) ?? null;
      return {
        day,
        isSweeping: day > round.endsOn,
        report,
        cells: campaign.interventions.flatMap(({ code, targetGroups }) =>
          targetGroups.map(
            (group) =>
              report?.tallies.find(
                (tally) => tally.intervention === code && tally.targetGroup === group,
              ) ?? null,
          ),
        ),
      };
    });
}
