"use client";

import { useLocale, useTranslations } from "next-intl";
import { useActionState } from "react";

import { KeptFields } from "@/components/base/kept/kept-fields";
import type { KeptAs } from "@/components/base/kept/kept-notice";
import { Button } from "@/components/base/ui/button";
import { ButtonLink } from "@/components/base/ui/button-link";
import { DateField } from "@/components/base/ui/date-field";
import { SelectField, TextField } from "@/components/base/ui/field";
import { typedOr, untouched } from "@/lib/base/forms/form-state";
import { submitKept } from "@/lib/base/forms/submit-kept";
import type { AddresseeChoices } from "@/lib/directive/addressee-choices";
import { directiveKinds, type Directive } from "@/lib/directive/directive";

import { AddresseeFields } from "./addressee-fields";
import { FormOutcome, tickedOr, type FormAction } from "@/components/base/register/form-outcome";
import { useFieldProblem } from "@/components/base/register/use-field-problem";

/** What a directive says of itself and whom it is addressed to: a new one, or a draft that is changed. */
export function DirectiveForm(props: {
  readonly slug: string;
  /** Of a new one made by the page, so that what is sent twice is begun once. */
  readonly id: string;
  /** null: a new one. */
  readonly directive: Directive | null;
  readonly addressees: AddresseeChoices;
  /** Where the register of offices is filled; null: somebody else does that. */
  readonly register: string | null;
  readonly kept: KeptAs;
  readonly save: FormAction;
  /** Where to go without saving. */
  readonly back: string;
}) {
  const t = useTranslations("directives.form");
  const kinds = useTranslations("followUps.kinds");
  const locale = useLocale();
  const [state, save, isPending] = useActionState(props.save, untouched);
  const problemOf = useFieldProblem(state);
  const { directive } = props;
  const field = (name: "number" | "title" | "day" | "issuer" | "source" | "reviewOn") => ({
    id: name,
    name,
    label: t(name),
    defaultValue: typedOr(state, name, directive?.[name] ?? undefined),
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
      <input type="hidden" name="kampanye" value={props.slug} />
      <input type="hidden" name="id" value={typedOr(state, "id", props.id)} />
      {directive ? <input type="hidden" name="version" value={directive.version} /> : null}
      <SelectField
        id="kind"
        name="kind"
        label={t("kind")}
        defaultValue={typedOr(state, "kind", directive?.kind)}
        problem={problemOf("kind")}
      >
        {directiveKinds.map((kind) => (
          <option key={kind} value={kind}>
            {kinds(kind)}
          </option>
        ))}
      </SelectField>
      <TextField {...field("number")} hint={t("numberHint")} autoComplete="off" />
      <TextField
        {...field("title")}
        hint={t("titleHint")}
        autoComplete="off"
        className="tablet:col-span-2"
      />
      <DateField {...field("day")} locale={locale} />
      <TextField {...field("issuer")} hint={t("issuerHint")} autoComplete="off" />
      <TextField {...field("source")} hint={t("sourceHint")} autoComplete="off" />
      <DateField {...field("reviewOn")} locale={locale} hint={t("reviewOnHint")} />
      <label className="flex min-h-11 items-center gap-2 text-dense tablet:col-span-2">
        <input
          type="checkbox"
          name="ofCampaign"
          defaultChecked={tickedOr(state, "ofCampaign", directive?.isOfCampaign ?? true)}
          className="size-5 shrink-0"
        />
        <span>
          {t("ofCampaign")}
          <span className="block text-note text-ink3">{t("ofCampaignHint")}</span>
        </span>
      </label>
      <AddresseeFields choices={props.addressees} register={props.register} state={state} />
      <p className="flex flex-wrap gap-2 tablet:col-span-2">
        <Button type="submit" variant="primary" size="phone" disabled={isPending}>
          {isPending ? t("saving") : directive ? t("save") : t("begin")}
        </Button>
        <ButtonLink href={props.back} size="phone">
          {t("stop")}
        </ButtonLink>
      </p>
    </form>
  );
}
