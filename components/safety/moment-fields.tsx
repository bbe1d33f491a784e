"use client";

import { useLocale } from "next-intl";

import { DateField } from "@/components/base/ui/date-field";
import { typedOr, type FormState } from "@/lib/base/forms/form-state";

/** A day and an hour that are one moment of the campaign's zone: "foundOn" and "foundTime". */
export function MomentFields(props: {
  readonly name: string;
  readonly labels: { readonly day: string; readonly hour: string };
  readonly hint: string;
  /** "2026-06-04T10:00"; "": none. */
  readonly standing: string;
  readonly state: FormState;
  readonly problem: string | undefined;
}) {
  const locale = useLocale();
  const { name, labels, standing, state } = props;
  return (
    <div className="grid grid-cols-[3fr_2fr] items-start gap-3">
      <DateField
        id={`${name}On`}
        name={`${name}On`}
        label={labels.day}
        hint={props.hint}
        locale={locale}
        defaultValue={typedOr(state, `${name}On`, standing.slice(0, 10))}
        problem={props.problem}
      />
      <DateField
        id={`${name}Time`}
        name={`${name}Time`}
        type="time"
        label={labels.hour}
        locale={locale}
        defaultValue={typedOr(state, `${name}Time`, standing.slice(11, 16))}
      />
    </div>
  );
}
