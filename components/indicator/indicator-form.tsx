"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";

import { FormOutcome, type FormAction } from "@/components/base/register/form-outcome";
import { useFieldProblem } from "@/components/base/register/use-field-problem";
import { Button } from "@/components/base/ui/button";
import { ButtonLink } from "@/components/base/ui/button-link";
import { SelectField, TextAreaField, TextField } from "@/components/base/ui/field";
import { typedOr, untouched } from "@/lib/base/forms/form-state";
import { submitKept } from "@/lib/base/forms/submit-kept";
import { directions, indicatorMeasures, type Indicator } from "@/lib/indicator/indicator";
import { periodKinds } from "@/lib/indicator/period";
import { typedIndicator } from "@/lib/indicator/typed-indicator";

/** What an indicator is: a new one, or one that stands. */
export function IndicatorForm(props: {
  readonly slug: string;
  readonly id: string;
  readonly sent: string;
  readonly indicator: Indicator | null;
  readonly offices: readonly { readonly code: string; readonly name: string }[];
  readonly save: FormAction;
  readonly back: string;
}) {
  const t = useTranslations("indicators");
  const [state, save, isPending] = useActionState(props.save, untouched);
  const problemOf = useFieldProblem(state);
  const { indicator } = props;
  const standing = indicator
    ? typedIndicator(indicator)
    : { measure: "percent", direction: "up", period: "half" };
  const noun = t("csv.unit").toLowerCase();
  const field = (name: string) => ({
    id: name,
    name,
    defaultValue: typedOr(state, name, standing[name]),
    problem: problemOf(name),
  });
  return (
    <form
      action={save}
      onSubmit={submitKept(save)}
      noValidate
      className="mt-3 grid max-w-240 gap-4 tablet:grid-cols-2"
    >
      <div className="tablet:col-span-2">
        <FormOutcome state={state} saved={t("form.saved")} />
      </div>
      <input type="hidden" name="kampanye" value={props.slug} />
      <input type="hidden" name="id" value={typedOr(state, "id", props.id)} />
      <input type="hidden" name="sent" value={props.sent} />
      <input type="hidden" name="version" value={indicator?.version ?? 0} />
      <TextField
        {...field("name")}
        label={t("form.name")}
        hint={t("form.nameHint")}
        autoComplete="off"
      />
      <TextField
        {...field("code")}
        label={t("form.code")}
        hint={t("form.codeHint")}
        autoComplete="off"
      />
      <SelectField {...field("measure")} label={t("form.measure")} hint={t("form.measureHint")}>
        {indicatorMeasures.map((measure) => (
          <option key={measure} value={measure}>
            {t(`form.measureLong.${measure}`)}
          </option>
        ))}
      </SelectField>
      <SelectField {...field("direction")} label={t("form.direction")}>
        {directions.map((direction) => (
          <option key={direction} value={direction}>
            {t(`form.directionLong.${direction}`)}
          </option>
        ))}
      </SelectField>
      <SelectField {...field("period")} label={t("form.period")}>
        {periodKinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(`kinds.${kind}`)}
          </option>
        ))}
      </SelectField>
      <TextField
        {...field("counted")}
        label={t("form.counted")}
        hint={t("form.countedHint")}
        autoComplete="off"
      />
      <SelectField
        {...field("office")}
        label={t("form.office")}
        hint={t("form.officeHint", { noun })}
      >
        <option value="">{t("form.noOffice")}</option>
        {props.offices.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </SelectField>
      <TextField
        {...field("baseline")}
        label={t("form.baseline")}
        hint={t("form.baselineHint")}
        autoComplete="off"
      />
      <TextAreaField
        {...field("goals")}
        label={t("form.goals")}
        hint={t("form.goalsHint", { noun })}
        rows={3}
      />
      <TextField
        {...field("position")}
        label={t("form.position")}
        hint={t("form.positionHint")}
        inputMode="numeric"
        autoComplete="off"
      />
      <p className="flex flex-wrap gap-2 tablet:col-span-2">
        <Button type="submit" variant="primary" size="phone" disabled={isPending}>
          {isPending ? t("form.saving") : t("form.save")}
        </Button>
        <ButtonLink href={props.back} size="phone">
          {t("form.stop")}
        </ButtonLink>
      </p>
    </form>
  );
}
