import Link from "next/link";
import { useTranslations } from "next-intl";

import { ButtonLink } from "@/components/base/ui/button-link";
import { HeadCell, NumberCell, PlainTable, RowHead, TableHead } from "@/components/base/ui/table";
import { routes, withQuery } from "@/lib/base/routes";
import type { IndicatorRow, ShownUnit } from "@/lib/indicator/matrix";
import { periodKey, type IndicatorPeriod } from "@/lib/indicator/period";

import { usePeriodName } from "./indicator-words";

/** Of which units values of the period are still missing. */
export function IndicatorCompleteness(props: {
  readonly slug: string;
  readonly shown: IndicatorPeriod;
  readonly rows: readonly IndicatorRow[];
  readonly units: readonly ShownUnit[];
  readonly filled: { readonly filled: number; readonly of: number };
}) {
  const t = useTranslations("indicators.only");
  const periodName = usePeriodName();
  const { slug, shown, rows, units, filled } = props;
  const period = periodName(shown);
  const title = t("completeness", { ...filled, period });
  const counted = units.map((unit) => ({
    unit,
    missing: rows.filter(({ cells }) =>
      cells.some((cell) => cell.unit.code === unit.code && cell.after === null),
    ).length,
  }));
  const entry = { kampanye: slug, periode: periodKey(shown) };
  return (
    <div className="grid max-w-240 gap-4">
      <div>
        <h1 className="text-verdict-phone font-semibold tablet:text-title">{title}</h1>
        <p className="text-ink2">{t("completenessNote")}</p>
      </div>
      <p>
        <ButtonLink href={withQuery(routes.indicators, entry)} variant="primary" size="phone">
          {t("open")}
        </ButtonLink>
      </p>
      <PlainTable look="ruled-table" caption={title}>
        <TableHead>
          <HeadCell>{t("unit")}</HeadCell>
          <HeadCell isNumber>{t("filled")}</HeadCell>
          <HeadCell isNumber>{t("missing")}</HeadCell>
        </TableHead>
        <tbody>
          {counted
            .toSorted((a, b) => b.missing - a.missing)
            .map(({ unit, missing }) => (
              <tr key={unit.code}>
                <RowHead>
                  <Link
                    href={withQuery(routes.indicators, { ...entry, desa: unit.code })}
                    prefetch={false}
                    className="inline-block min-h-6 underline"
                  >
                    {unit.name}
                  </Link>
                </RowHead>
                <NumberCell>{rows.length - missing}</NumberCell>
                <NumberCell className={missing > 0 ? "font-semibold" : undefined}>
                  {missing}
                </NumberCell>
              </tr>
            ))}
        </tbody>
      </PlainTable>
    </div>
  );
}
