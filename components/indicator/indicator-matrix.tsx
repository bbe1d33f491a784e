import { TrendingDown, TrendingUp, MoveRight } from "lucide-react";
import { useTranslations } from "next-intl";

import { HeadCell, RowHead, ScrollTable, TableHead } from "@/components/base/ui/table";
import type { Direction, Indicator } from "@/lib/indicator/indicator";
import type { Comparison, IndicatorRow, ShownUnit } from "@/lib/indicator/matrix";

import { UnitCell, WholeCell } from "./indicator-cell";

type MatrixProps = {
  readonly slug: string;
  readonly rows: readonly IndicatorRow[];
  readonly page: readonly ShownUnit[];
  /** Of all units, and what they are called. */
  readonly units: number;
  readonly noun: string;
  readonly comparison: Comparison;
};

const icons: Readonly<Record<Direction, typeof TrendingUp>> = {
  up: TrendingUp,
  down: TrendingDown,
  none: MoveRight,
};

/** Which way of an indicator is good. */
export function GoodWay({ direction }: { readonly direction: Direction }) {
  const t = useTranslations("indicators.directions");
  const Icon = icons[direction];
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap text-ink2">
      <Icon aria-hidden className="size-4 shrink-0" />
      {t(direction)}
    </span>
  );
}

/** An indicator with who answers for it. */
export function IndicatorName({ indicator }: { readonly indicator: Indicator }) {
  const t = useTranslations("indicators.matrix");
  return (
    <>
      <b className="font-semibold">{indicator.name}</b>
      <small>{indicator.office?.name ?? t("noOwner")}</small>
    </>
  );
}

/** Indicators against units, and over all of them; a phone has one unit at a time instead. */
export function IndicatorMatrix(props: MatrixProps) {
  const t = useTranslations("indicators.matrix");
  const { rows, noun, page } = props;
  const title = t("title", { noun });
  return (
    <div className="max-tablet:hidden print:block">
      <ScrollTable label={title} look="indicators" caption={title}>
        <TableHead>
          <HeadCell>{t("indicator")}</HeadCell>
          <HeadCell>{t("good")}</HeadCell>
          <HeadCell className="whole">
            {t(props.comparison === "baseline" ? "whole" : "wholePrevious", {
              count: props.units,
              noun,
            })}
          </HeadCell>
          {page.map(({ code, name }) => (
            <HeadCell key={code}>{name}</HeadCell>
          ))}
        </TableHead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.indicator.id}>
              <RowHead>
                <IndicatorName indicator={row.indicator} />
              </RowHead>
              <td>
                <GoodWay direction={row.indicator.direction} />
              </td>
              <td className="whole">
                <WholeCell row={row} noun={noun} />
              </td>
              {row.cells.map((cell) => (
                <td key={cell.unit.code} className={cell.verdict === "worse" ? "worse" : undefined}>
                  <UnitCell
                    slug={props.slug}
                    indicator={row.indicator}
                    period={row.period}
                    cell={cell}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </ScrollTable>
    </div>
  );
}

/** The same on a phone: of one unit, or of all together. */
export function IndicatorCards(
  props: MatrixProps & { /** Whether one was chosen. */ readonly isOne: boolean },
) {
  const { rows, noun } = props;
  return (
    <ul className="indicator-cards tablet:hidden print:hidden">
      {rows.map((row) => {
        const [cell] = row.cells;
        return (
          <li key={row.indicator.id}>
            <p>
              <IndicatorName indicator={row.indicator} />
              <GoodWay direction={row.indicator.direction} />
            </p>
            {props.isOne && cell ? (
              <UnitCell
                slug={props.slug}
                indicator={row.indicator}
                period={row.period}
                cell={cell}
              />
            ) : (
              <WholeCell row={row} noun={noun} />
            )}
          </li>
        );
      })}
    </ul>
  );
}
