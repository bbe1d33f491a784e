import { assertCount } from "./count";

/** What may be wrong with a typed count. It asks the person to look again and blocks nothing. */
export type EntryWarning = "exceedsRemaining" | "threeTimesUsual";

/** Earlier days that "usual" looks back on, and the fewest that make one. */
const mostDays = 7;
const fewestDays = 3;

/** Up to this count three times the usual is chance: a hamlet that saw 2 may well see 8. */
const neverUnusual = 10;

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
 * `exceedsRemaining`: more than the target population has left. `threeTimesUsual`: above 10 and
 * more than three times the median of the days that `usualRange` looks at. The median, because one
 * mistyped day before would raise a mean and hide the next mistake.
 *
 * @param residents The count, of residents only: others do not come out of the target population.
 * @param remaining As `remaining()` gives it, without the count itself; `null` never warns.
 * @param usualValues Doses of the unit's earlier reported days, oldest first, today left out.
 * @throws {RangeError} when a count is negative or not whole.
 */
export function entryWarnings({
  residents,
  remaining,
  usualValues,
}: {
  readonly residents: number;
  readonly remaining: number | null;
  readonly usualValues: readonly number[];
}): EntryWarning[] {
  assertCount(residents, "residents");
  if (remaining !== null) assertCount(remaining, "remaining");

  const warnings: EntryWarning[] = [];
  if (remaining !== null && residents > remaining) warnings.push("exceedsRemaining");

  const usual = usualDays(usualValues);
  if (usual !== null && residents > neverUnusual && residents > 3 * median(usual)) {
    warnings.push("threeTimesUsual");
  }

  return warnings;
}

function usualDays(values: readonly number[]): readonly number[] | null {
  for (const value of values) assertCount(value, "usual value");
  const usual = values.filter((value) => value > 0).slice(-mostDays);

  return usual.length < fewestDays ? null : usual;
}

/** The middle value, or the mean of the two middle ones; `values` has at least one. */
function median(values: readonly number[]): number {
  const ascending = [...values].sort((a, b) => a - b);
  const middle = ascending.length / 2;
  const low = ascending[Math.ceil(middle) - 1] ?? 0;
  const high = ascending[Math.floor(middle)] ?? 0;

  return (low + high) / 2;
}
