import { columnLetters } from "./address";
import type { Cell } from "./cell";
import type { Sheet, Workbook } from "./workbook";

/** Why no sheet of a file is read, with what its sentence names. */
export type SheetProblem = {
  readonly problem: "noHead" | "severalSheets" | "hiddenSheet";
  /** Names of the sheets that it is about; "" for none. */
  readonly detail: string;
};

export type ChosenSheet<Head> = {
  readonly sheet: Sheet;
  readonly head: Head;
  /** Visible sheets with something on them that are not read. */
  readonly otherSheets: readonly string[];
};

/**
 * The one sheet whose heads fit. Hidden sheets are never read, and of two that fit none is: which
 * of them was meant only the sender knows.
 *
 * @param findHead null: the sheet has no heads that are understood.
 */
export function chooseSheet<Head extends { readonly row: number }>(
  { sheets }: Workbook,
  findHead: (sheet: Sheet) => Head | null,
): ChosenSheet<Head> | SheetProblem {
  const fitting = sheets.flatMap((sheet) => {
    const head = findHead(sheet);
    return head ? [{ sheet, head }] : [];
  });
  const visible = fitting.filter(({ sheet }) => !sheet.isHidden);
  const filled = visible.filter(({ sheet, head }) => hasRows(sheet, head.row + 1));
  const [first = visible[0], ...others] = filled;
  if (!first) {
    const names = fitting.map(({ sheet }) => sheet.name);
    return { problem: names.length > 0 ? "hiddenSheet" : "noHead", detail: names.join(", ") };
  }
  if (others.length > 0) {
    return {
      problem: "severalSheets",
      detail: filled.map(({ sheet }) => sheet.name).join(", "),
    };
  }
  const otherSheets = sheets
    .filter((sheet) => sheet !== first.sheet && !sheet.isHidden && hasRows(sheet, 0))
    .map(({ name }) => name);
  return { ...first, otherSheets };
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
