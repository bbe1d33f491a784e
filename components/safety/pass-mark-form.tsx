"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";

import { FormOutcome, type FormAction } from "@/components/base/register/form-outcome";
import { useFieldProblem } from "@/components/base/register/use-field-problem";
import { Button } from "@/components/base/ui/button";
import { TextField } from "@/components/base/ui/field";
import { typedOr, untouched } from "@/lib/base/forms/form-state";
import { submitKept } from "@/lib/base/forms/submit-kept";
import type { PassMark } from "@/lib/safety/rapid-assessment";

/** What an assessment must show in the campaign. */
export function PassMarkForm(props: {
  readonly kampanye: string;
  readonly mark: PassMark;
  readonly action: FormAction;
}) {
  const t = useTranslations("rapidAssessmentForm.mark");
  const [state, save, isPending] = useActionState(props.action, untouched);
  const problemOf = useFieldProblem(state);
  return (
    <form action={save} onSubmit={submitKept(save)} noValidate className="mt-2 grid gap-3">
      <FormOutcome state={state} saved={t("saved")} />
      <input type="hidden" name="kampanye" value={props.kampanye} />
      {(["houses", "repeatFrom"] as const).map((name) => (
        <TextField
          key={name}
          id={`mark-${name}`}
          name={name}
          label={t(name)}
          inputMode="numeric"
          autoComplete="off"
          defaultValue={typedOr(state, name, String(props.mark[name]))}
          problem={problemOf(name)}
        />
      ))}
      <p className="text-note text-ink3">{t("hint")}</p>
      <p>
        <Button type="submit" disabled={isPending}>
          {isPending ? t("saving") : t("save")}
        </Button>
      </p>
    </form>
  );
}
