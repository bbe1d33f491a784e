import { columnLetters } from "@/lib/spreadsheet/address";
import type { Cell } from "@/lib/spreadsheet/cell";
import type { Sheet, Workbook } from "@/lib/spreadsheet/workbook";

import type { Asking } from "./asking";
import type { Question } from "./question";

export type ChosenSheet<Head> = {
  readonly sheet: Sheet;
  readonly head: Head;
  /** Visible sheets with something on them that are not read. */
  readonly otherSheets: readonly string[];
};

/**
 * The one visible sheet whose heads fit. Where two fit, or only hidden ones do, it is asked: which of
 * them was meant only the sender knows.
 *
 * @param findHead null: the sheet has no heads that are understood.
 * @returns `noHead`: none fits; `asked`: the question is open.
 */
export function chooseSheet<Head extends { readonly row: number }>(
  { sheets }: Workbook,
  findHead: (sheet: Sheet) => Head | null,
  asking: Asking,
): ChosenSheet<Head> | "noHead" | "asked" {
  const fitting = sheets.flatMap((sheet) => {
    const head = findHead(sheet);
    return head ? [{ sheet, head }] : [];
  });
  const visible = fitting.filter(({ sheet }) => !sheet.isHidden);
  const filled = visible.filter(({ sheet, head }) => hasRows(sheet, head.row + 1));
  const offered = filled.length > 0 ? filled : visible.length > 0 ? visible.slice(0, 1) : fitting;
  const [first] = offered;
  if (!first) return "noHead";
  const isSure = offered.length === 1 && !first.sheet.isHidden;
  const answer = isSure ? first.sheet.name : asking.ask(sheetQuestion(offered));
  const chosen = offered.find(({ sheet }) => sheet.name === answer);
  if (!chosen) return "asked";
  const otherSheets = sheets
    .filter((sheet) => sheet !== chosen.sheet && !sheet.isHidden && hasRows(sheet, 0))
    .map(({ name }) => name);
  return { ...chosen, otherSheets };
}

function sheetQuestion(
  offered: readonly { readonly sheet: Sheet; readonly head: { readonly row: number } }[],
): Question {
  return {
    id: "sheet",
    kind: "sheet",
    params: {},
    examples: [],
    options: offered.map(({ sheet, head }) => {
      const { name, isHidden } = sheet;
      const rows = sheet.rows.slice(head.row + 1).filter((row) => row.some(isFilled)).length;
      return { value: name, word: isHidden ? "hiddenSheet" : "sheet", params: { name, rows } };
    }),
    suggested: null,
  };
}

export type HiddenProblem = {
  readonly problem: "hiddenRows" | "hiddenColumns";
  /** "5, 6" or "C, D". */
  readonly detail: string;
};

/**
 * Figures that nobody sees: hidden rows below the heads, and hidden columns, with something in a
 * column that is read. null: there are none.
 */
export function hiddenFigures(
  { rows, hiddenRows, hiddenColumns }: Sheet,
  headRow: number,
  places: readonly number[],
): HiddenProblem | null {
  const body = rows.slice(headRow + 1);
  const columns = places.filter(
    (place) => hiddenColumns.includes(place) && body.some((row) => isFilled(row[place])),
  );
  if (columns.length > 0) {
    return { problem: "hiddenColumns", detail: columns.map(columnLetters).join(", ") };
  }
  const lines = hiddenRows.filter(
    (row) => row > headRow && places.some((place) => isFilled(rows[row]?.[place])),
  );
  return lines.length > 0 ? { problem: "hiddenRows", detail: shortList(lines) } : null;
}

/** Columns with numbers under an empty head, as letters: they belong to nothing. */
export function headlessColumns({ rows, merges }: Sheet, headRow: number): string[] {
  const heads = rows[headRow] ?? [];
  const found = new Set<number>();
  for (const row of rows.slice(headRow + 1)) {
    row.forEach((cell, place) => {
      if (isNumber(cell) && !isFilled(heads[place])) found.add(place);
    });
  }
  const isUnderHead = (place: number) =>
    merges.some(
      ({ top, bottom, left, right }) =>
        top <= headRow && headRow <= bottom && left <= place && place <= right,
    );
  return [...found]
    .filter((place) => !isUnderHead(place))
    .sort((one, other) => one - other)
    .map(columnLetters);
}

/**
 * Rows of a CSV file, from 0, that have more cells than there are heads: a comma too many in one of
 * them has moved all that follow.
 */
export function overlongRows({ name, rows, rowCells }: Sheet, headRow: number): Set<number> {
  const isCsv = name === "";
  const found = new Set<number>();
  if (!isCsv) return found;
  const most = rowCells[headRow] ?? rows[headRow]?.length ?? 0;
  for (let row = headRow + 1; row < rows.length; row += 1) {
    if ((rowCells[row] ?? rows[row]?.length ?? 0) > most) found.add(row);
  }
  return found;
}

function hasRows(sheet: Sheet, from: number): boolean {
  return sheet.rows.slice(from).some((row) => row.some(isFilled));
}

function isFilled(cell: Cell | undefined): boolean {
  return cell !== undefined && cell.kind !== "empty";
}

function isNumber(cell: Cell): boolean {
  return cell.kind === "number" || (cell.kind === "text" && /^\d/.test(cell.text));
}

/** As many numbers of rows as a sentence bears. */
function shortList(rows: readonly number[]): string {
  const told = rows.slice(0, 10).map((row) => String(row + 1));
  return told.join(", ") + (rows.length > told.length ? ", …" : "");
}
