import { expect, it } from "vitest";

import { isWideMap, tileLayout } from "@/lib/base/region/tile-layout";

const at = (code: string, gridRow: number | null, gridColumn: number | null) => ({
  code,
  gridRow,
  gridColumn,
});

it("puts each kecamatan in its own cell, and names both ends of the river", () => {
  const layout = tileLayout("62.03", [at("a", 0, 1), at("b", 2, 3)]);
  expect(layout).toMatchObject({ columns: 3, axis: "river" });
  expect([...layout.cells.values()]).toEqual([
    { row: 1, column: 1 },
    { row: 3, column: 3 },
  ]);
});

it("has north on top where a layout follows no river", () => {
  expect(tileLayout("36.02", [at("a", 0, 0), at("b", 1, 0)]).axis).toBe("north");
});

it.each([
  ["no kecamatan has a cell", [at("a", null, null), at("b", null, null)]],
  ["one was split off later", [at("a", 0, 0), at("b", null, null)]],
  ["two share a cell", [at("a", 0, 0), at("b", 0, 0)]],
])("lays the kecamatan out in order when %s, and then top means nothing", (_, places) => {
  const layout = tileLayout("62.03", places);
  expect(layout).toMatchObject({ columns: 2, axis: null });
  expect([...layout.cells.values()]).toEqual([
    { row: 1, column: 1 },
    { row: 1, column: 2 },
  ]);
});

it("gives the full width to a map of more columns than stand beside a list with whole names", () => {
  const row = (length: number) =>
    tileLayout(
      "36.02",
      Array.from({ length }, (_, column) => at(String(column), 0, column)),
    );
  expect(isWideMap(row(4))).toBe(false);
  expect(isWideMap(row(7))).toBe(true);
  expect(isWideMap(tileLayout("36.02", [at("a", null, null)]))).toBe(false);
});
