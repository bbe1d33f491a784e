import type { TargetSource } from "@/lib/campaign/campaign";
import type { FileProblem } from "@/lib/base/spreadsheet/cell";
import type { RejectionGroup } from "@/lib/base/spreadsheet/sheet-rejection";
import type { HeadAttempt } from "@/lib/campaign/table-reading/find-tables";
import type { ToldQuestion } from "@/lib/campaign/table-reading/question";
import type { ToldTable } from "@/lib/campaign/table-reading/told-table";
import type { CalendarDay } from "@/lib/base/time/calendar-day";

import type { TargetChange } from "./in-force";
/** The terms of an import as they were typed; they come back with every answer. */
export type TypedTerms = {
  readonly source: TargetSource;
  readonly asOf: CalendarDay;
  readonly inForceFrom: CalendarDay;
  readonly decree: string;
};

/** What a file would do, before anything is stored. Sentences are in the reader's language. */
export type TargetPreview = {
  readonly kind: "preview";
  readonly questions: readonly ToldQuestion[];
  readonly terms: TypedTerms;
  readonly fileName: string;
  readonly isDeciding: boolean;
  /** The set that it follows. */
  readonly replaces: { readonly id: number; readonly asOf: CalendarDay } | null;
  /** Numbers that do not decide, because one of a later day does. */
  readonly superseded: number;
  readonly rowsRead: number;
  readonly rowsRejected: number;
  readonly rowsSkipped: number;
  /** Empty cells in lines of larger places' own figures. */
  readonly ownSkipped: number;
  /** What the rows of sums call themselves, which were passed over. */
  readonly totals: readonly string[];
  /** What each column was taken for. */
  readonly table: ToldTable;
  /** What the columns were said to be, to be kept when it is stored; null: nothing was said. */
  readonly mapping: string | null;
  readonly rejected: readonly RejectionGroup[];
  /** Faults that are more than can be told. */
  readonly untold: number;
  readonly changes: readonly {
    readonly intervention: string;
    readonly rows: readonly TargetChange[];
  }[];
  /** The sum of the file's own numbers, where fractions among them were rounded; else null. */
  readonly original: number | null;
  /** The numbers, for the confirmation; null while a row is rejected or a question is open. */
  readonly cells: string | null;
};

/** Nothing of the file can be read before a question about it is answered. */
type TargetQuestions = {
  readonly kind: "asked";
  readonly terms: TypedTerms;
  readonly fileName: string;
  readonly questions: readonly ToldQuestion[];
  /** All answers so far, by the fields' names: without scripts they go with the form again. */
  readonly given: Readonly<Record<string, string>>;
};

export type ImportAnswer =
  | TargetPreview
  | TargetQuestions
  | {
      readonly kind: "unreadable";
      readonly terms: TypedTerms;
      readonly fileName: string;
      readonly problem: FileProblem | "noHead" | "shares" | "noFile" | "noNumbers";
      /** What the sentence names. */
      readonly detail: string;
      /** What of the heads was understood. */
      readonly attempt: HeadAttempt;
      /** Heads that would be understood. */
      readonly heads: readonly string[];
    };

/** What a form of one number answers: another number came meanwhile, and what was typed stays. */
export type CorrectionAnswer = {
  readonly now: number | null;
  readonly typed: Readonly<Record<string, string>>;
};
