import { emptyCell, type Cell, type SheetRows } from "@/lib/spreadsheet/cell";
import type { Sheet } from "@/lib/spreadsheet/workbook";

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
  places: ReadonlyMap<string, number>,
): SheetRows {
  const place = places.get("subdistrict");
  const name = places.get("name") ?? places.get("code");
  if (place === undefined || name === undefined) return body;
  const written = body.flatMap((row) => textOf(row[place]) || []);
  const isOnce = new Set(written).size === written.length;
  const isMerged = merges.some(
    ({ left, right, top, bottom }) =>
      left <= place && place <= right && bottom > top && top >= first,
  );
  if (!isOnce && !isMerged) return body;
  let above: Cell = emptyCell;
  return body.map((row, at) => {
    const own = row[place] ?? emptyCell;
    const hasName = textOf(row[name]) !== "";
    if (own.kind !== "empty") {
      // "Jumlah Kec. Selat" stands there too, and names no kecamatan.
      above = hasName ? own : emptyCell;
      return row;
    }
    const merge = merges.find(
      ({ top, bottom, left, right }) =>
        left <= place && place <= right && top < first + at && first + at <= bottom,
    );
    if (!hasName || above.kind === "empty" || (isMerged && !merge)) return row;
    return Array.from({ length: Math.max(row.length, place + 1) }, (_, each) =>
      each === place ? above : (row[each] ?? emptyCell),
    );
  });
}

/** The sum of some columns at a place behind them; a cell that is no number makes none. */
export function addUp(body: SheetRows, parts: readonly number[], place: number): SheetRows {
  return body.map((row) => {
    const cells = parts.map((part) => row[part] ?? emptyCell);
    if (cells.every(({ kind }) => kind === "empty")) return row;
    const padding = Array.from({ length: place - row.length }, () => emptyCell);
    return [...row, ...padding, sumOf(cells)];
  });
}

function sumOf(cells: readonly Cell[]): Cell {
  const numbers = cells.map((cell) =>
    cell.kind === "number" && !cell.isPercent
      ? cell.value
      : cell.kind === "text" && /^\d{1,3}$/.test(cell.text.trim())
        ? Number(cell.text)
        : null,
  );
  const sum = numbers.reduce<number | null>(
    (total, each) => (total === null || each === null ? null : total + each),
    0,
  );
  if (sum !== null) return { kind: "number", value: sum };
  return { kind: "text", text: cells.map((cell) => textOf(cell) || "–").join(" + ") };
}

function textOf(cell: Cell | undefined): string {
  if (!cell || cell.kind === "empty") return "";
  return cell.kind === "text"
    ? cell.text.trim()
    : cell.kind === "number"
      ? String(cell.value)
      : "?";
}
