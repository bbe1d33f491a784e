import type { ProgressChartProps } from "./progress";
import { CurvePlot } from "./progress-curve";
import { PaceLines, PaceWords } from "./progress-pace";
import { Hatch, percent, Plot, Shapes, TickLabel } from "./progress-plot";

/** Of the bars' plot, in pixels. */
const height = 93;

/**
 * A curve towards a goal above the bars of each day; both share one axis of days. It is drawn with
 * the page, so that it is there without scripts and on paper, and says nothing that the table beside
 * it does not.
 */
export function ProgressChart(props: ProgressChartProps) {
  const { end, weeks, bars } = props;
  const y = (value: number) => height * (1 - value / bars.axisEnd);
  return (
    <div aria-hidden className="mt-2 text-axis text-ink2 print:break-inside-avoid">
      <CurvePlot {...props} />
      <p className="pl-11 font-semibold text-ink">{bars.title}</p>
      <Plot top={8} height={height} bottom={26}>
        <Shapes>
          <Hatch id="open-bar" size={5} ground="var(--surface)" line="var(--ink2)" width={2} />
          {bars.days.map((day) => (
            <DayBar key={day.at} day={day} end={end} top={y(day.value)} />
          ))}
          <line x1="0" x2="100%" y1={height} y2={height} stroke="var(--line-strong)" />
          <PaceLines bars={bars} end={end} y={y} />
        </Shapes>
        {bars.ticks.map(({ at, label }) => (
          <TickLabel key={at} top={y(at)} label={label} />
        ))}
        {weeks.map(({ at, label }, index) => (
          <span
            key={at}
            style={{ left: percent(at + 0.5, end), top: height + 4 }}
            // A narrow plot has room for every other week.
            className={`absolute -translate-x-1/2 whitespace-nowrap ${index % 2 === 1 ? "@max-[17rem]:hidden" : ""}`}
          >
            {label}
          </span>
        ))}
        <PaceWords bars={bars} end={end} y={y} height={height} />
      </Plot>
    </div>
  );
}

/** One day, hatched when its reports are not complete, with a light top for what may still change. */
function DayBar(props: {
  readonly day: ProgressChartProps["bars"]["days"][number];
  readonly end: number;
  readonly top: number;
}) {
  const { day, end, top } = props;
  const whole = height - top;
  const open = day.isFirm ? day.openShare * whole : 0;
  const place = { x: percent(day.at - 0.9, end), width: percent(0.8, end) };
  return (
    <>
      <rect
        {...place}
        y={top + open}
        height={whole - open}
        fill={day.isFirm ? "var(--ink2)" : "url(#open-bar)"}
        stroke={day.isFirm ? "none" : "var(--ink2)"}
      />
      {open > 0 ? (
        <rect {...place} y={top} height={open} fill="var(--fan)" stroke="var(--ink2)" />
      ) : null}
    </>
  );
}
