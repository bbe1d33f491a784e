import { groupingOf } from "@/lib/base/forms/written-count";

import type { Message, MessageEntry } from "./message";
import { columnsOfHead, readHeads } from "./paste-head";
import { readPastedCell, type PastePreview, type PasteTarget } from "./pasted";

/**
 * What a message would do to the grid, in the same form as a block from a spreadsheet. Each label that
 * was written is a column of it; one that fits several columns is asked, and a cell of which two
 * numbers are told holds both, and is refused. What it says of another day than the one shown is left
 * out until it is asked for.
 */
export function previewMessage(
  { entries, remainders }: Message,
  target: PasteTarget,
): PastePreview {
  const isOther = ({ day }: MessageEntry) => day !== null && day !== target.shown;
  const others = entries.filter(isOther);
  const taken = target.takesOtherDays ? entries : entries.filter((entry) => !isOther(entry));
  const labels = labelsOf(entries, target);
  const heads = readHeads(
    [labels.map(({ text }) => text)],
    labels.length,
    target.columns,
    target.chosen ?? new Map(),
  );
  const places = heads.flatMap((head) => {
    const index = target.columns.findIndex(({ key }) => head.kind === "column" && key === head.key);
    return index === -1 ? [] : [{ place: head.place, index, head: head.head }];
  });
  const texts = new Map<string, Map<number, string[]>>();
  for (const { unit, items } of taken) {
    const row = texts.get(unit) ?? new Map<number, string[]>();
    texts.set(unit, row);
    for (const { label, value } of items) {
      const place = labels.findIndex(({ written }) => written.has(label));
      row.set(place, [...(row.get(place) ?? []), value]);
    }
  }
  let dashes = 0;
  const rows = target.rows.flatMap(({ unit, cells }) => {
    const row = texts.get(unit.code);
    if (!row) return [];
    const own = taken.filter((entry) => entry.unit === unit.code);
    const saysZero = own.some(({ isZero }) => isZero);
    return {
      unit,
      // "Nihil" beside numbers of the same unit is refused in their cells.
      isZero: saysZero && row.size === 0,
      cells: places.map(({ place, index }) => {
        const written = [...(row.get(place) ?? []), ...(saysZero && row.size > 0 ? ["nihil"] : [])];
        return readPastedCell(written.join(" | "), {
          now: target.typed(unit.code)[target.columns[index]?.key ?? ""] ?? "",
          cell: cells[index],
          figures: target.figures ?? "daily",
          grouping: groupingOf(written),
          dash: target.dash ?? null,
          onDash: () => (dashes += 1),
        });
      }),
    };
  });
  const days = new Set(others.flatMap(({ day }) => day ?? []));

  return {
    isByName: true,
    columns: places.flatMap(({ index }) => target.columns[index] ?? []),
    heads: places.map(({ head }) => head),
    leftOut: heads.filter((head) => head.kind === "left"),
    dashes,
    rows,
    unplaced: remainders,
    columnsBeyond: 0,
    otherDays: [...days].sort().map((day) => ({
      day,
      units: new Set(others.filter((entry) => entry.day === day).map(({ unit }) => unit)).size,
    })),
  };
}

/** The labels of a message; those that mean the same one column are one. */
function labelsOf(entries: readonly MessageEntry[], { columns }: PasteTarget) {
  const labels: { readonly text: string; readonly key: string; readonly written: Set<string> }[] =
    [];
  for (const { label } of entries.flatMap(({ items }) => items)) {
    const [meant, ...others] = columnsOfHead(label, columns);
    const key = meant !== undefined && others.length === 0 ? meant : label.toLowerCase();
    const known = labels.find((each) => each.key === key);
    if (known) known.written.add(label);
    else labels.push({ text: label, key, written: new Set([label]) });
  }
  return labels;
}
