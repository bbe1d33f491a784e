import { hasNumber, type Counted, type Direction, type IndicatorMeasure } from "./indicator";
import {
  quantityMove,
  quantityOf,
  directionVerdict,
  type Move,
  type Quantity,
  type IndicatorVerdict,
} from "./quantity";

/** What one unit had in the period that is compared with, and in the one that is shown. */
type UnitPair = { readonly before: Counted | null; readonly after: Counted | null };

/** An indicator over several units. */
export type IndicatorWhole = {
  /** Units that it is asked of, that have a value, and that have one in both periods. */
  readonly units: number;
  readonly filled: number;
  readonly compared: number;
  /** How many units went which way. */
  readonly verdicts: Readonly<Record<IndicatorVerdict, number>>;
  /** Σ over the same units in both periods; of the shown one alone where nothing is compared. null: none. */
  readonly before: Quantity | null;
  readonly after: Quantity | null;
  readonly move: Move | null;
  /** mixed: there is no sum, and its units went different ways. null: nothing is compared. */
  readonly verdict: IndicatorVerdict | "mixed" | null;
};

/**
 * Adds an indicator up over units: counts are added, shares are Σ numerator ÷ Σ denominator, yes is counted.
 *
 * Where a percentage was sent without its two counts there is no sum, because a mean of percents is of no
 * people at all: then units alone are counted. Only units with a value in both periods are compared, so
 * that a village which has not sent its figures is no improvement.
 */
export function wholeOf(
  { measure, direction }: { readonly measure: IndicatorMeasure; readonly direction: Direction },
  pairs: readonly UnitPair[],
): IndicatorWhole {
  const filled = pairs.flatMap(({ after }) => (after && hasNumber(after) ? [after] : []));
  const both = pairs.flatMap(({ before, after }) =>
    before && after && hasNumber(before) && hasNumber(after) ? [{ before, after }] : [],
  );
  const verdicts = { better: 0, worse: 0, same: 0, changed: 0 };
  for (const pair of both) {
    const verdict = verdictOfPair({ measure, direction }, pair.before, pair.after);
    if (verdict !== null) verdicts[verdict] += 1;
  }
  const isCompared = both.length > 0;
  const before = isCompared
    ? sumOf(
        measure,
        both.map((pair) => pair.before),
      )
    : null;
  const after = sumOf(measure, isCompared ? both.map((pair) => pair.after) : filled);
  const hasSums = before !== null && after !== null;
  const move = hasSums ? quantityMove(before, after) : null;
  return {
    units: pairs.length,
    filled: filled.length,
    compared: both.length,
    verdicts,
    before: hasSums || !isCompared ? before : null,
    after: hasSums || !isCompared ? after : null,
    move,
    verdict: move === null ? shared(verdicts) : directionVerdict(direction, move),
  };
}

/** How one unit went; null: one of the two is nothing that can be compared. */
export function verdictOfPair(
  { measure, direction }: { readonly measure: IndicatorMeasure; readonly direction: Direction },
  before: Counted,
  after: Counted,
): IndicatorVerdict | null {
  const [from, to] = [quantityOf(measure, before), quantityOf(measure, after)];
  return from && to && directionVerdict(direction, quantityMove(from, to));
}

/** What all units that are compared agree on. */
function shared(verdicts: Readonly<Record<IndicatorVerdict, number>>): IndicatorWhole["verdict"] {
  const named = (["better", "worse", "changed", "same"] as const).filter(
    (each) => verdicts[each] > 0,
  );
  const [first = null, ...others] = named.filter((each) => each !== "same");
  return others.length > 0 ? "mixed" : (first ?? named[0] ?? null);
}

function sumOf(measure: IndicatorMeasure, values: readonly Counted[]): Quantity | null {
  if (values.length === 0) return null;
  if (measure === "count" || measure === "yesNo") {
    return quantityOf("count", {
      value: total(values, "value"),
      numerator: null,
      denominator: null,
    });
  }
  const haveCounts = values.every((each) => each.numerator !== null && each.denominator !== null);
  if (!haveCounts) return null;
  return quantityOf(measure, {
    value: null,
    numerator: total(values, "numerator"),
    denominator: total(values, "denominator"),
  });
}

function total(values: readonly Counted[], of: keyof Counted): number {
  return values.reduce((sum, each) => sum + (each[of] ?? 0), 0);
}
