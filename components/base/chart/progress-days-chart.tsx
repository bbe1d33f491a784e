"use client";

import {
  ComposedChart,
  Line,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
  type TooltipContentProps,
} from "recharts";

import type { DayWords, ProgressDay } from "./progress";

const margin = { top: 0, right: 0, bottom: 0, left: 0 };

/**
 * What a pointer or finger on the curve reads: the day under it, with its figures beside the dot. It
 * lies over the drawing, on the same axes, and draws nothing else.
 */
export function ProgressDaysChart(props: {
  readonly end: number;
  readonly axisEnd: number;
  readonly days: readonly ProgressDay[];
  readonly words: DayWords;
}) {
  const { words } = props;
  const data = props.days.map(([at, value, day, onDay, whole, share]) => ({
    at,
    value,
    lines: [
      day,
      words.onDay.replace("{count}", onDay),
      words.whole.replace("{count}", whole).replace("{share}", share),
    ],
  }));
  return (
    <ResponsiveContainer width="100%" height="100%">
      <ComposedChart data={data} margin={margin} accessibilityLayer={false}>
        <XAxis hide dataKey="at" type="number" domain={[0, props.end]} allowDataOverflow />
        <YAxis hide domain={[0, props.axisEnd]} allowDataOverflow />
        <Line
          dataKey="value"
          stroke="none"
          dot={false}
          activeDot={{ r: 5, fill: "var(--ink)", stroke: "var(--surface)", strokeWidth: 2 }}
          isAnimationActive={false}
        />
        <Tooltip
          content={DayFigures}
          cursor={{ stroke: "var(--ink3)", strokeWidth: 1 }}
          isAnimationActive={false}
          wrapperStyle={{ zIndex: 20 }}
        />
      </ComposedChart>
    </ResponsiveContainer>
  );
}

function DayFigures({ active, payload }: TooltipContentProps) {
  const [day, ...figures] = linesOf(payload[0]?.payload);
  if (!active || day === undefined) return null;
  return (
    <div className="rounded-control border border-line-strong bg-surface px-2.5 py-1.5 text-note whitespace-nowrap text-ink2 shadow-xl">
      <b className="block font-semibold text-ink">{day}</b>
      {figures.map((figure) => (
        <span key={figure} className="block">
          {figure}
        </span>
      ))}
    </div>
  );
}

function linesOf(row: unknown): readonly string[] {
  return typeof row === "object" && row !== null && "lines" in row && Array.isArray(row.lines)
    ? row.lines.map(String)
    : [];
}
