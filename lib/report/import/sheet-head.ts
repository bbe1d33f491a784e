import type { Grouping } from "@/lib/base/forms/written-count";
import type { Measure } from "@/lib/campaign/measures";
import type { TableReading } from "@/lib/campaign/table-reading/read-table";
import type { Vocabulary } from "@/lib/campaign/table-reading/vocabulary";
import type { ReportPart } from "@/lib/report/part/part";

import type { PartHead } from "@/lib/report/import/server/part-heads";

/** A column of counts in a file. */
export type CountColumn = {
  readonly columnIndex: number;
  readonly head: string;
  readonly intervention: string;
  readonly targetGroup: string;
  readonly measure: Measure;
};

/** A column of a number besides tallies. */
type PartColumn = Pick<ReportPart, "kind" | "code"> & {
  readonly columnIndex: number;
  readonly head: string;
};

/** How the columns of a file are to be read. Places count from 0. */
export type TallyHead = {
  readonly row: number;
  readonly code: number | undefined;
  readonly name: number | undefined;
  readonly subdistrict: number | undefined;
  readonly day: number | undefined;
  readonly zero: number | undefined;
  readonly columns: readonly CountColumn[];
  readonly parts: readonly PartColumn[];
  /** What the signs in the columns of counts mean. */
  readonly groupings: ReadonlyMap<number, Grouping>;
};

/** The columns of a table of reports. */
export function tallyHead(
  { headRow, columnIndexes, columns, groupings }: TableReading,
  { boxes }: Vocabulary,
  parts: readonly PartHead[] = [],
): TallyHead {
  const headAt = (columnIndex: number) =>
    columns.find((column) => column.columnIndex === columnIndex)?.head ?? "";
  return {
    row: headRow,
    code: columnIndexes.get("code"),
    name: columnIndexes.get("name"),
    subdistrict: columnIndexes.get("subdistrict"),
    day: columnIndexes.get("day"),
    zero: columnIndexes.get("zero"),
    groupings,
    columns: boxes.flatMap(({ role, intervention, targetGroup, measure }) => {
      const columnIndex = columnIndexes.get(role);
      if (columnIndex === undefined) return [];
      const head = headAt(columnIndex);
      return [{ columnIndex, head, intervention, targetGroup, measure }];
    }),
    parts: parts.flatMap(({ role, kind, code }) => {
      const columnIndex = columnIndexes.get(role);
      return columnIndex === undefined
        ? []
        : [{ columnIndex, head: headAt(columnIndex), kind, code }];
    }),
  };
}
