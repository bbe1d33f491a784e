import { describe, expect, it } from "vitest";

import { catalogues } from "@/lib/base/i18n/messages";
import { readWorkbook } from "@/lib/base/spreadsheet/server/read";
import { toXlsx } from "@/lib/base/spreadsheet/server/xlsx";
import { checkTallySheet } from "@/lib/report/import/server/sheet-check";
import { tallyHead } from "@/lib/report/import/sheet-head";
import { templateColumns } from "@/lib/report/import/template";
import { daySheetRows } from "@/lib/report/day-sheet";
import { entryColumns, type EntryRow } from "@/lib/report/entry-row";
import { isInBlocks, paperLines, paperParts } from "@/lib/report/paper-parts";
import { atOnce } from "@/tests/support/at-once";
import { readSheets } from "@/tests/support/table";
import { campaign, units } from "@/tests/unit/campaign/target-population/campaign";
import { dosesOf } from "@/lib/campaign/measures";

import { column } from "./kapuas";
import { own } from "./screen-and-server";

const day = "2026-06-04";
const columns = entryColumns(campaign);

function rowOf(index: number, standing: EntryRow["standing"]): EntryRow {
  const { code = "", name = "", subdistrictName } = units[index] ?? {};
  const unit = { code, name, villageKind: "desa", subdistrictName: subdistrictName ?? "" } as const;
  return { unit, standing, isDue: true, cells: [] };
}

const [young, old, shot] = columns.map(({ intervention, targetGroup }) => ({
  intervention,
  targetGroup,
}));

describe("the file of a day", () => {
  it.each(["id", "en"] as const)(
    "is read back exactly as it stands, with heads in %s",
    async (locale) => {
      if (!young || !old || !shot) throw new Error("the campaign has three columns");
      const rows = [
        rowOf(0, {
          ...own,
          tallies: [
            { ...young, ...dosesOf({ residents: 12, nonResidents: 3 }) },
            { ...old, ...dosesOf({ residents: 0 }) },
          ],
        }),
        rowOf(1, { ...own, zero: true, tallies: [] }),
        rowOf(2, null),
      ];
      const { template } = catalogues[locale].tallyImport;
      const file = await toXlsx({
        name: template.sheet,
        note: "Contoh",
        head: [
          template.code,
          template.name,
          template.subdistrict,
          template.day,
          ...templateColumns(campaign, (word) => template[word]),
        ],
        rows: daySheetRows(rows, columns, day),
        widths: [],
      });
      const { sheets } = await readWorkbook(file);
      const { table, vocabulary, lookup } = readSheets("tally", sheets, { campaign, units });
      if (table.kind !== "read") throw new Error(`not read: ${table.kind}`);
      expect(table.columns.filter(({ role }) => role === null)).toEqual([]);
      const { reports, rejected } = atOnce(
        checkTallySheet(table.rows, tallyHead(table, vocabulary), campaign, lookup, {
          today: day,
          names: { unit: "Unit", day: "Tanggal" },
        }),
      );
      expect(rejected).toEqual([]);
      expect(
        reports.map(({ unit, day: of, zero, counts }) => [
          unit.code,
          of,
          zero,
          counts.map(({ intervention, targetGroup, value, nonResidents }) => ({
            intervention,
            targetGroup,
            value,
            nonResidents,
          })),
        ]),
      ).toEqual([
        [
          units[0]?.code,
          day,
          false,
          [
            { ...young, value: 12, nonResidents: 3 },
            { ...old, value: 0, nonResidents: 0 },
          ],
        ],
        [units[1]?.code, day, true, []],
      ]);
    },
  );
});

describe("the sheets of a paper form", () => {
  const spread = (count: number) => {
    const all = Array.from({ length: count }, (_, index) =>
      column(`V${String(index)}`, "12 bulan"),
    );
    const { isLandscape, parts } = paperParts(all);
    expect(parts.flatMap((part) => part.columns)).toEqual(all);
    return [isLandscape ? "landscape" : "portrait", ...parts.map((part) => part.columns.length)];
  };

  it("are few, wide enough for a pen, and of about the same width", () => {
    expect(spread(1)).toEqual(["portrait", 1]);
    expect(spread(5)).toEqual(["portrait", 5]);
    expect(spread(6)).toEqual(["landscape", 6]);
    expect(spread(9)).toEqual(["landscape", 5, 4]);
    expect(spread(30)).toEqual(["landscape", 8, 8, 8, 6]);
  });

  it("are blocks of units from thirteen columns on, in lines of an intervention", () => {
    const few = Array.from({ length: 12 }, (_, index) => column(`V${String(index)}`, "12 bulan"));
    expect(isInBlocks(few)).toBe(false);
    const many = ["A", "B", "C"].flatMap((code) =>
      Array.from({ length: 5 }, (_, index) => column(code, `kelompok ${String(index)}`)),
    );
    expect(isInBlocks(many)).toBe(true);
    const lines = paperLines(many);
    expect(lines.map((line) => [line.head !== null, line.columns.length])).toEqual([
      ...[
        [true, 4],
        [false, 1],
      ],
      ...[
        [true, 4],
        [false, 1],
      ],
      ...[
        [true, 4],
        [false, 1],
      ],
    ]);
    expect(lines.flatMap((line) => line.columns)).toEqual(many);
  });

  it("have whole names in the boxes of interventions of one column each", () => {
    const many = Array.from({ length: 14 }, (_, index) => column(`V${String(index)}`, "12 bulan"));
    expect(paperLines(many).map((line) => [line.head, line.columns.length])).toEqual([
      [null, 4],
      [null, 4],
      [null, 4],
      [null, 2],
    ]);
  });
});
