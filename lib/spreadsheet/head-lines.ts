import type { Cell, SheetRows } from "./cell";
import type { Sheet } from "./workbook";

/**
 * Heads of columns that a second line divides: "MR" over "Sasaran" and "Hasil". Which of the figures
 * below is meant the first line does not say, so none can be read.
 *
 * @param read places of the columns of numbers.
 * @param labels places of the columns that name a row.
 * @returns the heads; empty when there is no second line.
 */
export function dividedHeads(
  { rows, merges }: Sheet,
  headRow: number,
  { read, labels }: { readonly read: readonly number[]; readonly labels: readonly number[] },
): string[] {
  const isMerged = (place: number) =>
    merges.some(
      ({ top, bottom, left, right }) =>
        top <= headRow && headRow <= bottom && left < right && left <= place && place <= right,
    );
  const below = rows[headRow + 1] ?? [];
  const isSecondLine = labels.every((place) => !isFilled(below[place]));
  return read
    .filter((place) => isMerged(place) || (isSecondLine && isWord(below[place])))
    .map((place) => textOf(rows[headRow]?.[place]));
}

/**
 * The row of a second table's heads further down, from 1: its columns may be others than the first
 * heads say. The same heads again are no second table. null: there is none.
 *
 * @param isHeads whether texts are heads of such a table.
 */
export function secondTable(
  rows: SheetRows,
  headRow: number,
  isHeads: (heads: readonly string[]) => boolean,
): number | null {
  const heads = rowText(rows[headRow] ?? []);
  const at = rows.findIndex(
    (row, index) =>
      index > headRow &&
      row.every(({ kind }) => kind === "text" || kind === "empty") &&
      !row.slice(0, 10).some((cell) => /^\d/.test(textOf(cell))) &&
      rowText(row) !== heads &&
      isHeads(row.map(textOf)),
  );
  return at === -1 ? null : at + 1;
}

function rowText(row: readonly Cell[]): string {
  return row.map((cell) => textOf(cell).toLowerCase()).join("\n");
}

function isFilled(cell: Cell | undefined): boolean {
  return cell !== undefined && cell.kind !== "empty";
}

function isWord(cell: Cell | undefined): boolean {
  return cell?.kind === "text" && /^\p{L}/u.test(cell.text) && !/^(nihil|nil)$/i.test(cell.text);
}

function textOf(cell: Cell | undefined): string {
  return cell?.kind === "text" ? cell.text : "";
}
