import type { Base } from "./base";
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

/** What the days say of where a place is heading. */
type Outlook = {
  /** Mean doses of the latest complete days, not rounded; `null` where `recentPace` is. */
  readonly recentPace: number | null;
  /** `null` where `forecast` is, without a goal, and for a place that has never reported. */
  readonly forecast: Forecast | null;
  /** Whether the goal is within the forecast or below it; `null` without either of them. */
  readonly isForecastReaching: boolean | null;
  /** Whether the required pace is out of reach without more teams or days. */
  readonly isUnrealistic: boolean;
};

/** Will this intervention reach its goal by the last day? The same answer for every screen. */
export type Verdict = Judgement & Outlook;

/**
 * The verdict on one intervention in one place, assembled from the other files of this folder so
 * that page, print, export and API cannot differ. Everything in it starts from the base day.
 *
 * @throws {RangeError} when a count is negative or not whole, or there are no service days.
 */
export function verdict({ dayTotals, day, rule = dailyPace, ...input }: VerdictInput): Verdict {
  const judgement = judge(input);
  const days = daysUpToBase(dayTotals, judgement.base, day);
  return { ...judgement, ...outlook(judgement, { ...input, days, rule }) };
}

/** Those of the days begun up to the day looked at that are not after the base day. */
export function daysUpToBase<Day extends DayTotal>(
  days: readonly Day[],
  { isLookedAt }: Pick<Base, "isLookedAt">,
  day: string,
): readonly Day[] {
  return days.filter((total) => (isLookedAt ? total.day <= day : total.day < day));
}

/**
 * What the days up to the base day say, of a judgement that is made.
 *
 * @throws {RangeError} when a count is negative or not whole.
 */
export function outlook(
  judgement: Judgement,
  {
    days,
    rule,
    ...input
  }: Pick<JudgementInput, "counts" | "goal" | "hasReported"> & {
    readonly days: readonly DayTotal[];
    readonly rule: PaceRule;
  },
): Outlook {
  if (input.goal === null) return noOutlook;
  const { base, required } = judgement;
  // At the end of a campaign a forecast is what was counted, and a silent place counted nothing:
  // 0 would state as known what nobody has reported.
  const range = input.hasReported
    ? forecast({ base, dosesAdministered: input.counts.dosesAdministered, days, rule })
    : null;

  return {
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
