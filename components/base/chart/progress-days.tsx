"use client";

import dynamic from "next/dynamic";
import { useState } from "react";

import type { DayWords, ProgressDay } from "./progress";

const ProgressDaysChart = dynamic(
  () => import("./progress-days-chart").then((chart) => chart.ProgressDaysChart),
  { ssr: false },
);

/** The figures of the day under a pointer; fetched when one comes, for the drawing is complete without. */
export function ProgressDays(props: {
  readonly end: number;
  readonly axisEnd: number;
  readonly days: readonly ProgressDay[];
  readonly words: DayWords;
}) {
  const [isWanted, setWanted] = useState(false);
  return (
    <div
      className="absolute inset-0 print:hidden"
      onPointerEnter={() => {
        setWanted(true);
      }}
    >
      {isWanted ? <ProgressDaysChart {...props} /> : null}
    </div>
  );
}
