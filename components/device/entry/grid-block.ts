/** A cell of the grid, by its place. */
export type GridPlace = { readonly row: number; readonly column: number };

/** A rectangle of cells: the chosen cell, where one types, and the corner opposite to it. */
export type Block = { readonly from: GridPlace; readonly to: GridPlace };

export function rectangleOf({ from, to }: Block) {
  return {
    top: Math.min(from.row, to.row),
    bottom: Math.max(from.row, to.row),
    left: Math.min(from.column, to.column),
    right: Math.max(from.column, to.column),
  };
}

export function topLeftOf(block: Block): GridPlace {
  const { top, left } = rectangleOf(block);
  return { row: top, column: left };
}

export function isOneCell({ from, to }: Block): boolean {
  return from.row === to.row && from.column === to.column;
}

/** The rows of a block, each with its cells. */
export function rowsOf(block: Block): GridPlace[][] {
  const { top, bottom, left, right } = rectangleOf(block);
  return Array.from({ length: bottom - top + 1 }, (_, down) =>
    Array.from({ length: right - left + 1 }, (_, across) => ({
      row: top + down,
      column: left + across,
    })),
  );
}

/** The block as spreadsheets take it: cells parted by tabs, a line for each row. */
export function blockText(block: Block, textAt: (place: GridPlace) => string): string {
  return rowsOf(block)
    .map((row) => row.map(textAt).join("\t"))
    .join("\n");
}

/**
 * What Ctrl+D and Ctrl+R put into cells: the first row of the block downwards, or its first column to
 * the right. One row takes what stands above it, one column what stands to its left, as in Excel.
 */
export function filledFrom(
  block: Block,
  direction: "down" | "right",
): { readonly place: GridPlace; readonly source: GridPlace }[] {
  const { top, bottom, left, right } = rectangleOf(block);
  const source =
    direction === "down" ? (top === bottom ? top - 1 : top) : left === right ? left - 1 : left;
  if (source < 0) return [];
  return rowsOf(block)
    .flat()
    .filter((place) => (direction === "down" ? place.row : place.column) > source)
    .map((place) => ({
      place,
      source: direction === "down" ? { ...place, row: source } : { ...place, column: source },
    }));
}

/** Marks the fields of a block; null: of none. Done by hand, so that no row is drawn again for it. */
export function paintBlock(table: HTMLTableElement, block: Block | null) {
  for (const field of table.querySelectorAll("[data-block]")) field.removeAttribute("data-block");
  if (!block || isOneCell(block)) return;
  for (const place of rowsOf(block).flat()) fieldAt(table, place)?.setAttribute("data-block", "");
}

export function fieldAt(
  table: HTMLTableElement,
  { row, column }: GridPlace,
): HTMLInputElement | null {
  return table.querySelector<HTMLInputElement>(
    `input[data-row="${String(row)}"][data-column="${String(column)}"]`,
  );
}

export function gridPositionOf(target: EventTarget): GridPlace | null {
  if (!(target instanceof HTMLInputElement)) return null;
  const { row, column } = target.dataset;
  return row === undefined || column === undefined
    ? null
    : { row: Number(row), column: Number(column) };
}
