import { cellText, emptyCell, type SheetCell, type SheetRows } from "@/lib/base/spreadsheet/cell";
import { toldText } from "@/lib/base/spreadsheet/problem-list";
import type { Sheet } from "@/lib/base/spreadsheet/workbook";

import { Asking } from "./asking";
import {
  headBlockAt,
  headText,
  headWithin,
  isWordy,
  wordyBlockAt,
  type HeadBlock,
} from "./head-block";
import { isLabelHead, meaningOf } from "./head-meaning";
import { limits } from "@/lib/base/limits";
import { isRemark, isShare, plainHead } from "./head-words";
import { namedKind, type LabelWords } from "./labels";
import type { Answers } from "./question";
import { type ReadColumn } from "./column-roles";
import { readColumns } from "./read-columns";
import type { Vocabulary } from "./vocabulary";

/** A table on a sheet: its heads, and where its body ends. */
export type Table = {
  readonly block: HeadBlock;
  /** The row behind its last; of the last table the end of the sheet. */
  readonly end: number;
  /** Whether all that such a table needs was found, the day with it, without a question. */
  readonly isSure: boolean;
};

/** What was understood of a row that comes nearest to heads, for a file that cannot be read. */
export type HeadAttempt = {
  readonly understood: readonly string[];
  readonly others: readonly string[];
};

/**
 * The tables of a sheet, in their order. The same heads once more begin no other table: a page was
 * turned there.
 */
export function findTables(sheet: Sheet, vocabulary: Vocabulary): Table[] {
  const first = vocabulary.isGrid
    ? firstOfGrid(sheet, vocabulary)
    : firstTable(
        sheet,
        sheet.rows.slice(0, headWithin).keys(),
        (row) => blockAt(sheet, row, vocabulary),
        vocabulary,
      );
  if (!first) return [];
  const { labels } = vocabulary;
  const found = [first];
  for (let row = first.block.row + 1; row < sheet.rows.length; row += 1) {
    if (!isWordy(sheet.rows[row] ?? [])) continue;
    const block = blockAt(sheet, row, vocabulary);
    if (!block || found.some((each) => isSameHeads(each.block, block, labels))) continue;
    const fit = fitOf(readBlock(sheet, block, vocabulary), vocabulary);
    if (fit.mayFit && fit.isAsked && widthOf(block) > 1) found.push({ block, isSure: fit.isSure });
    row = block.row;
  }
  return found.map((each, at) => ({
    ...each,
    end: found[at + 1]?.block.top ?? sheet.rows.length,
  }));
}

/** Of a block for a grid: the heads stand above its first counts, with or without one of a label. */
function firstOfGrid(sheet: Sheet, vocabulary: Vocabulary): Omit<Table, "end"> | undefined {
  const isUnit = (cell: SheetCell) => vocabulary.isUnitName(cellText(cell).trim());
  const isNamed = (row: SheetRows[number]) => row.some(isUnit);
  const isNihil = (cell: SheetCell) => /^nihil$/i.test(cellText(cell).trim());
  const isCount = (cell: SheetCell) =>
    /^(?:\d{1,6}(?:[.,]\d+)*|[-–—])$/.test(cellText(cell).trim());
  const widest = Math.max(...sheet.rows.map(({ length }) => length));
  const isRow = (row: SheetRows[number]) => {
    const filled = row.filter(({ kind }) => kind !== "empty");
    const counts = filled.filter(isCount).length;
    const isPlain = counts * 2 >= filled.length && (filled.length > 1 || widest === 1);
    return isNamed(row) ? counts > 0 || row.some(isNihil) : counts > 0 && isPlain;
  };
  /** "Nihil" is a head beside one of another label. */
  const isHeads = (row: SheetRows[number]) => {
    const words = row.filter((cell) => !isNihil(cell));
    const isLabelled = words.some((cell) => isLabelHead(cellText(cell), vocabulary.labels));
    return isWordy(words) && !isNamed(row) && (isLabelled || words.length === row.length);
  };
  const first = sheet.rows.findIndex(isRow);
  const rows = sheet.rows.slice(0, Math.min(first === -1 ? Infinity : first, headWithin));
  const anchors = [...rows.keys()].filter((row) => isHeads(rows[row] ?? []));
  const labelled = (row: number) => blockAt(sheet, row, vocabulary);
  const wordy = (row: number) => wordyBlockAt(sheet, row, isNamed);
  return (
    firstTable(sheet, anchors, labelled, vocabulary) ??
    firstTable(sheet, anchors, wordy, vocabulary)
  );
}

/** The first that needs no question about its columns; else the one with the most heads, of counts. */
function firstTable(
  sheet: Sheet,
  anchors: Iterable<number>,
  blockOf: (row: number) => HeadBlock | null,
  vocabulary: Vocabulary,
): Omit<Table, "end"> | undefined {
  let best: Omit<Table, "end"> | undefined;
  const rankOf = ({ paths }: HeadBlock): number => {
    const isCount = paths.some((path) =>
      ["count", "any"].includes(meaningOf(path, vocabulary).kind),
    );
    return widthOf({ paths }) + (isCount ? limits.tableHeads : 0);
  };
  for (const row of anchors) {
    const block = blockOf(row);
    if (!block) continue;
    const { isWhole, isSure, mayFit } = fitOf(readBlock(sheet, block, vocabulary), vocabulary);
    if (isWhole) return { block, isSure };
    if (mayFit && (!best || rankOf(best.block) < rankOf(block))) best = { block, isSure };
  }
  return best;
}

/**
 * Rows of a table below its heads; heads that come again on another page are left out, also where
 * their names are called otherwise.
 */
export function tableBody(
  { rows }: Sheet,
  { block, end }: Omit<Table, "isSure">,
  { labels }: Pick<Vocabulary, "labels">,
): SheetRows {
  const heads = rows.slice(block.top, block.row + 1).filter((row) => row.length > 0);
  const lines = new Set(heads.map(rowText));
  const counts = new Set(heads.map((row) => countsText(row, labels)).filter((text) => text !== ""));
  return rows
    .slice(block.row + 1, end)
    .map((row) =>
      isWordy(row) && (lines.has(rowText(row)) || counts.has(countsText(row, labels))) ? [] : row,
    );
}

/** Whether two heads differ at most in what their labels are called. */
function isSameHeads(one: HeadBlock, other: HeadBlock, labels: LabelWords): boolean {
  const countsOf = ({ paths }: HeadBlock) =>
    paths
      .map(headText)
      .map((text) => (isLabelHead(text, labels) ? "" : plainHead(text)))
      .join("\n")
      .trimEnd();
  const counts = countsOf(one);
  return headsOf(one) === headsOf(other) || (counts !== "" && counts === countsOf(other));
}

/** The heads of a table as one text, by which a mapping of its columns is known again. */
export function headsOf({ paths }: HeadBlock): string {
  return paths
    .map((path) => plainHead(headText(path)))
    .join("\n")
    .trimEnd();
}

/** What of a workbook's sheets comes nearest to the heads of a table. */
export function nearestHeads(sheets: readonly Sheet[], vocabulary: Vocabulary): HeadAttempt {
  let best: HeadAttempt = { understood: [], others: [] };
  for (const sheet of sheets.filter(({ isHidden }) => !isHidden)) {
    for (const row of sheet.rows.slice(0, headWithin).keys()) {
      const block = blockAt(sheet, row, vocabulary);
      if (!block) continue;
      const columns = readBlock(sheet, block, vocabulary).columns.filter(({ head }) => head !== "");
      const understood = columns.flatMap(({ role, head }) => (role === null ? [] : [head]));
      if (understood.length <= best.understood.length && best.others.length > 0) continue;
      const others = columns.flatMap(({ role, head }) => (role === null ? [head] : []));
      best = { understood, others };
    }
  }
  if (best.understood.length > 0 || best.others.length > 0) return best;
  const [row = []] = sheets.flatMap(({ rows }) => rows.slice(0, headWithin)).filter(isHeadRow);
  return { understood: [], others: row.map((cell) => cellText(cell).trim()).filter(Boolean) };
}

/** Whether the numbers of all visible sheets are percentages: they can be held against nothing here. */
export function isSharesOnly(sheets: readonly Sheet[], vocabulary: Vocabulary): boolean {
  const filled = sheets.filter(({ isHidden, rows }) => !isHidden && rows.length > 0);
  return filled.length > 0 && filled.every((sheet) => hasSharesOnly(sheet, vocabulary));
}

function hasSharesOnly(sheet: Sheet, vocabulary: Vocabulary): boolean {
  return sheet.rows.slice(0, headWithin).some((_, row) => {
    const block = blockAt(sheet, row, vocabulary) ?? wordyBlockAt(sheet, row, () => false);
    if (!block) return false;
    const body = sheet.rows.slice(block.row + 1);
    const counted = body.flatMap((cells) =>
      cells.flatMap((cell, at) => (isDigits(cell) ? [at] : [])),
    );
    const indexes = [...new Set(counted)].filter((at) => !isRemark(block.paths[at]?.at(-1) ?? ""));
    const isPercents = (at: number) =>
      body.every((cells) => !isDigits(cells[at]) || isPercent(cells[at]));
    return (
      indexes.length > 0 &&
      indexes.every((at) => block.paths[at]?.some(isShare) === true || isPercents(at))
    );
  });
}

function isDigits(cell: SheetCell | undefined): boolean {
  return cell?.kind === "number" || (cell?.kind === "text" && /^\d/.test(cell.text));
}

function isPercent(cell: SheetCell | undefined): boolean {
  return (
    (cell?.kind === "number" && cell.isPercent === true) ||
    (cell?.kind === "text" && /^\d[\d.,\s]*%$/.test(cell.text))
  );
}

function isHeadRow(row: SheetRows[number]): boolean {
  return isWordy(row) && row.filter(({ kind }) => kind !== "empty").length > 1;
}

/** As an answer tells it. */
export function toldAttempt({ understood, others }: HeadAttempt): HeadAttempt {
  return {
    understood: understood.slice(0, headsTold).map(toldText),
    others: others.slice(0, headsTold).map(toldText),
  };
}

const headsTold = 20;

type Read = { readonly columns: readonly ReadColumn[]; readonly asksColumns: boolean };

function blockAt(sheet: Sheet, row: number, { labels }: Vocabulary): HeadBlock | null {
  return headBlockAt(sheet, row, (text) => isLabelHead(text, labels));
}

function readBlock(sheet: Sheet, block: HeadBlock, vocabulary: Vocabulary): Read {
  const answers: Answers = new Map();
  const asking = new Asking(answers);
  const body = tableBody(sheet, { block, end: sheet.rows.length }, vocabulary);
  const { columns } = readColumns(block, body, {
    vocabulary,
    asking,
    scope: "",
    remembered: null,
  });
  return { columns, asksColumns: asking.asked.length > 0 };
}

type Fit = {
  /** It names its rows and counts something. */
  readonly isWhole: boolean;
  /** And it says the day where it must. */
  readonly isSure: boolean;
  /** It may do so when it is asked about its columns. */
  readonly mayFit: boolean;
  /** Something is counted in it, or asked. */
  readonly isAsked: boolean;
};

function fitOf({ columns, asksColumns }: Read, vocabulary: Vocabulary): Fit {
  const { boxes, kind, unitKinds, isGrid } = vocabulary;
  const roles = new Set(columns.map(({ role }) => role));
  const counts = ["people", "zero", ...boxes.map(({ role }) => role)];
  const isCounted = counts.some((role) => roles.has(role));
  const name = columns.find(({ role }) => role === "name");
  const isNamed = isGrid || roles.has("code") || name !== undefined;
  // A list of kecamatan, where none of them reports.
  const isOfOthers =
    !roles.has("code") &&
    namedKind(name?.head ?? "")?.kind === "subdistrict" &&
    !unitKinds.has("subdistrict");
  const isWhole = isNamed && isCounted && !asksColumns && !isOfOthers;
  return {
    isWhole,
    isSure: isWhole && (kind === "target" || roles.has("day")),
    mayFit: isGrid || ((isNamed || mayAskUnit(vocabulary)) && (isCounted || asksColumns)),
    isAsked: isCounted || asksColumns,
  };
}

/** A list of more units than that is none to choose from. */
export function mayAskUnit({ units }: Vocabulary): boolean {
  return units.length > 0 && units.length <= 500;
}

function widthOf({ paths }: Pick<HeadBlock, "paths">): number {
  return paths.filter(({ length }) => length > 0).length;
}

function countsText(row: SheetRows[number], labels: LabelWords): string {
  return row
    .map((cell = emptyCell) => cellText(cell).trim())
    .map((text) => (isLabelHead(text, labels) ? "" : text.toLowerCase()))
    .join("\n")
    .trimEnd();
}

function rowText(row: SheetRows[number]): string {
  return row.map((cell = emptyCell) => cellText(cell).trim().toLowerCase()).join("\n");
}
