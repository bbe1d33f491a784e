import { cellWarning, type CellWarning } from "@/lib/report/cell-warning";
import { isColumnOf, type EntryColumn } from "@/lib/report/entry-row";
import { plainCount } from "@/lib/report/table-text";
import { dailyCount, type FallenFigure } from "@/lib/report/typed-figures";
import type { ColumnKey } from "@/lib/campaign/column-key";

import { perState } from "./per-state";
import { fieldText, isUnsaved, saysZero, type RowState } from "./row-state";

/** Doses of the day that a field comes to; null when it is empty or none. */
export function countIn(
  state: RowState,
  columns: readonly EntryColumn[],
  key: ColumnKey,
): number | null {
  const before = cellOf(state, columns, key)?.before ?? 0;
  const count = dailyCount(state.typed.residents[key] ?? "", before, state.figures);
  // Below 0 is a day that took doses back, as stored; typed, it is rejected and counts nowhere.
  const isRejected =
    count !== null && count < 0 && state.figures === "daily" && isUnsaved(state, columns);
  return isRejected ? null : count;
}

/** Doses of the day in the order of the columns, as `countIn` has them; 0 of all of its own after Nihil. */
export const readCounts = perState((state: RowState, columns: readonly EntryColumn[]) =>
  columns.map((column) =>
    !isColumnOf(state.row.unit, column)
      ? null
      : saysZero(state, columns)
        ? 0
        : countIn(state, columns, column.key),
  ),
);

/** What a field says, for the clipboard: after Nihil a 0. */
export function copiedText(
  state: RowState,
  columns: readonly EntryColumn[],
  key: ColumnKey,
): string {
  if (!isAskedAt(state, columns, key)) return "";
  return saysZero(state, columns) ? "0" : plainCount(fieldText(state, key));
}

/** Whether a column, by its key, is one of the row's. */
export function isAskedAt(
  { row }: Pick<RowState, "row">,
  columns: readonly EntryColumn[],
  key: ColumnKey,
): boolean {
  const column = columns.find((each) => each.key === key);
  return column !== undefined && isColumnOf(row.unit, column);
}

/** A cumulative field below the doses up to the day before; null: it is not. */
export function fallenAt(
  state: RowState,
  columns: readonly EntryColumn[],
  key: ColumnKey,
): Pick<FallenFigure, "before" | "value"> | null {
  const daily = state.isZero ? null : countIn(state, columns, key);
  if (state.figures === "daily" || daily === null || daily >= 0) return null;
  const before = cellOf(state, columns, key)?.before ?? 0;
  return isUnsaved(state, columns) ? { before, value: before + daily } : null;
}

function cellOf({ row }: RowState, columns: readonly EntryColumn[], key: ColumnKey) {
  return row.cells[columns.findIndex((column) => column.key === key)];
}

/** What to ask about a column's count of the day; null: nothing. */
export function warningAt(
  state: RowState,
  columns: readonly EntryColumn[],
  key: ColumnKey,
): CellWarning | null {
  const cell = cellOf(state, columns, key);
  const count = countIn(state, columns, key);
  const warning = cell && count !== null && count >= 0 ? cellWarning(cell, count) : null;
  // A digit too many in a cumulative figure is not one too many in the difference.
  return warning && state.figures === "cumulative" ? { ...warning, likely: null } : warning;
}

/** Columns whose count is so far above the target that it goes only when somebody sends it. */
export function farWarnings(state: RowState, columns: readonly EntryColumn[]): EntryColumn[] {
  return columns.filter(({ key }) => warningAt(state, columns, key)?.isFar);
}

/** Columns with something to ask that nobody has looked at yet. */
export function openWarnings(state: RowState, columns: readonly EntryColumn[]): EntryColumn[] {
  return columns.filter(
    ({ key }) => !state.confirmed.includes(key) && warningAt(state, columns, key) !== null,
  );
}
