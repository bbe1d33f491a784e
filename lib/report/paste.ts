import { readHeadless, readTable, type TableTerms } from "@/lib/campaign/table-reading/read-table";

import { readMessage } from "./message";
import { previewMessage } from "./message-preview";
import { orderedColumns } from "./paste-order";
import { emptyPreview, previewTable } from "./paste-table";
import { pasteTerms, type PasteTerms } from "./paste-terms";
import type { PastePreview, PasteTarget } from "./pasted";
import { sheetOfBlock } from "./pasted-sheet";

/**
 * Reads a block copied from a spreadsheet (or CSV), or a message of a chat, and says what it would
 * do; it changes nothing.
 *
 * It is read as files are (`lib/campaign/table-reading`), with two differences: a block without a
 * column of names follows the grid's rows from the chosen cell, and one without heads its columns.
 */
export function previewPaste(text: string, target: PasteTarget): PastePreview {
  const { rows, columns, shown, answers = new Map<string, string>() } = target;
  const terms = pasteTerms(
    rows.map(({ unit }) => unit),
    columns,
    answers,
  );
  const message = shown ? readMessage(text, terms, shown) : null;
  return message ? previewMessage(message, target, terms) : previewBlock(text, target, terms);
}

function previewBlock(text: string, target: PasteTarget, terms: PasteTerms): PastePreview {
  const sheet = sheetOfBlock(text);
  if ("strayQuote" in sheet) {
    const line = { text: String(sheet.strayQuote), reason: "strayQuote" as const };
    return { ...emptyPreview(terms), unplaced: [line] };
  }
  const { vocabulary, asking } = terms;
  const tableTerms: TableTerms = { vocabulary, asking, remembered: () => null, days: [] };
  const table = readTable({ sheets: [sheet] }, tableTerms);
  if (table.kind === "read") return previewTable(table, target, terms);
  if (table.kind === "asked") return emptyPreview(terms);
  const { roles, beyond } = orderedColumns(sheet.rows, vocabulary, {
    chosen: target.at?.column ?? 0,
    asking,
  });
  if (asking.isOpen()) return emptyPreview(terms);
  const ordered = readHeadless(sheet, roles, tableTerms);
  if (!ordered) return emptyPreview(terms);
  return {
    ...previewTable(ordered, target, terms),
    heads: null,
    leftOut: [],
    choosable: [],
    columnsBeyond: beyond,
  };
}
