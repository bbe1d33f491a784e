import { assertCount } from "./count";
import type { Ratio } from "./coverage";
import type { Elapsed } from "./elapsed";
import { elapsedDays } from "./elapsed";
import type { Goal } from "./goal";
import { goalScale } from "./goal";
import { roundHalfUp } from "./quotient";

/** What the running target follows from. */
type GoalOverDays = Elapsed & { readonly goal: Goal };

/**
 * The coverage that a straight line to the goal asks for by the end of today: goal × day ÷ days.
 * 0 before the first day, the goal itself from the last day on.
 *
 * A straight line, because the Ministry's own comes close to one: on day 4 of 7 in 2024 it
 * expected 53.4 % where 95 % × 4 ÷ 7 is 54.3 %.
 *
 * @throws {RangeError} when there are no service days.
 * @see https://fbeta.republika.co.id/berita/s7hjq4414/kemenkes-cakupan-sub-pin-polio-hari-keempat-capai-769-persen
 */
export function runningTarget({ goal, ...elapsed }: GoalOverDays): Ratio {
  return (goal * elapsedDays(elapsed)) / (goalScale * elapsed.days);
}

/**
 * The running target in tenths of a percent, rounded half up, for a screen: 0.95 on day 18 of 31
 * is 552.
 *
 * @throws {RangeError} when there are no service days.
 */
export function runningTargetTenths({ goal, ...elapsed }: GoalOverDays): number {
  return roundHalfUp({
    numerator: BigInt(goal) * BigInt(elapsedDays(elapsed)) * 1_000n,
    denominator: BigInt(goalScale) * BigInt(elapsed.days),
  });
}

/**
 * The running target in children, rounded half up, for a screen and a chart. Status compares the
 * unrounded products instead.
 *
 * @returns `null` when the target population is 0 or not known.
 * @throws {RangeError} when there are no service days, or a count is negative or not whole.
 */
export function runningTargetCount({
  goal,
  targetPopulation,
  ...elapsed
}: GoalOverDays & { readonly targetPopulation: number | null }): number | null {
  const k = elapsedDays(elapsed);
  if (targetPopulation === null) return null;
  assertCount(targetPopulation, "targetPopulation");
  if (targetPopulation === 0) return null;

  return roundHalfUp({
    numerator: BigInt(goal) * BigInt(targetPopulation) * BigInt(k),
    denominator: BigInt(goalScale) * BigInt(elapsed.days),
  });
}
