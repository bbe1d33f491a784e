import { measureTexts } from "@/lib/campaign/measures";
import type { Grouping } from "@/lib/base/forms/written-count";
import { emptyCell, textCell, type SheetCell, type SheetRows } from "@/lib/base/spreadsheet/cell";
import type { Sheet, Workbook } from "@/lib/base/spreadsheet/workbook";
import type { CalendarDay } from "@/lib/base/time/calendar-day";

import { Asking } from "./asking";
import { chooseSheet, hiddenFigures, overlongRows } from "./choose-sheet";
import { dayQuestion } from "./file-day";
import type { Question } from "./question";
import {
  tableBody,
  findTables,
  mayAskUnit,
  headsOf,
  isSharesOnly,
  nearestHeads,
  type HeadAttempt,
  type Table,
} from "./find-tables";
import { addUp, filledDown } from "./prepared-rows";
import { headText } from "./head-block";
import {
  type ColumnTerms,
  type ReadColumn,
  type RememberedRoles,
  type ReadColumns,
} from "./column-roles";
import { readColumns } from "./read-columns";
import { askDayOrder, askSigns } from "./signs";
import type { Vocabulary } from "./vocabulary";

/** A table whose columns are known, as far as the answers about it go. */
export type TableReading = {
  readonly kind: "read";
  /** Names the table in the ids of questions. */
  readonly scope: string;
  /** The heads as one text, by which the mapping is known again. */
  readonly heads: string;
  /** The row of the heads, from 0. */
  readonly headRow: number;
  /** All rows of the sheet, so that they keep their numbers: the heads as one line, then the body. */
  readonly rows: SheetRows;
  readonly columns: readonly ReadColumn[];
  /** Where each role is read; a sum and a day of the title have a place behind the others. */
  readonly columnIndexes: ReadonlyMap<string, number>;
  readonly groupings: ReadonlyMap<number, Grouping>;
  /** Rows, from 0, with more cells than heads. */
  readonly overlong: ReadonlySet<number>;
  readonly sums: ReadColumns["sums"];
  /** Whether a mapping that was confirmed before was used. */
  readonly isRemembered: boolean;
  readonly otherSheets: readonly string[];
  /** What stands above the heads. */
  readonly titles: SheetRows;
};

type ReadTable =
  | TableReading
  /** A question has to be answered before the table can be read. */
  | { readonly kind: "asked" }
  /** `shares`: it holds percentages, and no counts. */
  | ({ readonly kind: "noHead" | "shares" } & HeadAttempt);

export type TableTerms = {
  readonly vocabulary: Vocabulary;
  readonly asking: Asking;
  /** What was confirmed before for these heads; null: nothing. */
  readonly remembered: (heads: string) => RememberedRoles | null;
  /** Days that a table without dates may be of; empty where none is needed. */
  readonly days: readonly CalendarDay[];
};

/**
 * Reads a workbook as one table: sheet, head lines, columns, and what the signs in its numbers and
 * dates mean. Where two readings fit, it is asked, and nothing is guessed.
 */
export function readTable(workbook: Workbook, terms: TableTerms): ReadTable {
  const read = readAsked(workbook, terms);
  if (read.kind === "read") return read;
  // Else all that was asked is answered, and nothing is to be read.
  if (read.kind === "asked" && terms.asking.isOpen()) return { kind: "asked" };
  const { sheets } = workbook;
  const kind = isSharesOnly(sheets, terms.vocabulary) ? "shares" : "noHead";
  return { kind, ...nearestHeads(sheets, terms.vocabulary) };
}

function readAsked(
  workbook: Workbook,
  terms: TableTerms,
): TableReading | { readonly kind: "asked" | "noHead" } {
  const { vocabulary, asking } = terms;
  const tables = new Map<Sheet, readonly Table[]>();
  const chosen = chooseSheet(
    workbook,
    (sheet) => {
      const found = findTables(sheet, vocabulary);
      tables.set(sheet, found);
      const [first] = found;
      return first ? { row: first.block.row, isSure: found.some(({ isSure }) => isSure) } : null;
    },
    asking,
  );
  if (chosen === "noHead" || chosen === "asked") return { kind: chosen };
  const { sheet, otherSheets } = chosen;
  const at = String(workbook.sheets.indexOf(sheet));
  const table = chooseTable(tables.get(sheet) ?? [], asking, at);
  if (!table) return { kind: "asked" };
  const read = readBody(sheet, table, `${at}-${String(table.block.row)}`, terms);
  return read === "asked" ? { kind: "asked" } : { ...read, otherSheets };
}

function chooseTable(tables: readonly Table[], asking: Asking, scope: string): Table | undefined {
  if (tables.length < 2) return tables[0];
  const answer = asking.ask({
    id: `table.${scope}`,
    kind: "table",
    params: {},
    examples: [],
    options: tables.map(({ block }) => ({
      value: String(block.row),
      word: "table" as const,
      params: {
        row: block.top + 1,
        heads: block.paths.map(headText).filter(Boolean).join(", "),
      },
    })),
    suggested: null,
  });
  return tables.find(({ block }) => String(block.row) === answer);
}

function readBody(
  sheet: Sheet,
  table: Table,
  scope: string,
  terms: TableTerms,
): Omit<TableReading, "otherSheets"> | "asked" {
  const { vocabulary, asking } = terms;
  const { block } = table;
  const headRow = block.row;
  const titles = sheet.rows.slice(0, block.top);
  const heads = headsOf(block);
  const remembered = terms.remembered(heads);
  const columnTerms = { vocabulary, asking, scope, remembered };
  const visible = withoutHidden(sheet, table, columnTerms);
  if (visible === "asked") return "asked";
  const { columns, sums } = readColumns(visible.block, visible.body, columnTerms);
  const columnIndexes = new Map<string, number>();
  for (const { role, columnIndex } of columns)
    if (role !== null) columnIndexes.set(role, columnIndex);
  let body = filledDown(visible.body, sheet, headRow + 1, columnIndexes);
  const width = Math.max(block.paths.length, ...body.map((row) => row.length));
  const added = new Map<number, SheetCell>();
  const behind = (role: string, head: string) => {
    const columnIndex = width + added.size;
    added.set(columnIndex, textCell(head));
    columnIndexes.set(role, columnIndex);
    return columnIndex;
  };
  const counted = columns.flatMap(({ role, columnIndex }) =>
    role !== null && isCount(role) ? [columnIndex] : [],
  );
  if (counted.length === 0 && !columnIndexes.has("zero") && !vocabulary.isGrid) return "asked";
  const beside = vocabulary.namedRoles.flatMap(({ role }) => columnIndexes.get(role) ?? []);
  const groupings = askSigns(body, [...counted, ...beside], asking, scope);
  for (const { role, columnIndexes: parts } of sums) {
    const heads = parts.map((columnIndex) => headText(block.paths[columnIndex] ?? [])).join(" + ");
    body = addUp(body, parts, behind(role, heads), groupings);
  }
  const isNamed = columnIndexes.has("code") || columnIndexes.has("name");
  // Rows follow the grid's order only where none of their columns may name them.
  if (!isNamed && asking.isOpenOf("whichName")) return "asked";
  if (!isNamed && !vocabulary.isGrid) {
    if (asking.isOpen() || !mayAskUnit(vocabulary)) return "asked";
    const unit = asking.ask(unitQuestion(scope, vocabulary));
    if (unit === null) return "asked";
    body = withCell(body, behind("code", ""), textCell(unit));
  }
  const dayColumn = columnIndexes.get("day");
  if (dayColumn !== undefined) {
    body = askDayOrder(body, dayColumn, { asking, scope, firstRow: headRow + 2 });
  } else if (terms.days.length > 0) {
    const day = asking.ask(dayQuestion(titles, sheet.name, scope, terms.days));
    if (day === null) return "asked";
    body = withCell(body, behind("day", ""), { kind: "day", day });
  }
  const headCells = Array.from(
    { length: width + added.size },
    (_, columnIndex) =>
      added.get(columnIndex) ?? textCell(headText(block.paths[columnIndex] ?? [])),
  );
  return {
    kind: "read",
    scope,
    heads,
    headRow,
    rows: [...Array.from({ length: headRow }, () => []), headCells, ...body],
    columns,
    sums,
    columnIndexes,
    groupings,
    overlong: overlongRows(sheet, block),
    isRemembered: remembered !== null,
    titles,
  };
}

/**
 * A block without heads, whose columns are known by their order.
 *
 * @param roles of each place; the others are left out.
 */
export function readHeadless(
  sheet: Sheet,
  roles: RememberedRoles,
  terms: TableTerms,
): TableReading | null {
  const rows = [[], ...sheet.rows];
  const table = { block: { top: 0, row: 0, paths: [] }, end: rows.length, isSure: true };
  const read = readBody({ ...sheet, rows }, table, "0-0", { ...terms, remembered: () => roles });
  return read === "asked" ? null : { ...read, overlong: new Set(), otherSheets: [] };
}

function unitQuestion(scope: string, { units }: Vocabulary): Question {
  return {
    id: `unit.${scope}`,
    kind: "unit",
    params: {},
    examples: [],
    options: units.map(({ code, name, subdistrictName }) => ({
      value: code,
      text: `${name}, ${subdistrictName}`,
    })),
    suggested: null,
  };
}

const countRoles = Object.values(measureTexts).map(({ role }) => role);

function isCount(role: string): boolean {
  return role === "people" || countRoles.some((text) => role.startsWith(`${text} `));
}

type Visible = { readonly body: SheetRows; readonly block: Table["block"] };

/** Hidden rows and columns that would be read are read or left out, as the person says. */
function withoutHidden(sheet: Sheet, table: Table, terms: ColumnTerms): Visible | "asked" {
  const { asking, scope } = terms;
  const first = table.block.row + 1;
  let { block } = table;
  let body = tableBody(sheet, table, terms.vocabulary);
  if (sheet.hiddenRows.length === 0 && sheet.hiddenColumns.length === 0) return { block, body };
  const { columns } = readColumns(block, body, { ...terms, asking: new Asking(asking.answers) });
  const read = columns.flatMap(({ columnIndex, role }) => (role === null ? [] : [columnIndex]));
  for (const { what, hidden, letters } of hiddenFigures(sheet, table, read)) {
    const answer = asking.ask({
      id: `hidden.${scope}.${what}`,
      kind: "hidden",
      params: { what, places: letters },
      examples: [],
      options: [
        { value: "with", word: "withHidden" },
        { value: "without", word: "withoutHidden" },
      ],
      suggested: null,
    });
    if (answer === null) return "asked";
    if (answer === "with") continue;
    if (what === "rows") body = body.map((row, at) => (hidden.has(first + at) ? [] : row));
    else {
      const without = (columnIndex: number) => hidden.has(columnIndex);
      block = {
        ...block,
        paths: block.paths.map((path, columnIndex) => (without(columnIndex) ? [] : path)),
      };
      body = body.map((row) =>
        row.map((cell, columnIndex) => (without(columnIndex) ? emptyCell : cell)),
      );
    }
  }
  return { block, body };
}

/** The same cell in every row that says something. */
function withCell(body: SheetRows, columnIndex: number, cell: SheetCell): SheetRows {
  return body.map((row) =>
    row.every(({ kind }) => kind === "empty")
      ? row
      : [...row, ...Array.from({ length: columnIndex - row.length }, () => emptyCell), cell],
  );
}
