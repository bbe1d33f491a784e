import { useTranslations } from "next-intl";

import type { Indicator } from "@/lib/indicator/indicator";
import type { SparkPoint } from "@/lib/indicator/matrix";
import { numberOf } from "@/lib/indicator/quantity";

import { usePeriodName, useQuantityText } from "./indicator-words";

const width = 40;
const height = 20;
const inset = 4;

/** A value over its periods: a ring is the baseline, a dot is now. It says in words what it draws. */
export function Sparkline(props: {
  readonly indicator: Pick<Indicator, "measure">;
  readonly points: readonly SparkPoint[];
}) {
  const t = useTranslations("indicators.spark");
  const periodName = usePeriodName();
  const textOf = useQuantityText();
  const first = props.points.findIndex(({ quantity }) => quantity !== null);
  const points = first < 0 ? [] : props.points.slice(first);
  const drawn = placed(points);
  const last = drawn.at(-1);
  if (!last || drawn.length < 2) return null;
  const label = points
    .map(({ period, quantity, isBaseline }) =>
      t(isBaseline ? "baselinePoint" : "point", {
        period: periodName(period),
        value: quantity === null ? t("missing") : textOf(props.indicator, quantity),
      }),
    )
    .join(", ");
  return (
    <svg viewBox={`0 0 ${String(width)} ${String(height)}`} role="img" aria-label={label}>
      <polyline points={drawn.map(({ x, y }) => `${String(x)},${String(y)}`).join(" ")} />
      {drawn.map(({ x, y, isBaseline }, index) =>
        isBaseline ? <circle key={index} cx={x} cy={y} r="2.5" className="ring" /> : null,
      )}
      {last.isBaseline ? null : <circle cx={last.x} cy={last.y} r="2.5" />}
    </svg>
  );
}

/** Where each point lies; one without a value is passed over. */
function placed(points: readonly SparkPoint[]) {
  const values = points.map(({ quantity }) => (quantity === null ? null : numberOf(quantity)));
  const known = values.filter((value) => value !== null);
  const low = Math.min(...known);
  const span = Math.max(...known) - low;
  const step = points.length > 1 ? (width - 2 * inset) / (points.length - 1) : 0;
  return points.flatMap(({ isBaseline }, index) => {
    const value = values[index] ?? null;
    if (value === null) return [];
    const part = span === 0 ? 0.5 : (value - low) / span;
    const x = Math.round((inset + index * step) * 10) / 10;
    const y = Math.round((height - inset - part * (height - 2 * inset)) * 10) / 10;
    return [{ x, y, isBaseline }];
  });
}
