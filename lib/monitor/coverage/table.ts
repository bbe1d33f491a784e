import type { CoverageView } from "./view";
import type { CoverageParams } from "./params";
import { isBelowGoal, type PlaceRow } from "./rows";

/**
 * The rows of the table and of the CSV: the parts of the place or every unit in it, all of them or
 * those below the goal.
 *
 * @returns `all` is how many there are without the filter.
 */
export function tableRows(
  view: Pick<CoverageView, "parts" | "units">,
  params: Pick<CoverageParams, "level" | "isBelowGoal">,
): { readonly rows: readonly PlaceRow[]; readonly all: number } {
  const rows = params.level === "units" ? view.units : view.parts;
  return {
    rows: params.isBelowGoal ? rows.filter((row) => isBelowGoal(row)) : rows,
    all: rows.length,
  };
}
