import type { FieldProblem, TypedRow } from "./entry-row";
import type { ReportProblem, StandingReport } from "./schema";

/** Names of the fields of one village's form; a column's key follows the prefix. */
export const formFields = {
  residents: (key: string) => `r:${key}`,
  outside: (key: string) => `o:${key}`,
} as const;

/** Why a village's form came back. Nothing that was typed is lost. */
export type VillageRefusal =
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
  | { readonly kind: "conflict"; readonly typed: TypedRow; readonly standing: StandingReport };
