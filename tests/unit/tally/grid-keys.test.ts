import { describe, expect, it } from "vitest";

import { gridAction } from "@/components/tally/grid-keys";

const size = { row: 3, column: 6 };
const at = { row: 1, column: 2 };

function press(
  text: string,
  {
    isEditing = false,
    isRowEmpty = false,
    from = at,
    tabbedFrom = null,
  }: {
    isEditing?: boolean;
    isRowEmpty?: boolean;
    from?: typeof at;
    tabbedFrom?: number | null;
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
    { size, isEditing, isRowEmpty, tabbedFrom },
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

  it("is left to the browser when it is Tab, a digit, or a selection", () => {
    for (const key of ["Tab", "Shift+Tab", "7", "Shift+ArrowLeft", "Ctrl+v", "Alt+ArrowLeft"]) {
      expect(press(key)).toBeNull();
    }
  });
});
