import { parse } from "papaparse";

import { groupingOf, seenText, sharedGrouping, type Grouping } from "@/lib/forms/written-count";

import { cellWarning, type CellWarning } from "./cell-warning";
import type { EntryColumn, EntryRow, Typed } from "./entry-row";
import { isHeadLine, readHeads, type PasteHead } from "./paste-head";
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
  /** The columns that the block fills, in its order. */
  readonly columns: readonly EntryColumn[];
  /** The block's own head over each of these; null: it has no heads, and its order was followed. */
  readonly heads: readonly string[] | null;
  /** Columns of the block that are not used, though something stands in them. */
  readonly leftOut: readonly Extract<PasteHead, { kind: "left" }>[];
  readonly rows: readonly {
    readonly unit: EntryRow["unit"];
    readonly cells: readonly PastedCell[];
  }[];
  readonly unplaced: readonly UnplacedLine[];
  /** Cells of "-" or "nihil", whatever was chosen for them. */
  readonly dashes: number;
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
  /** Columns that the person chose for places of the block, where its head was not understood. */
  readonly chosen?: ReadonlyMap<number, string>;
  /** What "-" and "nihil" mean in the whole block; they are refused as long as nobody has said. */
  readonly dash?: "zero" | "blank" | null;
};

const totals = new Set(["jumlah", "total", "jml", "kecamatan"]);

/**
 * Reads a block copied from a spreadsheet (or CSV) and says what it would do; it changes nothing.
 *
 * A column of names or codes, when there is one among the first three, tells the rows; lines follow
 * the chosen cell otherwise. Columns go by the block's own heads. Without heads they go by order:
 * from the first when the block has them all, else from the chosen one. Lines of totals are passed
 * over.
 */
export function previewPaste(text: string, target: PasteTarget): PastePreview {
  const lines = readLines(text);
  const names = readUnitNames(target.rows.map(({ unit }) => unit));
  const label = labelColumn(lines, (cell) => matchUnit(cell, names).kind !== "unknown");
  const rest = (line: readonly string[]) => line.slice(label.last + 1);
  const width = (line: readonly string[]) => line.length - (label.last + 1);
  const isNamed = (line: readonly string[]) =>
    label.at !== null && matchUnit(line[label.at] ?? "", names).kind === "unit";
  const isHead = (line: readonly string[]) => !isNamed(line) && isHeadLine(rest(line));
  const isTitle = (line: readonly string[]) => !isNamed(line) && rest(line).every(isBlank);
  const start = lines.findIndex((line) => !isHead(line) && !(label.at !== null && isTitle(line)));
  const headLines = lines.slice(0, start).filter(isHead).map(rest);
  const body = start === -1 ? [] : lines.slice(start);
  const widest = Math.max(0, ...body.map(width));
  const isUsed = (place: number) => body.some((line) => !isBlank(rest(line)[place] ?? ""));

  const heads =
    headLines.length === 0
      ? null
      : readHeads(headLines, widest, target.columns, target.chosen ?? new Map());
  const from = widest >= target.columns.length ? 0 : (target.at?.column ?? 0);
  const places =
    heads?.flatMap((head) => {
      const index = target.columns.findIndex(
        ({ key }) => head.kind === "column" && key === head.key,
      );
      return index === -1 ? [] : [{ place: head.place, index, head: head.head }];
    }) ??
    target.columns
      .slice(from, from + widest)
      .map((_, place) => ({ place, index: from + place, head: "" }));
  const columns = places.flatMap(({ index }) => target.columns[index] ?? []);
  const groupings = blockGroupings(
    body.map(rest),
    places.map(({ place }) => place),
  );
  const unplaced: UnplacedLine[] = [];
  const placed = new Map<string, PastePreview["rows"][number]>();
  let next = target.at?.row ?? 0;
  let dashes = 0;

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
      const cells = places.map(({ place, index }) =>
        readCell(rest(line)[place] ?? "", {
          now: target.typed(row.unit.code)[target.columns[index]?.key ?? ""] ?? "",
          cell: row.cells[index],
          figures: target.figures ?? "daily",
          grouping: groupings.get(place) ?? "unknown",
          dash: target.dash ?? null,
          onDash: () => (dashes += 1),
        }),
      );
      placed.set(row.unit.code, { unit: row.unit, cells });
    }
  }

  return {
    isByName: label.at !== null,
    columns,
    heads: heads && places.map(({ head }) => head),
    leftOut: (heads ?? [])
      .filter((head) => head.kind === "left")
      .filter(({ place }) => isUsed(place)),
    dashes,
    rows: [...placed.values()],
    unplaced,
    columnsBeyond: heads ? 0 : Math.max(0, from + widest - target.columns.length),
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

  const named = lines.filter((line) => isUnit(line[at] ?? ""));
  const isLabel = (index: number) =>
    share(index, isUnit) >= 0.5 ||
    (named.length > 1 && named.every((line) => isWord(line[index] ?? "")));
  let last = at;
  while (last < 3 && isLabel(last + 1)) last += 1;
  return { at, last };

  /** "PKM Mantangai" or "L" beside the name labels too. */
  function isWord(cell: string): boolean {
    return /^\p{L}/u.test(cell.trim()) && !/^(nihil|nil)$/i.test(cell.trim());
  }

  /** A first column of words holds names too, though we know none of them. */
  function firstWords(): number | null {
    return share(0, (cell) => /[A-Za-z]{2}/.test(cell) && !/^=/.test(cell.trim())) > 0.5 &&
      lines.some((line) => line.length > 1)
      ? 0
      : null;
  }
}

/** What the dot means in each column of a block; a column that does not say follows the others. */
function blockGroupings(
  lines: readonly (readonly string[])[],
  places: readonly number[],
): ReadonlyMap<number, Grouping> {
  const own = places.map(
    (place) => [place, groupingOf(lines.map((line) => line[place] ?? ""))] as const,
  );
  const shared = sharedGrouping(own.map(([, grouping]) => grouping));
  return new Map(
    own.map(([place, grouping]) => [place, grouping === "unknown" ? shared : grouping]),
  );
}

function isBlank(text: string): boolean {
  return seenText(text) === "";
}

function readCell(
  text: string,
  {
    now,
    cell,
    figures,
    grouping,
    dash,
    onDash,
  }: {
    readonly now: string;
    readonly cell: EntryRow["cells"][number] | undefined;
    readonly figures: EntryFigures;
    readonly grouping: Grouping;
    readonly dash: "zero" | "blank" | null;
    readonly onDash: () => void;
  },
): PastedCell {
  const written = readTypedCount(text, grouping);
  const isDash = written.kind === "refused" && written.reason === "dash";
  if (isDash) onDash();
  if (isDash && dash === "blank") return { kind: "blank" };
  const read = isDash && dash === "zero" ? ({ kind: "count", value: 0 } as const) : written;
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
