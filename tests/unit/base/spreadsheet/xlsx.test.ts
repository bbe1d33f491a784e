import writeXlsxFile from "write-excel-file/node";
import { expect, test } from "vitest";

import { isStorable } from "@/lib/base/forms/storable";
import { limits } from "@/lib/base/limits";
import { cellText, FileRejection, type FileProblem } from "@/lib/base/spreadsheet/cell";
import { toXlsx } from "@/lib/base/spreadsheet/server/xlsx";
import { sheetXml, writeArchive, writeWorkbook } from "@/tests/proofs/fuzz/archive";

import { rowsOf } from "./rows";

async function problemOf(bytes: Buffer): Promise<FileProblem | null> {
  try {
    await rowsOf(bytes);
    return null;
  } catch (error) {
    if (error instanceof FileRejection) return error.problem;
    throw error;
  }
}

test("reads text, numbers and dates as what they are, and keeps empty rows", async () => {
  const day = new Date("2026-06-02T00:00:00Z");
  const file = await writeXlsxFile([
    ["Kode", "MR"],
    [],
    ["62.03.01.1006", 347],
    [null, 3.47],
    [{ value: day, type: Date, format: "dd-mm-yyyy" }, null],
  ]).toBuffer();

  expect(await rowsOf(file)).toEqual([
    [
      { kind: "text", text: "Kode" },
      { kind: "text", text: "MR" },
    ],
    [],
    [
      { kind: "text", text: "62.03.01.1006" },
      { kind: "number", value: 347 },
    ],
    [{ kind: "empty" }, { kind: "number", value: 3.47 }],
    [{ kind: "day", day: "2026-06-02" }],
  ]);
});

test("a formula that came without its value is told as one", async () => {
  const file = await writeXlsxFile([["MR"], [{ value: "B160*0.44", type: "Formula" }]]).toBuffer();
  expect((await rowsOf(file))[1]).toEqual([{ kind: "formula", text: "=B160*0.44" }]);
});

test("what we write, we read", async () => {
  const file = await toXlsx({
    name: "Sasaran",
    head: ["Kode", "=MR"],
    rows: [
      ["0012", 5],
      ["62.03", null],
    ],
    widths: [10, 10],
  });
  const rows = await rowsOf(file);
  expect(rows.map((row) => row.map(cellText))).toEqual([["Kode", "=MR"], ["0012", "5"], ["62.03"]]);
});

test.each([
  ["an old Excel file or one with a password", Buffer.from("d0cf11e0a1b11ae1", "hex"), "oldExcel"],
  ["a PDF", Buffer.from("%PDF-1.7 …"), "notSpreadsheet"],
  ["a picture", Buffer.from("89504e470d0a1a0a0000000d", "hex"), "notSpreadsheet"],
  ["a web page that calls itself Excel", Buffer.from("<html><table>"), "notSpreadsheet"],
  ["a Word file", writeArchive([{ path: "word/document.xml", content: "<x/>" }]), "notSpreadsheet"],
  ["half an archive", Buffer.from("PK\x03\x04…"), "damaged"],
  ["nothing", Buffer.alloc(0), "empty"],
  ["only empty rows", Buffer.from(";;\n;;\n"), "empty"],
  ["more than 5 MB", Buffer.alloc(limits.fileBytes + 1, "a"), "tooLarge"],
] as const)("rejects %s", async (_, bytes, problem) => {
  expect(await problemOf(bytes)).toBe(problem);
});

test.each(["&#xD800;", "&#xDC00;", "&#0;", "_xD800_"])(
  "a cell with %s has no half of a letter in it, and no zero byte",
  async (escape) => {
    const cell = `<c r="A1" t="inlineStr"><is><t>a${escape}b</t></is></c>`;
    const file = writeWorkbook(sheetXml(`<row r="1">${cell}</row>`));
    const read = await rowsOf(file).catch((error: unknown) => {
      if (error instanceof FileRejection) return [];
      throw error;
    });
    for (const cell of read.flat()) expect(isStorable(cellText(cell)), cellText(cell)).toBe(true);
  },
);
