import { describe, expect, test } from "vitest";

import { interventionOf, type Campaign } from "@/lib/campaign/campaign";
import { limits } from "@/lib/base/limits";
import { emptyCell, textCell, type SheetCell } from "@/lib/base/spreadsheet/cell";
import { checkTallySheet } from "@/lib/report/import/server/sheet-check";
import { tallyHead } from "@/lib/report/import/sheet-head";
import { atOnce } from "@/tests/support/at-once";
import { columnsOf, readSheets, sheetOf } from "@/tests/support/table";
import { campaign, twoRounds, units } from "@/tests/unit/campaign/target-population/campaign";

const names = { unit: "Unit", day: "Tanggal" };

function readRows(rows: readonly (string | readonly SheetCell[])[], of = campaign) {
  return readSheets("tally", [sheetOf(rows)], { campaign: of, units });
}

function checkRows(rows: SheetCell[][], of = campaign, overlong = new Set<number>()) {
  const { table, vocabulary, lookup } = readRows(rows, of);
  if (table.kind !== "read") throw new Error(`not read: ${table.kind}`);
  const head = tallyHead(table, vocabulary);
  const terms = { today: "2026-06-10", names, overlong };
  return atOnce(checkTallySheet(table.rows, head, of, lookup, terms));
}

function check(text: string, of = campaign) {
  return checkRows(
    text
      .trim()
      .split("\n")
      .map((line) => line.split(";").map(textCell)),
    of,
  );
}

const heads = "kode;desa;kecamatan;tanggal;MR 9–59 bulan;IPV;Luar MR 9-59 bln;nihil";
const one = (row: string, of = campaign) => check(`${heads}\n${row}`, of);
const selatHilir = "62.03.01.1007";

describe("a date is read", () => {
  test.each([
    ["2026-06-04"],
    ["04/06/2026"],
    ["4-6-2026"],
    ["4 Juni 2026"],
    ["4 Jun 2026"],
    ["4 June 2026"],
    ["04/06/26"],
    ["4-Jun-26"],
    ["Kamis, 4 Juni 2026"],
    ["2026-06-04 00:00:00"],
    ["2026-06-04T00:00:00.000Z"],
    ["04/06/2026 00:00"],
  ])("%s", (written) => {
    expect(one(`${selatHilir};;;${written};12`).reports).toMatchObject([{ day: "2026-06-04" }]);
  });

  test("as a date of Excel", () => {
    const rows = heads.split(";").map(textCell);
    const row: SheetCell[] = [textCell(selatHilir), textCell(""), textCell("")];
    row.push({ kind: "day", day: "2026-06-04" }, { kind: "number", value: 12 });
    expect(checkRows([rows, row]).reports).toMatchObject([
      { line: 2, day: "2026-06-04", counts: [{ value: 12 }] },
    ]);
  });

  test.each([
    ["31 Juni 2026", "noSuchDay", { month: 6, days: 30, year: 2026, text: "31 Juni 2026" }],
    ["29/02/2026", "noSuchDay", { month: 2, days: 28, year: 2026, text: "29/02/2026" }],
    ["2026-13-02", "noSuchMonth", { month: 13, text: "2026-13-02" }],
    ["13/13/2026", "noSuchMonth", { month: 13, text: "13/13/2026" }],
    ["4-0-2026", "noSuchMonth", { month: 0, text: "4-0-2026" }],
    ["00/06/2026", "noSuchDay", { month: 6, days: 30, year: 2026, text: "00/06/2026" }],
    ["kemarin", "dayUnreadable", {}],
    ["2026-06-04T17:30:00Z", "dayUnreadable", {}],
    ["", "noDay", {}],
    ["2026-06-11", "futureDay", {}],
  ])("%s is rejected", (written, code, params) => {
    expect(one(`${selatHilir};;;${written};12`).rejected).toMatchObject([
      { line: 2, column: "tanggal", content: written, code, params },
    ]);
  });

  test("in a column that writes the month first none is taken for day before month", () => {
    const of = (day: string, unit: string) => `${unit};;;${day};12`;
    const days = [of("06/04/2026", selatHilir), of("05/28/2026", "62.03.01.1006")];
    const read = check([heads, ...days, of("06/06/2026", "62.03.09.2001")].join("\n"));
    expect(read.rejected.map(({ line, code }) => [line, code])).toEqual([
      [2, "dayOrder"],
      [3, "noSuchMonth"],
    ]);
    expect(read.rejected[0]?.params).toEqual({ row: 3 });
    expect(read.reports).toMatchObject([{ line: 4, day: "2026-06-06" }]);
  });

  test("outside the rounds it is rejected with the days of the campaign", () => {
    expect(one(`${selatHilir};;;2026-05-30;12`, twoRounds).rejected).toMatchObject([
      {
        code: "dayOutsideRound",
        params: { from: Date.parse("2026-05-18"), to: Date.parse("2026-06-14") },
      },
    ]);
  });
});

describe("what the campaign remembers of a rejected row", () => {
  test.each(["31 Juni 2026", "2026-13-02"])(
    "is the date that does not exist, with its unit and figures: %s",
    (dayText) => {
      expect(one(`${selatHilir};;;${dayText};12;;3`).rejected[0]?.memory).toEqual({
        kind: "noSuchDay",
        unit: selatHilir,
        dayText,
        detail: {},
        figures: '[false,[["MR/9-59-bulan",12,3]]]',
      });
    },
  );

  test("is nothing for another fault", () => {
    expect(one(`${selatHilir};;;kemarin;12`).rejected[0]?.memory).toBeNull();
  });
});

describe("columns are found by their heads", () => {
  const columns = (...rows: string[]) => {
    const { table } = readRows(rows);
    return table.kind === "read" ? columnsOf(table) : table.kind;
  };

  test("with short names, codes, and people from outside", () => {
    expect(one(`${selatHilir};;;2026-06-04;12;7;3;`).reports[0]?.counts).toEqual([
      {
        intervention: "MR",
        targetGroup: "9-59-bulan",
        head: "MR 9–59 bulan",
        value: 12,
        nonResidents: 3,
      },
      { intervention: "IPV", targetGroup: "9-59-bulan", head: "IPV", value: 7, nonResidents: 0 },
    ]);
  });

  test("and those that mean nothing are named", () => {
    expect(columns("Desa;Tanggal;MR 9-59 bln;Petugas", "Selat Hilir;2026-06-04;3;12")).toEqual({
      Desa: "name",
      Tanggal: "day",
      "MR 9-59 bln": 'box ["MR","9-59-bulan"]',
      Petugas: "- unknown",
    });
  });

  test.each(["MR 5–<7 tahun (%)", "Persen MR 5–<7 tahun", "Cakupan IPV", "IPV %"])(
    "and those of percentages are never counts: %s",
    (share) => {
      expect(columns(`Desa;Tanggal;${share};MR 9-59 bln`, "Selat Hilir;2026-06-04;3;12")).toEqual({
        Desa: "name",
        Tanggal: "day",
        [share]: "- share",
        "MR 9-59 bln": 'box ["MR","9-59-bulan"]',
      });
    },
  );

  test("the village before its puskesmas, the date before the weekday", () => {
    expect(
      columns("Puskesmas;Desa;Hari;Tanggal;IPV", "Selat;Selat Hilir;Kamis;2026-06-04;1"),
    ).toEqual({
      Puskesmas: "- twice",
      Desa: "name",
      Hari: "- twice",
      Tanggal: "day",
      IPV: 'box ["IPV","9-59-bulan"]',
    });
  });

  test("under a letterhead", () => {
    const text = `Dinas Kesehatan;\n;\ndesa;tgl;MR 5-7 th\nSelat Hilir;4/6/2026;5`;
    expect(check(text).reports).toMatchObject([
      { line: 4, counts: [{ targetGroup: "5-7-tahun", value: 5 }] },
    ]);
  });

  test("desa;tanggal;Petugas is no table of reports", () => {
    expect(readRows(["desa;tanggal;Petugas"]).table).toEqual({
      kind: "noHead",
      understood: ["desa", "tanggal"],
      others: ["Petugas"],
    });
  });
});

describe("a unit is found", () => {
  test.each([
    ["by its code", `${selatHilir};;;2026-06-04;1`],
    ["by its code without dots", "6203011007;;;2026-06-04;1"],
    ["by its name", ";Kel. Selat Hilir;;2026-06-04;1"],
    ["by a code where a name is expected", `;${selatHilir};;2026-06-04;1`],
  ])("%s", (_, row) => {
    expect(one(row).reports[0]?.unit.code).toBe(selatHilir);
  });

  test("among namesakes by its kecamatan", () => {
    expect(one(";Sidomulyo;Tamban Catur;2026-06-04;1").reports[0]?.unit.code).toBe("62.03.17.2003");
  });

  test.each([
    [";Sidomulyo;;2026-06-04;1", "ambiguousName", "desa"],
    [";Atlantis;;2026-06-04;1", "unknownName", "desa"],
    ["62.99.01.1001;;;2026-06-04;1", "unknownUnit", "kode"],
    [";;Selat;2026-06-04;1", "noUnit", "kode"],
    ["62.03.01.1006;Selat Hilir;;2026-06-04;1", "codeNameDiffer", "kode"],
  ])("%s is rejected", (row, code, column) => {
    expect(one(row).rejected).toMatchObject([{ code, column }]);
  });
});

describe("figures", () => {
  const figures = (text: string) => one(`${selatHilir};;;2026-06-04;${text}`);

  test.each([
    ["1.234;7;;", 1234],
    ["0;;;", 0],
  ])("%s is %i", (text, value) => {
    expect(figures(text).reports[0]?.counts[0]).toMatchObject({ value });
  });

  test.each([
    ["12,5;;;", "notWhole", "12,5"],
    ["-4;;;", "negative", "-4"],
    ["-;;;", "dash", "-"],
    ["banyak;;;", "notNumber", "banyak"],
    ["=B2*2;;;", "formula", "=B2*2"],
    ["1.000.000;;;", "tooMany", "1.000.000"],
    [";5;3;", "residentsMissing", "3"],
    ["5;;;mungkin", "zeroUnclear", "mungkin"],
  ])("%s is rejected as %s", (text, code, content) => {
    expect(figures(text).rejected).toMatchObject([{ code, content }]);
  });

  test.each<[SheetCell, string]>([
    [{ kind: "number", value: 0.95, isPercent: true }, "percent"],
    [{ kind: "error", text: "#N/A" }, "cellError"],
    [{ kind: "text", text: "12 34" }, "spaced"],
    [{ kind: "text", text: "(5)" }, "brackets"],
    [{ kind: "text", text: "412.857" }, "ambiguousDot"],
  ])("%j is rejected as %s and the row is not stored", (cell, code) => {
    const row = [textCell(selatHilir), emptyCell, emptyCell, textCell("2026-06-04"), cell];
    const read = checkRows([heads.split(";").map(textCell), row]);
    expect(read).toMatchObject({ reports: [], rejected: [{ code, column: "MR 9–59 bulan" }] });
  });

  test("all faults of a row are told, and the row counts as one", () => {
    const read = one(`${selatHilir};;;31 Juni 2026;-4;banyak`);
    expect(read.rejected.map(({ code }) => code)).toEqual(["noSuchDay", "negative", "notNumber"]);
    expect(read.rowsRead).toBe(1);
  });

  test("an empty cell is no count", () => {
    expect(figures("12;;;").reports[0]?.counts).toHaveLength(1);
  });

  test("a zero report has none", () => {
    expect(figures(";;;ya").reports).toMatchObject([{ zero: true, counts: [] }]);
  });

  test("a row without any is left out and counted", () => {
    const read = check(`${heads}\n${selatHilir};;;2026-06-04\n62.03.01.1006;;;2026-06-04;1`);
    expect(read).toMatchObject({ emptyLines: [2], rowsRead: 1, rejected: [] });
  });

  test("a second row of a unit and day is rejected with the first's number", () => {
    const row = `${selatHilir};;;2026-06-04;1`;
    expect(check(`${heads}\n${row}\n${row}`).rejected).toMatchObject([
      { line: 3, code: "twice", params: { row: 2 } },
    ]);
  });

  test.each([";Jumlah;;2026-06-04;120", "Jumlah;;;;120", ";Sub total;;;7"])(
    "the sum %s is passed over",
    (row) => {
      expect(one(row).rowsRead).toBe(0);
    },
  );
});

test("a row with more cells than heads is rejected whole", () => {
  const rows = [heads.split(";"), [selatHilir, "", "", "2026-06-04", "1", "234"]].map((row) =>
    row.map(textCell),
  );
  expect(checkRows(rows, campaign, new Set([1]))).toMatchObject({
    reports: [],
    rejected: [{ line: 2, code: "moreCells" }],
  });
});

describe("a formula", () => {
  const day: SheetCell = { kind: "day", day: "2026-06-04", isFormula: true };
  const row: SheetCell[] = [textCell(selatHilir), textCell(""), textCell(""), day];
  const written = heads.split(";").map(textCell);

  test("is read by the value it came with", () => {
    const counted: SheetCell = { kind: "number", value: 12, isFormula: true };
    expect(checkRows([written, [...row, counted]]).reports).toMatchObject([
      { day: "2026-06-04", counts: [{ value: 12 }] },
    ]);
  });

  test.each<[string, SheetCell, string]>([
    ["without a value", { kind: "formula", text: "=A1*2" }, "formula"],
    ["that failed", { kind: "error", text: "#REF!", isFormula: true }, "cellError"],
    ["of yes or no", { kind: "boolean", value: true, isFormula: true }, "notNumber"],
  ])("%s is rejected", (_, cell, code) => {
    expect(checkRows([written, [...row, cell]]).rejected).toMatchObject([
      { column: "MR 9–59 bulan", code },
    ]);
  });
});

describe("a file with more faults than can be told", () => {
  const row = `${selatHilir};;;31 Juni 2026;x;1,5;-4;entah`;
  const count = 2_500;
  const { rejected, problems, rowsRead } = check(
    [heads, ...Array<string>(count).fill(row)].join("\n"),
  );

  test("is counted whole", () => {
    expect([rowsRead, problems]).toEqual([count, 5 * count]);
  });

  test("is told up to the limit, and of each further row the first", () => {
    const linesTold = limits.toldProblemRows / 5;
    expect(rejected).toHaveLength(limits.toldProblemRows + count - linesTold);
    expect(new Set(rejected.map(({ line }) => line)).size).toBe(count);
  });

  test("is remembered whole", () => {
    expect(rejected.filter(({ memory }) => memory !== null)).toHaveLength(count);
  });
});

test("heads are found at once, however many a file and a campaign have", () => {
  const wide = {
    ...campaign,
    rounds: Array.from({ length: 6 }, (_, at) => ({ ...roundOf(campaign), number: at + 1 })),
    interventions: Array.from({ length: 60 }, (_, at) => ({
      ...interventionOf(campaign, "MR"),
      code: `I${String(at)}`,
      shortName: `Imunisasi ${String(at)}`,
    })),
  };
  const row = Array.from({ length: limits.tableHeads }, (_, at) => textCell(`kolom ${String(at)}`));
  // Work, not time: the machine may have other things to do.
  const began = process.cpuUsage();
  const rows = Array<SheetCell[]>(20).fill([...row, textCell("desa"), textCell("tanggal")]);
  expect(readRows(rows, wide).table).toMatchObject({ kind: "noHead" });
  expect(process.cpuUsage(began).user / 1_000).toBeLessThan(1_000);
});

function roundOf({ rounds: [round] }: Campaign) {
  if (!round) throw new Error("the campaign has no round");
  return round;
}
