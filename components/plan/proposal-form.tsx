"use client";

import { useTranslations } from "next-intl";
import { useActionState, type ReactNode } from "react";

import { FormOutcome, type FormAction } from "@/components/base/register/form-outcome";
import { useFieldProblem } from "@/components/base/register/use-field-problem";
import { Button } from "@/components/base/ui/button";
import { untouched } from "@/lib/base/forms/form-state";
import { submitKept } from "@/lib/base/forms/submit-kept";

/** The press that makes a schedule of the sessions that stay ticked. */
export function ProposalForm(props: {
  readonly slug: string;
  readonly sent: string;
  readonly day: string;
  readonly apply: FormAction;
  /** The ticks. */
  readonly children: ReactNode;
}) {
  const t = useTranslations("planForms.proposal");
  const [state, apply, isPending] = useActionState(props.apply, untouched);
  const problem = useFieldProblem(state)("picks");
  return (
    <form action={apply} onSubmit={submitKept(apply)} className="grid gap-4">
      <FormOutcome state={state} saved="" />
      {problem ? <p className="text-dense font-medium text-error">{problem}</p> : null}
      <input type="hidden" name="kampanye" value={props.slug} />
      <input type="hidden" name="sent" value={props.sent} />
      <input type="hidden" name="minggu" value={props.day} />
      {props.children}
      <Button
        type="submit"
        variant="primary"
        size="phone"
        disabled={isPending}
        className="justify-self-start max-tablet:sticky max-tablet:bottom-18 max-tablet:w-full"
      >
        {isPending ? t("applying") : t("apply")}
      </Button>
    </form>
  );
}
