import { columnGroups, type ColumnGroup } from "@/lib/report/column-groups";
import { hasRowSum, type EntryColumn } from "@/lib/report/entry-row";

import type { GridPosition } from "./grid-block";

/** Up to so many columns have yesterday's number beside them, and are never folded. */
const maxWithEve = 6;

/** In rem. Fixed, so that no column moves while words beside it change. */
const widths = { name: 11.5, field: 4.5, eve: 3.875, folded: 4.5, sum: 4.5, state: 12.5 } as const;

/** Of many columns; twelve are seen at once on a screen of 1366 pixels. */
const denseWidths = { ...widths, name: 9.5, field: 3.375, sum: 4, state: 10.5 } as const;

/** A field of the grid. */
type FieldColumn = {
  readonly kind: "field";
  readonly column: EntryColumn;
  /** Among all columns, as rows have their cells. */
  readonly index: number;
  /** Among the fields that are drawn: of these alone the keys and blocks of the grid know. */
  readonly place: number;
  readonly startsIntervention: boolean;
};

/** An intervention whose fields are folded into one column of sums. */
type FoldedColumn = { readonly kind: "folded"; readonly group: ColumnGroup };

export type GridColumns = {
  readonly all: readonly EntryColumn[];
  readonly groups: readonly ColumnGroup[];
  readonly drawn: readonly (FieldColumn | FoldedColumn)[];
  /** The columns that can be typed in, in the order of their places. */
  readonly fields: readonly EntryColumn[];
  /** Many columns: narrow ones, without yesterday's beside them. */
  readonly isDense: boolean;
  readonly isFoldable: (group: ColumnGroup) => boolean;
  readonly isFolded: (group: ColumnGroup) => boolean;
};

/** The grid's columns as they are drawn while some interventions are folded. */
export function gridColumns(all: readonly EntryColumn[], folded: ReadonlySet<string>): GridColumns {
  const groups = columnGroups(all);
  const isDense = all.length > maxWithEve;
  const isFoldable = ({ columns }: ColumnGroup) =>
    isDense && groups.length > 1 && columns.length > 1;
  const isFolded = (group: ColumnGroup) => isFoldable(group) && folded.has(group.intervention);
  const fields = groups.flatMap((group) => (isFolded(group) ? [] : group.columns));
  const drawn = groups.flatMap((group): GridColumns["drawn"] =>
    isFolded(group)
      ? [{ kind: "folded", group }]
      : group.columns.map((column, own) => ({
          kind: "field",
          column,
          index: all.indexOf(column),
          place: fields.indexOf(column),
          startsIntervention: own === 0,
        })),
  );
  return { all, groups, drawn, fields, isDense, isFoldable, isFolded };
}

/**
 * How wide the grid's columns are, in rem. What is left goes to the last one, of states; where there are
 * many, to each of them, whose names have to stand over narrow fields.
 */
export function gridWidths({ all, drawn, isDense }: GridColumns) {
  const of = isDense ? denseWidths : widths;
  const own = drawn.flatMap(({ kind }) =>
    kind === "folded" ? [of.folded] : isDense ? [of.field] : [of.field, of.eve],
  );
  const columns = [of.name, ...own, ...(hasRowSum(all) ? [of.sum] : [])];
  return {
    columns,
    last: isDense ? of.state : null,
    least: columns.reduce<number>((sum, width) => sum + width, of.state),
  };
}

/** A place among the fields that are drawn, as a place among all columns. */
export function placeAmongAll(
  { all, fields }: GridColumns,
  { row, column }: GridPosition,
): GridPosition {
  const field = fields[column];
  return { row, column: field ? all.indexOf(field) : column };
}
