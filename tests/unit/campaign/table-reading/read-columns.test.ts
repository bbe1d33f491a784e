import { describe, expect, test } from "vitest";

import { units } from "@/tests/unit/campaign/target-population/campaign";

import { cellsOf, ipv, mr, mrOlder, oneVaccine, only, questions, tally, target } from "./reading";

test("the roles of columns have the texts that mappings are kept with", () => {
  const { columns } = tally(["Desa;Tanggal;IPV;Luar IPV", "Selat Hilir;2026-06-04;5;1"]);
  expect(columns).toMatchObject({
    IPV: 'box ["IPV","9-59-bulan"]',
    "Luar IPV": 'outside ["IPV","9-59-bulan"]',
  });
  const { table } = target(["Desa;IPV", "Selat Hilir;5"], { campaign: oneVaccine });
  expect(table.kind === "read" && [...table.columnIndexes.keys()]).toContain(
    'box ["IPV","9-59-bulan"] 0',
  );
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
