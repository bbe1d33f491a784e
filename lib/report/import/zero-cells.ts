import { seenText } from "@/lib/base/forms/written-count";
import { cellText, emptyCell, type SheetCell, type SheetRows } from "@/lib/base/spreadsheet/cell";
import type { Asking } from "@/lib/campaign/table-reading/asking";

import type { CountColumn } from "./sheet-head";

/** What "-" stands for in the counts of a file; null: nobody has said, and it is rejected. */
export type DashMeaning = "zero" | "blank" | null;

const zeroCell: SheetCell = { kind: "number", value: 0 };

/**
 * Asks once what the "-" in the counts of a file stand for; null where there are none, or no answer.
 *
 * @param isNihilAsked "nihil" in a single cell is asked with them, as in a block that is pasted.
 */
export function askDash(
  asking: Asking | undefined,
  rows: SheetRows,
  columns: readonly Pick<CountColumn, "columnIndex">[],
  isNihilAsked = false,
): DashMeaning {
  const cells = rows
    .filter((row) => isNihilAsked || !isNihilRow(row, columns))
    .flatMap((row) => columns.map(({ columnIndex }) => row[columnIndex]));
  const nihils = isNihilAsked ? cells.filter(isNihil).length : 0;
  const count = cells.filter(isDash).length + nihils;
  if (count === 0 || !asking) return null;
  const answer = asking.ask({
    id: "dash",
    kind: "dash",
    params: { count, what: nihils > 0 ? "nihil" : "dash" },
    examples: [],
    options: [
      { value: "zero", word: "asZero" },
      { value: "blank", word: "asBlank" },
    ],
    suggested: null,
  });
  return answer === "zero" || answer === "blank" ? answer : null;
}

/** The row with 0 where it says "nihil", and with what "-" stands for. */
export function withZeros(
  row: readonly SheetCell[],
  columns: readonly Pick<CountColumn, "columnIndex">[],
  dash: DashMeaning,
): readonly SheetCell[] {
  const columnIndexes = new Set(columns.map(({ columnIndex }) => columnIndex));
  const meaning = isNihilRow(row, columns) ? "zero" : dash;
  return row.map((cell, columnIndex) => {
    if (!columnIndexes.has(columnIndex)) return cell;
    if (isNihil(cell)) return zeroCell;
    if (!isDash(cell) || meaning === null) return cell;
    return meaning === "zero" ? zeroCell : emptyCell;
  });
}

/** Whether a row says "nihil" among its counts and counts nothing beside it: a zero report. */
export function isNihilRow(
  row: readonly SheetCell[],
  columns: readonly Pick<CountColumn, "columnIndex">[],
): boolean {
  const cells = columns.map(({ columnIndex }) => row[columnIndex] ?? emptyCell);
  return (
    cells.some(isNihil) &&
    cells.every(
      (cell) =>
        cell.kind === "empty" || isNihil(cell) || isDash(cell) || cellText(cell).trim() === "0",
    )
  );
}

function isNihil(cell: SheetCell | undefined): boolean {
  return cell?.kind === "text" && /^(?:nihil|nil)$/i.test(seenText(cell.text));
}

function isDash(cell: SheetCell | undefined): boolean {
  return cell?.kind === "text" && /^[-–—−]+$/.test(seenText(cell.text));
}
