"use client";

import { useLocale, useTranslations } from "next-intl";

import type { KeptAs } from "@/components/base/kept/kept-notice";
import { tickedOr, type FormAction } from "@/components/base/register/form-outcome";
import { DateField } from "@/components/base/ui/date-field";
import { SelectField, TextField } from "@/components/base/ui/field";
import type { RegisterRecord } from "@/components/device/outbox/use-register-form";
import { typedOr } from "@/lib/base/forms/form-state";
import { timeZoneNames, type TimeZone } from "@/lib/base/time/time-zone";
import { adverseEventOf } from "@/lib/safety/typed";
import { newTypedEvent, type TypedEvent } from "@/lib/safety/typed-event";
import type { UnitChoice } from "@/lib/safety/unit-choice";

import { MomentFields } from "./moment-fields";
import { useSafetyForm } from "./use-safety-form";
import { ReviewFields } from "./review-fields";
import { SafetyForm } from "./safety-form";
import { Seriousness } from "./seriousness";
import { SignsField } from "./signs-field";
import { EventTick, EventTicks } from "./tick-box";
import { UnitOptions } from "./unit-options";

type EventFormProps = {
  readonly record: RegisterRecord;
  readonly standing: TypedEvent;
  readonly units: readonly UnitChoice[];
  readonly interventions: readonly { readonly code: string; readonly name: string }[];
  readonly targetGroups: readonly { readonly code: string; readonly name: string }[];
  readonly zone: TimeZone;
  /** Whether criteria, state and those above are theirs to fill in. */
  readonly isReviewer: boolean;
  readonly kept: KeptAs;
  readonly action: FormAction;
  readonly back: string;
};

/** An adverse event, recorded or corrected: what happened, never to whom. */
export function AdverseEventForm(props: EventFormProps) {
  const t = useTranslations("adverseEventForm");
  const locale = useLocale();
  const open = useSafetyForm({
    kind: "adverseEvent",
    record: props.record,
    action: props.action,
    bodyOf: adverseEventOf,
  });
  const { state, problemOf, beganAt } = open;
  const standing =
    beganAt === null ? props.standing : newTypedEvent(beganAt, props.zone, props.standing.unit);
  const field = (name: "unit" | "day" | "batch" | "targetGroup" | "onsetHours") => ({
    id: name,
    name,
    label: t(name),
    defaultValue: typedOr(state, name, standing[name]),
    problem: problemOf(name),
  });
  return (
    <SafetyForm
      open={open}
      kept={props.kept}
      texts={{ saved: t("saved"), save: t("save"), saving: t("saving"), stop: t("stop") }}
      back={props.back}
    >
      <SelectField {...field("unit")}>
        <option value="">{t("chooseUnit")}</option>
        <UnitOptions units={props.units} />
      </SelectField>
      <DateField {...field("day")} locale={locale} hint={t("dayHint")} />
      <MomentFields
        name="found"
        labels={{ day: t("foundOn"), hour: t("foundTime", { zone: timeZoneNames[props.zone] }) }}
        hint={t("foundHint")}
        standing={standing.foundAt}
        state={state}
        problem={problemOf("foundAt")}
      />
      <MomentFields
        name="toldDistrict"
        labels={{ day: t("toldDistrictOn"), hour: t("time") }}
        hint={t("toldHint")}
        standing={standing.toldDistrictAt}
        state={state}
        problem={problemOf("toldDistrictAt")}
      />
      <EventTicks label={t("interventions")} problem={problemOf("interventions")}>
        {props.interventions.map(({ code, name }) => (
          <EventTick
            key={code}
            name={`gives-${code}`}
            label={name}
            isTicked={tickedOr(state, `gives-${code}`, standing.interventions.includes(code))}
          />
        ))}
      </EventTicks>
      <div className="grid content-start gap-4">
        <TextField {...field("batch")} hint={t("batchHint")} autoComplete="off" />
        <SelectField {...field("targetGroup")}>
          <option value="">{t("noGroup")}</option>
          {props.targetGroups.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </SelectField>
      </div>
      <Seriousness
        chosen={typedOr(state, "isSerious", standing.isSerious)}
        problem={problemOf("isSerious")}
      />
      <TextField
        {...field("onsetHours")}
        hint={t("onsetHint")}
        inputMode="numeric"
        autoComplete="off"
      />
      <SignsField
        signs={typedOr(state, "signs", standing.signs)}
        problem={problemOf("signs")}
        isAsked={state.status === "rejected" && (state.fields["signs"] ?? []).includes("nameLike")}
        isNoName={tickedOr(state, "isNoName", standing.isNoName)}
      />
      {props.isReviewer ? (
        <ReviewFields standing={standing} state={state} problemOf={problemOf} />
      ) : null}
    </SafetyForm>
  );
}
