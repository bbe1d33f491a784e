import type { Grouping } from "@/lib/base/forms/written-count";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import type { AskedQuestion } from "@/lib/campaign/table-reading/asking";
import type { LeftReason } from "@/lib/campaign/table-reading/head-meaning";
import type { Answers, QuestionOption } from "@/lib/campaign/table-reading/question";

import { cellWarning, type CellWarning } from "./cell-warning";
import type { EntryColumn, EntryRow, TypedFields } from "./entry-row";
import type { DashMeaning } from "./import/zero-cells";
import type { EntryFigures } from "./schema";
import { readTypedCount, type CountRejection } from "./typed-count";

/** What a pasted cell does to the grid. A blank one does nothing. */
export type PastedCell =
  | { readonly kind: "blank" }
  | { readonly kind: "same"; readonly value: number }
  | {
      readonly kind: "change";
      /** As it stands in the grid now; "" is empty. */
      readonly from: string;
      readonly to: number;
      /** Doses of the day that it comes to. */
      readonly daily: number;
      readonly warning: CellWarning | null;
    }
  | {
      readonly kind: "rejected";
      readonly text: string;
      /** `notAsked`: the column is not one of the unit's. */
      readonly reason: CountRejection | "notAsked";
    };

/** A pasted line that belongs to no row. */
export type UnplacedLine = {
  readonly text: string;
  /**
   * `beyond`: the block is longer than the grid. `noUnit`: figures without a name. `notUnit`: of a
   * kecamatan, a prison. `moreCells`: more than there are heads. `strayQuote`: the row from which
   * nothing can be read. `unread`: of a message, or a line that is not clear.
   */
  readonly reason:
    | "unknown"
    | "ambiguous"
    | "codeName"
    | "notUnit"
    | "twice"
    | "beyond"
    | "unread"
    | "noUnit"
    | "moreCells"
    | "strayQuote";
};

/** A column that the product did not know by its head, with what it may be read as. */
export type ChoosableColumn = LeftColumn & {
  /** What was chosen; null: nothing, and it is not used. */
  readonly chosen: string | null;
  readonly choices: readonly QuestionOption[];
};

/** A column of a block that is not read, though something stands in it. */
export type LeftColumn = {
  /** Of the answer that says what it is. */
  readonly id: string;
  /** From 0. */
  readonly columnIndex: number;
  readonly head: string;
  readonly reason: LeftReason;
};

export type PastePreview = {
  /** Of a chat; else a block of cells. */
  readonly isMessage: boolean;
  /** Whether rows were found by name or code; else they follow the chosen cell. */
  readonly isByName: boolean;
  /** The columns that the block fills, in its order. */
  readonly columns: readonly EntryColumn[];
  /** The block's own head over each of these; null: it has no heads, and its order was followed. */
  readonly heads: readonly string[] | null;
  /** Columns that are not used, though something stands in them. */
  readonly leftOut: readonly LeftColumn[];
  /** Of them and of the others, those that nobody is asked about and the person may choose for. */
  readonly choosable: readonly ChoosableColumn[];
  /** What fits two readings. Nothing is pasted while one is open. */
  readonly asked: readonly AskedQuestion[];
  readonly rows: readonly {
    readonly unit: EntryRow["unit"];
    readonly cells: readonly PastedCell[];
    /** It is said to be nihil. */
    readonly isZero?: boolean;
  }[];
  readonly unplaced: readonly UnplacedLine[];
  /** Columns of the block beyond the last column of the grid. */
  readonly columnsBeyond: number;
  /** Days of a message or a block that are not the day shown, with how many units it says them of. */
  readonly otherDays?: readonly { readonly day: CalendarDay; readonly units: number }[];
};

export type PasteTarget = {
  readonly rows: readonly EntryRow[];
  readonly columns: readonly EntryColumn[];
  /** What stands in the fields now, by unit. */
  readonly typed: (unit: string) => TypedFields;
  /** What the block holds; daily figures when left out. */
  readonly figures?: EntryFigures;
  /** The cell that was chosen; null: the first. */
  readonly at: { readonly row: number; readonly column: number } | null;
  /** To what is asked about the block. */
  readonly answers?: Answers;
  /** The day that the grid shows; null: messages and dates are not read. */
  readonly shown?: CalendarDay | null;
  /** What a message or a block says of another day is taken all the same. */
  readonly takesOtherDays?: boolean;
};

/** What a written cell would do to the field that it is for. */
export function readPastedCell(
  text: string,
  {
    now,
    cell,
    isAsked = true,
    figures,
    grouping,
    dash,
  }: {
    readonly now: string;
    /** Whether the column is one of the unit's. */
    readonly isAsked?: boolean;
    readonly cell: EntryRow["cells"][number] | undefined;
    readonly figures: EntryFigures;
    readonly grouping: Grouping;
    /** What "-" and "nihil" mean; they are rejected as long as nobody has said. */
    readonly dash: DashMeaning;
  },
): PastedCell {
  const written = readTypedCount(text, grouping);
  // Whoever fills all cells of a line says nothing by a "-" or a 0.
  if (!isAsked) {
    return written.kind === "count" && written.value !== 0
      ? { kind: "rejected", text: text.trim().slice(0, 40), reason: "notAsked" }
      : { kind: "blank" };
  }
  const isDash = written.kind === "rejected" && written.reason === "dash";
  if (isDash && dash === "blank") return { kind: "blank" };
  const read = isDash && dash === "zero" ? ({ kind: "count", value: 0 } as const) : written;
  if (read.kind === "empty") return { kind: "blank" };
  if (read.kind === "rejected") {
    return { kind: "rejected", text: text.trim().slice(0, 40), reason: read.reason };
  }
  const standing = readTypedCount(now);
  if (standing.kind === "count" && standing.value === read.value) {
    return { kind: "same", value: read.value };
  }
  const daily = figures === "cumulative" ? read.value - (cell?.before ?? 0) : read.value;
  return {
    kind: "change",
    from: now.trim(),
    to: read.value,
    daily,
    warning: cell && daily >= 0 ? cellWarning(cell, daily) : null,
  };
}
