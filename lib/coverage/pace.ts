import { isCompleteDay } from "./completeness";
import { assertCount, assertDayDoses } from "./count";
import { roundUp } from "./quotient";

/** What one region reported for one service day. */
export type DayTotal = {
  /** Local calendar day, YYYY-MM-DD. */
  readonly day: string;
  /** Doses of that day alone, as far as they have been reported; below 0: it takes some back. */
  readonly doses: number;
  /** Reports that are in. */
  readonly received: number;
  /** Reports that should be in by the end of that day. */
  readonly expected: number;
  /** false: a sweeping day, or one on which the place is closed; it moves no pace. */
  readonly isService: boolean;
};

/** Which days make recent pace and forecast. */
export type PaceRule = {
  /**
   * Days that they look back on, the base day among them. Every reader of days needs these and no
   * earlier ones, so a screen that reads them and one that reads the whole round say the same.
   */
  readonly lookBack: number;
  /** Recent pace is the mean of so many of the latest that count. */
  readonly over: number;
  /** With fewer that count there is neither pace nor forecast. */
  readonly atLeast: number;
  /** The forecast draws from so many of the latest at most. */
  readonly most: number;
  /** Whether each service day counts; else those alone that are complete. */
  readonly isEveryDay: boolean;
};

/**
 * Where units report daily: a week and a long weekend. What a place gave longer ago says nothing
 * about what it gives today; one that fell silent has no pace rather than its old one.
 */
export const dailyPace: PaceRule = {
  lookBack: 10,
  over: 3,
  atLeast: 3,
  most: 7,
  isEveryDay: false,
};

/** What the days that are left ask for. */
export type RequiredPace =
  | { readonly kind: "nothingNeeded" }
  | { readonly kind: "perDay"; readonly perDay: number }
  | { readonly kind: "outOfTime"; readonly needed: number }
  | { readonly kind: "unknown" };

/**
 * Doses a day that reach the goal on the last day: needed ÷ days left, rounded up.
 *
 * Kapuas on 3 November 2021 needed 12,449 in 3 days: 4,150 a day. The press said 3,311, which
 * leaves 2,516 people out.
 *
 * @param needed As `needed()` gives it, of the doses up to the base day; `null` gives `unknown`.
 * @param daysLeft Service days after the base day.
 * @throws {RangeError} when a number is negative or not whole.
 * @see https://bakabar.com/post/tak-capai-target-vaksinasi-camat-di-kapuas-siap-siap-disanksi-l7c2jl52
 */
export function requiredPace({
  needed,
  daysLeft,
}: {
  readonly needed: number | null;
  readonly daysLeft: number;
}): RequiredPace {
  assertCount(daysLeft, "daysLeft");
  if (needed === null) return { kind: "unknown" };
  assertCount(needed, "needed");
  if (needed === 0) return { kind: "nothingNeeded" };
  if (daysLeft === 0) return { kind: "outOfTime", needed };

  const fraction = { numerator: BigInt(needed), denominator: BigInt(daysLeft) };

  return { kind: "perDay", perDay: roundUp(fraction) };
}

/**
 * The service days that count, oldest first, whatever order they came in: those that are complete, or
 * each where the rule says so.
 *
 * @throws {RangeError} when a day's doses are not whole, or its reports negative.
 */
export function completeDays(
  days: readonly DayTotal[],
  { isEveryDay }: Pick<PaceRule, "isEveryDay"> = dailyPace,
): readonly DayTotal[] {
  return oldestFirst(days).filter((day) => {
    assertDayDoses(day.doses, "doses");

    return day.isService && (isEveryDay || isCompleteDay(day));
  });
}

/**
 * Those among the last days that the rule looks back on, oldest first.
 *
 * @param days One row for each day up to the one that is asked about, that day's even when it is
 * empty: the latest row says which day that is.
 * @throws {RangeError} when a day's doses are not whole, or its reports negative.
 */
export function latestCompleteDays(
  days: readonly DayTotal[],
  rule: PaceRule = dailyPace,
): readonly DayTotal[] {
  if (days.length === 0) return [];
  const asked = days.reduce((latest, { day }) => (day > latest ? day : latest), "");
  const since = daysBefore(asked, rule.lookBack);

  return completeDays(
    days.filter(({ day }) => day > since),
    rule,
  );
}

/**
 * Mean doses a day, not rounded, over the latest days that count. A day without enough reports, today above all, never moves it. Days that took back more than was given
 * make no pace: 0.
 *
 * @param days As for `latestCompleteDays`.
 * @returns `null` where there are too few.
 * @throws {RangeError} when a count is negative or not whole, or the rule is of no day.
 */
export function recentPace(days: readonly DayTotal[], rule: PaceRule = dailyPace): number | null {
  assertCount(rule.over, "over");
  if (rule.over === 0 || rule.atLeast === 0) {
    throw new RangeError("A mean needs at least one day");
  }

  const latest = latestCompleteDays(days, rule).slice(-rule.over);
  if (latest.length < rule.atLeast) return null;

  return (
    Math.max(
      0,
      latest.reduce((sum, { doses }) => sum + doses, 0),
    ) / latest.length
  );
}

/**
 * The most doses given on one complete day, however long ago: what the teams can do at their best.
 *
 * @returns `null` when no day is complete; 0 when all of them took doses back.
 * @throws {RangeError} when a count is negative or not whole.
 */
export function findBestDay(days: readonly DayTotal[], rule: PaceRule = dailyPace): number | null {
  const doses = completeDays(days, rule).map((day) => day.doses);

  return doses.length === 0 ? null : Math.max(0, ...doses);
}

/**
 * Whether a pace asks for more than one and a half times the best complete day so far: out of
 * reach without more teams or more days. Without a best day, or with one of 0, nothing is known
 * of what the teams can do, so nothing is called unrealistic.
 *
 * @throws {RangeError} when a number is negative or not whole.
 */
export function isUnrealistic({
  perDay,
  bestDay,
}: {
  readonly perDay: number;
  readonly bestDay: number | null;
}): boolean {
  assertCount(perDay, "perDay");
  if (bestDay === null) return false;
  assertCount(bestDay, "bestDay");

  return bestDay > 0 && 2 * perDay > 3 * bestDay;
}

function oldestFirst(days: readonly DayTotal[]): readonly DayTotal[] {
  return [...days].sort((a, b) => Number(a.day > b.day) - Number(a.day < b.day));
}

/** A calendar day without an hour is read as UTC, where every day has 24 hours. */
function daysBefore(day: string, count: number): string {
  return new Date(Date.parse(day) - count * 86_400_000).toISOString().slice(0, 10);
}
