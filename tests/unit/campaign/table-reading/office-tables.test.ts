import { readFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";

import { entryColumns, type EntryRow } from "@/lib/report/entry-row";
import { previewPaste } from "@/lib/report/paste";

import { campaignOf, load, unitsFrom } from "./office-table";

const [from, to] = ["2022-05-12", "2022-06-12"] as const;
const days = ["2022-05-12", "2022-05-13", "2022-05-14"];
const mr = "Campak-rubela";
const bian = campaignOf(
  [
    ["MR", "9–59 bulan", mr],
    ["MR", "5–<7 tahun", mr],
    ["MR", "7–12 tahun", mr],
    ["OPV", "12–59 bulan"],
    ["IPV", "12–59 bulan"],
  ],
  from,
  to,
);
const oneVaccine = campaignOf([["MR", "semua"]], from, to);
const villages = unitsFrom("village", [
  "62.03.01.1006 Murung Keramat, Selat",
  "62.03.01.1007 Selat Hilir, Selat",
  "62.03.01.1008 Selat Tengah, Selat",
  "62.03.01.1009 Selat Hulu, Selat",
  "62.03.01.1010 Selat Dalam, Selat",
  "62.03.01.1021 Selat Utara, Selat",
  "62.03.01.1022 Selat Barat, Selat",
  "62.03.01.1023 Panamas, Selat",
  "62.03.01.2011 Pulau Telo, Selat",
  "62.03.01.2020 Pulau Telo Baru, Selat",
  "62.03.02.1001 Mambulau, Kapuas Hilir",
  "62.03.02.1002 Hampatung, Kapuas Hilir",
  "62.03.02.1003 Dahirang, Kapuas Hilir",
  "62.03.02.1004 Barimba, Kapuas Hilir",
  "62.03.02.2005 Sei Pasah, Kapuas Hilir",
  "62.03.02.2006 Sei Asam, Kapuas Hilir",
  "62.03.03.2001 Sei Kayu, Kapuas Barat",
  "62.03.04.2001 Karetau Manta'a, Pulau Petak",
  "62.03.05.2001 Anjir Serapat Tengah, Kapuas Timur",
  "62.03.06.2001 Tamban Baru Selatan, Kapuas Kuala",
  "62.03.07.2001 Palingkau Sejahtera, Kapuas Murung",
  "62.03.08.2001 Terusan Raya Hulu, Bataguh",
  "62.03.09.2001 Sidomulyo, Mantangai",
  "62.03.17.2003 Sidomulyo, Tamban Catur",
]);

const belitung = "belitung_timur_tabel42_layout_kantor.csv";
const puskesmas = unitsFrom("puskesmas", [
  "p1 Manggar, Manggar",
  "p2 Mengkubang, Damar",
  "p3 Kelapa Kampit, Kelapa Kampit",
  "p4 Gantung, Gantung",
  "p5 Renggiang, Simpang Renggiang",
  "p6 Simpang Pesak, Simpang Pesak",
  "p7 Dendang, Dendang",
]);

test("Belitung Timur: four head lines by sex; the births are the targets, the line of sums is none", async () => {
  const read = await load(belitung, { kind: "target", campaign: oneVaccine, units: puskesmas });
  expect(read).toEqual({
    outcome: "read",
    asked: [],
    rejected: [],
    stored: {
      "Manggar MR": 661,
      "Mengkubang MR": 211,
      "Kelapa Kampit MR": 301,
      "Gantung MR": 463,
      "Renggiang MR": 124,
      "Simpang Pesak MR": 135,
      "Dendang MR": 177,
    },
  });
});

test("Belitung Timur: as doses only the day is asked, and each vaccine has its sum of both sexes", async () => {
  const campaign = campaignOf(
    [
      ["HB0", "bayi"],
      ["BCG", "bayi"],
    ],
    from,
    to,
  );
  const terms = { kind: "tally", campaign, units: puskesmas, days } as const;
  const { asked } = await load(belitung, terms);
  expect(asked).toMatchObject([{ id: "day.0-9", kind: "day" }]);
  const read = await load(belitung, { ...terms, answers: { "day.0-9": "2022-05-14" } });
  expect(read).toMatchObject({ asked: [], rejected: [] });
  const sum = (vaccine: string) =>
    Object.entries(read.stored).reduce(
      (all, [place, count]) => all + (place.endsWith(`2022-05-14 ${vaccine} bayi`) ? count : 0),
      0,
    );
  expect([sum("HB0"), sum("BCG"), Object.keys(read.stored).length]).toEqual([1_654, 1_536, 14]);
  expect(read.stored).toMatchObject({
    "Manggar 2022-05-14 HB0 bayi": 516,
    "Dendang 2022-05-14 BCG bayi": 156,
  });
});

test("DKI: 27 columns with line breaks in their heads; sasaran alone is the target, TOTAL is none", async () => {
  const units = unitsFrom("village", [
    "31.72.05.1003 Ancol, Pademangan",
    "31.73.04.1007 Angke, Tambora",
  ]);
  const terms = { kind: "target", campaign: oneVaccine, units } as const;
  expect(await load("dki_kelurahan_2021_layout.csv", terms)).toEqual({
    outcome: "read",
    asked: [],
    rejected: [],
    stored: { "Ancol MR": 23_947, "Angke MR": 29_381 },
  });
});

test("Indramayu: a row for each antigen asks of which unit, and loads its targets", async () => {
  const campaign = campaignOf(
    [
      ["OPV", "semua"],
      ["IPV", "semua"],
      ["DPT-HB-Hib", "semua"],
      ["MR", "semua", mr],
    ],
    from,
    to,
  );
  const units = unitsFrom("office", ["32.12 Indramayu, Indramayu"]);
  const terms = { kind: "target", campaign, units } as const;
  const name = "indramayu_bian2022_antigen.csv";
  expect((await load(name, terms)).asked).toEqual([
    { id: "unit.0-0", kind: "unit", options: ["32.12"] },
  ]);
  expect(await load(name, { ...terms, answers: { "unit.0-0": "32.12" } })).toMatchObject({
    asked: [],
    rejected: [],
    stored: {
      "Indramayu OPV": 20_421,
      "Indramayu IPV": 18_479,
      "Indramayu DPT-HB-Hib": 24_577,
      "Indramayu MR": 85_919,
    },
  });
});

test("Katingan: sasaran beside tercapai and a percentage loads as it is", async () => {
  const names = [
    "Katingan Tengah",
    "Pulau Malan",
    "Mendawai",
    "Katingan Hilir",
    "Bukit Raya",
    "Katingan Hulu",
    "Marikit",
    "Petak Malai",
    "Sanaman Mantikei",
    "Tewang Sangalang Garing",
    "Tasik Payawan",
    "Kamipang",
    "Katingan Kuala",
  ];
  const units = unitsFrom(
    "subdistrict",
    names.map((name, at) => `62.06.${String(at + 10)} ${name}, ${name}`),
  );
  const terms = { kind: "target", campaign: oneVaccine, units } as const;
  const { stored, ...rest } = await load("katingan_covid_2022_kecamatan.csv", terms);
  expect(rest).toEqual({ outcome: "read", asked: [], rejected: [] });
  expect(stored).toMatchObject({ "Katingan Hilir MR": 26_853, "Katingan Kuala MR": 14_947 });
  const people = Object.values(stored);
  expect([people.length, people.reduce((sum, each) => sum + each, 0)]).toEqual([13, 120_746]);
});

test.each(["bangka_pin2024_puskesmas_dua_tanggal.csv", "nasional_pin2016_provinsi_hari8.csv"])(
  "%s holds percentages, and is rejected as that",
  async (name) => {
    for (const kind of ["tally", "target"] as const) {
      const terms = { kind, campaign: oneVaccine, units: villages, days };
      expect(await load(name, terms)).toMatchObject({ outcome: "shares", asked: [], stored: {} });
    }
  },
);

const tally = { kind: "tally", campaign: bian, units: villages, days } as const;

test("merged heads, subtotals, formulas: the day of the title and “-” are asked", async () => {
  const name = "fx_kepala_gabung_dan_rumus.xlsx";
  expect((await load(name, tally)).asked).toMatchObject([{ id: "day.0-5", kind: "day" }]);
  const day = { "day.0-5": "2022-05-14" };
  const dashed = await load(name, { ...tally, answers: day });
  expect(dashed.asked).toEqual([{ id: "dash", kind: "dash", options: ["zero", "blank"] }]);
  const { stored, rejected } = await load(name, { ...tally, answers: { ...day, dash: "zero" } });
  expect(rejected).toEqual([]);
  const counts = (village: string) =>
    ["MR 9-59-bulan", "MR 5-7-tahun", "MR 7-12-tahun", "OPV 12-59-bulan", "IPV 12-59-bulan"].map(
      (column) => stored[`${village} 2022-05-14 ${column}`],
    );
  expect(
    ["Selat Hilir", "Selat Tengah", "Mambulau", "Sei Asam"].map((village) => counts(village)),
  ).toEqual([
    [31, 14, 22, 12, 9],
    [28, 9, 17, 7, 11],
    [11, 0, 8, 4, 0],
    [13, 5, 6, 3, 2],
  ]);
  expect(Object.keys(stored)).toHaveLength(20);
});

test.each(["fx_lembar_pertama_tersembunyi.xlsx", "fx_satu_juta_baris_kosong.xlsx"])(
  "%s: the one visible sheet of reports, its three rows",
  async (name) => {
    expect(await load(name, tally)).toEqual({
      outcome: "read",
      asked: [],
      rejected: [],
      stored: {
        "Selat Hilir 2022-05-14 MR 9-59-bulan": 31,
        "Selat Hilir 2022-05-14 OPV 12-59-bulan": 12,
        "Selat Hilir 2022-05-14 IPV 12-59-bulan": 9,
        "Selat Tengah 2022-05-14 MR 9-59-bulan": 28,
        "Selat Tengah 2022-05-14 OPV 12-59-bulan": 7,
        "Selat Tengah 2022-05-14 IPV 12-59-bulan": 11,
        "Selat Hulu 2022-05-14 MR 9-59-bulan": 19,
        "Selat Hulu 2022-05-14 OPV 12-59-bulan": 5,
        "Selat Hulu 2022-05-14 IPV 12-59-bulan": 4,
      },
    });
  },
);

test("rows that formulas fill are rejected for their missing day; the one report is read", async () => {
  expect(await load("fx_templat_berisi_rumus.xlsx", tally)).toMatchObject({
    asked: [],
    rejected: ["3 noDay", "4 noDay", "5 noDay"],
    stored: { "Selat Hilir 2022-05-14 MR 9-59-bulan": 31 },
  });
});

test("names of villages: a near one is asked, what is no village is named as what it is", async () => {
  const name = "fx_nama_desa_kapuas.csv";
  const { asked, rejected, stored } = await load(name, tally);
  expect(asked.map(({ kind, options }) => [kind, ...options])).toEqual([
    ["namesakes", "62.03.09.2001", "62.03.17.2003", "none"],
    ["name", "62.03.07.2001", "none"],
  ]);
  expect(rejected.slice(2)).toEqual([
    "12 twice",
    "13 isInstitution",
    "14 isNonResidents",
    "15 isSubdistrict",
  ]);
  expect(Object.values(stored)).toEqual([11, 12, 13, 14, 15, 16, 17, 20]);
  const [first, second] = asked.map(({ id }) => id);
  const answers = { [first ?? ""]: "62.03.09.2001", [second ?? ""]: "62.03.07.2001" };
  const answered = await load(name, { ...tally, answers });
  expect(answered.asked).toEqual([]);
  expect(answered.stored).toMatchObject({
    "Sidomulyo 2022-05-14 MR 9-59-bulan": 18,
    "Palingkau Sejahtera 2022-05-14 MR 9-59-bulan": 19,
  });
});

test("fourteen ways of a date: nine are the same day, the others are rejected", async () => {
  const { asked, stored, rejected } = await load("fx_tanggal_segala_bentuk.csv", tally);
  expect(asked).toEqual([]);
  expect(Object.values(stored)).toEqual([10, 11, 12, 13, 14, 15, 16, 17, 20]);
  expect(Object.keys(stored).every((place) => place.includes(" 2022-05-14 "))).toBe(true);
  expect(rejected).toEqual([
    "10 noSuchMonth",
    "11 dayUnreadable",
    "13 noSuchDay",
    "14 dayUnreadable",
    "15 dayUnreadable",
  ]);
});

test("a day's count between totals is read as it stands; what it is, the form asks", async () => {
  const { stored, asked, rejected } = await load("fx_kumulatif_tercampur_harian.csv", tally);
  expect([asked, rejected]).toEqual([[], []]);
  expect(Object.values(stored)).toEqual([974, 8, 983, 125, 486, 497]);
});

test("targets with three decimals are fractions: they are asked, and never thousands", async () => {
  const terms = { kind: "target", campaign: bian, units: villages } as const;
  const name = "fx_sasaran_tiga_desimal.csv";
  const { asked, stored } = await load(name, terms);
  expect([asked.map(({ id }) => id), stored]).toEqual([["fractions.0"], {}]);
  const rounded = await load(name, { ...terms, answers: { "fractions.0": "round" } });
  expect(Object.values(rounded.stored)).toEqual([413, 98, 207, 61, 655, 1]);
});

test("a block in Excel's accounting format: whole numbers are read, “-” is asked, the rest rejected", () => {
  const path = join(import.meta.dirname, "office-tables", "fx_tempel_format_akuntansi.txt");
  const columns = entryColumns(bian).filter(({ key }) => !/5-7|7-12/.test(key));
  const rows: readonly EntryRow[] = villages.map(({ code, name, subdistrictName }) => ({
    unit: { code, name, villageKind: "kelurahan", subdistrictName },
    standing: null,
    isDue: true,
    cells: [],
  }));
  const read = (answers: ReadonlyMap<string, string>) =>
    previewPaste(readFileSync(path, "utf8"), {
      rows,
      columns,
      typed: () => ({}),
      at: null,
      answers,
    });
  const drawn = (answers: ReadonlyMap<string, string>) =>
    read(answers).rows.map(({ unit, cells, isZero }) => [
      unit.name,
      ...(isZero
        ? ["nihil"]
        : cells.map((cell) =>
            cell.kind === "change" ? cell.to : cell.kind === "rejected" ? `!${cell.reason}` : ".",
          )),
    ]);
  expect(read(new Map()).asked).toMatchObject([{ id: "dash", params: { count: 1 } }]);
  expect(drawn(new Map([["dash", "zero"]]))).toEqual([
    ["Selat Hilir", 1_234, 0, 12],
    ["Selat Tengah", "!brackets", "!percent", 1_234],
    ["Selat Hulu", "!word", "!spaced", "!word"],
    ["Selat Dalam", "nihil"],
    ["Panamas", "!foreignDigits", "!word", "!word"],
  ]);
});
