import { expect, test } from "vitest";

import { groupRejections, lineRanges, ungrouped } from "@/lib/base/spreadsheet/sheet-rejection";

const empty = { column: "MR putaran 2", why: "Kosong bukan nol.", advice: "Tulis jumlahnya." };
const word = { column: "MR putaran 1", why: "Bukan angka.", advice: "Tulis dengan angka." };
const cell = (line: number, content = "") => ({
  line,
  place: `Desa ${String(line)}`,
  placeNote: "Selat",
  content,
});

test("rejections that say the same of one column are one, with every row", () => {
  const rows = [
    { ...empty, ...cell(2) },
    { ...word, ...cell(3, "abc") },
    { ...empty, ...cell(3) },
    { ...empty, column: "MR putaran 3", ...cell(3) },
    { ...empty, ...cell(4) },
  ];
  const groups = groupRejections(rows);
  expect(groups).toEqual([
    { ...empty, cells: [cell(2), cell(3), cell(4)] },
    { ...word, cells: [cell(3, "abc")] },
    { ...empty, column: "MR putaran 3", cells: [cell(3)] },
  ]);
  const listed = ungrouped(groups);
  expect(listed.map(({ line }) => line)).toEqual([2, 3, 3, 3, 4]);
  expect(listed).toEqual(expect.arrayContaining(rows));
});

test.each([
  [[2], "2"],
  [Array.from({ length: 345 }, (_, at) => at + 2), "2–346"],
  [[7, 2, 3, 4, 3], "2–4, 7"],
  [[2, 3, 5, 6, 9], "2–3, 5–6, 9"],
  [[1, 3, 5, 7], "1, 3, 5, …"],
])("rows %j are %s", (lines, told) => {
  expect(lineRanges(lines, 3)).toBe(told);
});
