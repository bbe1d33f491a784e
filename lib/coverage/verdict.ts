import type { Forecast } from "./forecast";
import { forecast } from "./forecast";
import type { Judgement, JudgementInput } from "./judgement";
import { judge } from "./judgement";
import type { DayTotal, PaceRule } from "./pace";
import { dailyPace, findBestDay, isUnrealistic, recentPace } from "./pace";

/** What one intervention in one place is judged from. */
export type VerdictInput = JudgementInput & {
  /** One row for each day begun up to the day looked at, that day's even when it is empty. */
  readonly dayTotals: readonly DayTotal[];
  /** The day looked at. */
  readonly day: string;
  /** Which days make pace and forecast. */
  readonly rule?: PaceRule;
};

/** Will this intervention reach its goal by the last day? The same answer for every screen. */
export type Verdict = Judgement & {
  /** Mean doses of the latest complete days, not rounded; `null` where `recentPace` is. */
  readonly recentPace: number | null;
  /** `null` where `forecast` is, without a goal, and for a place that has never reported. */
  readonly forecast: Forecast | null;
  /** Whether the goal is within the forecast or below it; `null` without either of them. */
  readonly isForecastReaching: boolean | null;
  /** Whether the required pace is out of reach without more teams or days. */
  readonly isUnrealistic: boolean;
};

/**
 * The verdict on one intervention in one place, assembled from the other files of this folder so
 * that page, print, export and API cannot differ. Everything in it starts from the base day.
 *
 * @throws {RangeError} when a count is negative or not whole, or there are no service days.
 */
export function verdict({ dayTotals, day, rule = dailyPace, ...input }: VerdictInput): Verdict {
  const judgement = judge(input);
  if (input.goal === null) return { ...judgement, ...noOutlook };
  const { base, required } = judgement;
  const days = base.isLookedAt ? dayTotals : dayTotals.filter((total) => total.day < day);
  // At the end of a campaign a forecast is what was counted, and a silent place counted nothing:
  // 0 would state as known what nobody has reported.
  const range = input.hasReported
    ? forecast({ base, dosesAdministered: input.counts.dosesAdministered, days, rule })
    : null;

  return {
    ...judgement,
    recentPace: recentPace(days, rule),
    forecast: range,
    isForecastReaching: isReaching(range, judgement.needed, input.counts.dosesAdministered),
    isUnrealistic:
      required.kind === "perDay" &&
      isUnrealistic({ perDay: required.perDay, bestDay: findBestDay(days, rule) }),
  };
}

function isReaching(
  range: Forecast | null,
  needed: number | null,
  dosesAdministered: number,
): boolean | null {
  if (range === null || needed === null) return null;

  return range.high >= dosesAdministered + needed;
}

/** A verdict that looks at no day to come. */
export const noOutlook = {
  recentPace: null,
  forecast: null,
  isForecastReaching: null,
  isUnrealistic: false,
} as const;
