"use client";

import dynamic from "next/dynamic";

import type { ProgressChartProps } from "./progress";

/** Height of the drawing, so that nothing moves when it arrives; in pixels, as it is drawn, also in print. */
const height = "h-[472px]";

const ProgressChart = dynamic(
  () => import("./progress-chart").then((chart) => chart.ProgressChart),
  { ssr: false, loading: () => <div className={height} /> },
);

/** The chart, fetched after the page: its library is larger than the page, and its table is there. */
export function DeferredChart(props: ProgressChartProps) {
  return (
    <div className={`mt-2 ${height} print:break-inside-avoid`}>
      <ProgressChart {...props} />
    </div>
  );
}
