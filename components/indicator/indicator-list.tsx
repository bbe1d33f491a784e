import Link from "next/link";
import { useTranslations } from "next-intl";

import { HeadCell, NumberCell, RowHead, ScrollTable, TableHead } from "@/components/base/ui/table";
import { routes, withQuery } from "@/lib/base/routes";
import type { Indicator } from "@/lib/indicator/indicator";

import { GoodWay } from "./indicator-matrix";
import { usePeriodName } from "./indicator-words";

/** The indicators of a campaign, in their order. */
export function IndicatorList(props: {
  readonly slug: string;
  readonly indicators: readonly Indicator[];
  readonly mayManage: boolean;
}) {
  const t = useTranslations("indicators");
  const periodName = usePeriodName();
  const { slug, indicators } = props;
  if (indicators.length === 0) return null;
  return (
    <ScrollTable label={t("list.title")} look="ruled-table" caption={t("list.title")}>
      <TableHead>
        <HeadCell>{t("list.name")}</HeadCell>
        <HeadCell>{t("list.direction")}</HeadCell>
        <HeadCell>{t("list.measure")}</HeadCell>
        <HeadCell>{t("list.baseline")}</HeadCell>
        <HeadCell>{t("list.office")}</HeadCell>
        <HeadCell isNumber>{t("list.goals")}</HeadCell>
      </TableHead>
      <tbody>
        {indicators.map((indicator) => (
          <tr key={indicator.id}>
            <RowHead>
              {props.mayManage ? (
                <Link
                  href={withQuery(routes.indicator(indicator.id), { kampanye: slug })}
                  prefetch={false}
                  className="inline-block min-h-6 underline"
                >
                  {indicator.name}
                </Link>
              ) : (
                indicator.name
              )}
              <span className="block text-note font-normal text-ink3">{indicator.code}</span>
            </RowHead>
            <td>
              <GoodWay direction={indicator.direction} />
            </td>
            <td>
              {t(`measures.${indicator.measure}`)}
              <span className="block text-note text-ink3">{t(`kinds.${indicator.period}`)}</span>
            </td>
            <td>{indicator.baseline ? periodName(indicator.baseline) : t("list.noBaseline")}</td>
            <td>{indicator.office?.name ?? t("matrix.noOwner")}</td>
            <NumberCell>{t("list.goalCount", { count: indicator.goals.length })}</NumberCell>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
}
