import { FileRejection } from "./cell";
import type { CellRange } from "./workbook";

const digits = /^[1-9]\d{0,9}$/;

/** The place of a row's number, from 0. @throws {FileRejection} for what is no plain number. */
export function rowIndex(number: string): number {
  if (!digits.test(number)) throw new FileRejection("damaged");
  return Number(number) - 1;
}

/** Row and column of "B12", from 0. @throws {FileRejection} for what is no plain address. */
export function cellPosition(address: string): { readonly row: number; readonly column: number } {
  const [, letters, number] = /^([A-Z]{1,3})(\d{1,10})$/.exec(address) ?? [];
  if (letters === undefined || number === undefined) throw new FileRejection("damaged");
  return { row: rowIndex(number), column: columnIndexOf(letters) };
}

/** "A1:C3", or "A1" alone. @throws {FileRejection} for what is no plain range. */
export function rangeOf(reference: string): CellRange {
  const [from = "", to = from, ...others] = reference.split(":", 3);
  if (others.length > 0) throw new FileRejection("damaged");
  const [first, last] = [cellPosition(from), cellPosition(to)];
  return { top: first.row, left: first.column, bottom: last.row, right: last.column };
}

/** 0 for "A", 26 for "AA". */
function columnIndexOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** "A" for 0, "AA" for 26: the column's name in a spreadsheet. */
export function columnLetters(columnIndex: number): string {
  const last = String.fromCharCode(65 + (columnIndex % 26));
  return columnIndex < 26 ? last : columnLetters(Math.floor(columnIndex / 26) - 1) + last;
}
