import { deflateRawSync } from "node:zlib";

import writeXlsxFile from "write-excel-file/node";
import { expect, test } from "vitest";

import { isStorable } from "@/lib/forms/storable-text";
import { cellText, FileRefusal, type FileProblem } from "@/lib/spreadsheet/cell";
import { fileLimitBytes, readSpreadsheet } from "@/lib/spreadsheet/read";
import { toXlsx } from "@/lib/spreadsheet/xlsx";
import { unzip, zip } from "@/lib/spreadsheet/zip";

async function problemOf(bytes: Buffer): Promise<FileProblem | null> {
  try {
    await readSpreadsheet(bytes);
    return null;
  } catch (error) {
    if (error instanceof FileRefusal) return error.problem;
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

  expect(await readSpreadsheet(file)).toEqual([
    [
      { kind: "text", text: "Kode" },
      { kind: "text", text: "MR" },
    ],
    [{ kind: "empty" }, { kind: "empty" }],
    [
      { kind: "text", text: "62.03.01.1006" },
      { kind: "number", value: 347 },
    ],
    [{ kind: "empty" }, { kind: "number", value: 3.47 }],
    [{ kind: "day", day: "2026-06-02" }, { kind: "empty" }],
  ]);
});

test("a formula is seen as one, not read as what it was worth", async () => {
  const file = await writeXlsxFile([["MR"], [{ value: "B160*0.44", type: "Formula" }]]).toBuffer();
  expect((await readSpreadsheet(file))[1]).toEqual([{ kind: "formula", text: "=B160*0.44" }]);
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
  const rows = await readSpreadsheet(file);
  expect(rows.map((row) => row.map(cellText))).toEqual([
    ["Kode", "=MR"],
    ["0012", "5"],
    ["62.03", ""],
  ]);
});

test.each([
  ["an old Excel file or one with a password", Buffer.from("d0cf11e0a1b11ae1", "hex"), "oldExcel"],
  ["a PDF", Buffer.from("%PDF-1.7 …"), "notSpreadsheet"],
  ["a picture", Buffer.from("89504e470d0a1a0a0000000d", "hex"), "notSpreadsheet"],
  ["a web page that calls itself Excel", Buffer.from("<html><table>"), "notSpreadsheet"],
  [
    "a Word file",
    zip([{ path: "word/document.xml", content: Buffer.from("<x/>") }]),
    "notSpreadsheet",
  ],
  ["half an archive", Buffer.from("PK\x03\x04…"), "damaged"],
  ["nothing", Buffer.alloc(0), "empty"],
  ["only empty rows", Buffer.from(";;\n;;\n"), "empty"],
  ["more than 5 MB", Buffer.alloc(fileLimitBytes + 1, "a"), "tooLarge"],
] as const)("refuses %s", async (_, bytes, problem) => {
  expect(await problemOf(bytes)).toBe(problem);
});

test("an archive that unpacks to far more than it is, is not unpacked", async () => {
  const packed = deflateRawSync(Buffer.alloc(100 * 1024 * 1024));
  expect(packed.length).toBeLessThan(fileLimitBytes);
  // The size that the entry states is a lie, as in a real bomb.
  expect(await problemOf(archiveOf("xl/workbook.xml", packed, 10))).toBe("unpacksTooLarge");
});

test("a sheet with a cell at the far end of Excel does not fill the memory", async () => {
  const file = zip([
    { path: "xl/workbook.xml", content: Buffer.from("<workbook/>") },
    {
      path: "xl/worksheets/sheet1.xml",
      content: Buffer.from(
        '<worksheet><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>',
      ),
    },
  ]);
  expect(await problemOf(file)).toBe("tooManyRows");
});

test.each(["&#xD800;", "&#xDC00;", "&#0;", "_xD800_"])(
  "a cell with %s has no half of a letter in it, and no zero byte",
  async (escape) => {
    const plain = await writeXlsxFile([["kode", "aSUDUTb"]]).toBuffer();
    const file = zip(
      unzip(plain).map(({ path, content }) => ({
        path,
        content: Buffer.from(content.toString("latin1").replaceAll("SUDUT", escape), "latin1"),
      })),
    );
    const read = await readSpreadsheet(file).catch((error: unknown) => {
      if (error instanceof FileRefusal) return [];
      throw error;
    });
    for (const cell of read.flat()) expect(isStorable(cellText(cell)), cellText(cell)).toBe(true);
  },
);

/** An archive of one deflated entry. */
function archiveOf(path: string, packed: Buffer, statedSize: number): Buffer {
  const name = Buffer.from(path);
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(8, 4);
  fields.writeUInt32LE(packed.length, 14);
  fields.writeUInt32LE(statedSize, 18);
  fields.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from("PK\x03\x04"), fields, name, packed]);
  const directory = Buffer.concat([
    Buffer.from("PK\x01\x02\x14\x00"),
    fields,
    Buffer.alloc(14),
    name,
  ]);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(1, 4);
  end.writeUInt16LE(1, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(local.length, 12);
  return Buffer.concat([local, directory, Buffer.from("PK\x05\x06"), end]);
}
