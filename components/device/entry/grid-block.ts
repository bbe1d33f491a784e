/** A cell of the grid, by its place. */
export type GridPosition = { readonly row: number; readonly column: number };

/** A rectangle of cells: the chosen cell, where one types, and the corner opposite to it. */
export type Block = { readonly from: GridPosition; readonly to: GridPosition };

export function rectangleOf({ from, to }: Block) {
  return {
    top: Math.min(from.row, to.row),
    bottom: Math.max(from.row, to.row),
    left: Math.min(from.column, to.column),
    right: Math.max(from.column, to.column),
  };
}

export function topLeftOf(block: Block): GridPosition {
  const { top, left } = rectangleOf(block);
  return { row: top, column: left };
}

export function isOneCell({ from, to }: Block): boolean {
  return from.row === to.row && from.column === to.column;
}

/** The rows of a block, each with its cells. */
export function rowsOf(block: Block): GridPosition[][] {
  const { top, bottom, left, right } = rectangleOf(block);
  return Array.from({ length: bottom - top + 1 }, (_, down) =>
    Array.from({ length: right - left + 1 }, (_, across) => ({
      row: top + down,
      column: left + across,
    })),
  );
}

/** The block as spreadsheets take it: cells parted by tabs, a line for each row. */
export function blockText(block: Block, textAt: (position: GridPosition) => string): string {
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
): { readonly position: GridPosition; readonly source: GridPosition }[] {
  const { top, bottom, left, right } = rectangleOf(block);
  const source =
    direction === "down" ? (top === bottom ? top - 1 : top) : left === right ? left - 1 : left;
  if (source < 0) return [];
  return rowsOf(block)
    .flat()
    .filter((position) => (direction === "down" ? position.row : position.column) > source)
    .map((position) => ({
      position,
      source: direction === "down" ? { ...position, row: source } : { ...position, column: source },
    }));
}

/** Marks the fields of a block; null: of none. Done by hand, so that no row is drawn again for it. */
export function paintBlock(table: HTMLTableElement, block: Block | null) {
  for (const field of table.querySelectorAll("[data-block]")) field.removeAttribute("data-block");
  if (!block || isOneCell(block)) return;
  for (const position of rowsOf(block).flat())
    fieldAt(table, position)?.setAttribute("data-block", "");
}

export function fieldAt(
  table: HTMLTableElement,
  { row, column }: GridPosition,
): HTMLInputElement | null {
  return table.querySelector<HTMLInputElement>(
    `input[data-row="${String(row)}"][data-column="${String(column)}"]`,
  );
}

export function gridPositionOf(target: EventTarget): GridPosition | null {
  if (!(target instanceof HTMLInputElement)) return null;
  const { row, column } = target.dataset;
  return row === undefined || column === undefined
    ? null
    : { row: Number(row), column: Number(column) };
}

/**
 * The field that a move leads to. A cell that is not asked of its row has none: the move goes on past it,
 * and where nothing follows, back to the nearest before it.
 */
export function fieldTowards(
  table: HTMLTableElement,
  from: GridPosition,
  to: GridPosition,
  size: GridPosition,
): GridPosition {
  const isDown = to.column === from.column && to.row !== from.row;
  const step = (isDown ? to.row < from.row : to.column < from.column) ? -1 : 1;
  const [start, end] = isDown ? [to.row, size.row] : [to.column, size.column];
  for (const each of [step, -step]) {
    for (let at = start; at >= 0 && at < end; at += each) {
      const position = isDown ? { ...to, row: at } : { ...to, column: at };
      if (fieldAt(table, position)) return position;
    }
  }
  return from;
}

/** The first field of the first row that says nothing yet, or the first. */
export function firstField(table: HTMLTableElement): HTMLInputElement | null {
  const first = [...table.rows].flatMap(
    (row) => row.querySelector<HTMLInputElement>("input[data-column]") ?? [],
  );
  return (
    first.find((field) => field.value === "" && !field.readOnly && !isNamedZero(field)) ??
    first[0] ??
    null
  );
}

function isNamedZero({ placeholder }: HTMLInputElement): boolean {
  return placeholder !== "";
}

export function enterField(table: HTMLTableElement, position: GridPosition) {
  const field = fieldAt(table, position);
  field?.focus();
  field?.select();
}
