import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { readHeadLines, type HeadPlace } from "@/lib/account/people/head-lines";

const places: readonly HeadPlace[] = [
  { code: "62.03.01.1007", name: "Selat Hilir", within: "Selat" },
  { code: "62.03.01.2001", name: "Suka Maju", within: "Selat" },
  { code: "62.03.09.2001", name: "Sukamaju", within: "Mantangai" },
  { code: "62.03.09.2002", name: "Manta'a Hulu", within: "Mantangai" },
];

const read = (text: string) => readHeadLines(text, places);

describe("a list of heads", () => {
  it.each([
    ["62.03.01.1007; Budi Santoso; 0812-3456-7890", "62.03.01.1007 Budi Santoso +6281234567890"],
    ["6203011007\tBudi", "62.03.01.1007 Budi null"],
    ["Selat Hilir", "62.03.01.1007  null"],
    ["Kelurahan Selat Hilir; ; 81234567890", "62.03.01.1007  +6281234567890"],
    ["Kec. Mantangai; Desa Suka Maju; Ani", "62.03.09.2001 Ani null"],
    ["selat;SUKAMAJU;Ani", "62.03.01.2001 Ani null"],
    ["Mantangai; Mantaa hulu", "62.03.09.2002  null"],
  ])("reads %j", (line, expected) => {
    const { heads, rejected } = read(line);
    expect(heads.map(({ code, name, phone }) => `${code} ${name} ${String(phone)}`)).toEqual([
      expected,
    ]);
    expect(rejected).toEqual([]);
  });

  it.each([
    ["Bukan Desa; Budi", "unknownPlace"],
    ["Suka Maju; Budi", "severalPlaces"],
    ["Selat Hilir; Budi; bukan nomor", "phone"],
    [`Selat Hilir; ${"x".repeat(41)}`, "name"],
    ["Selat Hilir; Bu\u200Bdi", "name"],
  ])("leaves out %j and says why", (line, problem) => {
    expect(read(line)).toMatchObject({ heads: [], rejected: [{ line: 1, problem }] });
  });

  it("leaves out heads of columns, empty lines, and a place that stands twice", () => {
    const { heads, rejected } = read(
      "Kecamatan;Desa/Kelurahan;Nama;No. HP\n\nSelat; Selat Hilir; Budi\n 62.03.01.1007; Ani\n",
    );
    expect(heads.map(({ name }) => name)).toEqual(["Budi"]);
    expect(rejected).toEqual([{ line: 4, text: "62.03.01.1007; Ani", problem: "twice" }]);
  });

  it("takes or tells every line, of whatever text, and no place twice", () => {
    const piece = fc.constantFrom(...places.map(({ name }) => name), "62.03.01.1007", "Ani", "");
    const line = fc.array(fc.oneof(piece, fc.string()), { maxLength: 4 });
    fc.assert(
      fc.property(fc.array(line.map((parts) => parts.join(";"))), (lines) => {
        const { heads, rejected } = read(lines.join("\n"));
        const codes = heads.map(({ code }) => code);
        expect(new Set(codes).size).toBe(codes.length);
        expect(codes.every((code) => places.some((place) => place.code === code))).toBe(true);
        const filled = lines
          .flatMap((each) => each.split(/\r?\n/))
          .filter((each) => each.split(/[;\t]/).some((part) => part.trim() !== ""));
        expect(heads.length + rejected.length).toBeLessThanOrEqual(filled.length);
        expect(heads.length + rejected.length).toBeGreaterThanOrEqual(
          Math.min(filled.length, 1) - 1,
        );
      }),
    );
  });
});
