import { createTranslator } from "next-intl";
import { describe, expect, test } from "vitest";

import { catalogues } from "@/lib/base/i18n/messages";
import { regionCode } from "@/lib/base/region/code";
import { textCell } from "@/lib/base/spreadsheet/cell";
import { Asking } from "@/lib/campaign/table-reading/asking";
import { toldQuestions } from "@/lib/campaign/table-reading/told-questions";
import { tallyRejectionSentences } from "@/lib/report/import/rejection";
import { checkTallySheet } from "@/lib/report/import/server/sheet-check";
import { tallyHead } from "@/lib/report/import/sheet-head";
import { UnitLookup, type NamedUnit } from "@/lib/campaign/target-population/unit-lookup";
import { atOnce } from "@/tests/support/at-once";
import { readSheets, sheetOf } from "@/tests/support/table";
import { campaign } from "@/tests/unit/campaign/target-population/campaign";

/** Villages of the real Kapuas, with two that have one name. */
const units: readonly NamedUnit[] = [
  village("62.03.02.2003", "Sei Pasah", "Kapuas Hilir"),
  village("62.03.02.2004", "Sei Asam", "Kapuas Hilir"),
  village("62.03.07.2001", "Sei Kayu", "Kapuas Barat"),
  village("62.03.01.1007", "Selat Hilir", "Selat"),
  village("62.03.01.1008", "Selat Tengah", "Selat"),
  village("62.03.01.2011", "Pulau Telo", "Selat"),
  village("62.03.01.2020", "Pulau Telo Baru", "Selat"),
  village("62.03.09.2016", "Karetau Manta'a", "Mantangai"),
  village("62.03.09.2002", "Danau Rawah", "Mantangai"),
  village("62.03.09.2031", "Lamunti Baru", "Mantangai"),
  village("62.03.09.2006", "Mantangai Hilir", "Mantangai"),
  village("62.03.09.2007", "Lapetan", "Mantangai"),
  village("62.03.09.2008", "Kalumpang", "Mantangai"),
  village("62.03.09.2009", "Katunjung", "Mantangai"),
  village("62.03.03.2001", "Anjir Serapat Tengah", "Kapuas Timur"),
  village("62.03.04.2011", "Tamban Baru Selatan", "Kapuas Kuala"),
  village("62.03.09.2001", "Sidomulyo", "Mantangai"),
  village("62.03.17.2003", "Sidomulyo", "Tamban Catur"),
  village("62.03.08.2005", "Palingkau Sejahtera", "Kapuas Murung"),
  village("62.03.16.2001", "Terusan Raya Hulu", "Bataguh"),
];

function village(code: string, name: string, subdistrictName: string): NamedUnit {
  return {
    code,
    name,
    kind: "village",
    regionCode: regionCode.parse(code),
    subdistrictCode: regionCode.parse(code.slice(0, 8)),
    subdistrictName,
  };
}

const regions = [
  { code: "62.03", name: "Kabupaten Kapuas" },
  { code: "62.03.06", name: "Pulau Petak" },
  { code: "62.03.06.2001", name: "Anjir Palambang" },
];

/** A file of the lines, read with the answers to what it asks, which go by the kind of question. */
function read(lines: readonly string[], answers: Readonly<Record<string, string>> = {}) {
  const rows = ["Kode;Nama;Kecamatan;Tanggal;MR 9–59 bulan", ...lines].map((line) =>
    line.split(";").map(textCell),
  );
  const { table, vocabulary } = readSheets("tally", [sheetOf(rows)], { campaign, units });
  if (table.kind !== "read") throw new Error(`not read: ${table.kind}`);
  const head = tallyHead(table, vocabulary);
  const lookup = new UnitLookup(units, campaign.districtName, regions);
  const run = (given: ReadonlyMap<string, string>) => {
    const asking = new Asking(given);
    const names = { unit: "Unit", day: "Tanggal" };
    const terms = { today: "2026-06-10", names, asking };
    return { asking, check: atOnce(checkTallySheet(table.rows, head, campaign, lookup, terms)) };
  };
  const { asking } = run(new Map());
  const given = new Map<string, string>();
  for (const { id, kind, params } of asking.asked) {
    const answer = answers[`${kind} ${String(params["name"])}`];
    if (answer !== undefined) given.set(id, answer);
  }
  return run(given);
}

function read1(code: string, name: string, subdistrict = "") {
  return read([[code, name, subdistrict, "2026-06-04", "7"].join(";")]);
}

describe("a name is read", () => {
  test.each([
    ["Sungai Pasah", "Kapuas Hilir", "Sei Pasah"],
    ["Sei. Asam", "Kapuas Hilir", "Sei Asam"],
    ["Ds. Sei Asam", "", "Sei Asam"],
    ["SEI  KAYU", "Kapuas Barat", "Sei Kayu"],
    ["P. Telo Baru", "Selat", "Pulau Telo Baru"],
    ["Pulau Telo Br", "", "Pulau Telo Baru"],
    ["Karetau Manta’a", "", "Karetau Manta'a"],
    ["Karetau Mantaa", "Kec. Mantangai", "Karetau Manta'a"],
    ["Anjir Serapat Tgh", "Kapuas Timur", "Anjir Serapat Tengah"],
    ["Tamban Baru Sel.", "Kapuas Kuala", "Tamban Baru Selatan"],
    ["Terusan Raya Hulu'", "Bataguh", "Terusan Raya Hulu"],
    ["Kel. Selat Hilir", "", "Selat Hilir"],
    ["Kalumpang (desa)", "", "Kalumpang"],
    ["1. Katunjung", "", "Katunjung"],
    ["12) Desa Katunjung", "", "Katunjung"],
    ["Lamunti Br", "", "Lamunti Baru"],
    ["Lapetan/UPT", "", "Lapetan"],
    ["UPT Lapetan", "", "Lapetan"],
    ["Mantangai Hlr", "", "Mantangai Hilir"],
    ["Sidomulyo", "Tamban Catur", "Sidomulyo"],
  ])("%s in %s", (name, subdistrict, expected) => {
    const { asking, check } = read1("", name, subdistrict);
    expect(asking.asked).toEqual([]);
    expect(check.rejected).toEqual([]);
    expect(check.reports.map(({ unit }) => unit.name)).toEqual([expected]);
  });
});

describe("a name that is none is asked about, and read once it is answered", () => {
  const t = createTranslator({
    locale: "id",
    messages: catalogues.id,
    namespace: "tableReading",
  });

  test.each([
    ["", "Danau Rawa", "Mantangai", "name", ["Danau Rawah (Mantangai)"], "62.03.09.2002"],
    [
      "",
      "Palingkau Sejahtra",
      "",
      "name",
      ["Palingkau Sejahtera (Kapuas Murung)"],
      "62.03.08.2005",
    ],
    ["", "Selat Hilir", "Kapuas Hilir", "name", ["Selat Hilir (Selat)"], "62.03.01.1007"],
    [
      "",
      "Sidomulyo",
      "",
      "namesakes",
      ["Sidomulyo (Mantangai)", "Sidomulyo (Tamban Catur)"],
      "62.03.17.2003",
    ],
    [
      "62.03.01.1007",
      "Mekar Sari",
      "",
      "codeName",
      ["Selat Hilir (62.03.01.1007)"],
      "62.03.01.1007",
    ],
    [
      "62.03.01.1007",
      "Selat Tengh",
      "",
      "codeName",
      ["Selat Hilir (62.03.01.1007)", "Selat Tengah (62.03.01.1008)"],
      "62.03.01.1008",
    ],
    [
      "62.03.01.2020",
      "Pulau Telo",
      "",
      "codeName",
      ["Pulau Telo Baru (62.03.01.2020)", "Pulau Telo (62.03.01.2011)"],
      "62.03.01.2020",
    ],
  ])("%s %s in %s", (code, name, subdistrict, kind, options, answer) => {
    const { asking, check } = read1(code, name, subdistrict);
    const [question] = toldQuestions(t, asking.asked);
    expect(asking.asked.map((each) => each.kind)).toEqual([kind]);
    expect(question?.options.map(({ label }) => label)).toEqual([
      ...options,
      "Bukan satu pun, jangan simpan",
    ]);
    expect(check.reports).toEqual([]);

    const line = [code, name, subdistrict, "2026-06-04", "7"].join(";");
    const answered = read([line, line.replace("06-04", "06-05")], { [`${kind} ${name}`]: answer });
    expect(answered.asking.isOpen()).toBe(false);
    expect(answered.asking.asked).toHaveLength(1);
    expect(answered.check.reports.map(({ unit }) => unit.code)).toEqual([answer, answer]);

    const none = read([line], { [`${kind} ${name}`]: "none" });
    expect(none.asking.isOpen()).toBe(false);
    expect(none.check.reports).toEqual([]);
    expect(none.check.rejected).toHaveLength(1);
  });

  test("two lines of one day and one name are not asked about: the answer would be for both", () => {
    const line = ";Sidomulyo;;2026-06-04;7";
    const { asking, check } = read([line, line]);
    expect(asking.asked).toEqual([]);
    expect(check.rejected.map(({ code }) => code)).toEqual(["ambiguousName", "ambiguousName"]);
  });

  test("a question says what stands in the file", () => {
    const title = (code: string, name: string) =>
      toldQuestions(t, read1(code, name).asking.asked)[0]?.title;
    expect(title("", "Danau Rawa")).toBe("“Danau Rawa” tidak ada dalam kampanye ini. Maksudnya?");
    expect(title("62.03.01.1007", "Mekar Sari")).toBe(
      "Kode 62.03.01.1007 milik Selat Hilir, tetapi namanya “Mekar Sari”. Mana yang benar?",
    );
  });
});

describe("a line that is no unit is named as what it is", () => {
  const t = createTranslator({
    locale: "id",
    messages: catalogues.id,
    namespace: "tallyImport.rejections",
  });

  test.each([
    ["", "Selat", "Selat adalah kecamatan, bukan unit pelapor kampanye ini."],
    ["", "Kec. Mantangai", "Kec. Mantangai adalah kecamatan, bukan unit pelapor kampanye ini."],
    ["62.03.06", "", "Pulau Petak adalah kecamatan, bukan unit pelapor kampanye ini."],
    ["620301", "Selat", "Selat adalah kecamatan, bukan unit pelapor kampanye ini."],
    ["62.03.06.2001", "", "Anjir Palambang bukan unit pelapor kampanye ini."],
    ["62.03", "", "Kabupaten Kapuas adalah seluruh wilayah kampanye ini, bukan satu unit pelapor."],
    ["", "Lapas Kelas IIB", "Lapas Kelas IIB adalah lembaga, bukan unit pelapor kampanye ini."],
    ["", "Luar wilayah", "Luar wilayah bukan unit pelapor kampanye ini."],
    ["62.03.01.9999", "", "Kode ini tidak ada di wilayah Anda dalam kampanye ini."],
    ["", "Palangka Raya", "Nama ini tidak ada di wilayah Anda dalam kampanye ini."],
    ["", "", "Kode dan nama kosong."],
  ])("%s %s", (code, name, why) => {
    const { asking, check } = read1(code, name);
    expect(asking.asked).toEqual([]);
    expect(check.rejected.map((each) => tallyRejectionSentences(t, each).why)).toEqual([why]);
  });

  test.each([
    "Jml",
    "JUMLAH",
    "Sub total",
    "Grand Total",
    "Rata-rata",
    "Σ",
    "Kabupaten Kapuas",
    "Kab. Kapuas",
  ])("%s is passed over and named", (name) => {
    const { check } = read1("", name);
    expect(check).toMatchObject({ rowsRead: 0, rejected: [], totals: [name], doses: 0 });
  });
});

test("the doses that stay out are counted", () => {
  const { check } = read([
    ";Sungai Pasah;Kapuas Hilir;2026-06-04;11",
    ";Selat Hilir;Selat;2026-06-04;187",
    ";Lapas Kelas IIB;Selat;2026-06-04;22",
    ";Luar wilayah;;2026-06-04;23",
    ";Selat;Selat;2026-06-04;2",
    ";Jml;;2026-06-04;245",
  ]);
  expect(check.doses).toBe(245);
  expect(check.notUnits).toEqual([
    { kind: "other", names: ["Lapas Kelas IIB", "Luar wilayah"], rows: 2, doses: 45 },
    { kind: "area", names: ["Selat"], rows: 1, doses: 2 },
  ]);
  const t = createTranslator({
    locale: "id",
    messages: catalogues.id,
    namespace: "tallyImport.preview",
  });
  const told = { names: "Lapas Kelas IIB dan Luar wilayah", rows: 2, doses: 45, total: 245 };
  expect(t("notUnits.other", { ...told, figures: "daily" })).toBe(
    "2 baris bukan unit pelapor (Lapas Kelas IIB dan Luar wilayah): 45 dari 245 tidak ikut.",
  );
});
