import type { SavedReport } from "@/lib/tally/typed-figures";

import type { EntryBoard } from "./entry-board";
import { isLocked, typedAs } from "./row-state";

type PastedCell = { readonly unit: string; readonly key: string; readonly text: string };

/** What changes the fields of rows. Nothing is sent by it. */
export function entryTyping(board: EntryBoard) {
  const { columns, place, set, stateOf, change, takeUpDrafts } = board;
  const isOpen = (unit: string) => !isLocked(stateOf(unit), columns, place.mayVerify ?? false);

  function typedWith(unit: string, field: "residents" | "outside", texts: Record<string, string>) {
    const { typed } = stateOf(unit);
    return { ...typed, [field]: { ...typed[field], ...texts } };
  }

  return {
    type: (unit: string, field: "residents" | "outside", key: string, text: string) => {
      // What was typed before the page was alive is newer.
      takeUpDrafts();
      if (!isOpen(unit)) return;
      const { confirmed } = stateOf(unit);
      set([
        change(unit, {
          typed: typedWith(unit, field, { [key]: text }),
          isZero: false,
          confirmed: confirmed.filter((each) => each !== key),
        }),
      ]);
    },
    /** Several fields at once, as pasted. */
    fill(cells: readonly PastedCell[]) {
      const units = [...new Set(cells.map(({ unit }) => unit))].filter(isOpen);
      set(
        units.map((unit) => {
          const texts = Object.fromEntries(
            cells.filter((cell) => cell.unit === unit).map(({ key, text }) => [key, text]),
          );
          return change(unit, { typed: typedWith(unit, "residents", texts), isZero: false });
        }),
        { kind: "pasted", units, count: cells.length },
      );
    },
    /** Fills the fields as a report has them. */
    fillAs: (unit: string, report: SavedReport) => {
      const typed = typedAs(stateOf(unit), report, columns);
      set([change(unit, { typed, isZero: report.zero })]);
    },
    /** Nihil is pressed. */
    fillZero: (unit: string) => {
      if (isOpen(unit)) set([change(unit, { isZero: true })]);
    },
    /** The warning of a field was looked at. */
    confirm(unit: string, key: string) {
      const state = stateOf(unit);
      set([{ ...state, confirmed: [...state.confirmed, key] }]);
    },
  };
}
