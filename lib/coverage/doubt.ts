import type { CoverageCounts } from "./coverage";
import type { Goal } from "./goal";
import { neededEach } from "./needed";
import type { CoverageStatus } from "./status";

/**
 * Whether a goal is reached only with doses that somebody has to look at first: without them it would
 * not be. Such a goal is never called reached without a word.
 *
 * @param doubtfulDoses of the doses administered: those that an open finding of data quality covers.
 * @param units that each have to reach the goal, with their own; absent: it is a goal of the sum.
 */
export function isDoubtful({
  status,
  dosesAdministered,
  targetPopulation,
  doubtfulDoses,
  units,
  goal,
}: DoubtedCounts & {
  readonly status: CoverageStatus;
  readonly units?: readonly DoubtedCounts[] | null;
  readonly goal: Goal | null;
}): boolean {
  if (status !== "reached" || goal === null || targetPopulation === null) return false;
  const whole = { dosesAdministered, targetPopulation, doubtfulDoses };
  const certain = (units ?? [whole]).map((each) => ({
    targetPopulation: each.targetPopulation,
    dosesAdministered: Math.max(0, each.dosesAdministered - each.doubtfulDoses),
  }));
  return (neededEach(certain, goal) ?? 0) > 0;
}

type DoubtedCounts = CoverageCounts & { readonly doubtfulDoses: number };
