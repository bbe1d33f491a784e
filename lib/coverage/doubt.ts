import type { CoverageCounts } from "./coverage";
import type { Goal } from "./goal";
import { goalCount } from "./needed";
import type { CoverageStatus } from "./status";

/**
 * Whether a goal is reached only with doses that somebody has to look at first: without them it would
 * not be. Such a goal is never called reached without a word.
 *
 * @param doubtfulDoses of the doses administered: those that an open finding of data quality covers.
 */
export function isDoubtful({
  status,
  dosesAdministered,
  targetPopulation,
  doubtfulDoses,
  goal,
}: CoverageCounts & {
  readonly status: CoverageStatus;
  readonly doubtfulDoses: number;
  readonly goal: Goal;
}): boolean {
  return (
    status === "reached" &&
    targetPopulation !== null &&
    dosesAdministered - doubtfulDoses < goalCount({ goal, targetPopulation })
  );
}
