"use client";

import { useLocale, useTranslations } from "next-intl";
import { useActionState } from "react";

import { KeptFields } from "@/components/base/kept/kept-fields";
import type { KeptAs } from "@/components/base/kept/kept-notice";
import { FormOutcome, type FormAction } from "@/components/base/register/form-outcome";
import { useFieldProblem } from "@/components/base/register/use-field-problem";
import { Button } from "@/components/base/ui/button";
import { DateField } from "@/components/base/ui/date-field";
import { TextAreaField } from "@/components/base/ui/field";
import { typedOr, untouched } from "@/lib/base/forms/form-state";
import { submitKept } from "@/lib/base/forms/submit-kept";

/** Writes down the opposite of a move that was wrong, with the reason. */
export function CorrectForm(props: {
  readonly sent: Readonly<Record<string, string | number>>;
  readonly today: string;
  readonly kept: KeptAs;
  readonly save: FormAction;
}) {
  const t = useTranslations("stockForm");
  const locale = useLocale();
  const [state, save, isPending] = useActionState(props.save, untouched);
  const problemOf = useFieldProblem(state);
  return (
    <form
      action={save}
      onSubmit={submitKept(save)}
      noValidate
      className="mt-3 grid max-w-160 gap-3"
    >
      <KeptFields {...props.kept} turn={state} />
      <FormOutcome state={state} saved={t("saved")} />
      {Object.entries(props.sent).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextAreaField
        id="reason"
        name="reason"
        label={t("correctReason")}
        rows={2}
        maxLength={500}
        defaultValue={typedOr(state, "reason")}
        problem={problemOf("reason") ?? problemOf("vials")}
      />
      <DateField
        id="day"
        name="day"
        label={t("day")}
        defaultValue={typedOr(state, "day", props.today)}
        problem={problemOf("day")}
        locale={locale}
      />
      <Button type="submit" disabled={isPending} className="justify-self-start">
        {isPending ? t("saving") : t("correctSave")}
      </Button>
    </form>
  );
}
