"use client";

import { useLocale, useTranslations } from "next-intl";

import type { KeptAs } from "@/components/base/kept/kept-notice";
import type { FormAction } from "@/components/base/register/form-outcome";
import { DateField } from "@/components/base/ui/date-field";
import { SelectField, TextField } from "@/components/base/ui/field";
import type { RegisterRecord } from "@/components/device/outbox/use-register-form";
import { typedOr } from "@/lib/base/forms/form-state";
import { limits } from "@/lib/base/limits";
import { localDay, type TimeZone } from "@/lib/base/time/time-zone";
import type { House, PassMark } from "@/lib/safety/rapid-assessment";
import { rapidAssessmentOf } from "@/lib/safety/typed";
import type { UnitChoice } from "@/lib/safety/unit-choice";

import { HouseFields } from "./house-fields";
import { SafetyForm } from "./safety-form";
import { UnitOptions } from "./unit-options";
import { useSafetyForm } from "./use-safety-form";

/** Rows that are folded behind those that the mark asks for. */
const more = 20;

/** Houses of a place, visited or corrected. */
export function RapidAssessmentForm(props: {
  readonly record: RegisterRecord;
  readonly standing: {
    readonly unit: string;
    readonly day: string;
    readonly intervention: string;
    readonly location: string;
    readonly assessor: string;
    readonly houses: readonly House[];
  };
  readonly units: readonly UnitChoice[];
  readonly interventions: readonly { readonly code: string; readonly name: string }[];
  readonly mark: PassMark;
  readonly zone: TimeZone;
  readonly kept: KeptAs;
  readonly action: FormAction;
  readonly back: string;
}) {
  const t = useTranslations("rapidAssessmentForm");
  const locale = useLocale();
  const { standing, mark } = props;
  const open = useSafetyForm({
    kind: "assessment",
    record: props.record,
    action: props.action,
    bodyOf: rapidAssessmentOf,
  });
  const { state, problemOf, beganAt } = open;
  const day = beganAt === null ? standing.day : localDay(beganAt, props.zone);
  const field = (name: "unit" | "day" | "intervention" | "location" | "assessor") => ({
    id: name,
    name,
    label: t(name),
    defaultValue: typedOr(state, name, name === "day" ? day : standing[name]),
    problem: problemOf(name),
  });
  const houses = { standing: standing.houses, state, problemOf };
  const last = Math.min(limits.assessmentHouses, mark.houses + more);
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
      <DateField {...field("day")} locale={locale} />
      <SelectField {...field("intervention")}>
        {props.interventions.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </SelectField>
      <TextField {...field("location")} hint={t("locationHint")} autoComplete="off" />
      <TextField {...field("assessor")} hint={t("assessorHint")} autoComplete="off" />
      <section aria-label={t("houses")} className="col-span-full">
        <h2 className="text-panel font-semibold">{t("houses")}</h2>
        <p className="mb-2 text-note text-ink3">{t("housesNote")}</p>
        {problemOf("houses") ? (
          <p className="mb-2 text-note font-medium text-error">{problemOf("houses")}</p>
        ) : null}
        <HouseFields {...houses} from={1} to={mark.houses} />
        {last > mark.houses ? (
          <details open={standing.houses.some(({ number }) => number > mark.houses)}>
            <summary className="flex min-h-11 items-center text-dense font-semibold">
              {t("more")}
            </summary>
            <HouseFields {...houses} from={mark.houses + 1} to={last} />
          </details>
        ) : null}
      </section>
    </SafetyForm>
  );
}
