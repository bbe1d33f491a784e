import { hasCoverage } from "@/lib/monitor/assessment";
import type { InterventionSummary } from "./summary";

/** Figures that count the same kind of people, in the campaign's order. */
type ServedBlock = {
  readonly noun: string;
  readonly rows: readonly InterventionSummary[];
};

/** The groups that do not add, in blocks of one noun each, a noun where it first comes. */
export function servedBlocks(rows: readonly InterventionSummary[]): ServedBlock[] {
  const blocks = new Map<string, InterventionSummary[]>();
  for (const row of rows.filter(({ intervention }) => intervention.targetGroup !== null)) {
    const noun = row.intervention.wording.nouns[0] ?? "";
    blocks.set(noun, [...(blocks.get(noun) ?? []), row]);
  }
  return [...blocks].map(([noun, of]) => ({ noun, rows: of }));
}

/**
 * Which group was reached least and which most, by coverage; the first of equal ones. null where fewer
 * than two have a coverage: then none is behind another.
 */
export function servedExtremes(
  rows: readonly InterventionSummary[],
): { readonly least: InterventionSummary; readonly most: InterventionSummary } | null {
  const known = rows.filter(({ assessment }) => hasCoverage(assessment));
  const [first, ...others] = known;
  if (!first || others.length === 0) return null;
  const extremes = { least: first, most: first };
  for (const row of others) {
    if (compared(row, extremes.least) < 0) extremes.least = row;
    if (compared(row, extremes.most) > 0) extremes.most = row;
  }
  return extremes;
}

/** Below 0 where the first coverage is less, multiplied out to whole numbers. */
function compared(a: InterventionSummary, b: InterventionSummary): bigint {
  const [one, other] = [a.assessment, b.assessment];
  return (
    BigInt(one.dosesAdministered) * BigInt(other.targetPopulation ?? 0) -
    BigInt(other.dosesAdministered) * BigInt(one.targetPopulation ?? 0)
  );
}
