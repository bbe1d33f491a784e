import { useLocale, useTranslations } from "next-intl";

import { formats } from "@/lib/base/i18n/format";
import type { Counted, Indicator } from "@/lib/indicator/indicator";
import { startOf, type IndicatorPeriod } from "@/lib/indicator/period";
import { numberOf, quantityOf, tenthsOf, type Quantity } from "@/lib/indicator/quantity";

/** "Semester 1 2024" */
export function usePeriodName(): (period: IndicatorPeriod) => string {
  const t = useTranslations("indicators.period");
  const f = formats(useLocale());
  return (period) => {
    const { kind, year, number } = period;
    // A year has no thousands.
    const values = { year: String(year), number: String(number), month: f.month(startOf(period)) };
    return t(kind, values);
  };
}

type Measured = Pick<Indicator, "measure">;

/** "24,6%", "12", "ya": a quantity as its indicator is counted; a yes or no of several units is their number. */
export function useQuantityText(): (indicator: Measured, quantity: Quantity) => string {
  const f = formats(useLocale());
  return ({ measure }, quantity) => {
    if (measure === "percent") return f.tenths(tenthsOf(quantity));
    if (measure === "ratio") return f.amount(numberOf(quantity));
    return f.count(Math.round(numberOf(quantity)));
  };
}

/** What one unit had, in words: "30 dari 120" stands in its history, "25,0%" on its cell. */
export function useValueText(): (indicator: Measured, value: Counted) => string {
  const t = useTranslations("indicators");
  const textOf = useQuantityText();
  const f = formats(useLocale());
  return (indicator, value) => {
    const quantity = quantityOf(indicator.measure, value);
    if (quantity === null) {
      return `${f.count(value.numerator)} / ${f.count(value.denominator)}`;
    }
    if (indicator.measure === "yesNo") return t(value.value === 1 ? "yes" : "no");
    return textOf(indicator, quantity);
  };
}

/** The same with the two counts that it is a share of: "15,0% (18/120)". */
export function useCountedText(): (indicator: Measured, value: Counted) => string {
  const textOf = useValueText();
  const f = formats(useLocale());
  return (indicator, value) => {
    const { numerator, denominator } = value;
    const text = textOf(indicator, value);
    if (numerator === null || denominator === null || denominator === 0) return text;
    return `${text} (${f.count(numerator)}/${f.count(denominator)})`;
  };
}
