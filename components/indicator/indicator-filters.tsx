import { useTranslations } from "next-intl";

import { Button } from "@/components/base/ui/button";
import { FilterChoice } from "@/components/base/ui/filter-choice";
import { FilterForm } from "@/components/base/ui/filter-form";
import { routes } from "@/lib/base/routes";
import type { Indicator } from "@/lib/indicator/indicator";
import type { ShownUnit } from "@/lib/indicator/matrix";
import { indicatorQuery, type IndicatorParams } from "@/lib/indicator/params";
import { periodKey } from "@/lib/indicator/period";

import { usePeriodName } from "./indicator-words";

/** Which period, against which, whose indicators, and on a phone which unit. */
export function IndicatorFilters(props: {
  readonly slug: string;
  readonly params: IndicatorParams;
  readonly indicators: readonly Indicator[];
  readonly units: readonly ShownUnit[];
  readonly noun: string;
}) {
  const t = useTranslations("indicators.filter");
  const periodName = usePeriodName();
  const { params, units, noun } = props;
  const query = indicatorQuery(params);
  const offices = new Map(
    props.indicators.flatMap(({ office }) => (office ? [[office.code, office.name]] : [])),
  );
  return (
    <FilterForm
      action={routes.indicators}
      method="get"
      className="flex flex-wrap items-end gap-3 print:hidden"
    >
      <input type="hidden" name="kampanye" value={props.slug} />
      <FilterChoice
        id="periode"
        label={t("period")}
        value={query["periode"] ?? ""}
        className="max-tablet:grow"
      >
        {params.choices.map((period) => (
          <option key={periodKey(period)} value={periodKey(period)}>
            {periodName(period)}
          </option>
        ))}
      </FilterChoice>
      <FilterChoice
        id="banding"
        label={t("comparison")}
        value={query["banding"] ?? "awal"}
        className="max-tablet:grow"
      >
        <option value="awal">{t("baseline")}</option>
        <option value="lalu">{t("previous")}</option>
      </FilterChoice>
      {offices.size > 0 ? (
        <FilterChoice
          id="opd"
          label={t("office")}
          value={query["opd"] ?? ""}
          className="max-tablet:grow"
        >
          <option value="">{t("everyOffice")}</option>
          {[...offices].map(([code, name]) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </FilterChoice>
      ) : null}
      {units.length > 1 ? (
        <FilterChoice
          id="desa"
          label={t("unit", { noun })}
          value={query["desa"] ?? ""}
          className="max-tablet:grow"
        >
          <option value="">{t("everyUnit", { noun })}</option>
          {units.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </FilterChoice>
      ) : null}
      <Button type="submit" size="filter">
        {t("show")}
      </Button>
    </FilterForm>
  );
}
