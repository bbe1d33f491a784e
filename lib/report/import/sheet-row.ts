import { isTotalLine, type PlacesAbove } from "@/lib/campaign/not-a-unit";
import type { Grouping } from "@/lib/base/forms/written-count";
import { cellText, emptyCell, type SheetCell } from "@/lib/base/spreadsheet/cell";
import { columnKeyOf, type ColumnKey } from "@/lib/campaign/column-key";
import { eachMeasure, eachOther, otherMeasures, type OtherMeasure } from "@/lib/campaign/measures";
import { textsBefore } from "@/lib/campaign/table-reading/prepared-rows";

import type { ReportPart } from "@/lib/report/part/part";

import { readCount, readZero } from "./count-cell";
import type { Rejected } from "./rejection";
import type { CountColumn, TallyHead } from "./sheet-head";

/**
 * One column of a row, as the file has it: a day's count or a cumulative figure of residents, and what
 * else was counted that day.
 */
export type SheetCount = Readonly<Record<OtherMeasure, number>> & {
  readonly intervention: string;
  readonly targetGroup: string;
  readonly head: string;
  readonly value: number;
};

type Fault = Rejected & { readonly head: string; readonly content: string };

/** A number besides tallies, as the file has it. */
export type SheetPart = ReportPart & { readonly head: string };

export type RowCounts = {
  /** An empty cell of them tells nothing. */
  readonly parts: readonly SheetPart[];
  readonly zero: boolean;
  readonly counts: readonly SheetCount[];
  readonly faults: readonly Fault[];
};

/** One row, read by the heads. */
export class TallySheetRow {
  constructor(
    private readonly row: readonly SheetCell[],
    private readonly head: TallyHead,
    private readonly heads: readonly SheetCell[],
    private readonly groupings: ReadonlyMap<number, Grouping>,
  ) {}

  private cell(columnIndex: number | undefined): SheetCell {
    return (columnIndex === undefined ? undefined : this.row[columnIndex]) ?? emptyCell;
  }

  /** The head over a place; "" when the file has no such column. */
  headOf(columnIndex: number | undefined): string {
    return columnIndex === undefined ? "" : cellText(this.heads[columnIndex] ?? emptyCell);
  }

  /** A code may stand where a name is expected. */
  unitWords(): { code: string; name: string; subdistrict: string } {
    const code = cellText(this.cell(this.head.code)).trim();
    const name = cellText(this.cell(this.head.name)).trim();
    const subdistrict = cellText(this.cell(this.head.subdistrict)).trim();
    const isCode = code === "" && /^\d[\d.\s]{7,}$/.test(name);
    return isCode ? { code: name, name: "", subdistrict } : { code, name, subdistrict };
  }

  dayCell(): SheetCell {
    return this.cell(this.head.day);
  }

  dayText(): string {
    return cellText(this.dayCell());
  }

  isBlank(): boolean {
    return this.row.every((cell) => cell.kind === "empty");
  }

  /** What a line of sums or averages is called, wherever before its counts; null: it is none. */
  totalName(above: PlacesAbove): string | null {
    const { code, name } = this.unitWords();
    const counts = this.head.columns.map(({ columnIndex }) => columnIndex);
    const texts = code === "" && name === "" ? textsBefore(this.row, counts) : [code, name];
    return texts.find((text) => isTotalLine(text, above)) ?? null;
  }

  /** No figure, and not marked as a zero report. */
  isEmpty(): boolean {
    return (
      [...this.head.columns, ...this.head.parts].every(
        ({ columnIndex }) => this.cell(columnIndex).kind === "empty",
      ) && readZero(this.cell(this.head.zero)) === false
    );
  }

  counts(): RowCounts {
    const faults: Fault[] = [];
    const zero = readZero(this.cell(this.head.zero));
    if (zero === null) {
      const content = cellText(this.cell(this.head.zero));
      faults.push({ head: this.headOf(this.head.zero), content, code: "zeroUnclear", params: {} });
    }
    const read = eachMeasure(
      () => new Map<ColumnKey, { readonly column: CountColumn; readonly value: number }>(),
    );
    const filled = new Set<ColumnKey>();
    for (const column of this.head.columns) {
      const { measure, columnIndex } = column;
      const key = columnKeyOf(column);
      if (measure === "residents" && this.cell(columnIndex).kind !== "empty") filled.add(key);
      const value = this.countAt(column, faults);
      if (value !== null) read[measure].set(key, { column, value });
    }
    for (const [key, { column, value }] of otherMeasures.flatMap((other) => [...read[other]])) {
      if (value === 0 || filled.has(key)) continue;
      const content = cellText(this.cell(column.columnIndex));
      faults.push({ head: column.head, content, code: "residentsMissing", params: {} });
    }
    const counts = [...read.residents].map(([key, { column, value }]) => {
      const { intervention, targetGroup, head } = column;
      const others = eachOther((other) => read[other].get(key)?.value ?? 0);
      return { intervention, targetGroup, head, value, ...others };
    });
    const parts = this.head.parts.flatMap(({ kind, code, head, columnIndex }) => {
      const count = this.countAt({ columnIndex, head }, faults);
      return count === null ? [] : [{ kind, code, head, count }];
    });
    return { zero: zero ?? false, counts, parts, faults };
  }

  /** null: empty, or a fault that was noted. */
  private countAt(
    column: Pick<CountColumn, "columnIndex" | "head">,
    faults: Fault[],
  ): number | null {
    const cell = this.cell(column.columnIndex);
    if (cell.kind === "empty") return null;
    const read = readCount(cell, this.groupings.get(column.columnIndex) ?? "unknown");
    if (typeof read === "number") return read;
    faults.push({ head: column.head, content: cellText(cell), ...read });
    return null;
  }
}

/** The figures of a row as one text, by which the row is known again when its file is mended. */
export function figuresText({ zero, counts }: Pick<RowCounts, "zero" | "counts">): string {
  return JSON.stringify([
    zero,
    counts.map((count) => [
      columnKeyOf(count),
      count.value,
      ...otherMeasures.map((other) => count[other]),
    ]),
  ]);
}
