import { describe, expect, test } from "vitest";

import { textCell } from "@/lib/spreadsheet/cell";
import { dividedHeads, secondTable } from "@/lib/spreadsheet/head-lines";
import type { CellRange, Sheet } from "@/lib/spreadsheet/workbook";

function sheet(rows: string[], merges: CellRange[] = []): Sheet {
  return {
    name: "Isi",
    isHidden: false,
    rows: rows.map((row) => row.split(";").map(textCell)),
    rowCells: [],
    hiddenRows: [],
    hiddenColumns: [],
    merges,
  };
}

describe("a head that a second line divides", () => {
  const places = { read: [2, 4], labels: [0, 1] };
  const heads = "kode;tanggal;MR;;IPV";

  test("is told where it is merged over several columns", () => {
    const merges = [
      { top: 0, bottom: 0, left: 2, right: 3 },
      { top: 0, bottom: 1, left: 0, right: 0 },
    ];
    expect(dividedHeads(sheet([heads, "1;2;3;4;5"], merges), 0, places)).toEqual(["MR"]);
  });

  test("is told where the next line has words and names no row", () => {
    expect(dividedHeads(sheet([heads, ";;Sasaran;Hasil;", "1;2;412;83;5"]), 0, places)).toEqual([
      "MR",
    ]);
  });

  test.each([
    [[heads, "1;14 Mei;3;;5"]],
    [[heads, "1;14 Mei;banyak;;5"]],
    [[heads, ";;nihil;;"]],
    [[heads, ";;120;;80"]],
    [[heads]],
  ])("%j has none", (rows) => {
    expect(dividedHeads(sheet(rows), 0, places)).toEqual([]);
  });
});

describe("a second table below", () => {
  const isHeads = (heads: readonly string[]) => heads.includes("kode");
  const of = (...rows: string[]) => secondTable(sheet(rows).rows, 0, isHeads);

  test("with other heads is found by its row", () => {
    expect(of("kode;MR;OPV", "1;2;3", "", "kode;OPV;MR", "1;3;2")).toBe(4);
  });

  test("is none where the same heads come again, or none do", () => {
    expect(of("kode;MR;OPV", "1;2;3", "KODE;MR;OPV", "2;4;5")).toBeNull();
    expect(of("kode;MR;OPV", "1;2;3", "Jumlah;2;3")).toBeNull();
  });
});
