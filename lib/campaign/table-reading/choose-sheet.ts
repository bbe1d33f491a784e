import { columnLetters } from "@/lib/base/spreadsheet/address";
import type { SheetCell } from "@/lib/base/spreadsheet/cell";
import type { Sheet, Workbook } from "@/lib/base/spreadsheet/workbook";

import type { Asking } from "./asking";
import type { Table } from "./find-tables";
import type { HeadBlock } from "./head-block";
import type { Question } from "./question";

type FoundHead = {
  /** From 0. */
  readonly row: number;
  /** Whether all that such a table needs was found. */
  readonly isSure: boolean;
};

type ChosenSheet<Head> = {
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
export function chooseSheet<Head extends FoundHead>(
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
  const sure = filled.filter(({ head }) => head.isSure);
  const [offered = []] = [sure, filled, visible.slice(0, 1), fitting].filter(
    (each) => each.length > 0,
  );
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

/** Hidden rows, or hidden columns, of a table with something in them. */
type HiddenLines = {
  readonly what: "rows" | "columns";
  /** From 0. */
  readonly hidden: ReadonlySet<number>;
  /** "5, 6" or "C, D". */
  readonly letters: string;
};

/**
 * What of a table nobody sees, though something stands there.
 *
 * @param read places of the columns that would be read.
 */
export function hiddenFigures(
  { rows, hiddenRows, hiddenColumns }: Sheet,
  { block, end }: Pick<Table, "block" | "end">,
  read: readonly number[],
): HiddenLines[] {
  const body = rows.slice(block.row + 1, end);
  const columns = hiddenColumns.filter(
    (columnIndex) => read.includes(columnIndex) && body.some((row) => isFilled(row[columnIndex])),
  );
  const lines = hiddenRows.filter(
    (row) =>
      row > block.row &&
      row < end &&
      read.some((columnIndex) => isFilled(rows[row]?.[columnIndex])),
  );
  return [
    { what: "rows" as const, hidden: new Set(lines), letters: shortList(lines) },
    {
      what: "columns" as const,
      hidden: new Set(columns),
      letters: columns.map(columnLetters).join(", "),
    },
  ].filter(({ hidden }) => hidden.size > 0);
}

/**
 * Rows of a CSV file, from 0, that have more cells than there are heads: a comma too many in one of
 * them has moved all that follow.
 */
export function overlongRows(
  { name, rows, rowCells }: Sheet,
  { top, row: headRow }: Pick<HeadBlock, "top" | "row">,
): Set<number> {
  const isCsv = name === "";
  const found = new Set<number>();
  if (!isCsv) return found;
  const cellsOf = (row: number) => rowCells[row] ?? rows[row]?.length ?? 0;
  let most = 0;
  for (let row = top; row <= headRow; row += 1) most = Math.max(most, cellsOf(row));
  for (let row = headRow + 1; row < rows.length; row += 1) {
    if (cellsOf(row) > most) found.add(row);
  }
  return found;
}

function hasRows(sheet: Sheet, from: number): boolean {
  return sheet.rows.slice(from).some((row) => row.some(isFilled));
}

function isFilled(cell: SheetCell | undefined): boolean {
  return cell !== undefined && cell.kind !== "empty";
}

/** As many numbers of rows as a sentence bears. */
function shortList(rows: readonly number[]): string {
  const told = rows.slice(0, 10).map((row) => String(row + 1));
  return told.join(", ") + (rows.length > told.length ? ", …" : "");
}
