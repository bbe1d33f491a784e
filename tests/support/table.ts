import type { Campaign } from "@/lib/campaign/campaign";
import type { SheetCell } from "@/lib/base/spreadsheet/cell";
import { textCell } from "@/lib/base/spreadsheet/cell";
import type { Sheet } from "@/lib/base/spreadsheet/workbook";
import { Asking } from "@/lib/campaign/table-reading/asking";
import { readTable, type TableReading } from "@/lib/campaign/table-reading/read-table";
import type { RememberedRoles } from "@/lib/campaign/table-reading/column-roles";
import { unitsOf, vocabularyOf } from "@/lib/campaign/table-reading/vocabulary";
import { UnitLookup, type NamedUnit } from "@/lib/campaign/target-population/unit-lookup";
import type { CalendarDay } from "@/lib/base/time/calendar-day";

/** A sheet of rows whose cells are parted by ";". */
export function sheetOf(
  rows: readonly (string | readonly SheetCell[])[],
  more: Partial<Sheet> = {},
): Sheet {
  return {
    name: "",
    isHidden: false,
    rows: rows.map((row) => (typeof row === "string" ? row.split(";").map(textCell) : row)),
    rowCells: [],
    hiddenRows: [],
    hiddenColumns: [],
    merges: [],
    ...more,
  };
}

export type ReadingTerms = {
  readonly campaign: Campaign;
  readonly units: readonly NamedUnit[];
  readonly answers?: Readonly<Record<string, string>>;
  readonly days?: readonly CalendarDay[];
  readonly remembered?: (heads: string) => RememberedRoles | null;
};

/** Reads sheets as a page does, with the answers that are given. */
export function readSheets(
  kind: "tally" | "target",
  sheets: readonly Sheet[],
  { campaign, units, answers = {}, days = [], remembered = () => null }: ReadingTerms,
) {
  const lookup = new UnitLookup(units, campaign.districtName);
  const vocabulary = vocabularyOf(kind, campaign, unitsOf(units, lookup));
  const asking = new Asking(new Map(Object.entries(answers)));
  const table = readTable({ sheets }, { vocabulary, asking, remembered, days });
  return { table, asked: asking.asked, vocabulary, lookup };
}

/** Of each column of a reading, what it is read as or why it is left out: "MR: box …". */
export function columnsOf(table: TableReading): Record<string, string> {
  return Object.fromEntries(
    table.columns.map(({ head, role, left }) => [head, role ?? `- ${left ?? ""}`]),
  );
}
