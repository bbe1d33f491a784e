import type { TargetColumn } from "./column";
import type { StandingCell } from "./in-force";
import { cellKey } from "./row-check";
import type { NamedRegion, NamedUnit } from "./unit-lookup";

/**
 * What stands where a unit has its kecamatan, in a line that gives a figure of a kecamatan or the kabupaten
 * itself: such a line is never the sum of the units beside it.
 */
const ownFigure = /^(angka sendiri|own figure)$/i;

export function isMarkedAsOwn(subdistrict: string): boolean {
  return ownFigure.test(subdistrict.trim());
}

/**
 * Rows of the template: code, name, subdistrict, and a cell for each column. A cell without a
 * number stays empty; a number for every round stands in each round's column. Larger places that have
 * a figure of their own come last, marked as such.
 */
export function targetTemplateRows(
  {
    units,
    largerPlaces,
    ownMark,
  }: {
    readonly units: readonly NamedUnit[];
    readonly largerPlaces: readonly NamedRegion[];
    readonly ownMark: string;
  },
  columns: readonly TargetColumn[],
  cells: readonly Omit<StandingCell, "inForceFrom">[],
): (string | number | null)[][] {
  const people = new Map(cells.map((cell) => [cellKey(cell), cell.people]));
  const unitCodes = new Set(units.map(({ code }) => code));
  const withNumber = new Set(cells.filter((cell) => cell.people !== null).map(({ unit }) => unit));
  const own = largerPlaces
    .filter(({ code }) => withNumber.has(code) && !unitCodes.has(code))
    .map((place) => ({ ...place, subdistrictName: ownMark }));
  return [...units, ...own].map((unit) => [
    unit.code,
    unit.name,
    unit.subdistrictName,
    ...columns.map(({ intervention, targetGroup, round }) => {
      const cell = { unit: unit.code, intervention, targetGroup };
      const ofRound = people.get(cellKey({ ...cell, round }));
      // A figure that is withdrawn for the round alone is none, whatever every round has.
      return ofRound === undefined ? (people.get(cellKey({ ...cell, round: 0 })) ?? null) : ofRound;
    }),
  ]);
}
