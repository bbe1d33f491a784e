import type { TableReading } from "@/lib/campaign/table-reading/read-table";
import type { Sheet } from "@/lib/base/spreadsheet/workbook";
import { columnsOf, readSheets, sheetOf, type ReadingTerms } from "@/tests/support/table";
import { campaign, units } from "@/tests/unit/campaign/target-population/campaign";

export const oneVaccine = { ...campaign, interventions: campaign.interventions.slice(1) };
export const days = ["2026-06-03", "2026-06-04"];
export const mr = 'box ["MR","9-59-bulan"]';
export const mrOlder = 'box ["MR","5-7-tahun"]';
export const ipv = 'box ["IPV","9-59-bulan"]';

type Terms = Partial<ReadingTerms> & { readonly more?: Partial<Sheet> };

function read(kind: "tally" | "target", rows: readonly string[], { more, ...terms }: Terms = {}) {
  const { table, asked } = readSheets(kind, [sheetOf(rows, more)], { campaign, units, ...terms });
  return { table, asked, columns: table.kind === "read" ? columnsOf(table) : null };
}

export function tally(rows: readonly string[], terms: Terms = {}) {
  return read("tally", rows, terms);
}

export function target(rows: readonly string[], terms: Terms = {}) {
  return read("target", rows, terms);
}

/** Kind and options of each question. */
export function questions({ asked }: ReturnType<typeof read>) {
  return asked.map(({ kind, options }) => [kind, ...options.map(({ value }) => value)]);
}

export function only({ asked }: ReturnType<typeof read>): string {
  const [question] = asked;
  if (!question || asked.length > 1) throw new Error(`${String(asked.length)} questions`);
  return question.id;
}

/** Cells of a role, row by row; undefined behind the end of a row. */
export function cellsOf(table: ReturnType<typeof read>["table"], role: string) {
  const { rows, columnIndexes, headRow }: TableReading = asRead(table);
  const columnIndex = columnIndexes.get(role) ?? -1;
  return rows.slice(headRow + 1).map((row) => row[columnIndex]);
}

function asRead(table: ReturnType<typeof read>["table"]): TableReading {
  if (table.kind !== "read") throw new Error(`not read: ${table.kind}`);
  return table;
}
