import { seenText, type Grouping } from "@/lib/base/forms/written-count";
import { emptyCell, type SheetCell, type SheetRows } from "@/lib/base/spreadsheet/cell";
import { isEitherOrder, isMonthFirst, readDay } from "@/lib/campaign/target-population/day-text";
import { groupingOfColumns } from "@/lib/campaign/target-population/people";

import type { Asking } from "./asking";
import type { Question } from "./question";

/**
 * What the signs in the columns of numbers mean, as their cells prove it; where none does, it is asked
 * once for the table.
 */
export function askSigns(
  body: SheetRows,
  columnIndexes: readonly number[],
  asking: Asking,
  scope: string,
): ReadonlyMap<number, Grouping> {
  const proven = groupingOfColumns(body, columnIndexes);
  const open = columnIndexes.filter((columnIndex) => proven.get(columnIndex) === "unknown");
  const dotted = seenCells(body, open, /^[1-9]\d{0,2}\.\d{3}$/);
  const said = dotted.length === 0 ? null : asking.ask(signQuestion("dots", scope, dotted));
  const comma = seenCells(body, columnIndexes, /^[1-9]\d{0,2},\d{3}$/);
  const isDecimal = seenCells(body, columnIndexes, /^\d+,(\d{1,2}|\d{4,})$/).length > 0;
  const commas =
    comma.length === 0 || isDecimal ? null : asking.ask(signQuestion("commas", scope, comma));
  return new Map(
    [...proven].map(([columnIndex, grouping]) => {
      if (commas !== null) {
        return [
          columnIndex,
          commas === "thousands" ? ("comma" as const) : ("commaDecimal" as const),
        ];
      }
      if (grouping !== "unknown" || said === null) return [columnIndex, grouping];
      return [columnIndex, said === "thousands" ? ("dot" as const) : ("saidDecimal" as const)];
    }),
  );
}

function signQuestion(kind: "dots" | "commas", scope: string, seen: readonly string[]): Question {
  const [dotted = ""] = seen;
  const params = { dotted, plain: dotted.replaceAll(/[.,]/g, "") };
  return {
    id: `${kind}.${scope}`,
    kind,
    params: {},
    examples: seen.slice(0, 6),
    options: [
      { value: "thousands", word: "thousands", params },
      { value: "decimals", word: "decimals", params },
    ],
    suggested: null,
  };
}

/** Texts of the columns that look like that. */
function seenCells(body: SheetRows, columnIndexes: readonly number[], pattern: RegExp): string[] {
  return body.flatMap((row) =>
    columnIndexes.flatMap((columnIndex) => {
      const cell = row[columnIndex];
      const text = cell?.kind === "text" ? seenText(cell.text) : "";
      return pattern.test(text) ? [text] : [];
    }),
  );
}

/**
 * The dates of a column that writes the month first somewhere: as the person says, for the whole
 * column. Where no date of it could be either order, and some write the day first, they contradict
 * each other, and nobody is asked.
 *
 * @param firstRow the row of the file where the body begins, from 1.
 */
export function askDayOrder(
  body: SheetRows,
  columnIndex: number,
  { asking, scope, firstRow }: { asking: Asking; scope: string; firstRow: number },
): SheetRows {
  const cellOf = (row: readonly SheetCell[]) => row[columnIndex] ?? emptyCell;
  const proof = body.findIndex((row) => isMonthFirst(cellOf(row)));
  if (proof === -1) return body;
  const isMixed = body.some((row) => isMonthFirst(swapped(cellOf(row))));
  const either = body.map(cellOf).find(isEitherOrder);
  const example = either ?? cellOf(body[proof] ?? []);
  if (example.kind !== "text" || (!either && isMixed)) return body;
  const [dayFirst, monthFirst] = [readDay(example), readDay(swapped(example))];
  if (monthFirst.kind !== "day") return body;
  const { text } = example;
  const order = asking.ask({
    id: `dayOrder.${scope}`,
    kind: "dayOrder",
    params: { row: firstRow + proof },
    examples: [],
    options: [
      dayFirst.kind === "day"
        ? { value: "dayFirst", word: "dayFirst", params: { text, day: Date.parse(dayFirst.day) } }
        : { value: "reject", word: "rejectDates" },
      {
        value: "monthFirst",
        word: "monthFirst",
        params: { text, day: Date.parse(monthFirst.day) },
      },
    ],
    suggested: isMixed ? null : "monthFirst",
  });
  if (order === null || order === "reject") return body;
  return body.map((row) => {
    const cell = cellOf(row);
    const isOpen = isEitherOrder(cell) || (order === "monthFirst" && isMonthFirst(cell));
    const read = isOpen ? readDay(order === "monthFirst" ? swapped(cell) : cell) : null;
    if (read?.kind !== "day") return row;
    return row.map((each, at) => (at === columnIndex ? { kind: "day", day: read.day } : each));
  });
}

/** Its first two numbers in the other order. */
function swapped(cell: SheetCell): SheetCell {
  if (cell.kind !== "text") return cell;
  return {
    kind: "text",
    text: seenText(cell.text).replace(/^(\d{1,2})([-/.\s]+)(\d{1,2})(?=[-/.\s])/, "$3$2$1"),
  };
}
