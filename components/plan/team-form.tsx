"use client";

import { useTranslations } from "next-intl";
import { useActionState, useLayoutEffect, useRef } from "react";

import { FormOutcome, type FormAction } from "@/components/base/register/form-outcome";
import { useFieldProblem } from "@/components/base/register/use-field-problem";
import { Button } from "@/components/base/ui/button";
import { SelectField, TextField } from "@/components/base/ui/field";
import { typedOr, untouched } from "@/lib/base/forms/form-state";
import { submitKept } from "@/lib/base/forms/submit-kept";
import type { Team } from "@/lib/plan/plan";

import { SentFields, TickField, type RecordStart } from "./record-fields";

/** A team: what it is called, where it works, and how many people it serves in a day. */
export function TeamForm(props: {
  readonly start: RecordStart;
  readonly team: Pick<Team, "name" | "base" | "isClosed"> & {
    readonly peoplePerDay: number | null;
  };
  readonly bases: readonly { readonly code: string; readonly name: string }[];
  readonly save: FormAction;
}) {
  const t = useTranslations("planForms.team");
  const [state, save, isPending] = useActionState(props.save, untouched);
  const problemOf = useFieldProblem(state);
  const form = useRef<HTMLFormElement>(null);
  const { start, team } = props;
  const isNew = start.version === 0;
  const isAdded = state.status === "saved" && isNew;
  useLayoutEffect(() => {
    if (isAdded) form.current?.reset();
  }, [isAdded, state]);
  const field = (name: "name" | "base" | "peoplePerDay") => ({
    id: `team-${isNew ? "new" : start.id}-${name}`,
    name,
    label: t(name),
    defaultValue: typedOr(state, name, String(team[name] ?? "")),
    problem: problemOf(name),
  });
  return (
    <form
      ref={form}
      action={save}
      onSubmit={submitKept(save)}
      noValidate
      className="mt-2 grid gap-4 tablet:grid-cols-2"
    >
      <div className="tablet:col-span-2">
        <FormOutcome state={state} saved={t("saved")} />
        <SentFields start={start} state={state} />
      </div>
      <TextField {...field("name")} autoComplete="off" />
      <TextField {...field("peoplePerDay")} inputMode="numeric" autoComplete="off" />
      <SelectField {...field("base")} hint={t("baseHint")} className="tablet:col-span-2">
        {props.bases.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </SelectField>
      {isNew ? null : (
        <TickField name="isClosed" label={t("isClosed")} state={state} standing={team.isClosed} />
      )}
      <Button
        type="submit"
        variant={isNew ? "primary" : "secondary"}
        size="phone"
        disabled={isPending}
        className="justify-self-start"
      >
        {isPending ? t("saving") : isNew ? t("add") : t("save")}
      </Button>
    </form>
  );
}
