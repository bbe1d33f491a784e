import { describe, expect, it } from "vitest";

import { gridAction } from "@/components/device/entry/grid-keys";

const size = { row: 3, column: 6 };
const at = { row: 1, column: 2 };

function press(
  text: string,
  {
    isEditing = false,
    isRowEmpty = false,
    from = at,
    tabbedFrom = null,
    corner = from,
    isTyped = false,
  }: {
    isEditing?: boolean;
    isRowEmpty?: boolean;
    from?: typeof at;
    tabbedFrom?: number | null;
    corner?: typeof at;
    isTyped?: boolean;
  } = {},
) {
  const parts = text.split("+");
  const [key] = parts.slice(-1);
  return gridAction(
    {
      key: key ?? "",
      isControl: parts.includes("Ctrl"),
      isShift: parts.includes("Shift"),
      isAlt: parts.includes("Alt"),
    },
    from,
    { size, corner, isEditing, isTyped, isRowEmpty, tabbedFrom },
  );
}

describe("a key in the grid", () => {
  it.each([
    ["Enter", 2, 2],
    ["Shift+Enter", 0, 2],
    ["ArrowDown", 2, 2],
    ["ArrowUp", 0, 2],
    ["ArrowLeft", 1, 1],
    ["ArrowRight", 1, 3],
    ["Home", 1, 0],
    ["End", 1, 5],
    ["Ctrl+Home", 0, 0],
    ["Ctrl+End", 2, 5],
  ])("%s goes to row %d, column %d", (key, row, column) => {
    expect(press(key)).toEqual({ kind: "go", row, column });
  });

  it("Enter after a run of Tabs leads to where the run began, as in a spreadsheet", () => {
    const from = { row: 0, column: 5 };
    expect(press("Enter", { from, tabbedFrom: 0 })).toEqual({ kind: "go", row: 1, column: 0 });
    expect(press("Enter", { from, tabbedFrom: 3 })).toEqual({ kind: "go", row: 1, column: 3 });
    expect(press("ArrowDown", { from, tabbedFrom: 0 })).toEqual({ kind: "go", row: 1, column: 5 });
  });

  it.each([
    ["F2", "edit"],
    ["Shift+F2", "history"],
    ["Escape", "restore"],
    ["Ctrl+Enter", "send"],
  ])("%s: %s", (key, kind) => {
    expect(press(key)).toEqual({ kind });
  });

  it("n is nihil on an empty row and a letter on another", () => {
    expect(press("n", { isRowEmpty: true })).toEqual({ kind: "zero" });
    expect(press("N", { isRowEmpty: true })).toEqual({ kind: "zero" });
    expect(press("n")).toBeNull();
    expect(press("Ctrl+n", { isRowEmpty: true })).toBeNull();
  });

  it("stays at the edge of the grid", () => {
    expect(press("ArrowLeft", { from: { row: 0, column: 0 } })).toMatchObject({ column: 0 });
    expect(press("Enter", { from: { row: 2, column: 5 } })).toMatchObject({ row: 2, column: 5 });
  });

  it("left, right, Home and End stay inside a field that is edited; up and down leave it", () => {
    for (const key of ["ArrowLeft", "ArrowRight", "Home", "End"]) {
      expect(press(key, { isEditing: true })).toBeNull();
    }
    expect(press("ArrowDown", { isEditing: true })).toMatchObject({ kind: "go", row: 2 });
  });

  it("is left to the browser when it is Tab, a digit, or one of its own", () => {
    for (const key of ["Tab", "Shift+Tab", "7", "Ctrl+v", "Ctrl+c", "Ctrl+r", "Ctrl+d", "Delete"]) {
      expect(press(key)).toBeNull();
    }
    expect(press("Alt+ArrowLeft")).toBeNull();
  });

  it.each([
    ["Shift+ArrowDown", 2, 3],
    ["Shift+ArrowUp", 0, 3],
    ["Shift+ArrowLeft", 1, 2],
    ["Shift+ArrowRight", 1, 4],
    ["Shift+Home", 1, 0],
    ["Shift+End", 1, 5],
    ["Ctrl+Shift+ArrowRight", 1, 5],
    ["Ctrl+Shift+Home", 0, 0],
  ])("%s stretches the block from its corner to row %d, column %d", (key, row, column) => {
    expect(press(key, { corner: { row: 1, column: 3 } })).toEqual({ kind: "extend", row, column });
    // In a field that is edited it chooses letters.
    if (!/Up|Down|Ctrl/.test(key)) expect(press(key, { isEditing: true })).toBeNull();
  });

  it.each([
    ["Ctrl+d", "fillDown"],
    ["Ctrl+r", "fillRight"],
    ["Delete", "empty"],
  ])("%s works on a block, and on nothing else", (key, kind) => {
    expect(press(key, { corner: { row: 2, column: 2 } })).toEqual({ kind });
    expect(press(key)).toBeNull();
  });

  it("takes back and does again, except what was typed in the field: that is the browser's", () => {
    expect(press("Ctrl+z")).toEqual({ kind: "undo" });
    expect(press("Ctrl+y")).toEqual({ kind: "redo" });
    expect(press("Ctrl+Shift+Z")).toEqual({ kind: "redo" });
    for (const key of ["Ctrl+z", "Ctrl+y"]) expect(press(key, { isTyped: true })).toBeNull();
  });
});
