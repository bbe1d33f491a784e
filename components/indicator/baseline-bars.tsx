import { useTranslations } from "next-intl";

import type { IndicatorRow } from "@/lib/indicator/matrix";
import { numberOf, type Quantity } from "@/lib/indicator/quantity";

import { IndicatorName } from "./indicator-matrix";
import { useQuantityText } from "./indicator-words";
import { MoveWord } from "./move-word";

/** What became of each indicator over all units: the bar is now, the tick was the baseline. */
export function BaselineBars(props: {
  readonly rows: readonly IndicatorRow[];
  readonly noun: string;
}) {
  const t = useTranslations("indicators.summary");
  const { rows, noun } = props;
  return (
    <ul className="indicator-bars">
      {rows.map((row) => {
        const { whole, indicator } = row;
        return (
          <li key={indicator.id}>
            <span>
              <IndicatorName indicator={indicator} />
            </span>
            <span>
              {whole.verdict ? <MoveWord move={whole.move} verdict={whole.verdict} /> : "–"}
            </span>
            <Bar row={row} />
            <Change row={row} />
            <span className="text-ink2">
              {whole.compared > 0
                ? t("better", { better: whole.verdicts.better, of: whole.compared, noun })
                : null}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** "4 → 8 kasus" */
function Change({ row }: { readonly row: IndicatorRow }) {
  const textOf = useQuantityText();
  const { whole, indicator } = row;
  const { before, after } = whole;
  if (after === null) return <span className="change">–</span>;
  return (
    <span className="change">
      {before ? <span className="before">{textOf(indicator, before)} → </span> : null}
      <b>{textOf(indicator, after)}</b>
      {indicator.counted ? <span className="text-ink3"> {indicator.counted}</span> : null}
    </span>
  );
}

/** Percents on 0 to 100, all else from 0 to what is a little more than the larger of the two. */
function Bar({ row }: { readonly row: IndicatorRow }) {
  const t = useTranslations("indicators");
  const textOf = useQuantityText();
  const { indicator, whole } = row;
  const { before, after, verdict } = whole;
  if (after === null) return <span className="bar" aria-hidden />;
  const most =
    indicator.measure === "percent"
      ? 100
      : 1.25 * Math.max(1, numberOf(after), before ? numberOf(before) : 0);
  const share = (quantity: Quantity) =>
    `${String(Math.min(100, Math.round((numberOf(quantity) / most) * 1_000) / 10))}%`;
  return (
    <span
      role="img"
      aria-label={t("summary.barLabel", {
        indicator: indicator.name,
        before: before ? textOf(indicator, before) : "–",
        after: textOf(indicator, after),
        verdict: verdict ? t(`verdicts.${verdict}`) : "–",
      })}
      className={verdict ? `bar ${verdict}` : "bar"}
    >
      <i style={{ width: share(after) }} />
      {before ? <u style={{ left: share(before) }} /> : null}
    </span>
  );
}
