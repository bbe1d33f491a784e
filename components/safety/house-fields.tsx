"use client";

import { useTranslations } from "next-intl";

import { SelectField, TextField } from "@/components/base/ui/field";
import { typedOr, type FormState } from "@/lib/base/forms/form-state";
import { reasonCodes } from "@/lib/report/part/part";
import type { House } from "@/lib/safety/rapid-assessment";

type HousesProps = {
  readonly from: number;
  readonly to: number;
  readonly standing: readonly House[];
  readonly state: FormState;
  readonly problemOf: (field: string) => string | undefined;
};

/** The houses of a visit, a row each; one that is left empty was not visited. */
export function HouseFields(props: HousesProps) {
  const numbers = Array.from(
    { length: Math.max(0, props.to - props.from + 1) },
    (_, at) => props.from + at,
  );
  return (
    <ol className="divide-y divide-line border-y border-line">
      {numbers.map((number) => (
        <li key={number} className="py-3">
          <HouseRow {...props} number={number} />
        </li>
      ))}
    </ol>
  );
}

function HouseRow({
  number,
  standing,
  state,
  problemOf,
}: HousesProps & { readonly number: number }) {
  const t = useTranslations("rapidAssessmentForm");
  const reasons = useTranslations("reportParts.codes");
  const house = standing.find((each) => each.number === number);
  const count = (name: "people" | "reached") => ({
    id: `${name}-${String(number)}`,
    name: `${name}-${String(number)}`,
    label: t(name),
    defaultValue: typedOr(state, `${name}-${String(number)}`, house ? String(house[name]) : ""),
    problem: problemOf(`${name}-${String(number)}`),
    inputMode: "numeric" as const,
    autoComplete: "off",
  });
  const reason = `reason-${String(number)}`;
  return (
    <fieldset className="grid grid-cols-2 items-start gap-x-3 gap-y-2 tablet:grid-cols-[6rem_7rem_7rem_1fr]">
      <legend className="sr-only">{t("house", { number })}</legend>
      <p aria-hidden className="col-span-2 text-dense font-semibold tablet:col-span-1 tablet:pt-7">
        {t("house", { number })}
      </p>
      <TextField {...count("people")} />
      <TextField {...count("reached")} />
      <SelectField
        id={reason}
        name={reason}
        label={t("reason")}
        className="col-span-2 tablet:col-span-1"
        defaultValue={typedOr(state, reason, house?.reason ?? "")}
        problem={problemOf(reason)}
      >
        <option value="">{t("noReason")}</option>
        {reasonCodes.map((code) => (
          <option key={code} value={code}>
            {reasons(code)}
          </option>
        ))}
      </SelectField>
    </fieldset>
  );
}
