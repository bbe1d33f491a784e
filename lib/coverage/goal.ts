import type { Ratio } from "./coverage";

declare const goalBrand: unique symbol;

/**
 * A coverage goal in whole ten-thousandths, 1 to 10,000: 9,500 is 95 %.
 *
 * Whole, because 0.95 has no exact binary form and the products made with it decide how many
 * children a village still needs. Only `parseGoal` and `findGoal` make one.
 */
export type Goal = number & { readonly [goalBrand]: true };

/** Ten-thousandths in a whole, the unit of `Goal`. */
export const goalScale = 10_000;

const decimals = 4;

/**
 * The goal that a decimal text states: "0.95", "0.9500", "1".
 *
 * @returns `null` for 0, for more than 1, for more than four decimals, and for anything that is
 * not a plain decimal with a point ("0,95", ".95", "95 %", "").
 */
export function findGoal(decimal: string): Goal | null {
  const [, whole, fraction = ""] = /^([01])(?:\.(\d{1,4}))?$/.exec(decimal) ?? [];
  if (whole === undefined) return null;

  const tenThousandths = Number(whole + fraction.padEnd(decimals, "0"));
  if (tenThousandths < 1 || tenThousandths > goalScale) return null;

  return tenThousandths as Goal;
}

/**
 * As `findGoal`, for a decimal that must be a goal, such as one read from the database.
 *
 * @throws {RangeError} when it is not.
 */
export function parseGoal(decimal: string): Goal {
  const goal = findGoal(decimal);
  if (goal === null) {
    throw new RangeError(`A goal is above 0, at most 1, with four decimals, not "${decimal}"`);
  }

  return goal;
}

/** The goal in percent, with at most two decimals: 9,525 is 95.25. */
export function goalPercent(goal: Goal): number {
  return goal / 100;
}

/** The shortest decimal text of a goal, with a point: "0.95", "0.8", "1". */
export function goalDecimal(goal: Goal): string {
  return String(goalRatio(goal));
}

/** The goal as a ratio: the double nearest to it, for drawing. Comparisons use the whole number. */
export function goalRatio(goal: Goal): Ratio {
  return goal / goalScale;
}
