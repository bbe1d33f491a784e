import type { CalendarDay } from "@/lib/base/time/calendar-day";

import type { Indicator } from "./indicator";
import { comparisons, defaultPeriod, periodChoices, type Comparison } from "./matrix";
import { periodKey, readPeriod, type IndicatorPeriod } from "./period";

type Query = Readonly<Record<string, string | string[] | undefined>>;

/** What an address asks of the screen; what is none of its words is as if it were not there. */
export type IndicatorParams = {
  readonly choices: readonly IndicatorPeriod[];
  /** null: there is no indicator, so nothing has a period. */
  readonly shown: IndicatorPeriod | null;
  readonly comparison: Comparison;
  /** Code of the office whose indicators are shown; null: all. */
  readonly office: string | null;
  /** Code of the one unit that is shown; null: a page of them. */
  readonly unit: string | null;
  /** From 1. */
  readonly page: number;
};

/** Words of the address. */
const comparisonWords: Readonly<Record<Comparison, string>> = {
  baseline: "awal",
  previous: "lalu",
};

/** @param days since the first that anything is known of, until the last of the campaign or today. */
export function indicatorParams(
  query: Query,
  indicators: readonly Indicator[],
  days: { readonly since: CalendarDay; readonly until: CalendarDay; readonly today: CalendarDay },
): IndicatorParams {
  const one = (name: string) => {
    const value = query[name];
    return (Array.isArray(value) ? value[0] : value) ?? null;
  };
  const choices = periodChoices(indicators, days);
  const asked = readPeriod(one("periode") ?? "");
  const shown = asked && choices.find((each) => periodKey(each) === periodKey(asked));
  const office = one("opd");
  const page = Number(one("hal") ?? 1);
  return {
    choices,
    shown: shown ?? defaultPeriod(choices, days.today),
    comparison: comparisons.find((each) => comparisonWords[each] === one("banding")) ?? "baseline",
    office: indicators.some((each) => each.office?.code === office) ? office : null,
    unit: one("desa"),
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
}

/** The same as an address says it; what is left as it is stands for nothing. */
export function indicatorQuery(params: IndicatorParams): Record<string, string | null> {
  const { shown, comparison, office, unit, page } = params;
  return {
    periode: shown && periodKey(shown),
    banding: comparison === "baseline" ? null : comparisonWords[comparison],
    opd: office,
    desa: unit,
    hal: page > 1 ? String(page) : null,
  };
}
