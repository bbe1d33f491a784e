import type { CalendarDay } from "@/lib/base/time/calendar-day";
import { instantOf, type TimeZone } from "@/lib/base/time/time-zone";

import type { ColumnPlan, ReportPlan } from "../campaign-plan";
import type { Random } from "../random";
import { spreadOver } from "../share-out";

/** What a unit counted in a stretch of days, by column, and the days on which it reports it. */
type UnitCounts = {
  readonly unit: string;
  readonly days: readonly CalendarDay[];
  readonly counts: readonly (ColumnPlan & { readonly total: number })[];
};

/**
 * Reports whose counts add up to those totals exactly, most of them on the first days, each received
 * in the afternoon and verified the same evening.
 */
export function inventReports(
  random: Random,
  units: readonly UnitCounts[],
  { round = 1, timeZone }: { readonly round?: number; readonly timeZone: TimeZone },
): readonly ReportPlan[] {
  return units.flatMap(({ unit, days, counts }) => {
    const weights = days.map((_, index) => (1.5 - index / days.length) * random.between(0.6, 1.4));
    const parts = counts.map(({ total }) => spreadOver(total, weights, random.between(0, 1)));
    return days.map((day, index): ReportPlan => {
      const at = instantOf(day, `14:${String(random.whole(10, 59))}`, timeZone);
      return {
        submissionId: random.uuid(),
        round,
        unit,
        day,
        isOnTime: true,
        receivedAt: at,
        submittedBy: null,
        settled: {
          status: "verified",
          at: instantOf(day, "19:30", timeZone),
          by: null,
          reason: null,
        },
        tallies: counts.flatMap(({ intervention, targetGroup }, column) => {
          const residents = parts[column]?.[index] ?? 0;
          return residents === 0 ? [] : [{ intervention, targetGroup, residents, nonResidents: 0 }];
        }),
      };
    });
  });
}

/** Some of the days, in order, at least one. */
export function someDays(
  random: Random,
  days: readonly CalendarDay[],
  count: number,
): readonly CalendarDay[] {
  return days
    .map((day) => ({ day, rank: random.between(0, 1) }))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, Math.max(1, count))
    .map(({ day }) => day)
    .sort((a, b) => (a < b ? -1 : 1));
}
