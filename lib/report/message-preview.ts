import { isLabelHead } from "@/lib/campaign/table-reading/head-meaning";
import { readTable } from "@/lib/campaign/table-reading/read-table";
import type { Vocabulary } from "@/lib/campaign/table-reading/vocabulary";

import type { Message, MessageEntry } from "./message";
import { emptyPreview, previewTable } from "./paste-table";
import type { PasteTerms } from "./paste-terms";
import type { PastePreview, PasteTarget } from "./pasted";
import { sheetOfTexts } from "./pasted-sheet";

/**
 * What a message would do to the grid, read as a table of its own: a row for each unit that it names,
 * a column for each label. A label that fits several columns is asked, and a cell of which two numbers
 * are told holds both, and is rejected. What it says of another day than the one shown is left out
 * until it is asked for.
 */
export function previewMessage(
  { entries, remainders }: Message,
  target: PasteTarget,
  terms: PasteTerms,
): PastePreview {
  const isOther = ({ day }: MessageEntry) => day !== null && day !== target.shown;
  const others = entries.filter(isOther);
  const taken = target.takesOtherDays ? entries : entries.filter((entry) => !isOther(entry));
  const { vocabulary, asking } = terms;
  const labels = labelsOf(entries, vocabulary);
  const units = [...new Set(taken.map(({ unit }) => unit))];
  const lines = target.rows
    .filter(({ unit }) => units.includes(unit.code))
    .map(({ unit }) => {
      const own = taken.filter((entry) => entry.unit === unit.code);
      const items = own.flatMap((entry) => entry.items);
      const saysZero = own.some(({ isZero }) => isZero);
      const texts = labels.map(({ written }) => {
        const values = items.filter(({ label }) => written.has(label)).map(({ value }) => value);
        // "Nihil" beside numbers of the same unit is rejected in their cells.
        return [...values, ...(saysZero && items.length > 0 ? ["nihil"] : [])].join(" | ");
      });
      return [unit.code, ...texts, saysZero && items.length === 0 ? "ya" : ""];
    });
  const heads = ["Kode", ...labels.map(({ text }) => text), "Nihil"];
  const table = readTable(
    { sheets: [sheetOfTexts([heads, ...lines])] },
    { vocabulary, asking, remembered: () => null, days: [] },
  );
  const preview = table.kind === "read" ? previewTable(table, target, terms) : emptyPreview(terms);
  const days = new Set(others.flatMap(({ day }) => day ?? []));
  const unread = entries
    .flatMap(({ items }) => items)
    .filter(({ label }) => isLabelHead(label, vocabulary.labels))
    .map(({ label, value }) => ({ text: `${label}: ${value}`, reason: "unread" as const }));

  return {
    ...preview,
    isMessage: true,
    unplaced: [...remainders, ...unread, ...preview.unplaced],
    otherDays: [...days].sort().map((day) => ({
      day,
      units: new Set(others.filter((entry) => entry.day === day).map(({ unit }) => unit)).size,
    })),
  };
}

/** The labels of a message; those that mean the same one column are one. */
function labelsOf(entries: readonly MessageEntry[], { words, labels }: Vocabulary) {
  const found: { readonly text: string; readonly key: string; readonly written: Set<string> }[] =
    [];
  for (const { label } of entries.flatMap(({ items }) => items)) {
    if (isLabelHead(label, labels)) continue;
    const [meant, ...others] = words.meant(label).keys;
    const key = meant !== undefined && others.length === 0 ? meant : label.toLowerCase();
    const known = found.find((each) => each.key === key);
    if (known) known.written.add(label);
    else found.push({ text: label, key, written: new Set([label]) });
  }
  return found;
}
