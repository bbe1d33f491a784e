import { cellText, emptyCell } from "@/lib/base/spreadsheet/cell";
import { columnId } from "@/lib/campaign/table-reading/column-roles";
import type { TableReading } from "@/lib/campaign/table-reading/read-table";
import { notRead, roleOption } from "@/lib/campaign/table-reading/vocabulary";

import { PasteRows } from "./paste-rows";
import type { PasteTerms } from "./paste-terms";
import type { ChoosableColumn, LeftColumn, PastePreview, PasteTarget } from "./pasted";

/** A block of which nothing is read, or not yet. */
export function emptyPreview({ asking }: PasteTerms): PastePreview {
  return {
    isMessage: false,
    isByName: true,
    columns: [],
    heads: null,
    leftOut: [],
    choosable: [],
    asked: asking.asked,
    rows: [],
    unplaced: [],
    columnsBeyond: 0,
  };
}

/** What a table whose columns are known would do to the grid. */
export function previewTable(
  reading: TableReading,
  target: PasteTarget,
  terms: PasteTerms,
): PastePreview {
  const { columnIndexes, rows, headRow } = reading;
  const { vocabulary, asking } = terms;
  const columns = vocabulary.boxes
    .flatMap(({ role }, index) => {
      const columnIndex = columnIndexes.get(role);
      return columnIndex === undefined ? [] : [{ columnIndex, index }];
    })
    .sort((a, b) => a.columnIndex - b.columnIndex);
  const placing = new PasteRows(reading, target, terms, columns);
  for (const [at, cells] of rows.slice(headRow + 1).entries())
    placing.read(cells, headRow + 1 + at);
  return {
    isMessage: false,
    isByName: columnIndexes.has("code") || columnIndexes.has("name"),
    columns: columns.flatMap(({ index }) => target.columns[index] ?? []),
    heads: columns.map(({ columnIndex }) => cellText(rows[headRow]?.[columnIndex] ?? emptyCell)),
    leftOut: leftOut(reading),
    choosable: choosable(reading, terms),
    asked: asking.asked,
    rows: [...placing.placed.values()],
    unplaced: placing.unplaced,
    columnsBeyond: 0,
    ...placing.otherDays(),
  };
}

function leftOut({ columns, scope }: TableReading): LeftColumn[] {
  return columns.flatMap(({ columnIndex, head, left, seen }) => {
    // A running number is no count; of what is asked nothing more is said.
    const isNumbering = left === "remark" && /^(?:no|#)/i.test(head);
    return left !== null && left !== "asked" && seen.length > 0 && !isNumbering
      ? [{ id: columnId(scope, columnIndex), columnIndex, head, reason: left }]
      : [];
  });
}

function choosable(reading: TableReading, { vocabulary, asking }: PasteTerms): ChoosableColumn[] {
  const { columns, scope, columnIndexes } = reading;
  const asked = new Set(asking.asked.map(({ id }) => id));
  return columns.flatMap(({ columnIndex, head, role, left, seen, hasNumbers }) => {
    const id = columnId(scope, columnIndex);
    const chosen = asking.answers.get(id) ?? null;
    const isOpen = chosen !== null || (hasNumbers && (left === "unknown" || left === "headless"));
    if (asked.has(id) || seen.length === 0 || !isOpen) return [];
    const roles = vocabulary.boxes
      .map((box) => box.role)
      .filter((each) => each === role || !columnIndexes.has(each));
    const choices = [notRead, ...roles].map((each) => roleOption(each, vocabulary));
    return [{ id, columnIndex, head, reason: left ?? "chosen", chosen, choices }];
  });
}
