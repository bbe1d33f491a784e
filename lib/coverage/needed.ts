import { assertCount } from "./count";
import type { CoverageCounts } from "./coverage";
import { assertCoverageCounts } from "./coverage";
import type { Goal } from "./goal";
import { goalScale } from "./goal";
import { roundUp } from "./quotient";

/**
 * The doses at which a goal is reached: goal × target population, rounded up, because 95 % of 30
 * children is 28.5 and 28 children are not 95 %.
 *
 * @returns 0 for an empty target population, which has nothing to reach.
 * @throws {RangeError} when the target population is negative or not whole.
 */
export function goalCount({
  goal,
  targetPopulation,
}: {
  readonly goal: Goal;
  readonly targetPopulation: number;
}): number {
  assertCount(targetPopulation, "targetPopulation");

  return roundUp({
    numerator: BigInt(goal) * BigInt(targetPopulation),
    denominator: BigInt(goalScale),
  });
}

/**
 * Children still to be vaccinated before the goal is reached; 0 once it is. From the exact goal,
 * not from a printed percentage.
 *
 * @returns `null` when the target population is 0 or not known.
 * @throws {RangeError} when a count is negative or not whole.
 */
export function needed({
  goal,
  ...counts
}: CoverageCounts & { readonly goal: Goal }): number | null {
  assertCoverageCounts(counts);
  const { dosesAdministered, targetPopulation } = counts;
  if (targetPopulation === null || targetPopulation === 0) return null;

  return Math.max(0, goalCount({ goal, targetPopulation }) - dosesAdministered);
}

/**
 * People still to be reached before each of several units has reached the goal: the sum of their own
 * shortfalls, since what one has too much helps no other. Never below `needed` of their sum: each unit
 * rounds up for itself.
 *
 * @returns `null` when no unit has a target population that is not empty.
 * @throws {RangeError} when a count is negative or not whole.
 */
export function neededEach(units: readonly CoverageCounts[], goal: Goal): number | null {
  const needs = units.flatMap((unit) => needed({ ...unit, goal }) ?? []);

  return needs.length === 0 ? null : needs.reduce((sum, need) => sum + need, 0);
}

/**
 * People of the target population without a dose, whatever the goal; 0 when more doses were given.
 *
 * @returns `null` when the target population is not known. An empty one has 0 remaining.
 * @throws {RangeError} when a count is negative or not whole.
 */
export function remaining(counts: CoverageCounts): number | null {
  assertCoverageCounts(counts);
  const { dosesAdministered, targetPopulation } = counts;

  return targetPopulation === null ? null : Math.max(0, targetPopulation - dosesAdministered);
}

/**
 * Doses beyond the target population; 0 when there are none. A finding to explain (an old target
 * population, people from elsewhere, a double count), so it is shown and never cut.
 *
 * @returns `null` when the target population is not known.
 * @throws {RangeError} when a count is negative or not whole.
 */
export function excess(counts: CoverageCounts): number | null {
  assertCoverageCounts(counts);
  const { dosesAdministered, targetPopulation } = counts;

  return targetPopulation === null ? null : Math.max(0, dosesAdministered - targetPopulation);
}
