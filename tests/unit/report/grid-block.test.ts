import { describe, expect, it } from "vitest";

import {
  blockText,
  filledFrom,
  rowsOf,
  topLeftOf,
  type Block,
} from "@/components/device/entry/grid-block";
import { previewPaste } from "@/lib/report/paste";
import { plainCount, tableText } from "@/lib/report/table-text";

import { columns, rows } from "./kapuas";

/** Chosen upwards and to the left, as well as down and to the right. */
const block: Block = { from: { row: 2, column: 2 }, to: { row: 1, column: 1 } };
const single: Block = { from: { row: 1, column: 1 }, to: { row: 1, column: 1 } };
const nameOf = ({ row, column }: { row: number; column: number }) =>
  `${String(row)}.${String(column)}`;

describe("a block of cells", () => {
  it("is copied as a spreadsheet takes it, whichever corner it began in", () => {
    expect(blockText(block, nameOf)).toBe("1.1\t1.2\n2.1\t2.2");
    expect(topLeftOf(block)).toEqual({ row: 1, column: 1 });
    expect(rowsOf(single)).toEqual([[{ row: 1, column: 1 }]]);
  });

  it("is filled down from its first row and right from its first column", () => {
    const drawn = (of: Block, direction: "down" | "right") =>
      filledFrom(of, direction).map(
        ({ position, source }) => `${nameOf(position)}←${nameOf(source)}`,
      );
    expect(drawn(block, "down")).toEqual(["2.1←1.1", "2.2←1.2"]);
    expect(drawn(block, "right")).toEqual(["1.2←1.1", "2.2←2.1"]);
    // One row takes what stands above it, one column what stands beside it.
    expect(drawn({ from: { row: 1, column: 0 }, to: { row: 1, column: 1 } }, "down")).toEqual([
      "1.0←0.0",
      "1.1←0.1",
    ]);
    expect(drawn({ from: { row: 0, column: 0 }, to: { row: 0, column: 1 } }, "down")).toEqual([]);
  });
});

describe("the copied table", () => {
  it("is read back cell by cell where it is pasted", () => {
    const texts = [
      ["13", "6", ""],
      ["", "", ""],
      ["1.204", "0", "7"],
    ];
    const copied = tableText(
      rows.map(({ unit }, index) => ({ unit, texts: (texts[index] ?? []).map(plainCount) })),
      columns,
      { unit: "Desa/kelurahan", code: "Kode" },
    );
    expect(copied.split("\n")[0]).toBe(
      "Desa/kelurahan\tKode\tMR 9–59 bulan\tMR 5–<7 tahun\tOPV 12–59 bulan",
    );
    const read = previewPaste(copied, { rows, columns, typed: () => ({}), at: null });
    expect(read).toMatchObject({ leftOut: [], unplaced: [], columnsBeyond: 0, isByName: true });
    expect(
      read.rows.map(({ cells }) => cells.map((cell) => (cell.kind === "change" ? cell.to : null))),
    ).toEqual([
      [13, 6, null],
      [null, null, null],
      [1204, 0, 7],
    ]);
  });

  it("has plain numbers, and nothing that a spreadsheet would run", () => {
    expect(["1.204", " 12 ", "007", "12,5", "=1+1", "a\tb"].map(plainCount)).toEqual([
      "1204",
      "12",
      "7",
      "12,5",
      "'=1+1",
      "a b",
    ]);
  });
});
