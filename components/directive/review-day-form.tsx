"use client";

import { useLocale, useTranslations } from "next-intl";
import { useActionState } from "react";

import { Button } from "@/components/base/ui/button";
import { DateField } from "@/components/base/ui/date-field";
import { typedOr, untouched } from "@/lib/base/forms/form-state";

import { FormOutcome, type FormAction } from "@/components/base/register/form-outcome";
import { useFieldProblem } from "@/components/base/register/use-field-problem";

/** When a directive is looked at again. */
export function ReviewDayForm(props: {
  readonly slug: string;
  readonly id: string;
  readonly reviewOn: string | null;
  readonly set: FormAction;
}) {
  const t = useTranslations("directives.review");
  const locale = useLocale();
  const [state, set, isPending] = useActionState(props.set, untouched);
  const problemOf = useFieldProblem(state);
  return (
    <form action={set} noValidate className="mt-2 grid gap-3 print:hidden">
      <FormOutcome state={state} saved={t("saved")} />
      <input type="hidden" name="kampanye" value={props.slug} />
      <input type="hidden" name="id" value={props.id} />
      <DateField
        key={props.reviewOn}
        id="review-day"
        name="reviewOn"
        label={t("day")}
        hint={t("hint")}
        locale={locale}
        defaultValue={typedOr(state, "reviewOn", props.reviewOn ?? "")}
        problem={problemOf("reviewOn")}
      />
      <Button type="submit" size="phone" disabled={isPending} className="justify-self-start">
        {isPending ? t("setting") : t("set")}
      </Button>
    </form>
  );
}
