import { useTranslations } from "next-intl";

import type { FormState } from "@/lib/base/forms/form-state";

/** The sentence of what is wrong with a field of a form that was rejected; undefined: nothing. */
export function useFieldProblem(state: FormState<unknown>) {
  const problems = useTranslations("problems");
  return (field: string): string | undefined => {
    const [found] = state.status === "rejected" ? (state.fields[field] ?? []) : [];
    return found && problems(found);
  };
}
