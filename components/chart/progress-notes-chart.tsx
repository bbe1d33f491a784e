"use client";

import { useId } from "react";
import { DefaultZIndexes, usePlotArea, useXAxisScale, useYAxisScale, ZIndexLayer } from "recharts";

import type { ProgressChartProps, Tick } from "./progress";

/** Hatched bands behind the curve: days with too few reports to say how fast it goes. */
export function OpenDays({ days }: { readonly days: ProgressChartProps["bars"]["days"] }) {
  const area = usePlotArea();
  const scale = useXAxisScale();
  const hatch = `open${useId().replaceAll(":", "")}`;
  if (!area || !scale) return null;
  const x = (at: number) => scale(at) ?? area.x;

  return (
    <ZIndexLayer zIndex={DefaultZIndexes.grid}>
      <defs>
        <pattern
          id={hatch}
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="1.5" height="6" fill="var(--chart-grid)" />
        </pattern>
      </defs>
      {days
        .filter(({ isFirm }) => !isFirm)
        .map(({ at }) => (
          <rect
            key={at}
            x={x(at - 1)}
            y={area.y}
            width={x(at) - x(at - 1)}
            height={area.height}
            fill={`url(#${hatch})`}
          />
        ))}
    </ZIndexLayer>
  );
}

/** About as wide as a letter of a note is drawn, in pixels. */
const letterWidth = 6.4;
const lineHeight = 15;
/** Notes that stand beside the curve; the table has all. */
const mostRows = 4;

/** A thin leader from the curve to the words of a note, above it to the left where there is room. */
export function NoteLeaders(props: {
  readonly end: number;
  readonly notes: readonly Tick[];
  readonly curve: ProgressChartProps["curve"];
}) {
  const area = usePlotArea();
  const scaleX = useXAxisScale();
  const scaleY = useYAxisScale();
  if (!area || !scaleX || !scaleY) return null;
  const { points, goal } = props.curve;
  // Below the goal line and its words, where a curve that is on its way leaves room.
  const top = (goal ? (scaleY(goal.value) ?? area.y) : area.y) + 34;

  return (
    <ZIndexLayer zIndex={DefaultZIndexes.label}>
      <g fontSize="12" fill="var(--ink2)">
        {props.notes.slice(-mostRows).map(({ at, label }, row) => {
          const x = scaleX(at - 0.5) ?? area.x;
          const value = points.find((point) => point.at === at)?.value ?? 0;
          const foot = (scaleY(value) ?? area.y) - 6;
          const y = Math.min(top + row * lineHeight, area.y + area.height - 8);
          // Words that would leave the drawing on one side stand on the other, and where both are
          // too narrow for them they begin further left.
          const width = label.length * letterWidth;
          const end = area.x + area.width;
          const isLeft = x + width > end && x - width > area.x;
          const left = Math.max(area.x + 2, Math.min(x - 3, end - width));
          return (
            <g key={`${at}/${label}`}>
              {foot > y + 4 ? (
                <line x1={x} x2={x} y1={y + 3} y2={foot} stroke="var(--ink3)" strokeWidth="1" />
              ) : null}
              <text
                x={isLeft ? x + 3 : left}
                y={y}
                textAnchor={isLeft ? "end" : "start"}
                stroke="var(--surface)"
                strokeWidth="4"
                paintOrder="stroke"
              >
                {label}
              </text>
            </g>
          );
        })}
      </g>
    </ZIndexLayer>
  );
}
