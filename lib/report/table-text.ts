import { columnName } from "./column-groups";
import type { EntryColumn, EntryUnit } from "./entry-row";
import { readTypedCount } from "./typed-count";

/** A field as spreadsheets take it: digits alone, and nothing that would run as a formula. */
export function plainCount(text: string): string {
  const read = readTypedCount(text);
  if (read.kind === "count") return String(read.value);
  const plain = text.replaceAll(/\s+/g, " ").trim();
  return /^[=+@]/.test(plain) ? `'${plain}` : plain;
}

/** The day as a table with its heads, cells parted by tabs: Excel takes it, and so does a paste here. */
export function tableText(
  rows: readonly {
    readonly unit: Pick<EntryUnit, "code" | "name">;
    readonly texts: readonly string[];
  }[],
  columns: readonly EntryColumn[],
  heads: { readonly unit: string; readonly code: string },
): string {
  return [
    [heads.unit, heads.code, ...columns.map((each) => columnName(each))],
    ...rows.map(({ unit, texts }) => [unit.name, unit.code, ...texts]),
  ]
    .map((cells) => cells.join("\t"))
    .join("\n");
}
