import type { ErrorCode } from "@/lib/base/errors";

import type { FieldProblems } from "./problem";

/**
 * The answer of an action to its form. `typed` gives back what was typed: React empties a form
 * whose action has answered, and nothing that was typed may be lost.
 */
export type FormState<Result = null> =
  | { readonly status: "untouched" }
  | { readonly status: "saved"; readonly result: Result }
  | {
      readonly status: "rejected";
      /** What concerns the form as a whole. */
      readonly code: ErrorCode | null;
      readonly fields: FieldProblems;
      readonly typed: Readonly<Record<string, string>>;
    };

export const untouched = { status: "untouched" } as const;

/** What was typed in a field, after a rejection; else the value that stands. */
export function typedOr(state: FormState<unknown>, field: string, standing = ""): string {
  return state.status === "rejected" ? (state.typed[field] ?? standing) : standing;
}
