"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";

import type { KeptAs } from "@/components/base/kept/kept-notice";
import type { FormAction } from "@/components/base/register/form-outcome";
import { DateField } from "@/components/base/ui/date-field";
import { SelectField, TextAreaField, TextField } from "@/components/base/ui/field";
import type { RegisterRecord } from "@/components/device/outbox/use-register-form";
import { typedOr } from "@/lib/base/forms/form-state";
import type { TimeZone } from "@/lib/base/time/time-zone";
import type { MoveKind } from "@/lib/stock/stock";

import { StockForm } from "./stock-form";
import { useMoveForm } from "./use-move-form";

type Choice = { readonly key: string; readonly name: string };

/** A batch that can be moved, with what lies where of it in words. */
export type MovableBatch = Choice & {
  readonly there: string;
  /** Whether vials are counted; else doses. */
  readonly isInVials: boolean;
};

/** One move of doses: what came, went, was lost or counted. */
export function MoveForm(props: {
  readonly record: RegisterRecord;
  readonly kind: MoveKind;
  readonly batches: readonly MovableBatch[];
  /** Chosen at first. */
  readonly batch: string | undefined;
  /** Places to choose from; one alone is said and not asked; none: the outside. */
  readonly from: readonly Choice[];
  readonly to: readonly Choice[];
  readonly today: string;
  readonly zone: TimeZone;
  readonly kept: KeptAs;
  readonly save: FormAction;
  readonly back: string;
}) {
  const t = useTranslations("stockForm");
  const locale = useLocale();
  const { framed, ids, state, problemOf, today, isAnew, typed } = useMoveForm(props);
  const [first] = props.batches;
  const [chosen, setChosen] = useState<string | null>(null);
  const standing = typedOr(state, "batch", props.batch ?? first?.key);
  const batch = props.batches.find(({ key }) => key === (chosen ?? standing)) ?? first;
  const { kind } = props;
  const isReasoned = kind === "discard" || kind === "count" || kind === "return";
  return (
    <StockForm
      // A page that a device kept begins with the day on which it is opened.
      key={isAnew ? "anew" : "drawn"}
      {...framed}
      hidden={{ ...ids, kind }}
      kept={props.kept}
      back={props.back}
      className="max-w-240 tablet:grid-cols-2"
    >
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
      <DateField {...typed("day", today)} label={t("day")} locale={locale} />
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
    </StockForm>
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
