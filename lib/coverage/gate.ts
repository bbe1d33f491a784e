import type { CoverageCounts, Ratio } from "./coverage";
import { coverage } from "./coverage";
import type { Goal } from "./goal";
import { goalCount } from "./needed";

/** One coverage that a gate asks for: what was counted, and the share that it must be at the least. */
type AskedCoverage = CoverageCounts & { readonly atLeast: Goal };

/** A term of a gate with its answer. */
type JudgedTerm<Term extends AskedCoverage> = Term & {
  readonly coverage: Ratio | null;
  readonly isMet: boolean;
};

/**
 * Whether the coverages that a gate asks for are reached, each from the exact counts: 69.99 % is not
 * 70 %. A term without a target population, or with an empty one, is not met.
 *
 * @returns `isOpen` once every term is met; a gate without terms is not.
 * @throws {RangeError} when a count is negative or not whole.
 */
export function judgeGate<Term extends AskedCoverage>(
  terms: readonly Term[],
): { readonly isOpen: boolean; readonly terms: readonly JudgedTerm<Term>[] } {
  const judged = terms.map((term) => ({ ...term, coverage: coverage(term), isMet: isMet(term) }));
  return { isOpen: judged.length > 0 && judged.every((term) => term.isMet), terms: judged };
}

function isMet({ atLeast, dosesAdministered, targetPopulation }: AskedCoverage): boolean {
  if (targetPopulation === null || targetPopulation === 0) return false;
  return dosesAdministered >= goalCount({ goal: atLeast, targetPopulation });
}
