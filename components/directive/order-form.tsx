"use client";

import { useLocale, useTranslations } from "next-intl";
import { useActionState, useLayoutEffect, useRef } from "react";

import { KeptFields } from "@/components/base/kept/kept-fields";
import type { KeptAs } from "@/components/base/kept/kept-notice";
import { Button } from "@/components/base/ui/button";
import { DateField } from "@/components/base/ui/date-field";
import { SelectField, TextAreaField, TextField } from "@/components/base/ui/field";
import { typedOr, untouched } from "@/lib/base/forms/form-state";
import { submitKept } from "@/lib/base/forms/submit-kept";

import { FormOutcome, tickedOr, type FormAction } from "@/components/base/register/form-outcome";
import { TickList } from "./tick-list";
import { useFieldProblem } from "@/components/base/register/use-field-problem";

/** An order of a draft as its form starts. */
export type OrderStart = {
  /** null: a new one. */
  readonly position: number | null;
  readonly label: string;
  readonly title: string;
  readonly text: string;
  readonly dueOn: string;
  readonly measure: string;
  readonly askedOf: readonly number[];
};

/** One order: what it says, by when, what it is measured by, and of whom it is asked. */
export function OrderForm(props: {
  readonly slug: string;
  readonly id: string;
  readonly version: number;
  readonly order: OrderStart;
  readonly measures: readonly { readonly key: string; readonly name: string }[];
  readonly addressees: readonly { readonly position: number; readonly name: string }[];
  readonly kept: KeptAs;
  readonly save: FormAction;
}) {
  const t = useTranslations("directives.order");
  const locale = useLocale();
  const [state, save, isPending] = useActionState(props.save, untouched);
  const form = useRef<HTMLFormElement>(null);
  const { order } = props;
  const isAdded = state.status === "saved" && order.position === null;
  useLayoutEffect(() => {
    if (isAdded) form.current?.reset();
  }, [isAdded, state]);
  const problemOf = useFieldProblem(state);
  const prefix = `order-${String(order.position ?? "new")}`;
  const field = (name: "label" | "title" | "text" | "dueOn" | "measure") => ({
    id: `${prefix}-${name}`,
    name,
    label: t(name),
    defaultValue: typedOr(state, name, order[name]),
    problem: problemOf(name),
  });
  return (
    <form
      ref={form}
      action={save}
      onSubmit={submitKept(save)}
      noValidate
      className="mt-3 grid max-w-240 gap-4 tablet:grid-cols-2"
    >
      <div className="grid gap-3 tablet:col-span-2">
        <KeptFields {...props.kept} isSaved={state.status === "saved"} turn={state} />
        <FormOutcome state={state} saved={order.position === null ? t("added") : t("saved")} />
      </div>
      <input type="hidden" name="kampanye" value={props.slug} />
      <input type="hidden" name="id" value={props.id} />
      <input type="hidden" name="version" value={props.version} />
      {order.position === null ? null : (
        <input type="hidden" name="position" value={order.position} />
      )}
      <TextField {...field("label")} hint={t("labelHint")} autoComplete="off" />
      <TextField {...field("title")} hint={t("titleHint")} autoComplete="off" />
      <TextAreaField
        {...field("text")}
        hint={t("textHint")}
        rows={4}
        className="tablet:col-span-2"
      />
      <DateField {...field("dueOn")} locale={locale} hint={t("dueOnHint")} />
      <SelectField {...field("measure")} hint={t("measureHint")}>
        <option value="">{t("noMeasure")}</option>
        {props.measures.map(({ key, name }) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </SelectField>
      <div className="tablet:col-span-2">
        <TickList
          id={`${prefix}-asked`}
          label={t("askedOf")}
          problem={problemOf("askedOf")}
          ticks={props.addressees.map(({ position, name }) => ({
            name: `asked-${String(position)}`,
            label: name,
            isTicked: tickedOr(
              state,
              `asked-${String(position)}`,
              order.askedOf.includes(position),
            ),
          }))}
        />
      </div>
      <Button
        type="submit"
        size="phone"
        variant={order.position === null ? "primary" : "secondary"}
        disabled={isPending}
        className="justify-self-start"
      >
        {isPending ? t("saving") : order.position === null ? t("add") : t("save")}
      </Button>
    </form>
  );
}
