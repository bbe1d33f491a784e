import { partKeyOf } from "./part/key";
import type { ColumnKey } from "@/lib/campaign/column-key";
import { measureTexts, type Measure } from "@/lib/campaign/measures";

import type { EntryFieldProblem, TypedRow } from "./entry-row";
import { type ReportPart } from "./part/part";
import type { TypedParts } from "./part/typed";
import type { EntryFigures, ReportProblem, StoredReport } from "./schema";

/** Names of the fields of one village's form. */
export const formFields = {
  of: (measure: Measure, key: ColumnKey) => `${measureTexts[measure].field}:${key}`,
  /** Nihil is pressed. */
  zero: "zero",
  /** Nihil was pressed before, and the form came back. */
  wasZero: "wasZero",
  reason: "reason",
  reasonNote: "reasonNote",
  /** A count far above the target was said to be right. */
  aboveTarget: "aboveTarget",
  /** Ends a conflict: `mine` or `theirs`, over the version shown. */
  choice: "choice",
  over: "over",
  part: (number: Pick<ReportPart, "kind" | "code">) => `part:${partKeyOf(number)}`,
  /** The form asks for parts, so that fields which are empty take away what stood. */
  hasParts: "hasParts",
} as const;

/** A unit's report as it was typed. */
export type TypedReport = {
  readonly typed: TypedRow;
  /** What its fields of residents hold. */
  readonly figures: EntryFigures;
  /** Nihil was pressed. */
  readonly isZero: boolean;
  /** What it says besides tallies; left out: nothing was typed of it. */
  readonly parts?: TypedParts | undefined;
  /** Version of the report that it was typed over; 0: there was none. */
  readonly base: number;
};

/** Why a village's form came back, with what was typed in it: nothing of that is lost. */
export type VillageRejection = TypedReport & VillageProblem;

type VillageProblem =
  | { readonly kind: "unreadable"; readonly fields: readonly EntryFieldProblem[] }
  | { readonly kind: "rejected"; readonly problems: readonly ReportProblem[] }
  | {
      /** The same, once it answers: `reason` and `reasonNote`, or `aboveTarget` (`formFields`). */
      readonly kind: "needsAnswer";
      readonly problems: readonly ReportProblem[];
      /** What would be changed. */
      readonly standing: StoredReport | null;
    }
  | { readonly kind: "conflict"; readonly standing: StoredReport };
