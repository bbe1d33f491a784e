import type { SheetRows } from "./cell";

/** A rectangle of cells; places count from 0, and both ends belong to it. */
export type CellRange = {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
};

/** One sheet. Places of rows and columns count from 0. */
export type Sheet = {
  /** "" in a CSV file. */
  readonly name: string;
  readonly isHidden: boolean;
  readonly rows: SheetRows;
  /** Cells of each row of a file that commas part, empty ones too; of other files it is empty. */
  readonly rowCells: readonly number[];
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  /** Only the first cell of a merged range has a value. */
  readonly merges: readonly CellRange[];
};

/** What a file holds, in the order of its sheets. */
export type Workbook = { readonly sheets: readonly Sheet[] };
