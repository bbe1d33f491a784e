import fc from "fast-check";
import Papa from "papaparse";
import { expect, test } from "vitest";

import { cellText } from "@/lib/base/spreadsheet/cell";
import { toCsv } from "@/lib/base/spreadsheet/csv";
import { separatedRows } from "@/lib/base/spreadsheet/csv-rows";

import { rowsOf } from "./rows";

test("a CSV file opens in the Indonesian Excel: mark, semicolons, CRLF, decimal comma", () => {
  expect(
    toCsv([
      ["Kecamatan", "Cakupan"],
      ["Selat", 0.361],
      ["Mantangai", null],
    ]),
  ).toBe("\uFEFFKecamatan;Cakupan\r\nSelat;0,361\r\nMantangai;\r\n");
});

test("text with a semicolon, a quote or a line break stays one cell", () => {
  expect(toCsv([["a;b", 'kata "kutip"', "dua\nbaris"]])).toBe(
    '\uFEFF"a;b";"kata ""kutip""";"dua\nbaris"\r\n',
  );
});

test.each(["=1+1", "+62", "-2+3", "@SUM(A1)", "\tx", "\rx"])(
  "%j does not run as a formula",
  (text) => {
    expect(toCsv([[text]])).toContain(`'${text[0] ?? ""}`);
  },
);

test("a negative number stays a number", () => {
  expect(toCsv([[-4]])).toBe("\uFEFF-4\r\n");
});

const table = [
  ["kode", "nama", "MR"],
  ["62.03.01.1006", "Murung Keramat", "1,5"],
];

test.each([
  ["semicolons", "kode;nama;MR\n62.03.01.1006;Murung Keramat;1,5", "utf8"],
  ["commas", 'kode,nama,MR\n62.03.01.1006,Murung Keramat,"1,5"', "utf8"],
  ["tabs", "kode\tnama\tMR\n62.03.01.1006\tMurung Keramat\t1,5", "utf8"],
  ["a byte order mark", "\uFEFFkode;nama;MR\r\n62.03.01.1006;Murung Keramat;1,5", "utf8"],
  ["CRLF", "kode;nama;MR\r\n62.03.01.1006;Murung Keramat;1,5", "utf8"],
  [
    "UTF-16, as Excel's Unicode text",
    "\uFEFFkode\tnama\tMR\r\n62.03.01.1006\tMurung Keramat\t1,5",
    "utf16le",
  ],
] as const)("reads a file with %s", async (_, text, encoding) => {
  const rows = await rowsOf(Buffer.from(text, encoding));
  expect(rows.map((row) => row.map(cellText))).toEqual(table);
});

test("reads Windows letters of older Excel", async () => {
  const rows = await rowsOf(Buffer.from("kode;nama\n1;9\x9659 bulan", "latin1"));
  expect(rows[1]?.map(cellText)).toEqual(["1", "9–59 bulan"]);
});

test.each([
  ['"a;b";c', ["a;b", "c"]],
  ['"kata ""kutip""";x', ['kata "kutip"', "x"]],
  ['"dua\nbaris";x', ["dua\nbaris", "x"]],
  ['5" pipa;x', ['5" pipa', "x"]],
  ['"a"  ;b', ["a", "b"]],
  ["a;", ["a"]],
])("%j is read as its cells", async (line, cells) => {
  const rows = await rowsOf(Buffer.from(`x;y;z\n${line}`));
  expect(rows[1]?.map(cellText)).toEqual(cells);
});

test("empty lines are rows, whatever ends a line", async () => {
  for (const end of ["\n", "\r\n", "\r"]) {
    const rows = await rowsOf(Buffer.from(["a;b", "", "c", ""].join(end)));
    expect(rows.map((row) => row.map(cellText))).toEqual([["a", "b"], [], ["c"]]);
  }
});

test("what a spreadsheet writes is read cell by cell", () => {
  const letter = fc.constantFrom(...'ab ";,\t\n\r=é');
  const row = fc.array(fc.string({ unit: letter, maxLength: 6 }), { minLength: 2, maxLength: 4 });
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 1, maxLength: 5 }),
      fc.constantFrom(";", ",", "\t"),
      (rows, delimiter) => {
        const text = Papa.unparse(rows, { delimiter, newline: "\r\n" });
        expect([...separatedRows(text, delimiter, 400)]).toEqual(rows);
      },
    ),
    { numRuns: 2_000 },
  );
});
