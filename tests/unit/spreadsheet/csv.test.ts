import { expect, test } from "vitest";

import { cellText } from "@/lib/spreadsheet/cell";
import { toCsv } from "@/lib/spreadsheet/csv";
import { readSpreadsheet } from "@/lib/spreadsheet/read";

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
  const rows = await readSpreadsheet(Buffer.from(text, encoding));
  expect(rows.map((row) => row.map(cellText))).toEqual(table);
});

test("reads Windows letters of older Excel", async () => {
  const rows = await readSpreadsheet(Buffer.from("kode;nama\n1;9\x9659 bulan", "latin1"));
  expect(rows[1]?.map(cellText)).toEqual(["1", "9–59 bulan"]);
});
