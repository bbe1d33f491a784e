import { useTranslations } from "next-intl";

import type { IndicatorPeriod } from "@/lib/indicator/period";

import { usePeriodName } from "./indicator-words";

/** Which period is entered, and how its fields are read. */
export function EntryTitle({ period }: { readonly period: IndicatorPeriod }) {
  const t = useTranslations("indicators.entry");
  const periodName = usePeriodName();
  return (
    <div className="mt-2 mb-4">
      <h1 className="text-title font-semibold">{t("title", { period: periodName(period) })}</h1>
      <p className="max-w-180 text-dense text-ink2">
        {t("intro")} {t("pasteHint")}
      </p>
    </div>
  );
}
