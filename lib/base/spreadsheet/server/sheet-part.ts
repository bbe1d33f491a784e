import "server-only";

import { isCalendarDay } from "@/lib/base/time/calendar-day";
import { limits } from "@/lib/base/limits";

import { cellPosition, rangeOf, rowIndex } from "@/lib/base/spreadsheet/address";
import { emptyCell, FileRejection, type SheetCell } from "@/lib/base/spreadsheet/cell";
import { dayOf, type NumberFormat } from "@/lib/base/spreadsheet/number-format";
import { Grid, type CellBudget } from "@/lib/base/spreadsheet/grid";
import type { CellRange, Sheet } from "@/lib/base/spreadsheet/workbook";
import { isTrue, writtenCell } from "./workbook-parts";
import type { Attributes, XmlHandlers } from "./xml";

/** What cells refer to. */
type SheetGround = {
  readonly strings: readonly SheetCell[];
  readonly formats: readonly NumberFormat[];
  readonly isFrom1904: boolean;
};

/** One cell as its elements say it. Absent: there is no such element. */
type Written = {
  readonly type: string;
  readonly format: NumberFormat;
  readonly row: number;
  readonly column: number;
  value?: string;
  inline?: string;
  formula?: string;
};

/** Reads one sheet as its elements come. */
export class SheetReader implements Required<XmlHandlers> {
  readonly #grid: Grid;
  readonly #hiddenRows: number[] = [];
  readonly #hiddenColumns = new Set<number>();
  readonly #merges: CellRange[] = [];
  #row = -1;
  /** Whether its number was said, by the row itself or by a cell. */
  #isRowSaid = false;
  #column = -1;
  #cell: Written | null = null;

  constructor(
    private readonly ground: SheetGround,
    cells: CellBudget,
  ) {
    this.#grid = new Grid(cells);
  }

  result(name: string, isHidden: boolean): Sheet {
    return {
      name,
      isHidden,
      rows: this.#grid.rows,
      rowCells: [],
      hiddenRows: this.#hiddenRows,
      hiddenColumns: [...this.#hiddenColumns].sort((one, other) => one - other),
      merges: this.#merges,
    };
  }

  open = (name: string, attributes: Attributes, parent: string): void => {
    if (name === "c" && parent === "row") this.#openCell(attributes);
    else if (name === "row" && parent === "sheetData") this.#openRow(attributes);
    else if (name === "f" && parent === "c") this.#say("formula", "");
    else if (name === "is" && parent === "c") this.#say("inline", "");
    else if (name === "col" && parent === "cols") this.#hideColumns(attributes);
    else if (name === "mergeCell" && parent === "mergeCells") this.#merge(attributes);
  };

  close = (name: string, text: string, parent: string): void => {
    const cell = this.#cell;
    if (cell === null) return;
    if (name === "v" && parent === "c") this.#say("value", text);
    else if (name === "f" && parent === "c") cell.formula = text;
    else if (name === "t" && (parent === "is" || parent === "r")) {
      cell.inline = (cell.inline ?? "") + text;
    } else if (name === "c" && parent === "row") {
      this.#cell = null;
      const filled = this.#cellOf(cell);
      if (filled.kind !== "empty") this.#grid.put(cell.row, cell.column, filled);
    }
  };

  /** Each may be said once: of two values nobody knows which is meant. */
  #say(part: "value" | "inline" | "formula", text: string): void {
    if (this.#cell === null || this.#cell[part] !== undefined) throw new FileRejection("damaged");
    this.#cell[part] = text;
  }

  #openRow({ r: number, hidden }: Attributes): void {
    this.#isRowSaid = number !== undefined;
    this.#row = number === undefined ? this.#row + 1 : rowIndex(number);
    this.#column = -1;
    if (isTrue(hidden) && this.#row < limits.tableRows) this.#hiddenRows.push(this.#row);
  }

  /** Without an address of its own a cell stands beside the one before it. */
  #openCell({ r: address, t: type = "n", s: style = "" }: Attributes): void {
    if (address === undefined) this.#column += 1;
    else this.#moveTo(address);
    const format = this.ground.formats[Number(style)] ?? "number";
    this.#cell = { row: this.#row, column: this.#column, type, format };
  }

  #moveTo(address: string): void {
    const { row, column } = cellPosition(address);
    // A row without a number has that of its cells, if it comes after the rows before it.
    if (row !== this.#row && (this.#isRowSaid || row < this.#row))
      throw new FileRejection("damaged");
    this.#isRowSaid = true;
    this.#row = row;
    this.#column = column;
  }

  #cellOf(written: Written): SheetCell {
    const { formula, value, inline } = written;
    if (formula === undefined) return this.#valueOf(written);
    const hasValue = inline !== undefined || (value ?? "") !== "" || isEmptyText(written);
    if (!hasValue) {
      // A formula that others share is written out at the first of them alone.
      return { kind: "formula", text: `=${formula === "" ? "…" : cut(formula)}` };
    }
    const cell = this.#valueOf(written);
    if (cell.kind === "empty" || cell.kind === "formula") return cell;
    return { ...cell, isFormula: true };
  }

  #valueOf({ type, format, value = "", inline }: Written): SheetCell {
    if (type === "inlineStr") return writtenCell(inline ?? value);
    if (value.length > limits.cellText) throw new FileRejection("damaged");
    switch (type) {
      case "s":
        return this.#stringAt(value);
      case "str":
        return writtenCell(value);
      case "b":
        return value === "" ? emptyCell : { kind: "boolean", value: isTrue(value.trim()) };
      case "e":
        return value === "" ? emptyCell : { kind: "error", text: textOf(writtenCell(value)) };
      case "d":
        return isCalendarDay(value.slice(0, 10))
          ? { kind: "day", day: value.slice(0, 10) }
          : writtenCell(value);
      default:
        return this.#numberOf(value.trim(), format);
    }
  }

  #stringAt(index: string): SheetCell {
    if (index === "") return emptyCell;
    const cell = /^\d{1,7}$/.test(index) ? this.ground.strings[Number(index)] : undefined;
    if (!cell) throw new FileRejection("damaged");
    return cell;
  }

  #numberOf(text: string, format: NumberFormat): SheetCell {
    if (text === "") return emptyCell;
    const value = /^[-+.\dEe]+$/.test(text) ? Number(text) : Number.NaN;
    if (!Number.isFinite(value)) throw new FileRejection("damaged");
    if (format === "percent") return { kind: "number", value, isPercent: true };
    const day = format === "day" ? dayOf(value, this.ground.isFrom1904) : null;
    return day === null ? { kind: "number", value } : { kind: "day", day };
  }

  #hideColumns({ min = "", max = "", hidden }: Attributes): void {
    if (!isTrue(hidden)) return;
    const last = Math.min(rowIndex(max), limits.tableHeads - 1);
    for (let position = rowIndex(min); position <= last; position += 1)
      this.#hiddenColumns.add(position);
  }

  #merge({ ref = "" }: Attributes): void {
    if (this.#merges.length >= limits.mergedRanges) throw new FileRejection("tooComplex");
    const { top, left, bottom, right } = rangeOf(ref);
    if (top > bottom || left > right) throw new FileRejection("damaged");
    if (top >= limits.tableRows || left >= limits.tableHeads) return;
    this.#merges.push({
      top,
      left,
      bottom: Math.min(bottom, limits.tableRows - 1),
      right: Math.min(right, limits.tableHeads - 1),
    });
  }
}

/** A formula that gave "": that is its value. */
function isEmptyText({ type, value }: Written): boolean {
  return type === "str" && value === "";
}

function cut(formula: string): string {
  return textOf(writtenCell(formula.slice(0, limits.cellText - 1)));
}

function textOf(cell: SheetCell): string {
  return cell.kind === "text" ? cell.text : "";
}
