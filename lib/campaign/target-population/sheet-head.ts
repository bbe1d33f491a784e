import type { Grouping } from "@/lib/base/forms/written-count";
import type { TableReading } from "@/lib/campaign/table-reading/read-table";
import type { Vocabulary } from "@/lib/campaign/table-reading/vocabulary";

import type { TargetColumn } from "./column";

/** What a column of a file says about its row. */
export type Field =
  "code" | "name" | "subdistrict" | "intervention" | "targetGroup" | "round" | "people" | "asOf";

/** How the columns of a file are to be read. Places count from 0. */
export type SheetHead = {
  /** Row of the heads, from 0. */
  readonly row: number;
  readonly columnIndexes: Readonly<Partial<Record<Field, number>>>;
  /** Columns of numbers; empty in the long form, where each row names its own. */
  readonly columns: readonly (Omit<TargetColumn, "label"> & {
    readonly columnIndex: number;
    readonly head: string;
    /** Other rounds with the same people, as somebody said. */
    readonly alsoRounds?: readonly number[];
  })[];
  /** What the signs in the columns of numbers mean. */
  readonly groupings: ReadonlyMap<number, Grouping>;
};

const fields: readonly Exclude<Field, "asOf">[] = [
  "code",
  "name",
  "subdistrict",
  "intervention",
  "targetGroup",
  "round",
  "people",
];

/**
 * The columns of a table of targets: the long form (intervention, people) or a column for each box,
 * as in the template.
 */
export function targetHead(
  { headRow, columnIndexes: read, columns, groupings }: TableReading,
  { boxes }: Vocabulary,
): SheetHead {
  const columnIndexes: Partial<Record<Field, number>> = {};
  for (const field of fields) {
    const columnIndex = read.get(field);
    if (columnIndex !== undefined) columnIndexes[field] = columnIndex;
  }
  const asOf = read.get("day");
  if (asOf !== undefined) columnIndexes.asOf = asOf;
  const isLong = columnIndexes.intervention !== undefined && columnIndexes.people !== undefined;
  return {
    row: headRow,
    columnIndexes,
    groupings,
    columns: isLong
      ? []
      : boxes.flatMap(({ role, intervention, targetGroup, round }) => {
          const columnIndex = read.get(role);
          if (columnIndex === undefined) return [];
          const head = columns.find((column) => column.columnIndex === columnIndex)?.head ?? "";
          return [{ columnIndex, head, intervention, targetGroup, round }];
        }),
  };
}
