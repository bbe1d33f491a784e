import type { RejectionGroup } from "@/lib/base/spreadsheet/sheet-rejection";
import type { HeadAttempt } from "@/lib/campaign/table-reading/find-tables";
import type { ToldQuestion } from "@/lib/campaign/table-reading/question";
import type { ToldTable } from "@/lib/campaign/table-reading/told-table";
import type { EntryFigures } from "@/lib/report/schema";
import type { CalendarDay } from "@/lib/base/time/calendar-day";

import type { ReadProblem } from "@/lib/report/import/server/read-import";
import type { TallySheetCheck } from "@/lib/report/import/server/sheet-check";

/** A row whose unit and day have another version already. */
export type ToldDifference = {
  readonly line: number;
  readonly place: string;
  readonly placeNote: string;
  readonly day: CalendarDay;
  /** Who sent what stands; null: not known. */
  readonly by: string | null;
  readonly isVerified: boolean;
  readonly cells: readonly { readonly label: string; readonly from: string; readonly to: string }[];
};

/** What storing would do with one choice about versions that stand. */
export type PlanView = {
  /** Rows of each kind: nothing stands, the same stands, another version stands, rejected. */
  readonly fresh: number;
  readonly same: number;
  readonly differs: number;
  readonly rowsRejected: number;
  /** As many faults as can be told. */
  readonly rejected: readonly RejectionGroup[];
  /** Further faults. */
  readonly untold: number;
  /** Rows that could be read, by day; `doses` are residents of the day in the file. */
  readonly days: readonly {
    readonly day: CalendarDay;
    readonly rows: number;
    readonly fresh: number;
    readonly same: number;
    readonly differs: number;
    readonly doses: number;
  }[];
};

/** Nothing of the file can be read before a question about it is answered. */
export type TallyQuestions = {
  readonly kind: "asked";
  readonly fileName: string;
  readonly figures: EntryFigures;
  readonly questions: readonly ToldQuestion[];
};

/** What a file would do, before anything is stored. */
export type TallyPreview = {
  readonly kind: "preview";
  /** Nothing is stored while one is open. */
  readonly questions: readonly ToldQuestion[];
  readonly fileName: string;
  readonly figures: EntryFigures;
  readonly checkedAt: string;
  readonly rowsRead: number;
  readonly emptyLines: readonly number[];
  /** Names of the lines of sums that were passed over. */
  readonly totals: readonly string[];
  /** Lines of places that are no reporting unit, with the doses that stay out. */
  readonly notUnits: TallySheetCheck["notUnits"];
  /** Of the file, lines of sums left out. */
  readonly doses: number;
  /** What each column was taken for. */
  readonly table: ToldTable;
  /** Versions that stand are left alone. */
  readonly kept: PlanView;
  /** Versions that stand are written over; null: no row differs. */
  readonly overwritten: PlanView | null;
  /** Up to `limits.toldDifferences`. */
  readonly differences: readonly ToldDifference[];
};

export type Unreadable = {
  readonly kind: "unreadable";
  readonly fileName: string;
  readonly figures: EntryFigures;
  readonly problem: ReadProblem | "noFile";
  /** What the sentence names. */
  readonly detail: string;
  /** What of the heads was understood. */
  readonly attempt: HeadAttempt;
  /** Heads that would be understood. */
  readonly heads: readonly string[];
};

export type PreviewAnswer = TallyPreview | TallyQuestions | Unreadable;

export type Outcome = "stored" | "same" | "conflict" | "rejected";

/** What became of a file, row by row. */
export type TallyImportResult = {
  readonly kind: "stored";
  readonly fileName: string;
  readonly counts: Readonly<Record<Outcome, number>>;
  readonly rows: readonly {
    readonly line: number;
    readonly place: string;
    readonly placeNote: string;
    /** null: the row was rejected before its day was known. */
    readonly day: CalendarDay | null;
    readonly outcome: Outcome;
    /** Why it was rejected, or what stands; "" when there is nothing to say. */
    readonly why: string;
  }[];
};

export type StoreAnswer = TallyImportResult | TallyQuestions | Unreadable;
