import { useTranslations } from "next-intl";

import { Banner } from "@/components/base/ui/banner";
import type { FormState } from "@/lib/base/forms/form-state";

export type FormAction = (previous: FormState, form: FormData) => Promise<FormState>;

/** Says of a form what came of it: stored, or rejected and why. */
export function FormOutcome(props: { readonly state: FormState; readonly saved: string }) {
  const t = useTranslations("register");
  const problems = useTranslations("problems");
  const { state } = props;
  if (state.status === "untouched") return null;
  if (state.status === "saved") {
    return <Banner kind="success" role="status" title={props.saved} />;
  }
  const title = state.code ? problems(state.code) : t("rejected");
  return <Banner kind="error" role="alert" title={title} />;
}

/** Whether a box is ticked: as it was sent after a rejection, else as it stands. */
export function tickedOr(state: FormState, field: string, standing: boolean): boolean {
  return state.status === "rejected" ? state.typed[field] === "on" : standing;
}
