import { limits } from "@/lib/base/limits";

import { emptyCell, FileRejection, type SheetCell, type SheetRows } from "./cell";

/** Cells that the sheets of a file may still have. */
export class CellBudget {
  #left: number = limits.tableCells;

  take(): void {
    this.#left -= 1;
    if (this.#left < 0) throw new FileRejection("tooManyRows");
  }
}

/** Rows that grow only as far as there are filled cells. */
export class Grid {
  readonly #rows: SheetCell[][] = [];

  constructor(private readonly cells: CellBudget) {}

  get rows(): SheetRows {
    return this.#rows;
  }

  /**
   * Fills a cell, in whatever order they come.
   *
   * @throws {FileRejection} `tooManyRows` beyond the limits of rows, columns and cells; `damaged` when
   * it is filled already.
   */
  put(row: number, column: number, cell: SheetCell): void {
    if (row >= limits.tableRows || column >= limits.tableHeads) {
      throw new FileRejection("tooManyRows");
    }
    while (this.#rows.length <= row) this.#rows.push([]);
    const cells = this.#rows[row] ?? [];
    while (cells.length <= column) {
      this.cells.take();
      cells.push(emptyCell);
    }
    if (cells[column]?.kind !== "empty") throw new FileRejection("damaged");
    cells[column] = cell;
  }
}
