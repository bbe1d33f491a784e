"use client";

import { DefaultZIndexes, usePlotArea, useXAxisScale, useYAxisScale, ZIndexLayer } from "recharts";

import type { Pace, ProgressChartProps } from "./progress";

/** Where a value of each axis stands in the drawing; null until the chart knows its size. */
function usePlaces() {
  const area = usePlotArea();
  const scaleX = useXAxisScale();
  const scaleY = useYAxisScale();
  if (!area || !scaleX || !scaleY) return null;
  return {
    x: (at: number) => scaleX(at) ?? area.x,
    y: (value: number) => scaleY(value) ?? area.y,
    left: area.x,
    right: area.x + area.width,
    top: area.y,
    bottom: area.y + area.height,
  };
}

const bold = { fontWeight: 600, fill: "var(--ink)" };

/** Goal, today and forecast, each with its words at the line's end or on it. */
export function CurveLabels({
  end,
  curve,
}: {
  readonly end: number;
  readonly curve: ProgressChartProps["curve"];
}) {
  const places = usePlaces();
  if (!places) return null;
  const { x, y, left, right, top, bottom } = places;
  const { goal, now, forecast, ideal } = curve;
  const isNowLate = now !== null && now.at > end * 0.62;
  const forecastY = forecast
    ? Math.min(
        Math.max((y(forecast.to.low) + y(forecast.to.high)) / 2, (goal ? y(goal.value) : top) + 20),
        bottom - 12,
      )
    : 0;

  return (
    <ZIndexLayer zIndex={DefaultZIndexes.label}>
      <g fontSize="12" fill="var(--ink2)">
        {now ? (
          <>
            <line
              x1={x(now.at)}
              x2={x(now.at)}
              y1={top - 8}
              y2={bottom}
              stroke="var(--ink3)"
              strokeDasharray="1.5 3"
            />
            <text x={x(now.at)} y={top - 13} textAnchor={anchor(now.at, end)}>
              {now.label}
            </text>
          </>
        ) : null}
        {goal ? (
          <>
            <line
              x1={left}
              x2={right}
              y1={y(goal.value)}
              y2={y(goal.value)}
              stroke="var(--ink)"
              strokeWidth="3"
            />
            <text
              x={left + 6}
              y={y(goal.value) + 16}
              {...bold}
              stroke="var(--surface)"
              strokeWidth="4"
              paintOrder="stroke"
            >
              {goal.label}
            </text>
          </>
        ) : null}
        {ideal && ideal.until > 6 ? (
          <text
            textAnchor="middle"
            transform={`translate(${(x(0) + x(ideal.until)) / 2 - 8} ${(y(0) + y(ideal.value)) / 2 - 6}) rotate(${slope(x(ideal.until) - x(0), y(0) - y(ideal.value))})`}
            fill="var(--ink3)"
          >
            {ideal.label}
          </text>
        ) : null}
        {now ? (
          <>
            <circle
              cx={x(now.at)}
              cy={y(now.value)}
              r="5"
              fill={now.isOpen ? "var(--surface)" : "var(--ink)"}
              stroke="var(--ink)"
              strokeWidth="2.5"
            />
            <g
              textAnchor={isNowLate ? "end" : "start"}
              stroke="var(--surface)"
              strokeWidth="4"
              paintOrder="stroke"
              transform={`translate(${x(now.at) + (isNowLate ? -10 : 10)} ${Math.min(y(now.value) + 20, bottom - 18)})`}
            >
              <text {...bold} fontSize="14">
                {now.figure}
              </text>
              <text y="16">{now.note}</text>
            </g>
          </>
        ) : null}
        {forecast ? (
          <g transform={`translate(${right + 6} ${forecastY})`}>
            <text>{forecast.label}</text>
            <text y="15" {...bold} fontSize="13">
              {forecast.figure}
            </text>
          </g>
        ) : null}
      </g>
    </ZIndexLayer>
  );
}

/** The pace that is needed from here on, and the pace of the latest complete days. */
export function PaceLabels(props: {
  readonly required: Pace | null;
  readonly recent: Pace | null;
}) {
  const places = usePlaces();
  if (!places) return null;
  const { x, y, left, right, bottom } = places;
  const { required, recent } = props;
  // Beside the bars there is room for words only when the drawing is wide; else they stand at its end.
  const isNarrow = right - left < 260;
  const requiredY = required
    ? Math.min(y(required.value) + 2, bottom - (isNarrow && recent ? 50 : 14))
    : null;
  return (
    <ZIndexLayer zIndex={DefaultZIndexes.label}>
      <g fontSize="12" fill="var(--ink2)">
        {recent ? (
          <>
            <line
              x1={x(recent.from)}
              x2={x(recent.to)}
              y1={y(recent.value)}
              y2={y(recent.value)}
              stroke="var(--surface)"
              strokeWidth="6"
            />
            <line
              x1={x(recent.from)}
              x2={x(recent.to)}
              y1={y(recent.value)}
              y2={y(recent.value)}
              stroke={recent.color}
              strokeWidth="3"
            />
          </>
        ) : null}
        {required ? (
          <>
            <line
              x1={x(required.from)}
              x2={x(required.to)}
              y1={y(required.value)}
              y2={y(required.value)}
              stroke={required.color}
              strokeWidth="2.5"
            />
            <g transform={`translate(${right + 6} ${requiredY ?? 0})`}>
              <text>{required.label}</text>
              <text y="15" {...bold} fontSize="13">
                {required.figure}
              </text>
            </g>
          </>
        ) : null}
        {recent && !isNarrow ? (
          <text
            x={Math.min(x(recent.to) + 24, right - 78)}
            y={Math.min(
              Math.max(y(recent.value) + 14, required ? y(required.value) + 18 : 0),
              bottom - 6,
            )}
            stroke="var(--surface)"
            strokeWidth="4"
            paintOrder="stroke"
          >
            {recent.label} <tspan {...bold}>{recent.figure}</tspan>
          </text>
        ) : null}
        {recent && isNarrow ? (
          <g
            transform={`translate(${right + 6} ${requiredY === null ? y(recent.value) : requiredY + 34})`}
          >
            <text>{recent.label}</text>
            <text y="15" {...bold} fontSize="13">
              {recent.figure}
            </text>
          </g>
        ) : null}
      </g>
    </ZIndexLayer>
  );
}

function anchor(at: number, end: number): "start" | "middle" | "end" {
  if (at < end * 0.08) return "start";
  return at > end * 0.92 ? "end" : "middle";
}

function slope(width: number, height: number): number {
  return -(Math.atan2(height, width) * 180) / Math.PI;
}
