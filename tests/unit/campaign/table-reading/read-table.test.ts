import { describe, expect, test } from "vitest";

import { twoRounds } from "@/tests/unit/campaign/target-population/campaign";

import {
  cellsOf,
  days,
  ipv,
  mr,
  mrOlder,
  oneVaccine,
  only,
  questions,
  tally,
  target,
} from "./reading";

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
