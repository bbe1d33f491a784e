"use client";

import { useActionState } from "react";

import type { FormAction } from "@/components/base/register/form-outcome";
import { Banner } from "@/components/base/ui/banner";
import { Button } from "@/components/base/ui/button";
import { KeptFields } from "@/components/base/kept/kept-fields";
import type { KeptAs } from "@/components/base/kept/kept-notice";
import { DateField } from "@/components/base/ui/date-field";
import { SelectField, TextField } from "@/components/base/ui/field";
import { typedOr, untouched } from "@/lib/base/forms/form-state";
import type { Locale } from "@/lib/base/i18n/locale";
import { submitKept } from "@/lib/base/forms/submit-kept";

import type { ProblemTexts } from "./explain-form";

type Choice = { readonly code: string; readonly name: string };

type Texts = Readonly<
  Record<
    | "place"
    | "intervention"
    | "day"
    | "span"
    | "cumulative"
    | "oneDay"
    | "doses"
    | "dosesHint"
    | "source"
    | "sourceHint"
    | "save"
    | "saving"
    | "saved",
    string
  >
>;

/** Notes a total that somebody announced. */
export function StatedTotalForm(props: {
  readonly slug: string;
  readonly places: readonly Choice[];
  readonly interventions: readonly Choice[];
  readonly days: { readonly first: string; readonly last: string };
  readonly save: FormAction;
  readonly texts: Texts;
  readonly problems: ProblemTexts;
  readonly kept: KeptAs;
  readonly locale: Locale;
}) {
  const { texts, problems } = props;
  const [state, save, isPending] = useActionState(props.save, untouched);
  const problemOf = (field: string) => {
    const code = state.status === "rejected" ? state.fields[field]?.[0] : undefined;
    return code === undefined ? undefined : (problems[code] ?? problems["invalid"]);
  };

  return (
    <form action={save} onSubmit={submitKept(save)} noValidate className="grid gap-3 pb-2">
      <input type="hidden" name="kampanye" value={props.slug} />
      <KeptFields {...props.kept} isSaved={state.status === "saved"} turn={state} />
      {state.status === "saved" ? (
        <Banner kind="success" role="status" title={texts.saved} />
      ) : state.status === "rejected" && state.code ? (
        <Banner kind="error" role="alert" title={problems[state.code] ?? problems["invalid"]} />
      ) : null}
      <SelectField
        id="total-place"
        name="place"
        label={texts.place}
        defaultValue={typedOr(state, "place", props.places[0]?.code)}
        problem={problemOf("place")}
      >
        <Options of={props.places} />
      </SelectField>
      <SelectField
        id="total-intervention"
        name="intervention"
        label={texts.intervention}
        defaultValue={typedOr(state, "intervention", props.interventions[0]?.code)}
        problem={problemOf("intervention")}
      >
        <Options of={props.interventions} />
      </SelectField>
      <DateField
        id="total-day"
        name="day"
        locale={props.locale}
        min={props.days.first}
        max={props.days.last}
        label={texts.day}
        defaultValue={typedOr(state, "day")}
        problem={problemOf("day")}
      />
      <SelectField
        id="total-span"
        name="span"
        label={texts.span}
        defaultValue={typedOr(state, "span", "cumulative")}
        problem={problemOf("span")}
      >
        <option value="cumulative">{texts.cumulative}</option>
        <option value="day">{texts.oneDay}</option>
      </SelectField>
      <TextField
        id="total-doses"
        name="doses"
        inputMode="numeric"
        label={texts.doses}
        hint={texts.dosesHint}
        defaultValue={typedOr(state, "doses")}
        problem={problemOf("doses")}
      />
      <TextField
        id="total-source"
        name="source"
        maxLength={300}
        label={texts.source}
        hint={texts.sourceHint}
        defaultValue={typedOr(state, "source")}
        problem={problemOf("source")}
      />
      <Button type="submit" disabled={isPending} className="justify-self-start">
        {isPending ? texts.saving : texts.save}
      </Button>
    </form>
  );
}

function Options(props: { readonly of: readonly Choice[] }) {
  return props.of.map(({ code, name }) => (
    <option key={code} value={code}>
      {name}
    </option>
  ));
}
