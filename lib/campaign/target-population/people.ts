import {
  groupingOf,
  readNumberCount,
  readWrittenCount,
  sharedGrouping,
  type CountFault,
  type Grouping,
  type WrittenCount,
} from "@/lib/base/forms/written-count";
import { cellText, type SheetCell, type SheetRows } from "@/lib/base/spreadsheet/cell";

import type { Rejection } from "./rejection";

/** Above this a number is a slip: the largest kecamatan of the country has fewer people. */
export const peopleLimit = 999_999;

type Rejected = Pick<Rejection, "params"> & { readonly code: CountCode };

/** What imports call the faults of a count: the codes of their sentences. */
type CountCode =
  | Exclude<CountFault, "fraction" | "word" | "tooLarge">
  | "empty"
  | "notWhole"
  | "notNumber"
  | "tooMany";

/** Whether a number can be a count of people; null when it can. */
export function rejectedCount(value: number): Rejected | null {
  const read = rejectionOf(readNumberCount(value, peopleLimit));
  return typeof read === "number" ? null : read;
}

/** The count in a cell, or why it is none. */
export function readPeople(cell: SheetCell, grouping: Grouping): number | Rejected {
  switch (cell.kind) {
    case "empty":
    case "formula":
      return { code: cell.kind, params: {} };
    case "error":
      return { code: "cellError", params: {} };
    case "day":
    case "boolean":
      return { code: "notNumber", params: {} };
    case "number":
      return cell.isPercent
        ? { code: "percent", params: {} }
        : rejectionOf(readNumberCount(cell.value, peopleLimit));
    case "text":
      return rejectionOf(readWrittenCount(cellText(cell), { grouping, most: peopleLimit }));
  }
}

/**
 * What the dot means in each column of numbers of a sheet. A column that does not prove it by
 * itself follows the others, when these agree.
 */
export function groupingOfColumns(
  rows: SheetRows,
  columnIndexes: readonly number[],
): ReadonlyMap<number, Grouping> {
  const texts = (columnIndex: number) =>
    rows.flatMap((row) => {
      const cell = row[columnIndex];
      return cell?.kind === "text" || cell?.kind === "number" ? [writtenIn(cell)] : [];
    });
  const own = columnIndexes.map(
    (columnIndex) => [columnIndex, groupingOf(texts(columnIndex))] as const,
  );
  const shared = sharedGrouping(own.map(([, grouping]) => grouping));
  return new Map(
    own.map(([columnIndex, grouping]) => [columnIndex, grouping === "unknown" ? shared : grouping]),
  );
}

/** A number cell shows its decimals with a point, as the numbers of programs do. */
function writtenIn(cell: Extract<SheetCell, { kind: "text" | "number" }>): string {
  return cell.kind === "text" ? cell.text : cell.isPercent ? "" : String(cell.value);
}

function rejectionOf(read: WrittenCount): number | Rejected {
  if (read.kind === "count") return read.value;
  if (read.kind === "empty") return { code: "empty", params: {} };
  switch (read.reason) {
    case "fraction":
      return { code: "notWhole", params: { ...read.meanings } };
    case "word":
      return { code: "notNumber", params: {} };
    case "tooLarge":
      return { code: "tooMany", params: { limit: peopleLimit } };
    default:
      return { code: read.reason, params: {} };
  }
}
