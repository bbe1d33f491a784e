import type { Grouping } from "@/lib/base/forms/written-count";
import { cellText, emptyCell, type SheetCell, type SheetRows } from "@/lib/base/spreadsheet/cell";
import type { Sheet } from "@/lib/base/spreadsheet/workbook";
import { readPeople } from "@/lib/campaign/target-population/people";

/**
 * A kecamatan that is written once over the rows of its villages stands in each of them: where the
 * sheet merges its cells, or leaves them empty below a name that comes only once.
 *
 * @param first the row of the sheet where the body begins, from 0.
 */
export function filledDown(
  body: SheetRows,
  { merges }: Sheet,
  first: number,
  columnIndexes: ReadonlyMap<string, number>,
): SheetRows {
  const columnIndex = columnIndexes.get("subdistrict");
  const name = columnIndexes.get("name") ?? columnIndexes.get("code");
  if (columnIndex === undefined || name === undefined) return body;
  const written = body.flatMap((row) => textOf(row[columnIndex]) || []);
  const isOnce = new Set(written).size === written.length;
  const isMerged = merges.some(
    ({ left, right, top, bottom }) =>
      left <= columnIndex && columnIndex <= right && bottom > top && top >= first,
  );
  if (!isOnce && !isMerged) return body;
  let above: SheetCell = emptyCell;
  return body.map((row, at) => {
    const own = row[columnIndex] ?? emptyCell;
    const hasName = textOf(row[name]) !== "";
    if (own.kind !== "empty") {
      // "Jumlah Kec. Selat" stands there too, and names no kecamatan.
      above = hasName ? own : emptyCell;
      return row;
    }
    const merge = merges.find(
      ({ top, bottom, left, right }) =>
        left <= columnIndex && columnIndex <= right && top < first + at && first + at <= bottom,
    );
    if (!hasName || above.kind === "empty" || (isMerged && !merge)) return row;
    return Array.from({ length: Math.max(row.length, columnIndex + 1) }, (_, each) =>
      each === columnIndex ? above : (row[each] ?? emptyCell),
    );
  });
}

/**
 * The sum of some columns at a place behind them; where one of them is no count there is none, and
 * what stands there is rejected.
 */
export function addUp(
  body: SheetRows,
  parts: readonly number[],
  columnIndex: number,
  groupings: ReadonlyMap<number, Grouping>,
): SheetRows {
  return body.map((row) => {
    const cells = parts.map((part) => row[part] ?? emptyCell);
    if (cells.every(({ kind }) => kind === "empty")) return row;
    const counts = parts.map((part) =>
      readPeople(row[part] ?? emptyCell, groupings.get(part) ?? "unknown"),
    );
    const padding = Array.from({ length: columnIndex - row.length }, () => emptyCell);
    return [...row, ...padding, sumOf(counts, cells)];
  });
}

/** What a row says before the first of its columns of counts: "JUMLAH KAB." may stand in any of them. */
export function textsBefore(row: readonly SheetCell[], counts: readonly number[]): string[] {
  return row.slice(0, Math.min(...counts, row.length)).map(textOf);
}

function sumOf(counts: readonly unknown[], cells: readonly SheetCell[]): SheetCell {
  const numbers = counts.filter((each) => typeof each === "number");
  if (numbers.length === counts.length) {
    return { kind: "number", value: numbers.reduce((sum, each) => sum + each, 0) };
  }
  return { kind: "text", text: cells.map((cell) => cellText(cell) || "–").join(" + ") };
}

function textOf(cell: SheetCell | undefined): string {
  return cell ? cellText(cell).trim() : "";
}
