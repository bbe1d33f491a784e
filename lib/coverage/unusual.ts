import { assertCount } from "./count";

/** What may be wrong with a typed count. It asks the person to look again and blocks nothing. */
export type EntryWarning = "exceedsRemaining" | "threeTimesUsual";

/** Earlier days that "usual" looks back on, and the fewest that make one. */
const maxDays = 7;
const minDays = 3;

/** Up to this count three times the usual is chance: a hamlet that saw 2 may well see 8. */
const neverUnusual = 10;

/** What "three times the usual" multiplies. */
const timesUsual = 3;

/** Below this median a third of it is under 10: too few to tell a low day from chance. */
const minUsual = timesUsual * neverUnusual;

/** Makes the median absolute deviation comparable to a standard deviation (Rousseeuw and Croux 1993). */
const toStandardDeviation = 1.4826;

/**
 * The smallest and the largest of a unit's last seven reported days, zero reports left out: a day
 * without a session says nothing about what a session brings. Not percentiles, so that the camat
 * finds both ends among the unit's own reports.
 *
 * @param values Doses of the unit's earlier reported days, oldest first, today left out.
 * @returns `null` under three such days.
 * @throws {RangeError} when a count is negative or not whole.
 */
export function usualRange(
  values: readonly number[],
): { readonly low: number; readonly high: number } | null {
  const usual = usualDays(values);

  return usual === null ? null : { low: Math.min(...usual), high: Math.max(...usual) };
}

/**
 * What to ask about a count before it is sent.
 *
 * `exceedsRemaining`: more than the target population has left. `threeTimesUsual`: far above the
 * usual, as `usualLimit` says.
 *
 * @param residents The count, of residents only: others do not come out of the target population.
 * @param remaining As `remaining()` gives it, without the count itself; `null` never warns.
 * @param usualValues Doses of the unit's earlier reported days, oldest first, today left out.
 * @param deviations As `usualLimit` takes them.
 * @throws {RangeError} when a count is negative or not whole.
 */
export function entryWarnings({
  residents,
  remaining,
  usualValues,
  deviations,
}: {
  readonly residents: number;
  readonly remaining: number | null;
  readonly usualValues: readonly number[];
  readonly deviations: number;
}): EntryWarning[] {
  assertCount(residents, "residents");
  if (remaining !== null) assertCount(remaining, "remaining");

  const warnings: EntryWarning[] = [];
  if (remaining !== null && residents > remaining) warnings.push("exceedsRemaining");

  const usual = usualLimit(usualValues, deviations);
  if (usual !== null && residents > usual.limit) warnings.push("threeTimesUsual");

  return warnings;
}

/**
 * Whether a count is so far above what the target population has left that no ordinary day explains
 * it: more than remains, and more than `usualLimit`; or, where there is no usual yet, more than
 * remains by over 10. Campaigns do end above their target, some doses a day: those are usual days.
 *
 * @param counted As `entryWarnings` takes it.
 * @throws {RangeError} when a count is negative or not whole.
 */
export function isFarAboveTarget(counted: Parameters<typeof entryWarnings>[0]): boolean {
  const { residents, remaining, usualValues, deviations } = counted;
  const kinds = entryWarnings(counted);
  if (remaining === null || !kinds.includes("exceedsRemaining")) return false;
  return usualLimit(usualValues, deviations) === null
    ? residents > remaining + neverUnusual
    : kinds.includes("threeTimesUsual");
}

/**
 * Between which counts a day is usual beside a unit's other days. Median and MAD, because one
 * mistyped day before would raise a mean and hide the next mistake.
 *
 * `limit`: three times their median, or where days differ much the median and `deviations` median
 * absolute deviations (MAD × 1.4826), and never under 10. `low`: a third of their median, or where
 * days differ much the median less as many deviations; 0, under which no count is, for medians below
 * 30. Fewer than three deviations are as many times the median instead of three: 2 means above
 * twice and under half of it.
 *
 * The entry screens warn above `limit` only: a low count is no slip while typing, because rain, a
 * market day and a Sunday make one.
 *
 * @param values As `usualRange` takes them.
 * @param deviations How many deviations a day may be off: the campaign's setting, 1 or more.
 * @returns `null` under three days that are not 0.
 * @throws {RangeError} when a value is negative or not whole.
 */
export function usualLimit(
  values: readonly number[],
  deviations: number,
): { readonly median: number; readonly low: number; readonly limit: number } | null {
  const usual = usualDays(values);
  if (usual === null) return null;

  const middle = median(usual);
  const spread = median(usual.map((value) => Math.abs(value - middle))) * toStandardDeviation;
  const times = timesOf(deviations);
  const limit = Math.max(neverUnusual, times * middle, middle + deviations * spread);
  const low = middle < minUsual ? 0 : Math.min(middle / times, middle - deviations * spread);
  return { median: middle, low: Math.max(0, low), limit };
}

/** How many times the median a day has to be, at the least, to be told: three, or fewer deviations. */
export function timesOf(deviations: number): number {
  return Math.min(timesUsual, deviations);
}

function usualDays(values: readonly number[]): readonly number[] | null {
  for (const value of values) assertCount(value, "usual value");
  const usual = values.filter((value) => value > 0).slice(-maxDays);

  return usual.length < minDays ? null : usual;
}

/** The middle value, or the mean of the two middle ones; `values` has at least one. */
function median(values: readonly number[]): number {
  const ascending = [...values].sort((a, b) => a - b);
  const middle = ascending.length / 2;
  const low = ascending[Math.ceil(middle) - 1] ?? 0;
  const high = ascending[Math.floor(middle)] ?? 0;

  return (low + high) / 2;
}
