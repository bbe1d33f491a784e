/** What a key does in the grid; null: what it does in any field. */
export type GridAction =
  | { readonly kind: "go"; readonly row: number; readonly column: number }
  | { readonly kind: "edit" | "restore" | "zero" | "send" | "history" };

export type GridKey = {
  readonly key: string;
  readonly isControl: boolean;
  readonly isShift: boolean;
  readonly isAlt: boolean;
};

type Cell = { readonly row: number; readonly column: number };

/**
 * The keys of a spreadsheet. Tab is left to the browser: fields follow each other from left to
 * right already, and Enter after it leads to the next row where the run of Tabs began. While a field
 * is edited (F2), left, right, Home and End stay inside it.
 *
 * @param size rows and columns of the grid; a move beyond its edge stays at the edge.
 * @param tabbedFrom the column where the run of Tabs began; null: the cell was not come to by Tab.
 */
export function gridAction(
  { key, isControl, isShift, isAlt }: GridKey,
  at: Cell,
  {
    size,
    isEditing,
    isRowEmpty,
    tabbedFrom,
  }: {
    readonly size: Cell;
    readonly isEditing: boolean;
    readonly isRowEmpty: boolean;
    readonly tabbedFrom: number | null;
  },
): GridAction | null {
  if (isAlt) return null;
  const last = { row: size.row - 1, column: size.column - 1 };
  const go = (row: number, column: number): GridAction => ({
    kind: "go",
    row: Math.min(Math.max(row, 0), last.row),
    column: Math.min(Math.max(column, 0), last.column),
  });

  if (isControl) {
    if (key === "Enter") return { kind: "send" };
    if (key === "Home") return go(0, 0);
    return key === "End" ? go(last.row, last.column) : null;
  }
  switch (key) {
    case "Enter":
      return go(at.row + (isShift ? -1 : 1), tabbedFrom ?? at.column);
    case "ArrowDown":
      return go(at.row + 1, at.column);
    case "ArrowUp":
      return go(at.row - 1, at.column);
    case "Escape":
      return { kind: "restore" };
    case "F2":
      return { kind: isShift ? "history" : "edit" };
  }
  if (key.toLowerCase() === "n" && isRowEmpty) return { kind: "zero" };
  if (isEditing || isShift) return null;
  switch (key) {
    case "ArrowLeft":
      return go(at.row, at.column - 1);
    case "ArrowRight":
      return go(at.row, at.column + 1);
    case "Home":
      return go(at.row, 0);
    case "End":
      return go(at.row, last.column);
    default:
      return null;
  }
}
