import type { CalendarDay } from "@/lib/base/time/calendar-day";

import type { Counted, Direction, Indicator, IndicatorMeasure } from "./indicator";
import type { IndicatorRow } from "./matrix";
import { periodKey } from "./period";
import { numberOf, quantityOf } from "./quantity";
import type { IndicatorWhole } from "./whole";

/** Columns of the file, in order: `readValueTable` reads it again. */
const indicatorColumns = [
  "code",
  "indicator",
  "office",
  "measure",
  "direction",
  "unitCode",
  "unit",
  "period",
  "value",
  "numerator",
  "denominator",
  "baseline",
  "verdict",
  "goal",
  "source",
] as const;

/** The words of the reader's language. */
type IndicatorCsvTexts = {
  readonly column: (name: (typeof indicatorColumns)[number]) => string;
  readonly measure: (measure: IndicatorMeasure) => string;
  readonly direction: (direction: Direction) => string;
  readonly verdict: (verdict: NonNullable<IndicatorWhole["verdict"]>) => string;
  /** The line above everything where figures are invented; null: they are not. */
  readonly sample: string | null;
};

/** A row for each indicator and unit, empty ones too, so that the file is also the form to fill in. */
export function indicatorCsv(
  rows: readonly IndicatorRow[],
  texts: IndicatorCsvTexts,
): (string | number | null)[][] {
  const lines = rows.flatMap(({ indicator, period, cells }) =>
    cells.map(({ unit, before, after, verdict, goal }) => [
      indicator.code,
      indicator.name,
      indicator.office?.name ?? null,
      texts.measure(indicator.measure),
      texts.direction(indicator.direction),
      unit.code,
      unit.name,
      periodKey(period),
      after && amountOf(indicator, after),
      after?.numerator ?? null,
      after?.denominator ?? null,
      before && amountOf(indicator, before),
      verdict && texts.verdict(verdict),
      goal?.value ?? null,
      after?.source ?? null,
    ]),
  );
  return [
    ...(texts.sample === null ? [] : [[texts.sample]]),
    indicatorColumns.map(texts.column),
    ...lines,
  ];
}

/** With two decimals, as tables write it; its counts stand beside it exactly. */
function amountOf({ measure }: Indicator, counted: Counted): number | null {
  const quantity = quantityOf(measure, counted);
  return quantity && Math.round(numberOf(quantity) * 100) / 100;
}

export function indicatorFileName(slug: string, period: string, day: CalendarDay): string {
  return `indikator-${slug}-${period}-${day}.csv`;
}
