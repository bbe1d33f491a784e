import type { Grouping } from "@/lib/base/forms/written-count";
import type { Measure } from "@/lib/campaign/measures";
import type { TableReading } from "@/lib/campaign/table-reading/read-table";
import type { Vocabulary } from "@/lib/campaign/table-reading/vocabulary";

/** A column of counts in a file. */
export type CountColumn = {
  readonly columnIndex: number;
  readonly head: string;
  readonly intervention: string;
  readonly targetGroup: string;
  readonly measure: Measure;
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
  /** What the signs in the columns of counts mean. */
  readonly groupings: ReadonlyMap<number, Grouping>;
};

/** The columns of a table of reports. */
export function tallyHead(
  { headRow, columnIndexes, columns, groupings }: TableReading,
  { boxes }: Vocabulary,
): TallyHead {
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
      const head = columns.find((column) => column.columnIndex === columnIndex)?.head ?? "";
      return [{ columnIndex, head, intervention, targetGroup, measure }];
    }),
  };
}
