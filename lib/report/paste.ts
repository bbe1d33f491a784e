import { parse } from "papaparse";

import {
  groupingOf,
  seenText,
  sharedGrouping,
  type Grouping,
} from "@/lib/base/forms/written-count";

import { readMessage } from "./message";
import { previewMessage } from "./message-preview";
import { isHeadLine, readHeads } from "./paste-head";
import { readPastedCell, type PastePreview, type PasteTarget, type UnplacedLine } from "./pasted";
import { matchUnit, readUnitNames } from "./unit-name";

const totals = new Set(["jumlah", "total", "jml", "kecamatan"]);
/** What stands over names: a head that comes again in the middle of a block. */
const headWords =
  /^(?:no(?:mor)?|kode|nama|code|name|(?:(?:nama|kode)\s+)?(?:desa|kel(?:urahan)?|puskesmas|pkm|sekolah|unit(?:\s+pelapor)?|village)(?:\s*\/\s*(?:desa|kel(?:urahan)?))?)\W*$/i;

/**
 * Reads a block copied from a spreadsheet (or CSV), or a message of a chat, and says what it would
 * do; it changes nothing.
 *
 * A column of names or codes, when there is one among the first three, tells the rows; lines follow
 * the chosen cell otherwise. Columns go by the block's own heads. Without heads they go by order:
 * from the first when the block has them all, else from the chosen one. Lines of totals are passed
 * over.
 */
export function previewPaste(text: string, target: PasteTarget): PastePreview {
  const message = target.shown
    ? readMessage(text, {
        units: target.rows.map(({ unit }) => unit),
        columns: target.columns,
        shown: target.shown,
      })
    : null;
  return message ? previewMessage(message, target) : previewBlock(text, target);
}

function previewBlock(text: string, target: PasteTarget): PastePreview {
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
    if (found && found.kind !== "unit" && (isBlank(named) || headWords.test(seenText(named)))) {
      // No name, so none that is unknown; figures without one are told.
      const figures = rest(line).filter((cell) => !isBlank(cell));
      if (figures.some((cell) => /\d/.test(cell)) && !isHead(line)) {
        const text = [named, ...figures].map(seenText).filter(Boolean).join(" ");
        unplaced.push({ text, reason: "noUnit" });
      }
      continue;
    }
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
        readPastedCell(rest(line)[place] ?? "", {
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
