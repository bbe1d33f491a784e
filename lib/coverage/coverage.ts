import { assertCount } from "./count";

/** A share of a whole: 0.95 is 95 %. Percentages are made in `percent` and written in lib/base/i18n. */
export type Ratio = number;

/** The two counts behind a coverage. They are summed first and divided last. */
export type CoverageCounts = {
  /** Doses given to residents in the target group. */
  readonly dosesAdministered: number;
  /**
   * People in the target group, as one named source counts them. `null`: nobody has loaded a
   * target population. 0: someone has, and it is empty.
   */
  readonly targetPopulation: number | null;
};

/**
 * Administrative coverage: doses administered ÷ target population.
 *
 * The ratio is never clamped. Coverage above 1 says that the target population is too small or
 * that doses were counted twice; cutting it to 1 hides both.
 *
 * @returns `null` when the target population is 0 or not known: neither has a share.
 * @throws {RangeError} when a count is negative or not whole.
 * @see https://www.who.int/immunization_monitoring/routine/immunization_coverage/en/index1.html
 */
export function coverage(counts: CoverageCounts): Ratio | null {
  assertCoverageCounts(counts);
  const { dosesAdministered, targetPopulation } = counts;

  return targetPopulation === null || targetPopulation === 0
    ? null
    : dosesAdministered / targetPopulation;
}

/**
 * The counts of a region, from the counts of its parts.
 *
 * District coverage is `coverage(sumCounts(subdistricts))`. It is not the mean of their coverages,
 * in which a hamlet of 40 children weighs as much as a town of 4,000.
 *
 * A part without a target population adds neither doses nor people to parts that have one: its
 * doses divided by others' people would be too much. Show them and `countMissingTargets` beside the
 * sum. The target population of the sum is `null` only when every part's is, and then its doses are
 * all doses; so it is for no parts at all, which keeps sums equal in any grouping.
 *
 * @throws {RangeError} when a count, or a total, is negative or not a safe whole number.
 */
export function sumCounts(parts: readonly CoverageCounts[]): CoverageCounts {
  const nothing: CoverageCounts = { dosesAdministered: 0, targetPopulation: null };
  const sum = parts.reduce((total, part) => {
    // Each part is checked: a −5 would vanish in a total that is still positive.
    assertCoverageCounts(part);

    if (part.targetPopulation === null)
      return total.targetPopulation === null ? added(total, part) : total;
    return total.targetPopulation === null ? part : added(total, part);
  }, nothing);
  assertCoverageCounts(sum);

  return sum;
}

/** How many parts have no target population loaded, the ones that `sumCounts` cannot include. */
export function countMissingTargets(parts: readonly CoverageCounts[]): number {
  return parts.filter(({ targetPopulation }) => targetPopulation === null).length;
}

/** @throws {RangeError} when a count is negative or not whole. A `null` target passes. */
export function assertCoverageCounts({
  dosesAdministered,
  targetPopulation,
}: CoverageCounts): void {
  assertCount(dosesAdministered, "dosesAdministered");
  if (targetPopulation !== null) assertCount(targetPopulation, "targetPopulation");
}

/** The sum of two parts of which both have a target population, or none. */
function added(a: CoverageCounts, b: CoverageCounts): CoverageCounts {
  return {
    dosesAdministered: a.dosesAdministered + b.dosesAdministered,
    targetPopulation:
      a.targetPopulation === null || b.targetPopulation === null
        ? null
        : a.targetPopulation + b.targetPopulation,
  };
}
