import { parse } from "papaparse";

import { cellWarning, type CellWarning } from "./cell-warning";
import type { EntryColumn, EntryRow, Typed } from "./entry-row";
import type { EntryFigures } from "./schema";
import { matchUnit, readUnitNames } from "./unit-name";
import { readTypedCount, type CountRefusal } from "./typed-count";

/** What a pasted cell does to the grid. A blank one does nothing. */
export type PastedCell =
  | { readonly kind: "blank" }
  | { readonly kind: "same"; readonly value: number }
  | {
      readonly kind: "change";
      /** As it stands in the grid now; "" is empty. */
      readonly from: string;
      readonly to: number;
      /** Doses of the day that it comes to. */
      readonly daily: number;
      readonly warning: CellWarning | null;
    }
  | { readonly kind: "refused"; readonly text: string; readonly reason: CountRefusal };

/** A pasted line that belongs to no row. */
export type UnplacedLine = {
  readonly text: string;
  /** `beyond`: the block is longer than the grid. */
  readonly reason: "unknown" | "ambiguous" | "twice" | "beyond";
};

export type PastePreview = {
  /** Whether rows were found by name or code; else they follow the chosen cell. */
  readonly isByName: boolean;
  /** The columns that the block covers. */
  readonly columns: readonly EntryColumn[];
  readonly rows: readonly {
    readonly unit: EntryRow["unit"];
    readonly cells: readonly PastedCell[];
  }[];
  readonly unplaced: readonly UnplacedLine[];
  /** Columns of the block beyond the last column of the grid. */
  readonly columnsBeyond: number;
};

export type PasteTarget = {
  readonly rows: readonly EntryRow[];
  readonly columns: readonly EntryColumn[];
  /** What stands in the fields now, by unit. */
  readonly typed: (unit: string) => Typed;
  /** What the block holds; daily figures when left out. */
  readonly figures?: EntryFigures;
  /** The cell that was chosen; null: the first. */
  readonly at: { readonly row: number; readonly column: number } | null;
};

const totals = new Set(["jumlah", "total", "jml", "kecamatan"]);

/**
 * Reads a block copied from a spreadsheet (or CSV) and says what it would do; it changes nothing.
 *
 * A column of names or codes, when there is one among the first three, tells the rows; lines follow
 * the chosen cell otherwise. Columns go by order: from the first when the block has them all, else
 * from the chosen one. A head line and lines of totals are passed over.
 */
export function previewPaste(text: string, target: PasteTarget): PastePreview {
  const lines = readLines(text);
  const names = readUnitNames(target.rows.map(({ unit }) => unit));
  const label = labelColumn(lines, (cell) => matchUnit(cell, names).kind !== "unknown");
  const width = (line: readonly string[]) => line.length - (label.last + 1);
  const isNamed = (line: readonly string[]) =>
    label.at !== null && matchUnit(line[label.at] ?? "", names).kind === "unit";
  const body = lines.filter(
    (line, index) => !(index === 0 && !isNamed(line) && isHead(line.slice(label.last + 1))),
  );
  const widest = Math.max(0, ...body.map(width));

  const from = widest >= target.columns.length ? 0 : (target.at?.column ?? 0);
  const columns = target.columns.slice(from, from + widest);
  const unplaced: UnplacedLine[] = [];
  const placed = new Map<string, PastePreview["rows"][number]>();
  let next = target.at?.row ?? 0;

  for (const line of body) {
    const found = label.at === null ? null : matchUnit(line[label.at] ?? "", names);
    const named = (label.at === null ? line[0] : line[label.at]) ?? "";
    if (found && found.kind !== "unit") {
      if (!totals.has(found.normal)) unplaced.push({ text: named.trim(), reason: found.kind });
      continue;
    }
    const row = found
      ? target.rows.find(({ unit }) => unit.code === found.code)
      : target.rows[next++];
    if (!row) {
      unplaced.push({ text: named.trim(), reason: "beyond" });
    } else if (placed.has(row.unit.code)) {
      unplaced.push({ text: named.trim(), reason: "twice" });
    } else {
      const cells = columns.map((column, index) =>
        readCell(line[label.last + 1 + index] ?? "", {
          now: target.typed(row.unit.code)[column.key] ?? "",
          cell: row.cells[from + index],
          figures: target.figures ?? "daily",
        }),
      );
      placed.set(row.unit.code, { unit: row.unit, cells });
    }
  }

  return {
    isByName: label.at !== null,
    columns,
    rows: [...placed.values()],
    unplaced,
    columnsBeyond: Math.max(0, from + widest - target.columns.length),
  };
}

function readLines(text: string): string[][] {
  const delimiter = text.includes("\t") ? "\t" : text.includes(";") ? ";" : commaOrNone(text);
  const { data } = parse<string[]>(text.replace(/^\ufeff/, ""), {
    delimiter,
    skipEmptyLines: "greedy",
  });
  return data;
}

/** A comma parts cells when there are several on a line or it follows a name: "12,5" is one cell. */
function commaOrNone(text: string): string {
  const isList = text
    .trim()
    .split(/\r?\n/)
    .every((line) => /^[^,]*[A-Za-z"][^,]*,/.test(line) || (line.match(/,/g) ?? []).length > 1);
  return isList ? "," : "\t";
}

/** Where the names stand, and the last of the columns that only label: number, code, name. */
function labelColumn(
  lines: readonly (readonly string[])[],
  isUnit: (cell: string) => boolean,
): { readonly at: number | null; readonly last: number } {
  const share = (index: number, fits: (cell: string) => boolean) =>
    lines.filter((line) => fits(line[index] ?? "")).length / Math.max(1, lines.length);
  const at = [0, 1, 2].find((index) => share(index, isUnit) >= 0.5) ?? firstWords();
  if (at === null) return { at: null, last: -1 };

  let last = at;
  while (last < 3 && share(last + 1, isUnit) >= 0.5) last += 1;
  return { at, last };

  /** A first column of words holds names too, though we know none of them. */
  function firstWords(): number | null {
    return share(0, (cell) => /[A-Za-z]{2}/.test(cell) && !/^=/.test(cell.trim())) > 0.5 &&
      lines.some((line) => line.length > 1)
      ? 0
      : null;
  }
}

/** A first line of words and age bands, without any count, heads the columns. */
function isHead(cells: readonly string[]): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
  return (
    filled.length > 0 &&
    filled.every(
      (cell) => (/\p{L}/u.test(cell) || /\d\s*[-–]\s*<?\d/.test(cell)) && !/^=/.test(cell),
    )
  );
}

function readCell(
  text: string,
  {
    now,
    cell,
    figures,
  }: {
    readonly now: string;
    readonly cell: EntryRow["cells"][number] | undefined;
    readonly figures: EntryFigures;
  },
): PastedCell {
  const read = readTypedCount(text);
  if (read.kind === "empty") return { kind: "blank" };
  if (read.kind === "refused") {
    return { kind: "refused", text: text.trim().slice(0, 40), reason: read.reason };
  }
  const standing = readTypedCount(now);
  if (standing.kind === "count" && standing.value === read.value) {
    return { kind: "same", value: read.value };
  }
  const daily = figures === "cumulative" ? read.value - (cell?.before ?? 0) : read.value;
  return {
    kind: "change",
    from: now.trim(),
    to: read.value,
    daily,
    warning: cell && daily >= 0 ? cellWarning(cell, daily) : null,
  };
}
