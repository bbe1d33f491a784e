import { useLocale, useTranslations } from "next-intl";

import { countAxis } from "@/components/base/chart/axis";
import {
  Curves,
  Hatch,
  pathOf,
  percent,
  Plot,
  Shapes,
  TickLabel,
  within,
  Words,
} from "@/components/base/chart/progress-plot";
import { formats } from "@/lib/base/i18n/format";
import { addDays, type CalendarDay } from "@/lib/base/time/calendar-day";
import type { ChartLines } from "@/lib/stock/chart-line";

import { useAmount } from "./stock-words";

/** Of the plot, in pixels. */
const height = 200;

/** The stock over the days to come: solid as it is used now, dashed as the goal asks for, a cliff at each expiry. */
export function StockChart(props: {
  readonly lines: ChartLines;
  readonly from: CalendarDay;
  readonly vialSize: number | null;
  /** All that the lines say, in a sentence. */
  readonly sentence: string;
}) {
  const t = useTranslations("stock.chart");
  const amount = useAmount();
  const format = formats(useLocale());
  const { lines, from, vialSize } = props;
  const size = vialSize ?? 1;
  const { end } = lines;
  const inUnits = (points: ChartLines["recent"]) =>
    points.map(({ at, value }) => ({ at, value: value / size }));
  const recent = inUnits(lines.recent);
  const required = inUnits(lines.required);
  const { end: axisEnd, ticks } = countAxis(
    Math.max(1, ...[...recent, ...required].map(({ value }) => value)),
  );
  const y = (value: number) => height * (1 - value / axisEnd);
  const step = Math.max(end < 14 ? 2 : 7, Math.ceil(end / 3 / 7) * (end < 14 ? 2 : 7));
  const marks = Array.from({ length: Math.floor(end / step) + 1 }, (_, index) => index * step);
  return (
    <div role="img" aria-label={props.sentence} className="mt-2 text-axis text-ink3">
      <Plot top={18} height={height} bottom={22}>
        <Shapes>
          <Hatch id="stock-expired" size={5} line="var(--behind-fill)" width={2} />
          {ticks.map((tick) => (
            <line
              key={tick}
              x1="0"
              x2="100%"
              y1={y(tick)}
              y2={y(tick)}
              stroke="var(--chart-grid)"
            />
          ))}
          {lines.last === null ? null : (
            <line
              x1={percent(lines.last, end)}
              x2={percent(lines.last, end)}
              y1={-8}
              y2={height}
              stroke="var(--ink)"
              strokeWidth="2"
            />
          )}
          {lines.cliffs.map((cliff) => (
            <rect
              key={cliff.day}
              x={percent(cliff.at, end)}
              width="8"
              transform="translate(-4)"
              y={y(cliff.from / size)}
              height={Math.max(3, y(cliff.to / size) - y(cliff.from / size))}
              fill="url(#stock-expired)"
              stroke="var(--behind-fill)"
            />
          ))}
        </Shapes>
        <Curves end={end} axisEnd={axisEnd} isCut={false}>
          <path d={pathOf(recent)} stroke="var(--ink)" strokeWidth="2.5" />
          <path d={pathOf(required)} stroke="var(--ink)" strokeWidth="2" strokeDasharray="5 4" />
        </Curves>
        {ticks.map((tick) => (
          <TickLabel key={tick} top={y(tick)} label={format.count(tick)} />
        ))}
        {lines.last === null ? null : (
          <Words style={{ top: -18, ...within(lines.last, end) }} className="text-ink">
            {format.shortDay(addDays(from, lines.last - 1))}: {t("last")}
          </Words>
        )}
        {lines.cliffs.map((cliff) => (
          <Words
            key={cliff.day}
            style={{ top: y((cliff.from + cliff.to) / 2 / size) - 8, ...within(cliff.at, end) }}
            className="font-semibold text-behind"
          >
            {t("expired", { amount: amount(cliff.from - cliff.to, vialSize) })}
          </Words>
        ))}
        {marks.map((at) => (
          <span key={at} style={{ top: height + 6, ...within(at, end) }} className="absolute">
            {format.shortDay(addDays(from, at - 1))}
          </span>
        ))}
      </Plot>
    </div>
  );
}
