"use client";

import { useId } from "react";
import {
  Area,
  Bar,
  CartesianGrid,
  ComposedChart,
  Line,
  ResponsiveContainer,
  XAxis,
  YAxis,
  usePlotArea,
  type BarShapeProps,
} from "recharts";

import type { ProgressChartProps, Tick } from "./progress";
import { CurveLabels, PaceLabels } from "./progress-labels-chart";
import { NoteLeaders, OpenDays } from "./progress-notes-chart";

const margin = { top: 26, right: 80, bottom: 4, left: 0 };
const axisWidth = 44;
const tickStyle = { fill: "var(--ink2)", fontSize: 12 };

/** Both drawings share one axis of days. It says nothing that the table beside it does not. */
export function ProgressChart({ end, weeks, notes, curve, bars }: ProgressChartProps) {
  const hatch = `hatch${useId().replaceAll(":", "")}`;
  const { forecast, ideal } = curve;
  const rows = new Map<number, { at: number; value?: number; ideal?: number; fan?: number[] }>();
  const put = (at: number, more: { value?: number; ideal?: number; fan?: number[] }) =>
    rows.set(at, { ...rows.get(at), at, ...more });
  for (const { at, value } of curve.points) put(at, { value });
  if (ideal) {
    put(0, { ideal: 0 });
    put(ideal.until, { ideal: ideal.value });
    if (ideal.until < end) put(end, { ideal: ideal.value });
  }
  if (forecast) {
    put(forecast.from.at, { fan: [forecast.from.value, forecast.from.value] });
    put(forecast.to.at, { fan: [forecast.to.low, forecast.to.high] });
  }
  const data = [...rows.values()].sort((a, b) => a.at - b.at);
  const xAxis = {
    dataKey: "at",
    type: "number",
    domain: [0, end],
    allowDataOverflow: true,
  } as const;

  return (
    <div aria-hidden className="h-full text-axis [&_svg]:overflow-visible">
      <div className="h-[68%]">
        <ResponsiveContainer width="100%" height="100%">
          <ComposedChart data={data} margin={margin} accessibilityLayer={false}>
            <CartesianGrid vertical={false} stroke="var(--chart-grid)" syncWithTicks />
            <XAxis {...xAxis} hide />
            <OpenDays days={bars.days} />
            <YAxis
              width={axisWidth}
              domain={[0, curve.axisEnd]}
              ticks={curve.ticks.map(({ at }) => at)}
              tickFormatter={labelOf(curve.ticks)}
              tick={tickStyle}
              tickLine={false}
              axisLine={false}
              interval={0}
              allowDataOverflow
            />
            {forecast ? (
              <Area
                dataKey="fan"
                type="linear"
                connectNulls
                stroke="var(--fan-edge)"
                strokeDasharray="2 2"
                fill="var(--fan)"
                fillOpacity={1}
                dot={false}
                isAnimationActive={false}
              />
            ) : null}
            <Line
              dataKey="ideal"
              type="linear"
              connectNulls
              stroke="var(--chart-ideal)"
              strokeWidth={1.5}
              strokeDasharray="5 4"
              dot={false}
              isAnimationActive={false}
            />
            <Line
              dataKey="value"
              type="linear"
              connectNulls
              stroke="var(--ink)"
              strokeWidth={3}
              dot={false}
              isAnimationActive={false}
            />
            <NoteLeaders end={end} notes={notes} curve={curve} />
            <CurveLabels end={end} curve={curve} />
          </ComposedChart>
        </ResponsiveContainer>
      </div>
      <p className="pl-11 font-semibold text-ink">{bars.title}</p>
      <div className="h-[27%]">
        <ResponsiveContainer width="100%" height="100%">
          <ComposedChart
            data={bars.days.map((day) => ({ ...day, at: day.at - 0.5 }))}
            margin={{ ...margin, top: 8 }}
            accessibilityLayer={false}
          >
            <XAxis
              {...xAxis}
              ticks={weeks.map(({ at }) => at)}
              tickFormatter={labelOf(weeks)}
              tick={tickStyle}
              tickLine={false}
              axisLine={{ stroke: "var(--line-strong)" }}
              interval="equidistantPreserveStart"
              minTickGap={10}
              height={22}
            />
            <YAxis
              width={axisWidth}
              domain={[0, bars.axisEnd]}
              ticks={bars.ticks.map(({ at }) => at)}
              tickFormatter={labelOf(bars.ticks)}
              tick={tickStyle}
              tickLine={false}
              axisLine={false}
              interval={0}
              allowDataOverflow
            />
            <defs>
              <pattern
                id={hatch}
                width="5"
                height="5"
                patternUnits="userSpaceOnUse"
                patternTransform="rotate(45)"
              >
                <rect width="5" height="5" fill="var(--surface)" />
                <rect width="2" height="5" fill="var(--ink2)" />
              </pattern>
            </defs>
            <Bar
              dataKey="value"
              isAnimationActive={false}
              shape={(bar: BarShapeProps) => <DayBar bar={bar} end={end} hatch={hatch} />}
            />
            <PaceLabels required={bars.required} recent={bars.recent} />
          </ComposedChart>
        </ResponsiveContainer>
      </div>
    </div>
  );
}

/**
 * One day, as wide as the axis gives it; hatched when its reports are not complete, with a light top
 * for what may still change.
 */
function DayBar(props: {
  readonly bar: BarShapeProps;
  readonly end: number;
  readonly hatch: string;
}) {
  const { x, y, width, height } = props.bar;
  const isHatched = isOpenDay(props.bar.payload);
  const openHeight = isHatched ? 0 : openShareOf(props.bar.payload) * height;
  const area = usePlotArea();
  const day = area ? area.width / props.end : width;
  const size = Math.max(1, day > 4 ? day - 2 : day);
  const left = x + width / 2 - size / 2;
  return (
    <>
      <rect
        x={left}
        y={y + openHeight}
        width={size}
        height={height - openHeight}
        fill={isHatched ? `url(#${props.hatch})` : "var(--ink2)"}
        stroke={isHatched ? "var(--ink2)" : "none"}
      />
      {openHeight > 0 ? (
        <rect
          x={left + 0.5}
          y={y}
          width={Math.max(0.5, size - 1)}
          height={openHeight}
          fill="var(--fan)"
          stroke="var(--ink2)"
        />
      ) : null}
    </>
  );
}

function openShareOf(row: unknown): number {
  return typeof row === "object" &&
    row !== null &&
    "openShare" in row &&
    typeof row.openShare === "number"
    ? row.openShare
    : 0;
}

function isOpenDay(row: unknown): boolean {
  return typeof row === "object" && row !== null && "isFirm" in row && row.isFirm === false;
}

function labelOf(ticks: readonly Tick[]): (at: number) => string {
  return (at) => ticks.find((tick) => tick.at === at)?.label ?? "";
}
