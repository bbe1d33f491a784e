import type { TargetColumn } from "./column";
import type { TargetCell } from "./rejection";
import { cellKey } from "./row-check";
import type { NamedUnit } from "./unit-lookup";

/**
 * Rows of the template: code, name, subdistrict, and a cell for each column. A cell without a
 * number stays empty; a number for every round stands in each round's column.
 */
export function targetTemplateRows(
  units: readonly NamedUnit[],
  columns: readonly TargetColumn[],
  cells: readonly TargetCell[],
): (string | number | null)[][] {
  const people = new Map(cells.map((cell) => [cellKey(cell), cell.people]));
  return units.map((unit) => [
    unit.code,
    unit.name,
    unit.subdistrictName,
    ...columns.map(({ intervention, targetGroup, round }) => {
      const cell = { unit: unit.code, intervention, targetGroup };
      return (
        people.get(cellKey({ ...cell, round })) ??
        people.get(cellKey({ ...cell, round: 0 })) ??
        null
      );
    }),
  ]);
}
