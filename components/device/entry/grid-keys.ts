/** What a key does in the grid; null: what it does in any field. */
type GridAction =
  | { readonly kind: "go" | "extend"; readonly row: number; readonly column: number }
  | {
      readonly kind:
        | "edit"
        | "restore"
        | "zero"
        | "send"
        | "history"
        | "undo"
        | "redo"
        | "chooseAll"
        | "empty"
        | "fillDown"
        | "fillRight";
    };

type GridKey = {
  readonly key: string;
  readonly isControl: boolean;
  readonly isShift: boolean;
  readonly isAlt: boolean;
};

type Cell = { readonly row: number; readonly column: number };

/**
 * The keys of a spreadsheet. Tab is left to the browser: fields follow each other from left to
 * right already, and Enter after it leads to the next row where the run of Tabs began. While a field
 * is edited (F2), left, right, Home and End stay inside it, and what was typed in it is the browser's
 * to undo.
 *
 * @param size rows and columns of the grid; a move beyond its edge stays at the edge.
 * @param corner the corner of the block opposite to the cell; the cell itself: nothing more is chosen.
 * @param tabbedFrom the column where the run of Tabs began; null: the cell was not come to by Tab.
 */
export function gridAction(
  { key, isControl, isShift, isAlt }: GridKey,
  at: Cell,
  {
    size,
    corner = at,
    isEditing,
    isTyped = false,
    isRowEmpty,
    tabbedFrom,
  }: {
    readonly size: Cell;
    readonly corner?: Cell;
    readonly isEditing: boolean;
    /** Something was typed in the field while it is edited. */
    readonly isTyped?: boolean;
    readonly isRowEmpty: boolean;
    readonly tabbedFrom: number | null;
  },
): GridAction | null {
  if (isAlt) return null;
  const last = { row: size.row - 1, column: size.column - 1 };
  const isBlock = corner.row !== at.row || corner.column !== at.column;
  const move = (kind: "go" | "extend", row: number, column: number): GridAction => ({
    kind,
    row: Math.min(Math.max(row, 0), last.row),
    column: Math.min(Math.max(column, 0), last.column),
  });
  const go = (row: number, column: number) => move("go", row, column);

  if (isShift && !isEditing) {
    const [down, right] = arrows[key] ?? [0, 0];
    if (down !== 0 || right !== 0) {
      const far = isControl ? Math.max(size.row, size.column) : 1;
      return move("extend", corner.row + down * far, corner.column + right * far);
    }
    if (key === "Home") return move("extend", isControl ? 0 : corner.row, 0);
    if (key === "End") return move("extend", isControl ? last.row : corner.row, last.column);
  }
  if (isControl) {
    const letter = key.toLowerCase();
    if (letter === "z" && !isTyped) return { kind: isShift ? "redo" : "undo" };
    if (letter === "y" && !isTyped) return { kind: "redo" };
    if (letter === "a" && !isEditing) return { kind: "chooseAll" };
    // Without a block they are the browser's: a page loaded anew must not fill a cell instead.
    if (letter === "d" && isBlock) return { kind: "fillDown" };
    if (letter === "r" && isBlock && !isShift) return { kind: "fillRight" };
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
    case "Delete":
      return isBlock ? { kind: "empty" } : null;
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

const arrows: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};
