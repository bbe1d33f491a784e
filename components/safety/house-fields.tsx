"use client";

import clsx from "clsx";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState, type FormEvent } from "react";

import { Shape } from "@/components/monitor/coverage/status-shape";
import { Button } from "@/components/base/ui/button";
import { SelectField, TextField } from "@/components/base/ui/field";
import { useHydrated } from "@/components/base/ui/use-hydrated";
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

/**
 * The houses of a visit, a cell each that opens its fields: they fit on a phone without scrolling far. One
 * that is left empty was not visited. Opening and typing need no scripts; what cells say of what is typed does.
 */
export function HouseFields(props: HousesProps) {
  const numbers = Array.from(
    { length: Math.max(0, props.to - props.from + 1) },
    (_, at) => props.from + at,
  );
  return (
    <ol className="grid grid-cols-4 gap-1.5 tablet:grid-cols-5 tablet:gap-2">
      {numbers.map((number) => (
        <HouseCell key={number} {...props} number={number} />
      ))}
    </ol>
  );
}

type CellProps = HousesProps & { readonly number: number };

const counts = ["people", "reached"] as const;

function fieldOf(name: "people" | "reached" | "reason", number: number): string {
  return `${name}-${String(number)}`;
}

function HouseCell(props: CellProps) {
  const { number, to, problemOf, standing, state } = props;
  const t = useTranslations("rapidAssessmentForm");
  const cell = useRef<HTMLDetailsElement>(null);
  const house = standing.find((each) => each.number === number);
  const [typed, setTyped] = useState(
    counts.map((name) => typedOr(state, fieldOf(name, number), house ? String(house[name]) : "")),
  );
  const isWrong = [...counts, "reason" as const].some((name) => problemOf(fieldOf(name, number)));
  // What was typed before the scripts were there, and what a device kept.
  useEffect(() => {
    const later = setTimeout(() =>
      setTyped(counts.map((name) => textIn(cell.current, fieldOf(name, number)))),
    );
    return () => clearTimeout(later);
  }, [number, state]);
  const read = ({ currentTarget }: FormEvent<HTMLElement>) =>
    setTyped(counts.map((name) => textIn(currentTarget, fieldOf(name, number))));
  const isHydrated = useHydrated();
  const openNext = () => {
    const next = cell.current?.parentElement?.nextElementSibling?.querySelector("details");
    if (!next) return;
    next.open = true;
    next.querySelector("input")?.focus();
  };
  return (
    <li className="has-[details[open]]:col-span-full">
      <details
        ref={cell}
        // One at a time, but for those in which something is wrong.
        name={isWrong ? undefined : "house"}
        open={isWrong || (number === 1 && standing.length === 0)}
        className={clsx(
          "group border bg-surface",
          isWrong ? "border-error-line" : "border-line-strong",
        )}
        onInput={read}
      >
        <CellHead number={number} people={typed[0] ?? ""} reached={typed[1] ?? ""} />
        <div className="grid gap-3 border-t border-line p-3">
          <HouseInputs {...props} house={house} />
          {isHydrated && number < to ? (
            <Button onClick={openNext} className="justify-self-start">
              {t("nextHouse", { number: number + 1 })}
            </Button>
          ) : null}
        </div>
      </details>
    </li>
  );
}

/** What a folded cell says of its house: its number, whether anybody was missed. */
function CellHead(props: {
  readonly number: number;
  readonly people: string;
  readonly reached: string;
}) {
  const t = useTranslations("rapidAssessmentForm");
  const { number, people, reached } = props;
  const isMissed = isCount(people) && isCount(reached) && Number(reached) < Number(people);
  const isWhole = isCount(people) && isCount(reached) && !isMissed;
  return (
    <summary
      className={clsx(
        "grid min-h-16 cursor-pointer list-none content-between gap-1 p-1.5 group-open:min-h-11 tablet:p-2 [&::-webkit-details-marker]:hidden",
        isMissed && "bg-behind-tint text-behind",
      )}
    >
      <span className="flex items-start justify-between gap-1 text-note">
        <span className="sr-only">{t("house", { number })}</span>
        <span aria-hidden className="text-ink3 group-open:hidden">
          {number}
        </span>
        <span aria-hidden className="hidden font-semibold group-open:inline">
          {t("house", { number })}
        </span>
        {isMissed || isWhole ? (
          <Shape shape={isMissed ? "behind" : "reached"} size={14} className="shrink-0" />
        ) : null}
      </span>
      <span className="text-note font-semibold tabular-nums group-open:hidden">
        {people === "" && reached === "" ? (
          <span className="font-normal text-ink3">{t("fill")}</span>
        ) : (
          t("typedOf", { reached: reached || "–", people: people || "–" })
        )}
      </span>
    </summary>
  );
}

function HouseInputs({
  number,
  house,
  state,
  problemOf,
}: CellProps & { readonly house: House | undefined }) {
  const t = useTranslations("rapidAssessmentForm");
  const reasons = useTranslations("reportParts.codes");
  const field = (name: "people" | "reached" | "reason") => ({
    id: fieldOf(name, number),
    name: fieldOf(name, number),
    label: t(name),
    defaultValue: typedOr(state, fieldOf(name, number), String(house?.[name] ?? "")),
    problem: problemOf(fieldOf(name, number)),
  });
  return (
    <fieldset className="grid grid-cols-2 items-start gap-x-3 gap-y-2 tablet:grid-cols-[7rem_7rem_1fr]">
      <legend className="sr-only">{t("house", { number })}</legend>
      {counts.map((name) => (
        <TextField key={name} {...field(name)} inputMode="numeric" autoComplete="off" />
      ))}
      <SelectField {...field("reason")} className="col-span-2 tablet:col-span-1">
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

function isCount(text: string): boolean {
  return /^\d{1,9}$/.test(text.trim());
}

function textIn(within: HTMLElement | null, name: string): string {
  return within?.querySelector<HTMLInputElement>(`[name="${name}"]`)?.value ?? "";
}
