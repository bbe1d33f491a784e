import { cellText, type SheetCell } from "@/lib/base/spreadsheet/cell";
import type { CellRange, Sheet } from "@/lib/base/spreadsheet/workbook";

/** Titles and a letterhead may stand above the heads. */
export const headWithin = 20;
/** Lines that heads may have. */
const maxLines = 4;

/** The head lines of a table. Rows and places count from 0. */
export type HeadBlock = {
  readonly top: number;
  /** The last line before the body; a line of column numbers belongs to the heads. */
  readonly row: number;
  /** What stands over each column, from the first line to the last; [] for nothing. */
  readonly paths: readonly (readonly string[])[];
};

/** A head as one text: what stands over a column, without repetitions. */
export function headText(path: readonly string[]): string {
  return path.join(" ");
}

/**
 * The head lines around a row that has heads of labels. Lines below belong to them as long as they
 * name no row and have words alone; lines above, as long as they have words over other columns.
 *
 * @param isLabel whether a text is the head of a column that tells what a row is about.
 * @returns null when the row has no such head.
 */
export function headBlockAt(
  sheet: Sheet,
  anchor: number,
  isLabel: (text: string) => boolean,
): HeadBlock | null {
  const labels = filledColumns(sheet.rows[anchor] ?? [], (text) => isLabel(text));
  return labels.length === 0 ? null : blockAround(sheet, anchor, labels);
}

/**
 * The same around a row of words that need not be heads of labels.
 *
 * @param isRow whether a line is one of the body, though it has words alone.
 */
export function wordyBlockAt(
  sheet: Sheet,
  anchor: number,
  isRow: (row: readonly SheetCell[]) => boolean,
): HeadBlock | null {
  const row = sheet.rows[anchor] ?? [];
  return isWordy(row) && !isRow(row) ? blockAround(sheet, anchor, [], isRow) : null;
}

function blockAround(
  sheet: Sheet,
  anchor: number,
  labels: readonly number[],
  isRow: (row: readonly SheetCell[]) => boolean = () => false,
): HeadBlock {
  const { rows } = sheet;
  const isLine = (row: number) => {
    const cells = rows[row] ?? [];
    return isWordy(cells) && labels.every((at) => !isFilled(cells[at])) && !isRow(cells);
  };
  let [top, bottom] = [anchor, anchor];
  while (bottom - top + 1 < maxLines && isLine(bottom + 1)) bottom += 1;
  while (bottom - top + 1 < maxLines && top > 0 && isLine(top - 1) && !isTitle(sheet, top - 1)) {
    top -= 1;
  }
  const lines = Array.from({ length: bottom - top + 1 }, (_, at) => top + at);
  const width = Math.max(...lines.map((row) => rows[row]?.length ?? 0));
  const paths = Array.from({ length: width }, (_, columnIndex) =>
    pathOf(sheet, lines, columnIndex, labels),
  );
  const row = isNumbering(rows[bottom + 1] ?? [], labels) ? bottom + 1 : bottom;
  return { top, row, paths };
}

/** Whether a row has nothing but words: it may be a line of heads. */
export function isWordy(row: readonly SheetCell[]): boolean {
  return row.some(isFilled) && row.every((cell) => !isFilled(cell) || isHeadCell(cell));
}

function pathOf(
  sheet: Sheet,
  lines: readonly number[],
  columnIndex: number,
  labels: readonly number[],
): string[] {
  const path: string[] = [];
  /** Where the group above begins: nothing is carried over from another one. */
  let from = labels.findLast((label) => label <= columnIndex) ?? 0;
  for (const [index, row] of lines.entries()) {
    const isLast = index === lines.length - 1;
    const { text, at } = standing(sheet, row, columnIndex, { from, isLast });
    if (text !== "") from = Math.max(from, at);
    if (text !== "" && text !== path.at(-1)) path.push(text);
  }
  return path;
}

/** What a line says of a place: its own cell, the merged one, or in upper lines the one to the left. */
function standing(
  sheet: Sheet,
  row: number,
  columnIndex: number,
  { from, isLast }: { readonly from: number; readonly isLast: boolean },
): { readonly text: string; readonly at: number } {
  const own = textAt(sheet, row, columnIndex);
  if (own !== "") return { text: own, at: columnIndex };
  const merge = mergeAt(sheet, row, columnIndex);
  if (merge) return { text: textAt(sheet, merge.top, merge.left), at: merge.left };
  const isMerging = sheet.merges.some(({ top, bottom }) => top <= row && row <= bottom);
  if (isLast || isMerging) return { text: "", at: columnIndex };
  for (let at = columnIndex - 1; at >= from; at -= 1) {
    const text = textAt(sheet, row, at);
    if (text !== "") return { text, at };
  }
  return { text: "", at: columnIndex };
}

function mergeAt({ merges }: Sheet, row: number, columnIndex: number): CellRange | undefined {
  return merges.find(
    ({ top, bottom, left, right }) =>
      top <= row && row <= bottom && left <= columnIndex && columnIndex <= right,
  );
}

/** A single text that begins at the edge: it is over the whole table. */
function isTitle(sheet: Sheet, row: number): boolean {
  const columnIndexes = filledColumns(sheet.rows[row] ?? [], () => true);
  const [first = 0] = columnIndexes;
  return columnIndexes.length === 1 && first === 0;
}

/** "1 2 3 …", which offices write below their heads. */
function isNumbering(row: readonly SheetCell[], labels: readonly number[]): boolean {
  const filled = row.filter(isFilled);
  const numbers = filled.map((cell) => Number(cellText(cell).replaceAll(/[()]/g, "")));
  return (
    filled.length >= 3 &&
    labels.every((at) => isFilled(row[at])) &&
    numbers.every((number, at) =>
      at < 3 ? number === at + 1 : Number.isInteger(number) && number > (numbers[at - 1] ?? 0),
    )
  );
}

/** "9–59 bulan" is a head; a count, "nihil" and a formula are not. */
function isHeadCell(cell: SheetCell): boolean {
  if (cell.kind !== "text") return false;
  const text = cell.text.trim();
  if (/^(nihil|nil|[-–—]+)$/i.test(text) || /^[=+@#]/.test(text)) return false;
  return /\p{L}/u.test(text) || text === "%" || /\d\s*[-–]\s*<?\d/.test(text);
}

function filledColumns(row: readonly SheetCell[], fits: (text: string) => boolean): number[] {
  return row.flatMap((cell, columnIndex) => {
    const text = cellText(cell).trim();
    return text !== "" && fits(text) ? [columnIndex] : [];
  });
}

function textAt({ rows }: Sheet, row: number, columnIndex: number): string {
  const cell = rows[row]?.[columnIndex];
  return cell ? cellText(cell).replaceAll(/\s+/g, " ").trim() : "";
}

function isFilled(cell: SheetCell | undefined): boolean {
  return cell !== undefined && cell.kind !== "empty";
}
