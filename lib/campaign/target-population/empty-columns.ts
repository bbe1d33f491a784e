import { emptyCell, type SheetRows } from "@/lib/base/spreadsheet/cell";
import { toldText } from "@/lib/base/spreadsheet/problem-list";
import type { Asking } from "@/lib/campaign/table-reading/asking";
import type { QuestionOption } from "@/lib/campaign/table-reading/question";

import type { SheetHead } from "./sheet-head";

type Columns = SheetHead["columns"];
type Column = Columns[number];

/**
 * The columns to read. One that no row fills is no slip of a cell: what it means is asked once for all
 * of them. They are left out, or have the people of the one round that is filled; until that is
 * answered they are left out, and nothing is stored.
 *
 * @param isSum whether a row is one of totals: a 0 there fills nothing.
 * @param asking left out: nobody is asked, and each of their cells is rejected.
 */
export function settleEmptyColumns(
  { row, columns }: SheetHead,
  rows: SheetRows,
  terms: {
    readonly isSum: (row: SheetRows[number]) => boolean;
    readonly asking: Asking | undefined;
  },
): Columns {
  const { isSum, asking } = terms;
  const isFilled = ({ columnIndex }: Column) =>
    rows.some((cells) => (cells[columnIndex] ?? emptyCell).kind !== "empty" && !isSum(cells));
  const empty = columns.filter((column) => !isFilled(column));
  if (!asking || empty.length === 0 || empty.length === columns.length) return columns;
  const filled = columns.filter((column) => !empty.includes(column));
  const sources = empty.map((column) => onlyRound(column, filled));
  const rounds = new Set(sources.map((source) => source?.round ?? 0));
  const [round = 0] = rounds.size === 1 ? [...rounds] : [];
  const options: QuestionOption[] = [
    ...(round > 0 ? [{ value: "same", word: "sameAsRound" as const, params: { round } }] : []),
    { value: "leave", word: "leaveColumns" },
  ];
  const columnIndexes = empty.map(({ columnIndex }) => columnIndex);
  const answer = asking.ask({
    id: `emptyColumns.${String(row)}.${columnIndexes.join("-")}`.slice(0, 200),
    kind: "emptyColumns",
    params: { columns: empty.length },
    examples: empty.map(({ head }) => toldText(head)),
    options,
    suggested: null,
  });
  if (answer !== "same") return filled;
  return filled.map((column) => ({
    ...column,
    alsoRounds: empty.filter((_, at) => sources[at] === column).map((each) => each.round),
  }));
}

/** The one column that has numbers of the same box in another round. */
function onlyRound(column: Column, filled: Columns): Column | null {
  const same = filled.filter(
    (each) => each.intervention === column.intervention && each.targetGroup === column.targetGroup,
  );
  const [only, ...others] = same;
  return only && others.length === 0 ? only : null;
}
