import { useTranslations } from "next-intl";

import { Button } from "@/components/base/ui/button";
import { FilterChoice } from "@/components/base/ui/filter-choice";
import { FilterForm } from "@/components/base/ui/filter-form";
import { routes } from "@/lib/base/routes";
import type { Indicator } from "@/lib/indicator/indicator";
import type { ShownUnit } from "@/lib/indicator/matrix";
import { periodKey, type IndicatorPeriod } from "@/lib/indicator/period";

import { usePeriodName } from "./indicator-words";

/** What is entered: a period, all of it or one unit's or one indicator's. */
export function EntryChooser(props: {
  readonly slug: string;
  readonly noun: string;
  readonly entry: {
    readonly period: IndicatorPeriod;
    readonly choices: readonly IndicatorPeriod[];
    readonly units: readonly ShownUnit[];
    readonly indicators: readonly Indicator[];
    readonly unit: string | null;
    readonly indicator: string | null;
  };
}) {
  const t = useTranslations("indicators");
  const periodName = usePeriodName();
  const { entry, noun } = props;
  return (
    <FilterForm
      action={routes.indicatorEntry}
      method="get"
      className="flex flex-wrap items-end gap-3"
    >
      <input type="hidden" name="kampanye" value={props.slug} />
      <FilterChoice
        id="periode"
        label={t("entry.choose")}
        value={periodKey(entry.period)}
        className="max-tablet:grow"
      >
        {entry.choices.map((period) => (
          <option key={periodKey(period)} value={periodKey(period)}>
            {periodName(period)}
          </option>
        ))}
      </FilterChoice>
      <FilterChoice
        id="desa"
        label={t("filter.unit", { noun })}
        value={entry.unit ?? ""}
        className="max-tablet:grow"
      >
        <option value="">{t("filter.everyUnit", { noun })}</option>
        {entry.units.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </FilterChoice>
      <FilterChoice
        id="indikator"
        label={t("entry.indicator")}
        value={entry.indicator ?? ""}
        className="max-tablet:grow"
      >
        <option value="">{t("entry.allIndicators")}</option>
        {entry.indicators.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </FilterChoice>
      <Button type="submit" size="filter">
        {t("entry.go")}
      </Button>
    </FilterForm>
  );
}
