import { describe, expect, test } from "vitest";

import { cellText, type SheetCell } from "@/lib/base/spreadsheet/cell";
import { parseFile } from "@/lib/base/spreadsheet/server/parse";
import {
  sheetXml,
  workbookParts,
  writeWorkbook,
  type ArchiveEntry,
} from "@/tests/proofs/fuzz/archive";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

async function rowsOf(sheet: string | Buffer, others: readonly ArchiveEntry[] = []) {
  const { sheets } = await parseFile(writeWorkbook(sheet, others));
  return sheets[0]?.rows ?? [];
}

async function cellsOf(
  row: string,
  others: readonly ArchiveEntry[] = [],
): Promise<readonly SheetCell[]> {
  return (await rowsOf(sheetXml(`<row r="1">${row}</row>`), others))[0] ?? [];
}

/** The workbook's own list of files, with texts and styles beside the sheet. */
const withParts: ArchiveEntry = {
  path: "xl/_rels/workbook.xml.rels",
  content: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
    <Relationship Id="r1" Type="${office}/worksheet" Target="/xl/worksheets/sheet1.xml"/>
    <Relationship Id="r2" Type="${office}/sharedStrings" Target="sharedStrings.xml"/>
    <Relationship Id="r3" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
};

function styles(...formats: string[]): readonly ArchiveEntry[] {
  const written = formats.map(
    (code, at) => `<numFmt numFmtId="${String(164 + at)}" formatCode="${code}"/>`,
  );
  const used = [0, 14, 9, 21, ...formats.map((_, at) => 164 + at)];
  const content = `<styleSheet xmlns="${main}"><numFmts>${written.join("")}</numFmts>
    <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
    <cellXfs>${used.map((id) => `<xf numFmtId="${String(id)}"/>`).join("")}</cellXfs></styleSheet>`;
  return [withParts, { path: "xl/styles.xml", content }, strings("")];
}

function strings(items: string): ArchiveEntry {
  return { path: "xl/sharedStrings.xml", content: `<sst xmlns="${main}">${items}</sst>` };
}

const noStyles: ArchiveEntry = { path: "xl/styles.xml", content: `<styleSheet xmlns="${main}"/>` };

describe("a text", () => {
  test("that cells share, with its parts of different letters and without how it is read aloud", async () => {
    const shared = strings(
      `<si><t xml:space="preserve"> Selat </t></si>
       <si><r><rPr><b/></rPr><t>Selat </t></r><r><t>Hilir</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si>`,
    );
    const row = '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>';
    expect(await cellsOf(row, [withParts, shared, noStyles])).toEqual([
      { kind: "text", text: "Selat" },
      { kind: "text", text: "Selat Hilir" },
    ]);
  });

  test("in its cell, with signs that XML has to write", async () => {
    const inline = (text: string) => `<c t="inlineStr"><is>${text}</is></c>`;
    const row = [
      inline("<t>5 &lt; 7 &amp; &#233;_x000D_</t>"),
      inline("<r><t>a</t></r><r><t>b</t></r>"),
      inline("<t><![CDATA[<b>]]></t>"),
      inline("<t>=1+1</t>"),
    ].join("");
    expect((await cellsOf(row)).map(cellText)).toEqual(["5 < 7 & é", "ab", "<b>", "=1+1"]);
    expect((await cellsOf(row))[3]?.kind).toBe("text");
  });
});

describe("a value", () => {
  test("is a number, however it is written", async () => {
    const row = ["347", "3.47", "-4", "1.5E3", " 7 "].map((v) => `<c><v>${v}</v></c>`).join("");
    const values = (await cellsOf(row)).map((cell) => cell.kind === "number" && cell.value);
    expect(values).toEqual([347, 3.47, -4, 1500, 7]);
  });

  test("is yes or no, or a fault of a formula", async () => {
    const row = '<c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#REF!</v></c>';
    const cells = await cellsOf(row);
    expect(cells).toEqual([
      { kind: "boolean", value: true },
      { kind: "boolean", value: false },
      { kind: "error", text: "#REF!" },
    ]);
    expect(cells.map(cellText)).toEqual(["TRUE", "FALSE", "#REF!"]);
  });

  test.each([
    [1, "a format that every workbook has", "day"],
    [2, "a percentage", "percent"],
    [3, "hours alone", "number"],
    [4, "dd\\-mm\\-yyyy", "day"],
    [5, "[$-421]dd mmmm yyyy;@", "day"],
    [6, "0.0%", "percent"],
    [7, "h:mm", "number"],
    [8, "#,##0 &quot;dosis&quot;", "number"],
    [9, "mmmm", "day"],
    [10, "General", "number"],
  ])("has the format of its style %i: %s", async (style, _, kind) => {
    const formats = [
      "dd\\-mm\\-yyyy",
      "[$-421]dd mmmm yyyy;@",
      "0.0%",
      "h:mm",
      "#,##0 &quot;dosis&quot;",
      "mmmm",
      "General",
    ];
    const [cell] = await cellsOf(`<c s="${String(style)}"><v>46175</v></c>`, styles(...formats));
    const number = { kind: "number", value: 46175 };
    if (kind === "day") expect(cell).toEqual({ kind: "day", day: "2026-06-02" });
    else expect(cell).toEqual(kind === "percent" ? { ...number, isPercent: true } : number);
  });

  test("is a day with its hours, of the first months of 1900, and written out", async () => {
    const row =
      '<c s="1"><v>46175.75</v></c><c s="1"><v>1</v></c><c s="1"><v>61</v></c><c t="d"><v>2026-06-02T08:00:00</v></c>';
    expect((await cellsOf(row, styles())).map(cellText)).toEqual([
      "2026-06-02",
      "1900-01-01",
      "1900-03-01",
      "2026-06-02",
    ]);
  });

  test("is a day counted from 1904", async () => {
    const book =
      workbookParts.find(({ path }) => path === "xl/workbook.xml")?.content.toString() ?? "";
    const from1904 = book.replace("<sheets>", '<workbookPr date1904="1"/><sheets>');
    const parts = [...styles(), { path: "xl/workbook.xml", content: from1904 }];
    expect((await cellsOf('<c s="1"><v>44713</v></c>', parts)).map(cellText)).toEqual([
      "2026-06-02",
    ]);
  });
});

describe("a formula", () => {
  test("is read as the value it came with", async () => {
    const row = [
      "<c><f>B1*2</f><v>12</v></c>",
      '<c t="str"><f>A1&amp;"x"</f><v>12x</v></c>',
      '<c t="str"><f>IF(A1,"","")</f><v></v></c>',
      '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>',
      '<c><f t="shared" si="0"/><v>3</v></c>',
    ].join("");
    expect(await cellsOf(row)).toEqual([
      { kind: "number", value: 12, isFormula: true },
      { kind: "text", text: "12x", isFormula: true },
      { kind: "empty" },
      { kind: "error", text: "#DIV/0!", isFormula: true },
      { kind: "number", value: 3, isFormula: true },
    ]);
  });

  test("without a value is told", async () => {
    const row = '<c><f>B1*2</f></c><c><f>B1*3</f><v></v></c><c><f t="shared" si="0"/></c>';
    expect(await cellsOf(row)).toEqual([
      { kind: "formula", text: "=B1*2" },
      { kind: "formula", text: "=B1*3" },
      { kind: "formula", text: "=…" },
    ]);
  });
});

describe("a place", () => {
  test("follows from the one before where there is no address", async () => {
    const rows =
      "<row/><row><c><v>1</v></c><c/><c><v>2</v></c></row><row><c r='B3'><v>3</v></c><c><v>4</v></c></row>";
    expect((await rowsOf(sheetXml(rows))).map((row) => row.map(cellText))).toEqual([
      [],
      ["1", "", "2"],
      ["", "3", "4"],
    ]);
  });

  test("is the address, in whatever order they come, and empty rows are rows", async () => {
    const rows =
      '<row r="3"><c r="B3"><v>2</v></c><c r="A3"><v>1</v></c></row><row r="1"><c r="A1"><v>0</v></c></row>';
    expect((await rowsOf(sheetXml(rows))).map((row) => row.map(cellText))).toEqual([
      ["0"],
      [],
      ["1", "2"],
    ]);
  });

  test("of a format alone is none, also at the far end", async () => {
    const rows =
      '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="1"/></row><row r="1048576" s="1"><c r="A1048576" s="1"/></row>';
    expect(await rowsOf(sheetXml(rows))).toEqual([[{ kind: "number", value: 1 }]]);
  });
});

describe("XML is read", () => {
  const book = `<x:worksheet xmlns:x="${main}"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>`;

  test.each([
    ["with a prefix", Buffer.from(book)],
    ["with a byte order mark", Buffer.from(`\uFEFF${book}`)],
    ["in UTF-16", Buffer.from(`\uFEFF${book}`, "utf16le")],
    ["in UTF-16 the other way round", Buffer.from(`\uFEFF${book}`, "utf16le").swap16()],
    [
      "with comments and instructions",
      Buffer.from(`<?xml version="1.0"?><?a b?><!-- <c> -->${book}`),
    ],
  ])("%s", async (_, bytes) => {
    expect(await rowsOf(bytes)).toEqual([[{ kind: "number", value: 5 }]]);
  });
});

test("all sheets are told with their names, what is hidden and what is merged", async () => {
  const book = `<workbook xmlns="${main}" xmlns:rel="${office}"><sheets>
    <sheet name="Rekap &amp; data" sheetId="1" rel:id="r1"/>
    <sheet name="Lama" sheetId="2" state="veryHidden" rel:id="r2"/>
    <sheet name="Grafik" sheetId="3" rel:id="r3"/></sheets></workbook>`;
  const relations = `<Relationships><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/>
    <Relationship Id="r2" Type="${office}/worksheet" Target="./worksheets/other.xml"/>
    <Relationship Id="r3" Type="${office}/chartsheet" Target="chartsheets/sheet1.xml"/></Relationships>`;
  const first = `<worksheet><cols><col min="2" max="3" hidden="1"/><col min="400" max="16384" hidden="true"/></cols>
    <sheetData><row r="1"><c><v>1</v></c></row><row r="2" hidden="1"><c><v>2</v></c></row></sheetData>
    <mergeCells count="1"><mergeCell ref="A1:B2"/><mergeCell ref="C1:XFD1048576"/></mergeCells></worksheet>`;
  const file = writeWorkbook(first, [
    { path: "xl/workbook.xml", content: book },
    { path: "xl/_rels/workbook.xml.rels", content: relations },
    {
      path: "xl/worksheets/other.xml",
      content: "<worksheet><sheetData><row><c><v>9</v></c></row></sheetData></worksheet>",
    },
  ]);
  expect((await parseFile(file)).sheets).toEqual([
    {
      name: "Rekap & data",
      isHidden: false,
      rows: [[{ kind: "number", value: 1 }], [{ kind: "number", value: 2 }]],
      rowCells: [],
      hiddenRows: [1],
      hiddenColumns: [1, 2, 399],
      merges: [
        { top: 0, left: 0, bottom: 1, right: 1 },
        { top: 0, left: 2, bottom: 59_999, right: 399 },
      ],
    },
    {
      name: "Lama",
      isHidden: true,
      rows: [[{ kind: "number", value: 9 }]],
      rowCells: [],
      hiddenRows: [],
      hiddenColumns: [],
      merges: [],
    },
  ]);
});
