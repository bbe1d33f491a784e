"use client";

import { useTranslations } from "next-intl";

import { tickedOr } from "@/components/base/register/form-outcome";
import { SelectField } from "@/components/base/ui/field";
import { typedOr, type FormState } from "@/lib/base/forms/form-state";
import { adverseEventStates, seriousCriteria } from "@/lib/safety/adverse-event";
import type { TypedEvent } from "@/lib/safety/typed-event";

import { MomentFields } from "./moment-fields";
import { EventTick, EventTicks } from "./tick-box";

/** What the health office decides of an event: its criteria, its state, who above was told. */
export function ReviewFields(props: {
  readonly standing: TypedEvent;
  readonly state: FormState;
  readonly problemOf: (field: string) => string | undefined;
}) {
  const t = useTranslations("adverseEventForm");
  const { standing, state, problemOf } = props;
  return (
    <fieldset className="grid gap-4 border-t border-line pt-4 tablet:col-span-2 tablet:grid-cols-2">
      <legend className="sr-only">{t("review")}</legend>
      <p aria-hidden className="text-panel font-semibold tablet:col-span-2">
        {t("review")}
      </p>
      <input type="hidden" name="isReviewed" value="1" />
      <EventTicks label={t("criteria")} problem={problemOf("criteria")}>
        {seriousCriteria.map((each) => (
          <EventTick
            key={each}
            name={`criteria-${each}`}
            label={t(`criteriaNames.${each}`)}
            isTicked={tickedOr(state, `criteria-${each}`, standing.criteria.includes(each))}
          />
        ))}
      </EventTicks>
      <SelectField
        id="state"
        name="state"
        label={t("state")}
        defaultValue={typedOr(state, "state", standing.state)}
        problem={problemOf("state")}
      >
        {adverseEventStates.map((each) => (
          <option key={each} value={each}>
            {t(`states.${each}`)}
          </option>
        ))}
      </SelectField>
      {(["toldProvince", "toldNation"] as const).map((name) => (
        <MomentFields
          key={name}
          name={name}
          labels={{ day: t(`${name}On`), hour: t("time") }}
          hint={t("toldLater")}
          standing={standing[`${name}At`]}
          state={state}
          problem={problemOf(`${name}At`)}
        />
      ))}
    </fieldset>
  );
}
