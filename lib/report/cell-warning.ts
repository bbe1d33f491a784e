import { remaining } from "@/lib/coverage/needed";
import {
  entryWarnings,
  isFarAboveTarget,
  usualRange,
  type EntryWarning,
} from "@/lib/coverage/unusual";

import type { EntryCell } from "./entry-row";

/** What to ask about a count before it is sent. */
export type CellWarning = {
  readonly kinds: readonly EntryWarning[];
  /** So far above the target population that no door stores it before somebody said that it is right. */
  readonly isFar: boolean;
  /** Of the target population before this count; null: not loaded. */
  readonly remaining: number | null;
  readonly usual: { readonly low: number; readonly high: number } | null;
  /** What was perhaps meant: the count with one digit less, when that would be usual. */
  readonly likely: number | null;
};

/** null when the count gives no reason to ask. */
export function cellWarning(cell: EntryCell, residents: number): CellWarning | null {
  const left = remaining({ dosesAdministered: cell.before, targetPopulation: cell.target });
  const counted = {
    residents,
    remaining: left,
    usualValues: cell.usual,
    deviations: cell.deviations,
  };
  const kinds = entryWarnings(counted);
  if (kinds.length === 0) return null;

  const usual = usualRange(cell.usual);
  return {
    kinds,
    isFar: isFarAboveTarget(counted),
    remaining: left,
    usual,
    likely: usual && likelyCount(residents, usual),
  };
}

function likelyCount(
  residents: number,
  { low, high }: { readonly low: number; readonly high: number },
): number | null {
  const digits = String(residents);
  const shorter = [...digits].map((_, index) =>
    Number(digits.slice(0, index) + digits.slice(index + 1)),
  );
  // The last digit first: a key pressed too long or once too often ends the number.
  return shorter.reverse().find((count) => count >= low && count <= high) ?? null;
}
