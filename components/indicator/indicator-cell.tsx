import Link from "next/link";
import { useTranslations } from "next-intl";

import { routes, withQuery } from "@/lib/base/routes";
import type { Indicator } from "@/lib/indicator/indicator";
import type { IndicatorCell as Cell, IndicatorRow } from "@/lib/indicator/matrix";
import { periodKey } from "@/lib/indicator/period";
import { numberOf } from "@/lib/indicator/quantity";

import { usePeriodName, useQuantityText, useValueText } from "./indicator-words";
import { Sparkline } from "./sparkline";
import { MoveWord } from "./move-word";

/** One indicator of one unit: its value, arrow and word, and how it went. */
export function UnitCell(props: {
  readonly slug: string;
  readonly indicator: Indicator;
  readonly period: IndicatorRow["period"];
  readonly cell: Cell;
}) {
  const t = useTranslations("indicators.matrix");
  const periodName = usePeriodName();
  const valueText = useValueText();
  const { indicator, cell } = props;
  const { after, overdue, move, verdict } = cell;
  return (
    <Link
      href={withQuery(routes.indicatorValue(indicator.id), {
        kampanye: props.slug,
        desa: cell.unit.code,
        periode: periodKey(props.period),
      })}
      prefetch={false}
      aria-label={t("cell", { indicator: indicator.name, unit: cell.unit.name })}
      className={verdict === "worse" ? "cell is-worse" : "cell"}
    >
      <span className="said">
        {after ? (
          <b>{valueText(indicator, after)}</b>
        ) : overdue ? (
          <b className="overdue">{valueText(indicator, overdue)}</b>
        ) : (
          <b className="overdue">–</b>
        )}
        {verdict ? <MoveWord move={move} verdict={verdict} /> : null}
        {after ? null : (
          <small>
            {overdue ? t("overdue", { period: periodName(overdue.period) }) : t("noValue")}
          </small>
        )}
        <GoalNote indicator={indicator} goal={cell.goal} />
      </span>
      <Sparkline indicator={indicator} points={cell.series} />
    </Link>
  );
}

/** What a value is asked to be. */
function GoalNote(props: { readonly indicator: Indicator; readonly goal: Cell["goal"] }) {
  const t = useTranslations("indicators.matrix");
  const valueText = useValueText();
  const { goal, indicator } = props;
  if (goal === null) return null;
  const counted = { value: goal.value, numerator: null, denominator: null };
  return (
    <small>
      {t(goal.isMet === true ? "goalMet" : "goal", { value: valueText(indicator, counted) })}
    </small>
  );
}

/** An indicator over all units: the sum before and now, or in how many it became better. */
export function WholeCell(props: { readonly row: IndicatorRow; readonly noun: string }) {
  const t = useTranslations("indicators.matrix");
  const textOf = useQuantityText();
  const { noun } = props;
  const { indicator, whole, wholeGoal } = props.row;
  const { before, after, verdicts, compared, units, filled, move, verdict } = whole;
  const isPart = compared > 0 ? compared < units : filled > 0 && filled < units;
  const isYesNo = indicator.measure === "yesNo";
  const said = (quantity: typeof after) => {
    if (quantity === null) return null;
    return isYesNo
      ? t("yesOf", { count: Math.round(numberOf(quantity)), of: compared || filled })
      : textOf(indicator, quantity);
  };
  return (
    <span className="said">
      {after === null ? (
        compared > 0 ? (
          <b>{t("parts", { better: verdicts.better, of: compared, noun })}</b>
        ) : (
          <b className="overdue">–</b>
        )
      ) : (
        <span>
          {before === null ? null : <span className="before">{said(before)} → </span>}
          <b>{said(after)}</b>
          {indicator.counted ? <span className="before"> {indicator.counted}</span> : null}
        </span>
      )}
      {verdict ? <MoveWord move={move} verdict={verdict} /> : null}
      {isPart ? (
        <small>{t("ofUnits", { compared: compared || filled, of: units, noun })}</small>
      ) : null}
      {filled === 0 ? <small>{t("noValue")}</small> : null}
      <GoalNote indicator={indicator} goal={wholeGoal} />
    </span>
  );
}
