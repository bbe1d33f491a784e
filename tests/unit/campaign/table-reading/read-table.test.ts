import { describe, expect, test } from "vitest";

import type { Sheet } from "@/lib/base/spreadsheet/workbook";
import type { TableReading } from "@/lib/campaign/table-reading/read-table";
import { columnsOf, readSheets, sheetOf, type ReadingTerms } from "@/tests/support/table";
import { campaign, twoRounds, units } from "@/tests/unit/campaign/target-population/campaign";

const oneVaccine = { ...campaign, interventions: campaign.interventions.slice(1) };
const days = ["2026-06-03", "2026-06-04"];
const mr = 'box ["MR","9-59-bulan"]';
const mrOlder = 'box ["MR","5-7-tahun"]';
const ipv = 'box ["IPV","9-59-bulan"]';

type Terms = Partial<ReadingTerms> & { readonly more?: Partial<Sheet> };

function read(kind: "tally" | "target", rows: readonly string[], { more, ...terms }: Terms = {}) {
  const { table, asked } = readSheets(kind, [sheetOf(rows, more)], { campaign, units, ...terms });
  return { table, asked, columns: table.kind === "read" ? columnsOf(table) : null };
}

function tally(rows: readonly string[], terms: Terms = {}) {
  return read("tally", rows, terms);
}

function target(rows: readonly string[], terms: Terms = {}) {
  return read("target", rows, terms);
}

/** Kind and options of each question. */
function questions({ asked }: ReturnType<typeof read>) {
  return asked.map(({ kind, options }) => [kind, ...options.map(({ value }) => value)]);
}

function only({ asked }: ReturnType<typeof read>): string {
  const [question] = asked;
  if (!question || asked.length > 1) throw new Error(`${String(asked.length)} questions`);
  return question.id;
}

describe("heads of several lines", () => {
  test("give each column what stands over it, and say which is a sum", () => {
    const { columns, table } = tally([
      "LAPORAN HARIAN;;;;;;",
      ";;;;;;",
      "No;Desa;Tanggal;MR;;;KEJAR",
      ";;;9–59 bulan;5–<7 tahun;Jumlah;IPV",
      "1;2;3;4;5;6;7",
      "1;Selat Hilir;2026-06-04;31;14;45;9",
    ]);
    expect(columns).toEqual({
      No: "- remark",
      Desa: "name",
      Tanggal: "day",
      "MR 9–59 bulan": mr,
      "MR 5–<7 tahun": mrOlder,
      "MR Jumlah": "- sum",
      "KEJAR IPV": ipv,
    });
    expect(table).toMatchObject({ headRow: 4 });
  });

  test("of an office, by sex, with percentages and a line of numbers", () => {
    const rows = [
      "Tabel 42;;;;;;;;;",
      "NO;KECAMATAN;DESA;JUMLAH LAHIR HIDUP;;;BAYI DIIMUNISASI;;;",
      ";;;;;;IPV;;;",
      ";;;;;;L;P;L + P;",
      ";;;L;P;L+P;Jml;Jml;Jml;%",
      "1;2;3;4;5;6;19;20;21;22",
      "1;Selat;Selat Hilir;348;313;661;269;247;516;78,06",
    ];
    expect(target(rows, { campaign: oneVaccine }).columns).toMatchObject({
      DESA: "name",
      "JUMLAH LAHIR HIDUP L": "- part",
      "JUMLAH LAHIR HIDUP L+P": `${ipv} 0`,
      "BAYI DIIMUNISASI IPV L + P Jml": "- otherCount",
      "BAYI DIIMUNISASI IPV L + P %": "- share",
    });
    expect(
      tally(rows, { campaign: oneVaccine, days, answers: { "day.0-5": "2026-06-04" } }).columns,
    ).toMatchObject({
      "JUMLAH LAHIR HIDUP L+P": "- otherCount",
      "BAYI DIIMUNISASI IPV L Jml": "- part",
      "BAYI DIIMUNISASI IPV L + P Jml": ipv,
    });
  });

  const divided = [
    "Kode;Tanggal;MR 9–59 bulan;",
    ";;Sasaran;Hasil",
    "62.03.01.1007;2026-06-04;412;83",
  ];

  test("tell targets from doses, in either kind of table", () => {
    expect(tally(divided).columns).toMatchObject({
      "MR 9–59 bulan Sasaran": "- otherCount",
      "MR 9–59 bulan Hasil": mr,
    });
    expect(target(divided).columns).toMatchObject({
      "MR 9–59 bulan Sasaran": `${mr} 0`,
      "MR 9–59 bulan Hasil": "- otherCount",
    });
  });

  test("of which one cell is merged over two columns are asked", () => {
    const merges = [{ top: 0, bottom: 0, left: 2, right: 3 }];
    const rows = ["Kode;Tanggal;IPV;", "62.03.01.1007;2026-06-04;412;83"];
    expect(questions(tally(rows, { more: { merges } }))).toEqual([
      ["whichColumn", "2", "3", "none"],
    ]);
  });

  test("an age band below another thing's head is asked, not taken for the band", () => {
    const rows = ["Desa;Tanggal;Vitamin A;", ";;9–59 bulan;Ket", "Selat Hilir;2026-06-04;5;x"];
    expect(questions(tally(rows))).toEqual([["column", mr, ipv, "none"]]);
  });

  test("a round over its columns belongs to them", () => {
    const rows = ["Kode;Putaran 1;Putaran 2", ";IPV;IPV", "62.03.01.1007;10;11"];
    expect(target(rows, { campaign: twoRounds }).columns).toMatchObject({
      "Putaran 1 IPV": `${ipv} 1`,
      "Putaran 2 IPV": `${ipv} 2`,
    });
  });
});

describe("what a column holds", () => {
  test("is asked where a head fits two columns of the campaign", () => {
    const rows = ["Desa;Tanggal;MR;IPV", "Selat Hilir;2026-06-04;5;6"];
    const asked = tally(rows);
    expect(questions(asked)).toEqual([["column", mr, mrOlder, "none"]]);
    expect(asked.columns).toMatchObject({ MR: "- asked", IPV: ipv });
    expect(tally(rows, { answers: { [only(asked)]: mrOlder } }).columns).toMatchObject({
      MR: mrOlder,
    });
  });

  test("is asked where two columns have the same head", () => {
    const rows = ["Desa;Tanggal;IPV;IPV", "Selat Hilir;2026-06-04;5;6"];
    const asked = tally(rows);
    expect(questions(asked)).toEqual([["whichColumn", "2", "3", "none"]]);
    const { table } = tally(rows, { answers: { [only(asked)]: "3" } });
    expect(table.kind === "read" && table.columnIndexes.get(ipv)).toBe(3);
  });

  test("is asked where a table of targets has an own head for people beside a vaccine's", () => {
    const asked = target(["desa;si_LP;ipv_LP", "Selat Hilir;100;83"], { campaign: oneVaccine });
    expect(questions(asked)).toEqual([["whichColumn", "2", "1", "none"]]);
  });

  test.each([
    ["puskesmas;sasaran", "box", ["Selat Hilir;6253"]],
    ["desa;jumlah", "asked", ["Selat Hilir;6253"]],
    ["desa;hasil", "noHead", ["Selat Hilir;6253"]],
  ])("of one vaccine: %s", (heads, outcome, rows) => {
    const puskesmas = units.map((unit) => ({ ...unit, kind: "puskesmas" as const }));
    const own = heads.startsWith("puskesmas") ? puskesmas : units;
    const { table, columns } = target([heads, ...rows], { campaign: oneVaccine, units: own });
    expect(columns ? Object.values(columns).at(-1) : table.kind).toBe(
      outcome === "box" ? `${ipv} 0` : outcome,
    );
  });

  test("of several vaccines: sasaran is asked", () => {
    expect(questions(target(["desa;sasaran;tercapai", "Selat Hilir;412;83"]))).toEqual([
      ["column", `${mr} 0`, `${mrOlder} 0`, `${ipv} 0`, "none"],
    ]);
  });

  test("is asked of a total beside its doses", () => {
    const rows = ["Desa;Tanggal;Dosis 1;Dosis 2;Total dosis", "Selat Hilir;2026-06-04;5;6;11"];
    expect(questions(tally(rows, { campaign: oneVaccine }))).toEqual([
      ["whichColumn", "4", "2", "3", "none"],
    ]);
  });

  test("by sex without a sum is added up when the person says so", () => {
    const rows = [
      "Desa;Tanggal;IPV;",
      ";;L;P",
      "Selat Hilir;2026-06-04;5;6",
      "Murung Keramat;2026-06-04;x;6",
    ];
    const asked = tally(rows);
    expect(questions(asked)).toEqual([["sum", "add", "none"]]);
    const { table } = tally(rows, { answers: { [only(asked)]: "add" } });
    expect(cellsOf(table, ipv)).toEqual([
      { kind: "number", value: 11 },
      { kind: "text", text: "x + 6" },
    ]);
  });

  test("a sum over vaccines is never one of them", () => {
    const rows = [
      "Desa;Tanggal;MR 9-59 bln;Jumlah;Vial dipakai MR",
      "Selat Hilir;2026-06-04;5;11;2",
    ];
    expect(tally(rows).columns).toMatchObject({
      Jumlah: "- sum",
      "Vial dipakai MR": "- otherCount",
    });
  });

  test("is what the person says, before anything else", () => {
    const rows = ["Desa;Tanggal;IPV;Vitamin A", "Selat Hilir;2026-06-04;5;6"];
    const answers = { "column.0-0.2": "none", "column.0-0.3": ipv };
    expect(tally(rows, { answers }).columns).toMatchObject({ IPV: "- chosen", "Vitamin A": ipv });
  });

  test("is what was confirmed before for the same heads, unless the person says otherwise", () => {
    const rows = ["Desa;Tanggal;MR;Lain", "Selat Hilir;2026-06-04;5;6"];
    const remembered = (heads: string) =>
      heads === "desa\ntanggal\nmr\nlain"
        ? new Map([
            [0, "name"],
            [1, "day"],
            [2, mr],
            [3, "none"],
          ])
        : null;
    const before = tally(rows, { remembered });
    expect([before.columns?.["MR"], before.asked]).toEqual([mr, []]);
    expect(before.table).toMatchObject({ isRemembered: true });
    expect(tally(rows, { remembered, answers: { "column.0-0.2": mrOlder } }).columns).toMatchObject(
      {
        MR: mrOlder,
      },
    );
  });
});

describe("who a row is about", () => {
  const rows = ["Puskesmas;Desa;Tanggal;IPV", "Selat Hilir;Murung Keramat;2026-06-04;5"];

  test("is the village where villages report, the puskesmas where those do", () => {
    expect(tally(rows).columns).toMatchObject({ Puskesmas: "- twice", Desa: "name" });
    const own = units.map((unit) => ({ ...unit, kind: "puskesmas" as const }));
    expect(tally(rows, { units: own }).columns).toMatchObject({
      Puskesmas: "name",
      Desa: "- twice",
    });
  });

  test("is asked where both report, and both columns name units", () => {
    const mixed = units.map((unit, at) => ({
      ...unit,
      kind: at === 0 ? ("puskesmas" as const) : ("village" as const),
    }));
    expect(questions(tally(rows, { units: mixed }))).toEqual([["whichName", "1", "0"]]);
  });

  test("is asked where no column says it", () => {
    expect(questions(tally(["Tanggal;IPV", "2026-06-04;5"]))).toEqual([
      ["unit", ...units.map(({ code }) => code)],
    ]);
  });

  test("a kecamatan that is written once stands over its villages, and a sum ends it", () => {
    const { table } = target([
      "Kecamatan;Desa;IPV",
      "Mantangai;Sidomulyo;5",
      ";Murung;6",
      "Jumlah;;11",
      ";Selat Hilir;7",
    ]);
    expect(cellsOf(table, "subdistrict")).toMatchObject([
      { text: "Mantangai" },
      { text: "Mantangai" },
      { text: "Jumlah" },
      { kind: "empty" },
    ]);
  });
});

describe("the day of a table without dates", () => {
  const rows = ["LAPORAN", "Tanggal : 4 Juni 2026", "Desa;IPV", "Selat Hilir;5", ";"];

  test("is asked, and the day of the title is suggested", () => {
    const asked = tally(rows, { days });
    expect(asked.asked).toMatchObject([
      { kind: "day", suggested: "2026-06-04", examples: ["Tanggal : 4 Juni 2026"] },
    ]);
    const { table } = tally(rows, { days, answers: { [only(asked)]: "2026-06-03" } });
    expect(cellsOf(table, "day")).toEqual([{ kind: "day", day: "2026-06-03" }, undefined]);
  });

  test.each([
    ["two days", ["1 Juni 2026 s/d 4 Juni 2026", ...rows.slice(2)]],
    ["no day", rows.slice(2)],
    ["a day that is none of the campaign's", ["4 Mei 2022", ...rows.slice(2)]],
  ])("is not suggested where the title has %s", (_, own) => {
    expect(tally(own, { days }).asked).toMatchObject([{ kind: "day", suggested: null }]);
  });

  test("may stand in the sheet's name without its year", () => {
    const more = { name: "4 Juni" };
    expect(tally(rows.slice(2), { days, more }).asked).toMatchObject([{ suggested: "2026-06-04" }]);
  });
});

describe("several tables on a sheet", () => {
  const rows = [
    "kode;tanggal;MR 9-59 bln;IPV",
    "62.03.01.1007;2026-06-04;1;2",
    "",
    "kode;tanggal;IPV;MR 9-59 bln",
    "62.03.01.1006;2026-06-04;3;4",
  ];

  test("are asked, and the other one's rows are not read", () => {
    const asked = tally(rows);
    expect(questions(asked)).toEqual([["table", "0", "3"]]);
    const first = tally(rows, { answers: { [only(asked)]: "0" } }).table;
    expect(cellsOf(first, ipv)).toMatchObject([{ text: "2" }, undefined]);
    const second = tally(rows, { answers: { [only(asked)]: "3" } }).table;
    expect(cellsOf(second, ipv)).toMatchObject([{ text: "3" }]);
  });

  test("are one where the same heads come again on the next page", () => {
    const [heads = "", row = ""] = rows;
    const { table, asked } = tally([
      heads,
      row,
      heads.toUpperCase(),
      "62.03.01.1006;2026-06-04;3;4",
    ]);
    expect(asked).toEqual([]);
    expect(cellsOf(table, ipv)).toMatchObject([{ text: "2" }, undefined, { text: "4" }]);
  });
});

describe("what is hidden", () => {
  const rows = ["kode;MR 9-59 bln;IPV", "62.03.01.1007;1;2", "62.03.01.1006;3;4"];

  test("rows are asked about, and left out when the person says so", () => {
    const more = { hiddenRows: [2] };
    const asked = target(rows, { more });
    expect(asked.asked).toMatchObject([{ kind: "hidden", params: { what: "rows", places: "3" } }]);
    const without = target(rows, { more, answers: { [only(asked)]: "without" } }).table;
    expect(cellsOf(without, `${ipv} 0`)).toMatchObject([{ text: "2" }, undefined]);
    const all = target(rows, { more, answers: { [only(asked)]: "with" } }).table;
    expect(cellsOf(all, `${ipv} 0`)).toMatchObject([{ text: "2" }, { text: "4" }]);
  });

  test("columns are asked about where they would be read", () => {
    const asked = target(rows, { more: { hiddenColumns: [1] } });
    expect(asked.asked).toMatchObject([{ kind: "hidden", params: { places: "B" } }]);
    const answers = { [only(asked)]: "without" };
    const { columns } = target(rows, { more: { hiddenColumns: [1] }, answers });
    expect(Object.values(columns ?? {})).not.toContain(`${mr} 0`);
  });
});

describe("signs in numbers and dates", () => {
  test("a dot that nothing explains is asked once for the table", () => {
    const rows = ["kode;MR 9-59 bln;IPV", "62.03.01.1007;12.449;15.022"];
    const asked = target(rows);
    expect(asked.asked).toMatchObject([{ kind: "dots", examples: ["12.449", "15.022"] }]);
    const said = (answer: string) => {
      const { table } = target(rows, { answers: { [only(asked)]: answer } });
      return table.kind === "read" ? [...table.groupings.values()] : null;
    };
    expect(said("thousands")).toEqual(["dot", "dot"]);
    expect(said("decimals")).toEqual(["saidDecimal", "saidDecimal"]);
  });

  test("a comma before three digits is asked, unless a fraction of the table explains it", () => {
    const rows = (other: string) => ["kode;MR 9-59 bln;IPV", `62.03.01.1007;1,234;${other}`];
    expect(questions(target(rows("7")))).toEqual([["commas", "thousands", "decimals"]]);
    expect(questions(target(rows("7,5")))).toEqual([]);
  });

  test("dates that may be either order are asked where one writes the month first", () => {
    const rows = ["kode;tanggal;IPV", "62.03.01.1007;06/03/2026;1", "62.03.01.1006;05/28/2026;2"];
    const asked = tally(rows);
    expect(asked.asked).toMatchObject([
      { kind: "dayOrder", params: { row: 3 }, suggested: "monthFirst" },
    ]);
    const { table } = tally(rows, { answers: { [only(asked)]: "monthFirst" } });
    expect(cellsOf(table, "day")).toEqual([
      { kind: "day", day: "2026-06-03" },
      { kind: "day", day: "2026-05-28" },
    ]);
  });
});

describe("a column of dates that all write the month first", () => {
  const rows = ["kode;tanggal;IPV", "62.03.01.1007;05/23/2026;1", "62.03.01.1006;05/28/2026;2"];

  test("is asked once, and the answer holds for all of it", () => {
    const asked = tally(rows);
    expect(asked.asked).toMatchObject([
      {
        kind: "dayOrder",
        params: { row: 2 },
        suggested: "monthFirst",
        options: [{ value: "reject" }, { value: "monthFirst", params: { text: "05/23/2026" } }],
      },
    ]);
    const said = (answer: string) =>
      cellsOf(tally(rows, { answers: { [only(asked)]: answer } }).table, "day");
    expect(said("monthFirst")).toEqual([
      { kind: "day", day: "2026-05-23" },
      { kind: "day", day: "2026-05-28" },
    ]);
    expect(said("reject")).toMatchObject([{ text: "05/23/2026" }, { text: "05/28/2026" }]);
  });

  test("is not asked where another date contradicts it, nor where all write the day first", () => {
    const [heads = ""] = rows;
    const mixed = [heads, "62.03.01.1007;05/23/2026;1", "62.03.01.1006;28/05/2026;2"];
    expect(tally(mixed).asked).toEqual([]);
    const plain = [heads, "62.03.01.1007;06/05/2026;1", "62.03.01.1006;28/05/2026;2"];
    expect(tally(plain).asked).toEqual([]);
  });
});

describe("a table that cannot be read", () => {
  test("says which heads were understood and which not", () => {
    expect(target(["provinsi;hasil_akhir", "Aceh;88.15"]).table).toEqual({
      kind: "noHead",
      understood: [],
      others: ["provinsi", "hasil_akhir"],
    });
  });

  test.each([
    ["by their heads", ["provinsi;pct_printed", "Aceh;88.15", "Bali;tidak melaksanakan"]],
    ["beside names", ["No;Desa;Cakupan MR (%)", "1;Selat Hilir;88"]],
    ["by their cells", ["provinsi;hasil", "Aceh;88,15%", "Riau;7%"]],
  ])("says that it holds percentages alone, %s", (_, rows) => {
    expect(target(rows).table.kind).toBe("shares");
    expect(tally(rows).table.kind).toBe("shares");
  });

  test("does not say so of one that holds counts beside them", () => {
    expect(target(["provinsi;orang_x;pct", "Aceh;412;88.15"]).table.kind).toBe("noHead");
  });

  test("is none where everything that was asked is not to be read", () => {
    const rows = ["Desa;Tanggal;MR", "Selat Hilir;2026-06-04;5"];
    expect(tally(rows, { answers: { [only(tally(rows))]: "none" } }).table).toMatchObject({
      kind: "noHead",
    });
  });
});

/** Cells of a role, row by row; undefined behind the end of a row. */
function cellsOf(table: ReturnType<typeof read>["table"], role: string) {
  const { rows, columnIndexes: places, headRow }: TableReading = asRead(table);
  const place = places.get(role) ?? -1;
  return rows.slice(headRow + 1).map((row) => row[place]);
}

function asRead(table: ReturnType<typeof read>["table"]): TableReading {
  if (table.kind !== "read") throw new Error(`not read: ${table.kind}`);
  return table;
}
