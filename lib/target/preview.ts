import type { TargetSource } from "@/lib/campaign/campaign";
import type { FileProblem } from "@/lib/spreadsheet/cell";
import type { HiddenProblem, SheetProblem } from "@/lib/spreadsheet/choose-sheet";
import type { SheetRefusal } from "@/lib/spreadsheet/sheet-refusal";
import type { CalendarDay } from "@/lib/time/calendar-day";

import type { TargetChange } from "./in-force";
import type { RejectedField } from "./rejection";

/** The terms of an import as they were typed; they come back with every answer. */
export type TypedTerms = {
  readonly source: TargetSource;
  readonly asOf: CalendarDay;
  readonly decree: string;
};

export type PreviewRejection = Omit<SheetRefusal, "line" | "column"> & {
  readonly row: number;
  /** A box's own head; null: the column of `field`. */
  readonly column: string | null;
  readonly field: RejectedField;
};

/** What a file would do, before anything is stored. Sentences are in the reader's language. */
export type ImportPreview = {
  readonly kind: "preview";
  readonly terms: TypedTerms;
  readonly fileName: string;
  readonly isDeciding: boolean;
  /** The set that it follows. */
  readonly replaces: { readonly id: number; readonly asOf: CalendarDay } | null;
  readonly rowsRead: number;
  readonly rowsRefused: number;
  readonly rowsSkipped: number;
  readonly unread: readonly string[];
  /** Letters of columns with numbers under an empty head. */
  readonly headless: readonly string[];
  /** Visible sheets that were not read. */
  readonly otherSheets: readonly string[];
  readonly rejected: readonly PreviewRejection[];
  /** Faults that are more than can be told. */
  readonly untold: number;
  readonly changes: readonly {
    readonly intervention: string;
    readonly rows: readonly TargetChange[];
  }[];
  /** The numbers, for the confirmation; null while a row is refused. */
  readonly cells: string | null;
};

export type ImportAnswer =
  | ImportPreview
  | {
      readonly kind: "unreadable";
      readonly terms: TypedTerms;
      readonly fileName: string;
      readonly problem:
        | FileProblem
        | SheetProblem["problem"]
        | HiddenProblem["problem"]
        | "dividedHeads"
        | "secondTable"
        | "noFile"
        | "noNumbers";
      /** What the sentence names: sheets, rows or columns. */
      readonly detail: string;
      /** Heads that would be understood. */
      readonly heads: readonly string[];
    };
