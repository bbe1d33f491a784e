import { partTextsOf } from "@/lib/report/part/key";
import type { EntryFigures } from "@/lib/report/schema";
import { type TypedParts } from "@/lib/report/part/typed";
import type { SavedReport } from "@/lib/report/typed-figures";
import type { ColumnKey } from "@/lib/campaign/column-key";
import type { Measure } from "@/lib/campaign/measures";

import type { EntryBoard } from "./board";
import { isAskedAt } from "./row-counts";
import { entrySteps, type StepKind } from "./steps";
import { isLocked, typedAs } from "./row-state";

type FilledCell = { readonly unit: string; readonly key: ColumnKey; readonly text: string };

/** What changes the fields of rows. Nothing is sent by it, and all of it can be taken back. */
export function entryTyping(board: EntryBoard) {
  const { columns, context, set, stateOf, change, takeUpDrafts, setFigures } = board;
  const isOpen = (unit: string) => !isLocked(stateOf(unit), columns, context.mayVerify ?? false);
  const { note, forget, ...steps } = entrySteps(board, isOpen);

  function typedWith(unit: string, field: Measure, texts: Record<ColumnKey, string>) {
    const { typed } = stateOf(unit);
    return { ...typed, [field]: { ...typed[field], ...texts } };
  }

  /**
   * Fields of several cells, and rows that are nihil; null: none of them may be changed. Cells that are
   * not asked of their unit are passed over.
   */
  function fill(
    wanted: readonly FilledCell[],
    { kind, zeros = [] }: { readonly kind: StepKind; readonly zeros?: readonly string[] },
  ): { readonly step: number | null; readonly count: number } {
    const cells = wanted.filter(({ unit, key }) => isAskedAt(stateOf(unit), columns, key));
    const units = [...new Set([...cells.map(({ unit }) => unit), ...zeros])].filter(isOpen);
    const before = units.map(stateOf);
    set(
      units.map((unit) => {
        const isZero = zeros.includes(unit);
        const texts = Object.fromEntries(
          isZero
            ? columns.map(({ key }) => [key, ""])
            : cells.filter((cell) => cell.unit === unit).map(({ key, text }) => [key, text]),
        );
        return change(unit, { typed: typedWith(unit, "residents", texts), isZero });
      }),
    );
    const step = note(kind, before);
    const count =
      cells.filter(({ unit }) => units.includes(unit) && !zeros.includes(unit)).length +
      zeros.filter((unit) => units.includes(unit)).length;
    set([], { kind: "filled", units, count });
    return { step, count };
  }

  return {
    ...steps,
    type: (unit: string, field: Measure, key: ColumnKey, text: string) => {
      // What was typed before the page was alive is newer.
      takeUpDrafts();
      if (!isOpen(unit)) return;
      const before = stateOf(unit);
      set([
        change(unit, {
          typed: typedWith(unit, field, { [key]: text }),
          isZero: false,
          confirmed: before.confirmed.filter((each) => each !== key),
        }),
      ]);
      if (field === "residents") note("typed", [before]);
    },
    /** Fields besides tallies. */
    typeParts: (unit: string, parts: TypedParts) => {
      takeUpDrafts();
      if (isOpen(unit)) set([change(unit, { parts })]);
    },
    fill,
    /** Whether the row may be changed here. */
    isOpen,
    /** Fills the fields as a report has them. */
    fillAs: (unit: string, report: SavedReport) => {
      const typed = typedAs(stateOf(unit), report, columns);
      const parts = report.parts && { texts: partTextsOf(report.parts), said: report.parts };
      set([change(unit, { typed, isZero: report.zero, parts })]);
    },
    /** Nihil is pressed. */
    fillZero: (unit: string) => {
      if (!isOpen(unit)) return;
      const before = stateOf(unit);
      set([change(unit, { isZero: true })]);
      note("zero", [before]);
    },
    /** The warning of a field was looked at. */
    confirm(unit: string, key: ColumnKey) {
      const state = stateOf(unit);
      set([{ ...state, confirmed: [...state.confirmed, key] }]);
    },
    /** Shows all rows as the other kind of figures; steps of the former are not taken back any more. */
    setFigures: (next: EntryFigures) => {
      forget();
      return setFigures(next);
    },
  };
}
