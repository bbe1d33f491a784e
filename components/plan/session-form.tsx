"use client";

import { useLocale, useTranslations } from "next-intl";
import { useActionState } from "react";

import { FormOutcome, type FormAction } from "@/components/base/register/form-outcome";
import { useFieldProblem } from "@/components/base/register/use-field-problem";
import { Button } from "@/components/base/ui/button";
import { DateField } from "@/components/base/ui/date-field";
import { SelectField, TextField } from "@/components/base/ui/field";
import { typedOr, untouched } from "@/lib/base/forms/form-state";
import { submitKept } from "@/lib/base/forms/submit-kept";
import type { PlannedSession } from "@/lib/plan/plan";

import { GroupField, ModeField, SentFields, TickField, type RecordStart } from "./record-fields";

/** What a session can be made of. */
export type SessionChoices = {
  /** Units under their kecamatan. */
  readonly places: readonly {
    readonly name: string;
    readonly units: readonly { readonly code: string; readonly name: string }[];
  }[];
  readonly teams: readonly { readonly id: string; readonly name: string }[];
  readonly groups: readonly { readonly code: string; readonly name: string }[];
};

/** A session: planned, moved, called off. */
export function SessionForm(props: {
  readonly start: RecordStart;
  readonly session: Omit<PlannedSession, "id" | "version">;
  readonly choices: SessionChoices;
  readonly save: FormAction;
}) {
  const t = useTranslations("planForms.session");
  const locale = useLocale();
  const [state, save, isPending] = useActionState(props.save, untouched);
  const problemOf = useFieldProblem(state);
  const { start, session, choices } = props;
  const field = (name: "unit" | "day" | "team" | "planned" | "calledOff") => ({
    id: name,
    name,
    label: t(name),
    defaultValue: typedOr(state, name, String(session[name] ?? "")),
    problem: problemOf(name),
  });
  const isNew = start.version === 0;
  return (
    <form
      action={save}
      onSubmit={submitKept(save)}
      noValidate
      className="mt-3 grid max-w-200 gap-4 tablet:grid-cols-2"
    >
      <div className="tablet:col-span-2">
        <FormOutcome state={state} saved="" />
        <SentFields start={start} state={state} />
      </div>
      <SelectField {...field("unit")} hint={t("unitHint")}>
        {choices.places.map(({ name, units }) => (
          <optgroup key={name} label={name}>
            {units.map(({ code, name: unit }) => (
              <option key={code} value={code}>
                {unit}
              </option>
            ))}
          </optgroup>
        ))}
      </SelectField>
      <DateField {...field("day")} locale={locale} />
      <ModeField
        id="mode"
        label={t("mode")}
        state={state}
        standing={session.mode}
        problem={problemOf("mode")}
      />
      <SelectField {...field("team")}>
        <option value="">{t("noTeam")}</option>
        {choices.teams.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <TextField
        {...field("planned")}
        hint={t("plannedHint")}
        inputMode="numeric"
        autoComplete="off"
      />
      <GroupField
        id="groups"
        label={t("groups")}
        hint={t("groupsHint")}
        state={state}
        groups={choices.groups}
        standing={session.targetGroups}
        problem={problemOf("targetGroups")}
      />
      {isNew ? null : (
        <>
          <TickField
            name="isCalledOff"
            label={t("isCalledOff")}
            state={state}
            standing={session.calledOff !== null}
          />
          <TextField
            {...field("calledOff")}
            hint={t("calledOffHint")}
            autoComplete="off"
            className="tablet:col-span-2"
          />
        </>
      )}
      <Button
        type="submit"
        variant="primary"
        size="phone"
        disabled={isPending}
        className="justify-self-start"
      >
        {isPending ? t("saving") : isNew ? t("add") : t("save")}
      </Button>
    </form>
  );
}
