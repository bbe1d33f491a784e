import Link from "next/link";
import { useTranslations } from "next-intl";

import { HeadCell, NumberCell, PlainTable, RowHead, TableHead } from "@/components/base/ui/table";
import { routes, withQuery } from "@/lib/base/routes";
import { hasNumber, type Indicator, type IndicatorValue } from "@/lib/indicator/indicator";
import type { ShownUnit } from "@/lib/indicator/matrix";
import { comparePeriods, isSamePeriod, periodKey } from "@/lib/indicator/period";
import { quantityMove, quantityOf } from "@/lib/indicator/quantity";
import { verdictOfPair } from "@/lib/indicator/whole";

import { useCountedText, usePeriodName } from "./indicator-words";
import { MoveWord } from "./move-word";

/** What a unit had in each period, the newest first, against the baseline. */
export function ValueSeries(props: {
  readonly slug: string;
  readonly indicator: Indicator;
  readonly unit: ShownUnit;
  readonly series: readonly IndicatorValue[];
}) {
  const t = useTranslations("indicators");
  const periodName = usePeriodName();
  const countedText = useCountedText();
  const { indicator, unit, series } = props;
  const filled = series.filter(hasNumber);
  const { baseline } = indicator;
  const first = baseline && filled.find(({ period }) => isSamePeriod(period, baseline));
  if (filled.length === 0)
    return <p className="mt-2 text-dense text-ink2">{t("matrix.noValue")}</p>;
  return (
    <PlainTable look="ruled-table" caption={t("value.periods")} className="mt-2">
      <TableHead>
        <HeadCell>{t("value.period")}</HeadCell>
        <HeadCell isNumber>{t("csv.value")}</HeadCell>
        <HeadCell>{t("value.verdict")}</HeadCell>
      </TableHead>
      <tbody>
        {filled.map((value) => {
          const isBaseline = baseline !== null && isSamePeriod(value.period, baseline);
          const isLater = first && comparePeriods(value.period, first.period) > 0;
          const from = first && quantityOf(indicator.measure, first);
          const to = quantityOf(indicator.measure, value);
          const verdict = isLater ? verdictOfPair(indicator, first, value) : null;
          return (
            <tr key={value.id}>
              <RowHead>
                <Link
                  href={withQuery(routes.indicatorValue(indicator.id), {
                    kampanye: props.slug,
                    desa: unit.code,
                    periode: periodKey(value.period),
                  })}
                  prefetch={false}
                  className="inline-block min-h-6 underline"
                >
                  {periodName(value.period)}
                </Link>
              </RowHead>
              <NumberCell>
                {countedText(indicator, value)}
                {value.source ? (
                  <span className="block text-note text-ink3">
                    {t("value.source", { source: value.source })}
                  </span>
                ) : null}
              </NumberCell>
              <td>
                {isBaseline ? t("matrix.legendFirst") : null}
                {verdict ? (
                  <MoveWord move={from && to ? quantityMove(from, to) : null} verdict={verdict} />
                ) : null}
              </td>
            </tr>
          );
        })}
      </tbody>
    </PlainTable>
  );
}
