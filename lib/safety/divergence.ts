import type { CoverageCounts } from "@/lib/coverage/coverage";
import type { Goal } from "@/lib/coverage/goal";
import { goalCount } from "@/lib/coverage/needed";

import type { RapidVerdict } from "./rapid-assessment";

/**
 * Whether reports say that a place is done and its houses say that it is not: its coverage has reached the
 * goal, and the assessment says to sweep again. Nothing is said of an assessment with too few houses, of a
 * place without a target population or goal, and of one that does not claim to be done.
 */
export function isDivergent(
  verdict: RapidVerdict,
  counts: CoverageCounts | null,
  goal: Goal | null,
): boolean {
  return verdict === "repeat" && saysDone(counts, goal);
}

/** Whether the reports of a place say that its goal is reached: such places are looked at. */
export function saysDone(counts: CoverageCounts | null, goal: Goal | null): boolean {
  const targetPopulation = counts?.targetPopulation ?? 0;
  if (counts === null || goal === null || targetPopulation === 0) return false;
  return counts.dosesAdministered >= goalCount({ goal, targetPopulation });
}
