"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";

import { FormOutcome, type FormAction } from "@/components/base/register/form-outcome";
import { useFieldProblem } from "@/components/base/register/use-field-problem";
import { Button } from "@/components/base/ui/button";
import { SelectField } from "@/components/base/ui/field";
import { typedOr, untouched } from "@/lib/base/forms/form-state";
import { submitKept } from "@/lib/base/forms/submit-kept";
import type { Strategy } from "@/lib/plan/plan";

import { GroupField, ModeField, SentFields, TickField, type RecordStart } from "./record-fields";

/** Places that a strategy can be for, by what they are; a kind without any is left out. */
export type PlaceChoices = readonly {
  readonly kind: "districts" | "sets" | "subdistricts" | "units";
  readonly places: readonly { readonly code: string; readonly name: string }[];
}[];

/** How the people of a place are reached. */
export function StrategyForm(props: {
  readonly start: RecordStart;
  readonly strategy: Omit<Strategy, "id" | "version">;
  readonly places: PlaceChoices;
  readonly groups: readonly { readonly code: string; readonly name: string }[];
  readonly save: FormAction;
}) {
  const t = useTranslations("planForms.strategy");
  const [state, save, isPending] = useActionState(props.save, untouched);
  const problemOf = useFieldProblem(state);
  const { start, strategy } = props;
  const isNew = start.version === 0;
  const id = (name: string) => `strategy-${isNew ? "new" : start.id}-${name}`;
  return (
    <form
      action={save}
      onSubmit={submitKept(save)}
      noValidate
      className="mt-2 grid gap-4 tablet:grid-cols-2"
    >
      <div className="tablet:col-span-2">
        <FormOutcome state={state} saved={t("saved")} />
        <SentFields start={start} state={state} />
      </div>
      <SelectField
        id={id("place")}
        name="place"
        label={t("place")}
        defaultValue={typedOr(state, "place", strategy.place)}
        problem={problemOf("place")}
      >
        {props.places.map(({ kind, places }) => (
          <optgroup key={kind} label={t(kind)}>
            {places.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </optgroup>
        ))}
      </SelectField>
      <ModeField
        id={id("mode")}
        label={t("mode")}
        state={state}
        standing={strategy.mode}
        problem={problemOf("mode")}
      />
      <GroupField
        id={id("groups")}
        label={t("groups")}
        hint={t("groupsHint")}
        state={state}
        groups={props.groups}
        standing={strategy.targetGroups}
        problem={problemOf("targetGroups")}
      />
      {isNew ? null : (
        <TickField
          name="isWithdrawn"
          label={t("isWithdrawn")}
          state={state}
          standing={strategy.isWithdrawn}
        />
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
