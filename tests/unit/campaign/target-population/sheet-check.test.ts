import { describe, expect, test } from "vitest";

import { limits } from "@/lib/base/limits";
import { FileRejection } from "@/lib/base/spreadsheet/cell";
import { processorTime } from "@/tests/support/processor-time";
import { columnsOf } from "@/tests/support/table";

import { twoRounds } from "./campaign";
import { check, readRows, wide } from "./checking";

describe("a village is found", () => {
  test.each([
    ["by its code with dots", "62.03.01.1006;;;5"],
    ["by its code without dots", "6203011006;;;5"],
    ["by its name when the code is empty", ";Murung Keramat;;5"],
    ["by its name in capitals with its kind", ";KELURAHAN MURUNG KERAMAT;;5"],
    ["by its code when the name is spelled otherwise", "62.03.01.1006;Murungkeramat Baru;;5"],
    ["by its code when the name is shortened", "62.03.01.1006;Mrg. Keramat;;5"],
    ["by a code with an invisible mark", "\u200e62.03.01.1006;;;5"],
    ["by a name with an invisible mark", ";\u200eDesa Murung\u2060 Keramat;;5"],
  ])("%s", (_, row) => {
    expect(wide(row).cells).toMatchObject([{ unit: "62.03.01.1006", people: 5 }]);
  });

  test("among namesakes by its kecamatan", () => {
    expect(wide(";Sidomulyo;Mantangai;5").cells).toMatchObject([{ unit: "62.03.09.2001" }]);
  });
});

describe("a row is rejected with its row number, what stands there, and why", () => {
  test.each([
    ["an unknown code", "62.03.01.9999;;;5", "unknownUnit", "62.03.01.9999"],
    ["a name in two kecamatan", ";Sidomulyo;;5", "ambiguousName", "Sidomulyo"],
    ["a name that nobody has", ";Atlantis;;5", "unknownName", "Atlantis"],
    ["neither code nor name", ";;Selat;5", "noUnit", ""],
    ["another village's name", "62.03.01.1006;Selat Hilir;;5", "codeNameDiffer", "62.03.01.1006"],
    [
      "a name unlike the village's",
      "62.03.01.1007;Mekar Sari;;5",
      "codeNameDiffer",
      "62.03.01.1007",
    ],
    [
      "a neighbour's name misspelt",
      "62.03.01.1007;Selat Tengh;;5",
      "codeNameDiffer",
      "62.03.01.1007",
    ],
    ["a fraction with a comma", "62.03.01.1006;;;3,47", "notWhole", "3,47"],
    ["a fraction with a point", "62.03.01.1006;;;12.5", "notWhole", "12.5"],
    ["a negative number", "62.03.01.1006;;;-4", "negative", "-4"],
    ["a negative number with a real minus", "62.03.01.1006;;;−4", "negative", "−4"],
    ["a formula", "62.03.01.1006;;;=B160*0,44", "formula", "=B160*0,44"],
    ["a word", "62.03.01.1006;;;tidak ada", "notNumber", "tidak ada"],
    ["a telephone number", "62.03.01.1006;;;081234567890", "tooMany", "081234567890"],
  ])("%s", (_, row, code, content) => {
    expect(wide(row).rejected).toMatchObject([{ row: 2, code, content }]);
  });

  test("an ambiguous name tells both places", () => {
    expect(wide(";Sidomulyo;;5").rejected[0]?.params).toEqual({
      places: "Mantangai / Tamban Catur",
    });
  });

  test("an unknown code tells which codes its kecamatan has", () => {
    expect(wide("62.03.01.9999;;;5").rejected[0]?.params).toEqual({
      district: "Kabupaten Kapuas",
      hint: "Selat: 1006–1007. ",
    });
  });

  test("an empty cell beside a filled one: empty is not zero", () => {
    const { cells, rejected } = check("kode;MR 9–59 bulan;IPV\n62.03.01.1006;12;");
    expect(cells).toMatchObject([{ intervention: "MR", people: 12 }]);
    expect(rejected).toMatchObject([{ row: 2, column: "IPV", code: "empty", content: "" }]);
  });

  test("the same box twice", () => {
    const { rejected } = wide("62.03.01.1006;;;5\n6203011006;;;6");
    expect(rejected).toMatchObject([{ row: 3, code: "twice", params: { row: 2 } }]);
  });
});

describe("which column holds the targets", () => {
  test("sasaran, also beside a column of doses", () => {
    const read = check("kode;antigen;jumlah;sasaran\n62.03.01.1006;IPV;83;412");
    expect(read.cells).toMatchObject([{ intervention: "IPV", people: 412 }]);
  });

  test("never one of percentages", () => {
    const read = check("kode;IPV (%);IPV\n62.03.01.1006;83;412");
    expect(read.cells).toMatchObject([{ intervention: "IPV", people: 412 }]);
  });

  test("and the village's name, not that of its puskesmas", () => {
    const read = check("puskesmas;desa;IPV\nSelat Hilir;Murung Keramat;412");
    expect(read.cells).toMatchObject([{ unit: "62.03.01.1006", people: 412 }]);
  });
});

test.each([
  ["1,234", "a decimal comma, so a fraction", "notWhole"],
  ["1,234,567", "thousands in the English way, and too many people", "tooMany"],
])("%s is %s", (text, _, code) => {
  expect(wide(`62.03.01.1006;;;${text}`).rejected).toMatchObject([{ code }]);
});

describe("dates in the file", () => {
  const dated = (text: string) =>
    check(`kode;per tanggal;MR 9–59 bulan\n62.03.01.1006;${text};5`).rejected;

  test.each(["2026-06-02", "02-06-2026", "2/6/2026", "2 Juni 2026"])("%s is read", (text) => {
    expect(dated(text)).toEqual([]);
  });

  test("31 June does not exist: June has 30 days", () => {
    expect(dated("31 Juni 2026")).toMatchObject([
      { code: "noSuchDay", params: { month: 6, days: 30, year: 2026 } },
    ]);
  });

  test("29 February exists in leap years only", () => {
    expect(dated("29-02-2026")).toMatchObject([{ code: "noSuchDay", params: { days: 28 } }]);
  });

  test.each(["2026-13-02", "02/13/2026"])("%s has a month that no year has", (text) => {
    expect(dated(text)).toMatchObject([{ code: "noSuchMonth", params: { month: 13 } }]);
  });

  test("another date than the import's", () => {
    expect(dated("01-06-2026")).toMatchObject([{ code: "dayDiffers" }]);
  });

  test("a text that is no date", () => {
    expect(dated("awal Juni")).toMatchObject([{ code: "dayUnreadable" }]);
  });
});

describe("the two forms of a file", () => {
  test("the long form names its intervention, group and round in each row", () => {
    const { cells, rejected } = check(
      "Kode;Intervensi;Kelompok;Putaran;Sasaran\n62.03.01.1006;MR;9-59-bulan;2;10\n62.03.01.1006;campak-rubela (mr);5–<7 tahun;;11",
      twoRounds,
    );
    expect(rejected).toEqual([]);
    expect(cells).toMatchObject([
      { intervention: "MR", targetGroup: "9-59-bulan", round: 2, people: 10 },
      { intervention: "MR", targetGroup: "5-7-tahun", round: 0, people: 11 },
    ]);
  });

  test.each([
    ["an unknown intervention", "BCG;9-59-bulan;1;5", "unknownIntervention"],
    ["an unknown group", "MR;lansia;1;5", "unknownTargetGroup"],
    ["a group that it is not given to", "IPV;5-7-tahun;1;5", "notGiven"],
    ["a round that there is not", "MR;9-59-bulan;3;5", "unknownRound"],
    ["no number", "MR;9-59-bulan;1;", "empty"],
  ])("the long form rejects %s", (_, row, code) => {
    const { rejected } = check(
      `kode;intervensi;kelompok;putaran;sasaran\n62.03.01.1006;${row}`,
      twoRounds,
    );
    expect(rejected).toMatchObject([{ row: 2, code }]);
  });

  test("the wide form has a column for each box and round", () => {
    const { cells } = check(
      "kode;MR 9–59 bulan putaran 1;MR 9–59 bulan putaran 2\n62.03.01.1006;10;11",
      twoRounds,
    );
    expect(cells).toMatchObject([
      { round: 1, people: 10 },
      { round: 2, people: 11 },
    ]);
  });

  test("titles above the heads, empty rows and rows of totals do no harm", () => {
    const { cells, rejected, rowsSkipped, totals } = check(
      "DATA SASARAN BIAN;;\n;;\nKode;Nama Desa;IPV\n62.03.01.1006;Murung Keramat;7\n;;\n;JUMLAH;7",
    );
    expect(cells).toHaveLength(1);
    expect(rejected).toEqual([]);
    expect([rowsSkipped, totals]).toEqual([0, ["JUMLAH"]]);
  });

  test("a village left empty in the template is left out, not set to zero", () => {
    const result = check("kode;MR 9–59 bulan;IPV\n62.03.01.1006;;\n62.03.01.1007;1;2");
    expect(result.cells.map(({ unit }) => unit)).toEqual(["62.03.01.1007", "62.03.01.1007"]);
    expect(result).toMatchObject({ rejected: [], rowsSkipped: 1, rowsRead: 1 });
  });

  test("a column that means nothing here is named, not silently dropped", () => {
    const { table } = readRows(["kode;MR 9–59 bulan;MR 7-12 th", "62.03.01.1006;5;6"]);
    expect(table.kind === "read" && columnsOf(table)).toMatchObject({ "MR 7-12 th": "- unknown" });
  });

  test("a file without heads is not guessed at", () => {
    expect(readRows(["62.03.01.1006;12"]).table).toMatchObject({ kind: "noHead" });
  });
});

test.each(["semua", "Semua putaran", "all rounds", ""])(
  "a row for %j is for every round",
  (round) => {
    const { cells } = check(
      `kode;intervensi;kelompok;putaran;sasaran\n62.03.01.1006;MR;9-59-bulan;${round};10`,
      twoRounds,
    );
    expect(cells).toMatchObject([{ round: 0, people: 10 }]);
  },
);

describe("a file of far too much", () => {
  const lines = (count: number, row: string) => Array<string>(count).fill(row).join("\n");

  test("is rejected with as many faults as can be told, and all are counted", () => {
    const rows = Array.from({ length: 1_500 }, (_, at) => `62.03.01.1006;x;${String(at)},5`);
    const { rejected, problems, rowsRejected } = check(
      `kode;MR 9–59 bulan;IPV\n${rows.join("\n")}`,
    );
    expect([problems, rowsRejected]).toEqual([3_000, 1_500]);
    // The same of many rows is told as one; each fraction is told with its own advice.
    const codes = rejected.map(({ code }) => code);
    expect(codes.filter((code) => code === "notNumber")).toHaveLength(1_500);
    expect(codes.filter((code) => code === "notWhole")).toHaveLength(limits.problemsPerBatch - 1);
  });

  test("is rejected as a file when it has more numbers than a set may have", () => {
    const rows = lines(limits.targetCells / 2 + 1, "62.03.01.1006;1;2");
    expect(() => check(`kode;MR 9–59 bulan;IPV\n${rows}`)).toThrow(
      new FileRejection("tooManyRows"),
    );
  });

  test("is held against the campaign in one pass", () => {
    const took = processorTime();
    check(`kode;MR 9–59 bulan;IPV\n${lines(20_000, "62.03.01.9999;1;2")}`);
    expect(took()).toBeLessThan(2_000);
  });
});
