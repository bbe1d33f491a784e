import type { FieldProblem, TypedRow } from "./entry-row";
import type { EntryFigures, ReportProblem, StandingReport } from "./schema";

/** Names of the fields of one village's form; a column's key follows the prefix. */
export const formFields = {
  residents: (key: string) => `r:${key}`,
  outside: (key: string) => `o:${key}`,
  reason: "reason",
  reasonNote: "reasonNote",
} as const;

/** Why a village's form came back. Nothing that was typed is lost, in the figures it was typed in. */
export type VillageRefusal = { readonly figures: EntryFigures } & VillageProblem;

type VillageProblem =
  | {
      readonly kind: "unreadable";
      readonly typed: TypedRow;
      readonly fields: readonly FieldProblem[];
    }
  | {
      readonly kind: "refused";
      readonly typed: TypedRow;
      readonly problems: readonly ReportProblem[];
    }
  | {
      /** The same, once it says why: fields `reason` and `reasonNote` (`formFields`). */
      readonly kind: "needsReason";
      readonly typed: TypedRow;
      readonly problems: readonly ReportProblem[];
      /** What would be changed. */
      readonly standing: StandingReport | null;
    }
  | { readonly kind: "conflict"; readonly typed: TypedRow; readonly standing: StandingReport };
