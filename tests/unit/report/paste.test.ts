import { describe, expect, it } from "vitest";

import { previewPaste } from "@/lib/report/paste";
import type { PastePreview } from "@/lib/report/pasted";
import { pasteTerms } from "@/lib/report/paste-terms";

import { columns, row, rows } from "./kapuas";

const empty = () => ({});

function preview(
  text: string,
  at: { row: number; column: number } | null = null,
  typed: (unit: string) => Record<string, string> = empty,
): PastePreview {
  return previewPaste(text, { rows, columns, typed, at });
}

/** "Selat Hilir: 13 6 5" for a preview, with = for same, . for blank and ! for rejected. */
function drawn({ rows: placed }: PastePreview): string[] {
  return placed.map(({ unit, cells }) => {
    const texts = cells.map((cell) => {
      switch (cell.kind) {
        case "blank":
          return ".";
        case "same":
          return `=${String(cell.value)}`;
        case "change":
          return String(cell.to);
        case "rejected":
          return `!${cell.text}`;
      }
    });
    return `${unit.name}: ${texts.join(" ")}`;
  });
}

describe("a block from Excel", () => {
  it("finds its rows by village name, in any order, with a head line", () => {
    const read = preview(
      "Desa\t9-59 bln\t5-7 th\tOPV\r\nPulau Telo\t17\t6\t5\r\nSelat Hilir\t13\t6\t5\r\n",
    );
    expect(drawn(read)).toEqual(["Pulau Telo: 17 6 5", "Selat Hilir: 13 6 5"]);
    expect(read).toMatchObject({ isByName: true, unplaced: [], columnsBeyond: 0 });
  });

  it.each(["DESA", "Nama Desa", "Desa/Kelurahan", "KELURAHAN", "No.", "Kode", ""])(
    "never tells %j among the names as an unknown one",
    (word) => {
      const head = "Desa\t9-59 bln\t5-7 th\tOPV";
      const again = `${word}\t9-59 bln\t5-7 th\tOPV`;
      const lines = [head, "Selat Hilir\t13\t6\t5", again, "Pulau Telo\t17\t6\t5"];
      const read = preview([...lines, `${word}\t\t\t`].join("\n"));
      expect(drawn(read)).toEqual(["Selat Hilir: 13 6 5", "Pulau Telo: 17 6 5"]);
      expect(read.unplaced).toEqual([]);
      const figures = preview([...lines, `${word}\t7\t\t9`].join("\n"));
      expect(figures.unplaced).toEqual([{ text: `${word} 7 9`.trim(), reason: "noUnit" }]);
    },
  );

  it("follows the chosen cell when it has no names", () => {
    expect(drawn(preview("6\t5\n7\t8", { row: 1, column: 1 }))).toEqual([
      "Pulau Telo: 6 5",
      "Pulau Telo Baru: 7 8",
    ]);
  });

  it("begins at the first column when it has them all, wherever the focus is", () => {
    expect(drawn(preview("1\t2\t3", { row: 0, column: 2 }))).toEqual(["Selat Hilir: 1 2 3"]);
  });

  it.each([
    [
      "No;Kode;Desa;MR 9-59 bln;MR 5-7 th;OPV\n1;62.03.01.1007;Selat Hilir;13;6;5\n2;6203012011;Pulau Telo;1;2;3",
    ],
    ["Selat Hilir;PKM Selat;13;6;5\nPulau Telo;PKM Selat;1;2;3"],
    ["62.03.01.1007;Selat Hilir;13;6;5\n6203012011;Pulau Telo;1;2;3"],
    ["1;Selat Hilir;13;6;5\n2;Pulau Telo;1;2;3"],
  ])("passes over numbers, codes and names that stand before the counts: %s", (block) => {
    expect(drawn(preview(block))).toEqual(["Selat Hilir: 13 6 5", "Pulau Telo: 1 2 3"]);
  });

  it("leaves cells alone that are blank in it, and marks what is the same", () => {
    const typed = () => ({ [columns[0]?.key ?? ""]: "13" });
    expect(drawn(preview("13\t\t5", { row: 0, column: 0 }, typed))).toEqual([
      "Selat Hilir: =13 . 5",
    ]);
  });

  it("tells what stood in a cell before, and asks about what is unusual", () => {
    const typed = () => ({ [columns[0]?.key ?? ""]: "12,5" });
    const [first] = preview("201\t6", { row: 0, column: 0 }, typed).rows[0]?.cells ?? [];
    expect(first).toMatchObject({ kind: "change", from: "12,5", to: 201 });
    expect(first).toHaveProperty("warning.kinds", ["exceedsRemaining", "threeTimesUsual"]);
  });

  it("rejects words, formulas and fractions each by itself", () => {
    expect(drawn(preview("Selat Hilir\ttujuh\t=A1+1\t12,5\nPulau Telo\t1\t2\t3"))).toEqual([
      "Selat Hilir: !tujuh !=A1+1 !12,5",
      "Pulau Telo: 1 2 3",
    ]);
  });

  it("names lines that belong to no village, and passes over totals", () => {
    const read = preview(
      "Selat Hilir\t1\t2\t3\nSungai Pasah\t4\t5\t6\nPulau Telo\t1\t1\t1\nJumlah\t6\t8\t10",
    );
    expect(read.unplaced).toEqual([{ text: "Sungai Pasah", reason: "unknown" }]);
  });

  it("uses the first of two lines of one village and says so", () => {
    const read = preview("Selat Hilir\t1\t2\t3\nSelat Hilir\t4\t5\t6");
    expect(drawn(read)).toEqual(["Selat Hilir: 1 2 3"]);
    expect(read.unplaced).toEqual([{ text: "Selat Hilir", reason: "twice" }]);
  });

  it("does not run over the edges of the grid", () => {
    const read = preview("1\t2\n3\t4\n5\t6", { row: 2, column: 2 });
    expect(drawn(read)).toEqual(["Pulau Telo Baru: 1"]);
    expect(read.columnsBeyond).toBe(1);
    expect(read.unplaced.map(({ reason }) => reason)).toEqual(["beyond", "beyond"]);
  });

  it("reads CSV with semicolons, with commas, with quotes and a byte-order mark", () => {
    expect(drawn(preview("\ufeffSelat Hilir;13;6;5"))).toEqual(["Selat Hilir: 13 6 5"]);
    expect(drawn(preview('"Selat Hilir",13,6,5'))).toEqual(["Selat Hilir: 13 6 5"]);
    expect(drawn(preview("1,2,3", { row: 0, column: 0 }))).toEqual(["Selat Hilir: 1 2 3"]);
  });

  it("reads “12,5” alone as one rejected cell, not as two counts", () => {
    expect(drawn(preview("12,5\n13", { row: 0, column: 0 }))).toEqual([
      "Selat Hilir: !12,5",
      "Pulau Telo: 13",
    ]);
  });

  it("that is empty changes nothing", () => {
    expect(preview("  \n\n").rows).toEqual([]);
  });
});

describe("the heads of a block", () => {
  const keys = ({ columns: taken }: PastePreview) => taken.map(({ key }) => key);
  const [young, old, oral] = columns.map(({ key }) => key);
  const left = ({ leftOut }: PastePreview) =>
    leftOut.map(({ columnIndex, head, reason }) => [columnIndex, head, reason]);
  const box = (at: number) =>
    `box ${JSON.stringify([columns[at]?.intervention, columns[at]?.targetGroup])}`;

  it("lay each column where it belongs, whatever their order", () => {
    const read = preview("Desa\tOPV\tMR 5-7 tahun\tMR 9-59 bln\nSelat Hilir\t1\t2\t3");
    expect(keys(read)).toEqual([oral, old, young]);
    expect(read.heads).toEqual(["OPV", "MR 5-7 tahun", "MR 9-59 bln"]);
    expect(drawn(read)).toEqual(["Selat Hilir: 1 2 3"]);
    expect(read.leftOut).toEqual([]);
  });

  it("leave out targets, sums, shares and remarks by name", () => {
    const read = preview(
      "Desa\tSasaran\tMR 9-59 bln\tJml MR\t%\tOPV\tKet\nSelat Hilir\t412\t1\t9\t50\t3\tok",
    );
    expect(drawn(read)).toEqual(["Selat Hilir: 1 3"]);
    expect(keys(read)).toEqual([young, oral]);
    expect(left(read)).toEqual([
      [1, "Sasaran", "otherCount"],
      [3, "Jml MR", "sum"],
      [4, "%", "share"],
      [6, "Ket", "remark"],
    ]);
  });

  it("follow a merged upper line", () => {
    const read = preview(
      "Desa\tMR\t\tOPV\n\t9-59 bln\t5-<7 th\t12-59 bln\nSelat Hilir\t1\t2\t3\nPulau Telo\t4\t5\t6",
    );
    expect(keys(read)).toEqual([young, old, oral]);
    expect(drawn(read)).toEqual(["Selat Hilir: 1 2 3", "Pulau Telo: 4 5 6"]);
    expect(read.unplaced).toEqual([]);
  });

  it("never take a target for doses below a merged head", () => {
    const read = preview("Desa\tOPV\t\n\tSasaran\tHasil\nSelat Hilir\t412\t83");
    expect(drawn(read)).toEqual(["Selat Hilir: 83"]);
    expect(left(read)).toEqual([[1, "OPV Sasaran", "otherCount"]]);
  });

  it("are asked about where they name no column or two, and follow the answer", () => {
    const block = "Desa\tMR\tPolio\nSelat Hilir\t1\t2";
    const read = preview(block);
    expect(drawn(read)).toEqual(["Selat Hilir: "]);
    expect(read.asked).toMatchObject([
      { id: "column.0-0.1", kind: "column", params: { head: "MR" }, answer: null },
    ]);
    expect(read.asked[0]?.options.map(({ value }) => value)).toEqual([box(0), box(1), "none"]);
    expect(read.leftOut).toEqual([
      { id: "column.0-0.2", columnIndex: 2, head: "Polio", reason: "unknown" },
    ]);
    const answers = new Map([
      ["column.0-0.2", box(2)],
      ["column.0-0.1", box(1)],
    ]);
    const answered = previewPaste(block, { rows, columns, typed: empty, at: null, answers });
    expect(drawn(answered)).toEqual(["Selat Hilir: 1 2"]);
    expect(keys(answered)).toEqual([old, oral]);
    expect(answered.leftOut).toEqual([]);
  });

  it("with figures below none are asked about", () => {
    expect(left(preview("Desa\tOPV\t\nSelat Hilir\t1\t2"))).toEqual([[2, "", "headless"]]);
  });
});

describe("cells of a block", () => {
  const read = (text: string, dash: "zero" | "blank" | null = null) =>
    previewPaste(text, {
      rows,
      columns,
      typed: empty,
      at: { row: 0, column: 0 },
      answers: new Map(dash ? [["dash", dash]] : []),
    });

  it("of “-” and nihil are asked about once", () => {
    const block = "1\t-\t nihil \n4\t5\t–";
    expect(read(block).asked).toMatchObject([{ kind: "dash", params: { count: 3 } }]);
    expect(drawn(read(block))).toEqual(["Selat Hilir: 1 !- !nihil", "Pulau Telo: 4 5 !–"]);
    expect(drawn(read(block, "zero"))).toEqual(["Selat Hilir: 1 0 0", "Pulau Telo: 4 5 0"]);
    expect(drawn(read(block, "blank"))).toEqual(["Selat Hilir: 1 . .", "Pulau Telo: 4 5 ."]);
  });

  it("are whole with “,00”, and no percentage, bracket or pair of numbers", () => {
    expect(
      drawn(read(" 12,00 \t1.234,00\t412.857\n(5)\t95%\t16. 641\n0.857\t#REF!\t98.4")),
    ).toEqual([
      "Selat Hilir: 12 1234 !412.857",
      "Pulau Telo: !(5) !95% !16. 641",
      "Pulau Telo Baru: !0.857 !#REF! !98.4",
    ]);
  });

  it("have thousands where the block shows that its dots are no decimals", () => {
    expect(drawn(read("1.234\t12\t7"))).toEqual(["Selat Hilir: 1234 12 7"]);
  });
});

describe("a village's name in a block", () => {
  const units = [
    ...rows,
    row("62.03.02.1001", "Mambulau"),
    row("62.03.09.2001", "Mambulau"),
    row("pkm-tewah", "Puskesmas Tewah"),
  ].map(({ unit }) => unit);
  const names = pasteTerms(units, columns, new Map()).units;
  const find = (name: string) => names.find({ code: "", name, subdistrict: "" });

  it.each([
    ["Selat Hilir", "62.03.01.1007"],
    ["  SELAT   hilir ", "62.03.01.1007"],
    ["Kel. Selat Hilir", "62.03.01.1007"],
    ["Kelurahan Selat-Hilir", "62.03.01.1007"],
    ["SelatHilir", "62.03.01.1007"],
    ["Ds. Pulau Telo", "62.03.01.2011"],
    ["Desa Pulau Telo Baru", "62.03.01.2020"],
    ["62.03.01.1007", "62.03.01.1007"],
    ["6203011007", "62.03.01.1007"],
    ["PKM Tewah", "pkm-tewah"],
  ])("“%s” is %s", (written, code) => {
    expect(names.match(written)).toMatchObject({ code });
    expect(find(written)).toMatchObject({ unit: { code } });
  });

  it("in two kecamatan is ambiguous, its code is not", () => {
    expect(names.match("Mambulau")).toBe("ambiguous");
    expect(find("Mambulau")).toMatchObject({ code: "ambiguousName" });
    expect(names.match("62.03.02.1001")).toMatchObject({ name: "Mambulau" });
  });

  it("that nobody has is unknown", () => {
    expect(names.match("Desa")).toBeNull();
    expect(names.match("")).toBeNull();
  });
});
