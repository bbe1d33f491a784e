import type { CoverageCounts } from "./coverage";
import type { Elapsed } from "./elapsed";
import type { Forecast } from "./forecast";
import { forecast } from "./forecast";
import type { Goal } from "./goal";
import { goalCount, needed } from "./needed";
import type { DayTotal, RequiredPace } from "./pace";
import { findBestDay, isUnrealistic, recentPace, requiredPace } from "./pace";
import type { CoverageStatus } from "./status";
import { coverageStatus } from "./status";

/** What one intervention in one region is judged from. */
export type VerdictInput = {
  /** All doses counted so far, and the target population. */
  readonly counts: CoverageCounts;
  readonly goal: Goal;
  readonly calendar: Elapsed & {
    /** Service days left, today included while today's reports are incomplete. */
    readonly daysLeft: number;
  };
  /** One row for each service day begun, today's even when it is empty. */
  readonly dayTotals: readonly DayTotal[];
  /** Whether the region has sent any report, a zero report included. */
  readonly hasReported: boolean;
};

/** Will this intervention reach its goal by the last day? The same answer for every screen. */
export type Verdict = {
  readonly status: CoverageStatus;
  /** Children still to be vaccinated; `null` without a target population. */
  readonly needed: number | null;
  readonly required: RequiredPace;
  /** Mean doses of the latest three complete days, not rounded; `null` where `recentPace` is. */
  readonly recentPace: number | null;
  /** `null` where `forecast` is, and for a region that has never reported. */
  readonly forecast: Forecast | null;
  /** Whether the goal is within the forecast or below it; `null` without either of them. */
  readonly isForecastReaching: boolean | null;
  /** Whether the required pace is out of reach without more teams or days. */
  readonly isUnrealistic: boolean;
};

/**
 * The verdict on one intervention in one region, assembled from the other files of this folder so
 * that page, print, export and API cannot differ.
 *
 * @throws {RangeError} when a count is negative or not whole, or there are no service days.
 */
export function verdict({
  counts,
  goal,
  calendar: { day, days, daysLeft },
  dayTotals,
  hasReported,
}: VerdictInput): Verdict {
  const { dosesAdministered, targetPopulation } = counts;
  const stillNeeded = needed({ ...counts, goal });
  const required = requiredPace({ needed: stillNeeded, daysLeft });
  // At the end of a campaign a forecast is what was counted, and a silent region counted nothing:
  // 0 would state as known what nobody has reported.
  const range = hasReported ? forecast({ dosesAdministered, days: dayTotals, daysLeft }) : null;

  return {
    status: coverageStatus({ ...counts, goal, day, days, hasReported }),
    needed: stillNeeded,
    required,
    recentPace: recentPace(dayTotals),
    forecast: range,
    isForecastReaching: isReaching(range, goal, targetPopulation),
    isUnrealistic:
      required.kind === "perDay" &&
      isUnrealistic({ perDay: required.perDay, bestDay: findBestDay(dayTotals) }),
  };
}

function isReaching(
  range: Forecast | null,
  goal: Goal,
  targetPopulation: number | null,
): boolean | null {
  if (range === null || targetPopulation === null || targetPopulation === 0) return null;

  return range.high >= goalCount({ goal, targetPopulation });
}
