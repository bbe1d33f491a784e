import { createTranslator } from "next-intl";
import { describe, expect, test } from "vitest";

import { catalogues } from "@/lib/base/i18n/messages";
import { Asking } from "@/lib/campaign/table-reading/asking";
import { toldQuestions } from "@/lib/campaign/table-reading/told-questions";
import { tallyRejectionSentences } from "@/lib/report/import/rejection";
import { checkTallySheet as checkTallies } from "@/lib/report/import/server/sheet-check";
import { tallyHead } from "@/lib/report/import/sheet-head";
import { rejectionSentence } from "@/lib/campaign/target-population/rejection";
import { checkTargetSheet as checkTargets } from "@/lib/campaign/target-population/server/sheet-check";
import { targetHead } from "@/lib/campaign/target-population/sheet-head";
import { UnitLookup } from "@/lib/campaign/target-population/unit-lookup";
import { atOnce } from "@/tests/support/at-once";
import { readSheets, sheetOf } from "@/tests/support/table";
import { campaign, units } from "@/tests/unit/campaign/target-population/campaign";

const regions = [
  { code: "62.03", name: "Kabupaten Kapuas" },
  { code: "62.03.06", name: "Pulau Petak" },
  { code: "62.03.06.2001", name: "Anjir Palambang" },
];
const lookup = new UnitLookup(units, campaign.districtName, regions);
const heads = "Kode;Nama;Tanggal;MR 9–59 bulan";
const places = { campaign, units, days: ["2026-06-04" as const] };

/** What a file of daily tallies is told, in both languages: its questions, then its rejections. */
function tallies(lines: readonly string[]): string[][] {
  const { table, vocabulary, asked } = readSheets("tally", [sheetOf(lines)], places);
  const asking = new Asking(new Map());
  const terms = { today: "2026-06-10", names: { unit: "Unit", day: "Tanggal" }, asking } as const;
  const { rejected } =
    table.kind === "read"
      ? atOnce(checkTallies(table.rows, tallyHead(table, vocabulary), campaign, lookup, terms))
      : { rejected: [] };
  return (["id", "en"] as const).map((locale) => {
    const messages = catalogues[locale];
    const own = createTranslator({ locale, messages, namespace: "tallyImport.rejections" });
    const reading = createTranslator({ locale, messages, namespace: "tableReading" });
    return [
      ...toldQuestions(reading, asked).map(({ title }) => title),
      ...rejected.map((each) => Object.values(tallyRejectionSentences(own, each)).join(" ")),
    ];
  });
}

/** What a file of target populations is told, in both languages. */
function targets(lines: readonly string[]): string[][] {
  const { table, vocabulary } = readSheets("target", [sheetOf(lines)], places);
  if (table.kind !== "read") throw new Error(`not read: ${table.kind}`);
  const terms = { asOf: "2026-06-04", asking: new Asking(new Map()) } as const;
  const head = targetHead(table, vocabulary);
  const { rejected } = atOnce(checkTargets(table.rows, head, campaign, lookup, terms));
  return (["id", "en"] as const).map((locale) => {
    const messages = catalogues[locale];
    const own = createTranslator({ locale, messages, namespace: "targets.rejections" });
    return rejected.map((each) => rejectionSentence(own, each));
  });
}

describe("what a file of daily tallies is told is true", () => {
  test.each([
    [
      "1,200: what the comma is is asked, and both readings are told",
      ["62.03.01.1006;;4/6/2026;1,200"],
      [
        "Koma di angka ini pemisah ribuan atau desimal?",
        "Bukan bilangan bulat. Tulis 1, atau 1.200 bila koma atau titik itu tidak sengaja.",
      ],
      [
        "Does the comma in these numbers group thousands, or is it a decimal comma?",
        "Not a whole number. Write 1, or 1,200 if the comma or point slipped in.",
      ],
    ],
    [
      "0.857 and 412.857: fractions, with both readings of each",
      ["62.03.01.1006;;4/6/2026;0.857", "62.03.01.1007;;4/6/2026;412.857"],
      [
        "Bukan bilangan bulat. Tulis 1, atau 857 bila koma atau titik itu tidak sengaja.",
        "Bukan bilangan bulat. Tulis 413, atau 412.857 bila koma atau titik itu tidak sengaja.",
      ],
      [
        "Not a whole number. Write 1, or 857 if the comma or point slipped in.",
        "Not a whole number. Write 413, or 412,857 if the comma or point slipped in.",
      ],
    ],
    [
      "day 0",
      ["62.03.01.1006;;00/05/2022;5"],
      ["00/05/2022 tidak ada; tanggal mulai dari 1. Periksa tanggalnya."],
      ["00/05/2022 does not exist; days begin with 1. Check the date."],
    ],
    [
      "day 31 of June",
      ["62.03.01.1006;;31/06/2026;5"],
      ["31/06/2026 tidak ada; Juni hanya 30 hari. Tulis 30 Juni 2026 atau tanggal lain."],
      ["31/06/2026 does not exist; June has only 30 days. Write 30 June 2026, or another day."],
    ],
    [
      "a day that is no date",
      ["62.03.01.1006;;minggu lalu;5"],
      ["Tanggal tidak terbaca. Tulis seperti 30-06-2026 atau 30 Juni 2026."],
      ["The date cannot be read. Write it like 30-06-2026 or 30 June 2026."],
    ],
    [
      "a share",
      ["62.03.01.1006;;4/6/2026;92,62%"],
      ["Ini persen, bukan jumlah. Tulis jumlahnya."],
      ["This is a percentage, not a count. Write the count."],
    ],
    [
      "the kabupaten by its code",
      ["62.03;;4/6/2026;5"],
      [
        "Kabupaten Kapuas adalah seluruh wilayah kampanye ini, bukan satu unit pelapor. Tulis angkanya per unit pelapor, atau hapus baris ini.",
      ],
      [
        "Kabupaten Kapuas is the whole area of this campaign, not one reporting unit. Write the figures by reporting unit, or delete this line.",
      ],
    ],
    [
      "a village that reports nothing here",
      ["62.03.06.2001;;4/6/2026;5"],
      [
        "Anjir Palambang bukan unit pelapor kampanye ini. Periksa kodenya. Bila memang melapor sendiri, minta Dinas Kesehatan menambahkannya.",
      ],
      [
        "Anjir Palambang is not a reporting unit of this campaign. Check the code. If it reports by itself, ask the health office to add it.",
      ],
    ],
    [
      "a village of another kabupaten",
      ["62.04.01.1001;;4/6/2026;5"],
      ["Kode ini tidak ada di wilayah Anda dalam kampanye ini. Periksa kode."],
      ["This code is not in your area of this campaign. Check the code."],
    ],
  ])("%s", (_, rows, id, en) => {
    expect(tallies([heads, ...rows])).toEqual([id, en]);
  });

  test("without a column of days, the day is asked", () => {
    expect(tallies(["Kode;Nama;MR 9–59 bulan", "62.03.01.1006;;5"])).toEqual([
      ["Tidak ada kolom tanggal. Laporan ini untuk tanggal berapa?"],
      ["There is no column of dates. Which day are these reports of?"],
    ]);
  });

  test.each([
    "4/6/26",
    "4-Jun-26",
    "Kamis, 4 Juni 2026",
    "04/06/2026 00:00:00",
    "2026-06-04T00:00:00Z",
  ])("nothing is told of %s, which is read", (day) => {
    expect(tallies([heads, `62.03.01.1006;;${day};5`])).toEqual([[], []]);
  });

  test.each(["Jml", "Kabupaten Kapuas", "Rata-rata", "Σ"])("nor of the sum %s", (name) => {
    const rows = ["62.03.01.1006;;4/6/2026;5", `;${name};4/6/2026;5`];
    expect(tallies([heads, ...rows])).toEqual([[], []]);
    expect(targets([heads, ...rows])).toEqual([[], []]);
  });

  test("a column of percentages is never doses", () => {
    const { table } = readSheets(
      "tally",
      [sheetOf(["Kode;Tanggal;Polio (%);IPV", "62.03.01.1006;4/6/2026;95;12"])],
      places,
    );
    expect(table.kind === "read" && table.columns).toMatchObject([
      { role: "code" },
      { role: "day" },
      { role: null, left: "share" },
      { head: "IPV", left: null },
    ]);
  });
});

describe("what a file of target populations is told is true", () => {
  test.each([
    [
      "day 0",
      "62.03.01.1006;;00/05/2022;5",
      "Tanggal itu tidak ada; tanggal mulai dari 1. Periksa tanggalnya.",
      "That day does not exist; days begin with 1. Check the date.",
    ],
    [
      "a village that reports nothing here, to the office that can add it",
      "62.03.06.2001;;;5",
      "Anjir Palambang bukan unit pelapor kampanye ini. Periksa kodenya. Bila memang melapor sendiri, tambahkan sebagai unit pelapor kampanye ini.",
      "Anjir Palambang is not a reporting unit of this campaign. Check the code. If it reports by itself, add it as a reporting unit of this campaign.",
    ],
    [
      "a village of another kabupaten",
      "62.04.01.1001;;;5",
      "Kode ini bukan kode unit pelapor kampanye ini di Kabupaten Kapuas. Periksa kode.",
      "This code is no reporting unit of this campaign in Kabupaten Kapuas. Check the code.",
    ],
  ])("%s", (_, row, id, en) => {
    expect(targets([heads, row])).toEqual([[id], [en]]);
  });

  test("nothing, where a kecamatan has a figure of its own", () => {
    expect(targets([heads, "62.03.06;;;5"])).toEqual([[], []]);
  });

  test("a kecamatan's code above its own units", () => {
    expect(targets([heads, "62.03.01;;;5", "62.03.01.1006;;;3"])).toEqual([
      [
        "Selat adalah kecamatan, bukan unit pelapor kampanye ini. Tulis angkanya per unit pelapor, atau hapus baris ini.",
      ],
      [
        "Selat is a kecamatan, not a reporting unit of this campaign. Write the figures by reporting unit, or delete this line.",
      ],
    ]);
  });
});
