import type { Counted, Direction, IndicatorMeasure } from "./indicator";

/** A number as an exact fraction: two shares of different numbers are equal when they are, and no nearly. */
export type Quantity = { readonly top: bigint; readonly bottom: bigint };

/** Decimals that a value keeps: as many as the database has. */
const scale = 10_000;

/** How a value went: where, and whether that is good. */
export type Move = "up" | "down" | "same";
export type IndicatorVerdict = "better" | "worse" | "same" | "changed";

/**
 * What a value comes to: of a percentage its percents, of a ratio the ratio, of a yes or no 1 or 0.
 *
 * @returns null where there is none: nothing was counted, or nobody there is to be a share of (0 of 0).
 */
export function quantityOf(
  measure: IndicatorMeasure,
  { value, numerator, denominator }: Counted,
): Quantity | null {
  if (numerator !== null && denominator !== null) {
    if (denominator === 0) return null;
    const of = measure === "percent" ? 100n : 1n;
    return { top: of * exact(numerator), bottom: exact(denominator) };
  }
  return value === null ? null : { top: exact(value), bottom: BigInt(scale) };
}

/** As a number, for what is drawn and written: never for what is judged. */
export function numberOf({ top, bottom }: Quantity): number {
  // In parts, because both may be larger than a double holds exactly.
  const whole = top / bottom;
  return Number(whole) + Number(top - whole * bottom) / Number(bottom);
}

/** In tenths, half up: what a percentage is written by. */
export function tenthsOf({ top, bottom }: Quantity): number {
  return Number((20n * top + bottom) / (2n * bottom));
}

/** Below 0 where the first is smaller. */
export function compareQuantities(one: Quantity, other: Quantity): number {
  const apart = one.top * other.bottom - other.top * one.bottom;
  return apart < 0n ? -1 : apart > 0n ? 1 : 0;
}

/** Equal is the same: no change is too small to be one. */
export function quantityMove(before: Quantity, after: Quantity): Move {
  const change = compareQuantities(after, before);
  return change > 0 ? "up" : change < 0 ? "down" : "same";
}

/** Fewer deaths are better: what is good hangs on where a value should go. */
export function directionVerdict(direction: Direction, move: Move): IndicatorVerdict {
  if (move === "same") return "same";
  if (direction === "none") return "changed";
  return direction === move ? "better" : "worse";
}

/** Whether a value is what its goal asks for; null: neither way is better, so nothing can be said. */
export function isGoalMet(direction: Direction, value: Quantity, goal: number): boolean | null {
  if (direction === "none") return null;
  const apart = compareQuantities(value, { top: exact(goal), bottom: BigInt(scale) });
  return direction === "up" ? apart >= 0 : apart <= 0;
}

function exact(value: number): bigint {
  return BigInt(Math.round(value * scale));
}
