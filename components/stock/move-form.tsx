"use client";

import { useLocale, useTranslations } from "next-intl";
import { useActionState, useState } from "react";

import { KeptFields } from "@/components/base/kept/kept-fields";
import type { KeptAs } from "@/components/base/kept/kept-notice";
import { FormOutcome, type FormAction } from "@/components/base/register/form-outcome";
import { useFieldProblem } from "@/components/base/register/use-field-problem";
import { Button } from "@/components/base/ui/button";
import { ButtonLink } from "@/components/base/ui/button-link";
import { DateField } from "@/components/base/ui/date-field";
import { SelectField, TextAreaField, TextField } from "@/components/base/ui/field";
import { typedOr, untouched } from "@/lib/base/forms/form-state";
import { submitKept } from "@/lib/base/forms/submit-kept";
import type { MoveKind } from "@/lib/stock/stock";

type Choice = { readonly key: string; readonly name: string };

/** A batch that can be moved, with what lies where of it in words. */
export type MovableBatch = Choice & {
  readonly there: string;
  /** Whether vials are counted; else doses. */
  readonly isInVials: boolean;
};

/** One move of doses: what came, went, was lost or counted. */
export function MoveForm(props: {
  readonly sent: {
    readonly kampanye: string;
    readonly id: string;
    readonly sent: string;
    readonly version: number;
    readonly kind: MoveKind;
  };
  readonly batches: readonly MovableBatch[];
  /** Chosen at first. */
  readonly batch: string | undefined;
  /** Places to choose from; one alone is said and not asked; none: the outside. */
  readonly from: readonly Choice[];
  readonly to: readonly Choice[];
  readonly today: string;
  readonly kept: KeptAs;
  readonly save: FormAction;
  readonly back: string;
}) {
  const t = useTranslations("stockForm");
  const locale = useLocale();
  const [state, save, isPending] = useActionState(props.save, untouched);
  const problemOf = useFieldProblem(state);
  const [first] = props.batches;
  const [chosen, setChosen] = useState(typedOr(state, "batch", props.batch ?? first?.key));
  const batch = props.batches.find(({ key }) => key === chosen) ?? first;
  const { kind } = props.sent;
  const isReasoned = kind === "discard" || kind === "count" || kind === "return";
  const typed = (name: string, standing = "") => ({
    id: name,
    name,
    defaultValue: typedOr(state, name, standing),
    problem: problemOf(name),
  });
  return (
    <form
      action={save}
      onSubmit={submitKept(save)}
      noValidate
      className="mt-3 grid max-w-240 gap-4 tablet:grid-cols-2"
    >
      <div className="grid gap-3 tablet:col-span-2">
        <KeptFields {...props.kept} turn={state} />
        <FormOutcome state={state} saved={t("saved")} />
      </div>
      {Object.entries(props.sent).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SelectField
        {...typed("batch", props.batch ?? first?.key)}
        label={t("batch")}
        onChange={(event) => setChosen(event.target.value)}
        hint={
          <span aria-live="polite">
            {t("there")} {batch?.there || t("none")}
          </span>
        }
        className="tablet:col-span-2"
      >
        {props.batches.map(({ key, name }) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </SelectField>
      <PlaceField {...typed("from")} label={t("from")} choices={props.from} />
      <PlaceField
        {...typed("to")}
        label={kind === "count" ? t("place") : t("to")}
        choices={props.to}
      />
      <TextField
        {...typed("vials")}
        label={t("vials")}
        inputMode="numeric"
        autoComplete="off"
        className={batch?.isInVials === false ? "hidden" : undefined}
      />
      <TextField
        {...typed("doses")}
        label={t("doses")}
        hint={t("dosesHint")}
        inputMode="numeric"
        autoComplete="off"
        problem={
          problemOf("doses") ?? (batch?.isInVials === false ? problemOf("vials") : undefined)
        }
      />
      <DateField {...typed("day", props.today)} label={t("day")} locale={locale} />
      {kind === "count" ? null : (
        <TextField
          {...typed("document")}
          label={t("document")}
          hint={t("documentHint")}
          autoComplete="off"
        />
      )}
      {isReasoned ? (
        <TextAreaField
          {...typed("reason")}
          label={kind === "count" ? t("countReason") : t("reason")}
          hint={kind === "count" ? t("countHint") : undefined}
          rows={2}
          maxLength={500}
          className="tablet:col-span-2"
        />
      ) : null}
      <p className="flex flex-wrap gap-2 tablet:col-span-2">
        <Button type="submit" variant="primary" size="phone" disabled={isPending}>
          {isPending ? t("saving") : t("save")}
        </Button>
        <ButtonLink href={props.back} size="phone">
          {t("stop")}
        </ButtonLink>
      </p>
    </form>
  );
}

/** A place to choose; one alone is sent without asking. */
function PlaceField(props: {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly defaultValue: string;
  readonly problem: string | undefined;
  readonly choices: readonly Choice[];
}) {
  const t = useTranslations("stockForm");
  const { choices, ...field } = props;
  const [only] = choices;
  if (!only) return null;
  return (
    <SelectField
      {...field}
      defaultValue={field.defaultValue || (choices.length === 1 ? only.key : "")}
    >
      {choices.length === 1 ? null : <option value="">{t("choose")}</option>}
      {choices.map(({ key, name }) => (
        <option key={key} value={key}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}
