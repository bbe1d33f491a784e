"use client";

import { useLocale, useTranslations } from "next-intl";
import { useActionState } from "react";

import type { KeptAs } from "@/components/base/kept/kept-notice";
import { tickedOr, type FormAction } from "@/components/base/register/form-outcome";
import { useFieldProblem } from "@/components/base/register/use-field-problem";
import { DateField } from "@/components/base/ui/date-field";
import { TextField } from "@/components/base/ui/field";
import { typedOr, untouched } from "@/lib/base/forms/form-state";
import { submitKept } from "@/lib/base/forms/submit-kept";
import type { StockBatch } from "@/lib/stock/stock";
import { interventionMark } from "@/lib/stock/typed";

import { ExpiryField } from "./expiry-field";
import { StockForm } from "./stock-form";

/** A batch as it is printed on its vials; a new one with what came of it. */
export function BatchForm(props: {
  readonly sent: {
    readonly kampanye: string;
    readonly id: string;
    readonly sent: string;
    readonly version: number;
  };
  /** null: a new one. */
  readonly batch: StockBatch | null;
  readonly expiresOn: string;
  readonly interventions: readonly { readonly code: string; readonly name: string }[];
  readonly today: string;
  readonly kept: KeptAs;
  readonly save: FormAction;
  readonly back: string;
}) {
  const t = useTranslations("stockForm");
  const locale = useLocale();
  const [state, save, isPending] = useActionState(props.save, untouched);
  const problemOf = useFieldProblem(state);
  const { batch } = props;
  const field = (
    name: "code" | "product" | "dosesPerVial" | "vials" | "doses" | "day" | "document",
    standing = "",
  ) => ({
    id: name,
    name,
    label: t(name),
    defaultValue: typedOr(state, name, standing),
    problem: problemOf(name),
  });
  return (
    <StockForm
      form={{ action: save, onSubmit: submitKept(save) }}
      state={state}
      isPending={isPending}
      hidden={props.sent}
      kept={props.kept}
      back={props.back}
      className="max-w-240 tablet:grid-cols-2"
    >
      <TextField {...field("code", batch?.code ?? "")} hint={t("codeHint")} autoComplete="off" />
      <TextField {...field("product", batch?.product)} hint={t("productHint")} />
      <TextField
        {...field("dosesPerVial", batch?.dosesPerVial?.toString() ?? "")}
        hint={t("dosesPerVialHint")}
        inputMode="numeric"
      />
      <ExpiryField state={state} standing={props.expiresOn} problem={problemOf("expiresOn")} />
      <fieldset className="grid gap-1 tablet:col-span-2">
        <legend className="text-dense font-medium">{t("interventions")}</legend>
        {props.interventions.map(({ code, name }) => (
          <label key={code} className="flex min-h-11 items-center gap-2 text-dense">
            <input
              type="checkbox"
              name={`${interventionMark}${code}`}
              defaultChecked={tickedOr(
                state,
                `${interventionMark}${code}`,
                batch?.interventions.includes(code) ?? props.interventions.length === 1,
              )}
              className="size-5 shrink-0"
            />
            {name}
          </label>
        ))}
        {problemOf("interventions") ? (
          <p className="text-note font-medium text-error">{problemOf("interventions")}</p>
        ) : null}
      </fieldset>
      {batch ? null : (
        <fieldset className="grid gap-4 tablet:col-span-2 tablet:grid-cols-2">
          <legend className="text-dense font-medium">{t("received")}</legend>
          <p className="text-note text-ink3 tablet:col-span-2">{t("receivedNote")}</p>
          <TextField {...field("vials")} inputMode="numeric" autoComplete="off" />
          <TextField
            {...field("doses")}
            hint={t("dosesHint")}
            inputMode="numeric"
            autoComplete="off"
          />
          <DateField {...field("day", props.today)} locale={locale} />
          <TextField {...field("document")} hint={t("documentHint")} autoComplete="off" />
        </fieldset>
      )}
    </StockForm>
  );
}
