import type { ProgressChartProps, AxisTick } from "./progress";
import { ProgressDays } from "./progress-days";
import {
  atRightEnd,
  Curves,
  Hatch,
  pathOf,
  percent,
  Plot,
  Shapes,
  TickLabel,
  within,
  Words,
} from "./progress-plot";

/** Of the plot, in pixels. */
const height = 291;

/** The curve of a round with its ideal line, its goal and where it may end. */
export function CurvePlot({ end, notes, curve, bars }: ProgressChartProps) {
  const { points, ideal, goal, now, forecast, axisEnd } = curve;
  const y = (value: number) => height * (1 - Math.min(value, axisEnd) / axisEnd);
  const breaks = [
    crossingOf(points, axisEnd),
    forecast
      ? crossingOf([forecast.from, { at: forecast.to.at, value: forecast.to.high }], axisEnd)
      : null,
  ].flatMap((at) => at ?? []);
  return (
    <Plot top={26} height={height} bottom={4}>
      <Shapes>
        <Hatch id="open-day" size={6} line="var(--chart-grid)" width={1.5} />
        {bars.days
          .filter(({ isFirm }) => !isFirm)
          .map(({ at }) => (
            <rect
              key={at}
              x={percent(at - 1, end)}
              width={percent(1, end)}
              height={height}
              fill="url(#open-day)"
            />
          ))}
        {curve.ticks.map(({ at }) => (
          <line key={at} x1="0" x2="100%" y1={y(at)} y2={y(at)} stroke="var(--chart-grid)" />
        ))}
        {now ? (
          <line
            x1={percent(now.at, end)}
            x2={percent(now.at, end)}
            y1={-8}
            y2={height}
            stroke="var(--ink3)"
            strokeDasharray="1.5 3"
          />
        ) : null}
      </Shapes>
      <Curves end={end} axisEnd={axisEnd} isCut={breaks.length > 0}>
        {forecast ? (
          <path
            d={`${pathOf([
              forecast.from,
              { at: forecast.to.at, value: forecast.to.high },
              { at: forecast.to.at, value: forecast.to.low },
            ])}Z`}
            fill="var(--fan)"
            stroke="var(--fan-edge)"
            strokeDasharray="2 2"
          />
        ) : null}
        {ideal ? (
          <path
            d={pathOf(ideal.points)}
            stroke="var(--chart-ideal)"
            strokeWidth="1.5"
            strokeDasharray="5 4"
          />
        ) : null}
        <path d={pathOf(points)} stroke="var(--ink)" strokeWidth="3" strokeLinejoin="round" />
      </Curves>
      <Shapes>
        {goal?.steps.map(({ from, to, value }) => (
          <line
            key={from}
            x1={percent(from, end)}
            x2={percent(to, end)}
            y1={y(value)}
            y2={y(value)}
            stroke="var(--ink)"
            strokeWidth="3"
          />
        ))}
        {now ? (
          <circle
            cx={percent(now.at, end)}
            cy={y(now.value)}
            r="5"
            fill={now.isOpen ? "var(--surface)" : "var(--ink)"}
            stroke="var(--ink)"
            strokeWidth="2.5"
          />
        ) : null}
        {breaks.map((at) => (
          <BreakMark key={at} x={percent(at, end)} />
        ))}
      </Shapes>
      {curve.ticks.map(({ at, label }) => (
        <TickLabel key={at} top={y(at)} label={label} />
      ))}
      <CurveWords end={end} curve={curve} hasNotes={notes.length > 0} y={y} />
      <NoteWords
        notes={notes}
        end={end}
        // Below the goal line and its words, where a curve that is on its way leaves room.
        top={(goal ? y(goal.value) : 0) + 22}
        curveAt={(at) => y(points.find((point) => point.at === at)?.value ?? 0)}
      />
      <ProgressDays end={end} axisEnd={axisEnd} days={curve.days} words={curve.dayWords} />
    </Plot>
  );
}

/** Where a line leaves the plot by its upper edge, or null where it stays within. */
function crossingOf(
  points: readonly { readonly at: number; readonly value: number }[],
  axisEnd: number,
): number | null {
  const after = points.findIndex(({ value }) => value > axisEnd);
  const [from, to] = [points[after - 1], points[after]];
  if (!from || !to) return null;
  return from.at + ((to.at - from.at) * (axisEnd - from.value)) / (to.value - from.value);
}

/** Two strokes across a line at the upper edge: it goes on beyond the axis. */
function BreakMark({ x }: { readonly x: string }) {
  return (
    <svg x={x} className="overflow-visible" data-break>
      <path d="M-8 8 L8 2 L8 -3 L-8 3 Z" fill="var(--surface)" />
      <path d="M-8 8 L8 2 M-8 3 L8 -3" stroke="var(--ink)" strokeWidth="1.5" fill="none" />
    </svg>
  );
}

/** Of the ideal line, where its words stand: clear of today's beside the curve, and of notes under the goal. */
function idealShare(
  now: ProgressChartProps["curve"]["now"],
  goal: number,
  hasNotes: boolean,
): number {
  return hasNotes || (now !== null && now.value > goal * 0.55) ? 0.25 : 0.75;
}

/** Goal, today and forecast, each with its words at the line's end or on it. */
function CurveWords(props: {
  readonly end: number;
  readonly curve: ProgressChartProps["curve"];
  readonly hasNotes: boolean;
  readonly y: (value: number) => number;
}) {
  const { end, y } = props;
  const { goal, now, forecast, ideal } = props.curve;
  const share = ideal ? idealShare(now, ideal.value, props.hasNotes) : 0;
  const isNowLate = now !== null && now.at > end * 0.62;
  const bold = "font-semibold text-ink";
  return (
    <>
      {now && now.label !== "" ? (
        <Words style={{ ...within(now.at, end), top: -25 }}>{now.label}</Words>
      ) : null}
      {ideal && ideal.until > 6 ? (
        <span
          style={{
            left: percent(ideal.until * share, end),
            top: y(ideal.value * share),
            // Along the line, whose slope is the width's to know.
            transform: `translate(-50%, -50%) rotate(calc(-1 * atan2(${String(
              height - y(ideal.value),
            )}px, ${String(ideal.until / end)} * 100cqw))) translateY(-9px)`,
          }}
          className="absolute whitespace-nowrap text-ink3"
        >
          {ideal.label}
        </span>
      ) : null}
      {goal ? (
        <Words style={{ left: 6, top: y(goal.value) + 3 }} className={bold}>
          {goal.label}
        </Words>
      ) : null}
      {now ? (
        <Words
          style={{
            ...(isNowLate
              ? { right: `calc(100% - ${percent(now.at, end)} + 10px)` }
              : { left: `calc(${percent(now.at, end)} + 10px)` }),
            top: Math.min(y(now.value) + 8, height - 36),
          }}
          className={isNowLate ? "text-right" : ""}
        >
          <b className={`block text-dense/4 ${bold}`}>{now.figure}</b>
          {now.note}
        </Words>
      ) : null}
      {forecast ? (
        <div
          style={{
            ...atRightEnd,
            top: Math.min((y(forecast.to.low) + y(forecast.to.high)) / 2, height - 12) - 11,
          }}
          className="absolute leading-[15px] whitespace-nowrap"
        >
          {forecast.label}
          <b className={`block text-note/[15px] ${bold}`}>{forecast.figure}</b>
        </div>
      ) : null}
    </>
  );
}

const lineHeight = 15;
/** Notes that stand beside the curve; the table has all. */
const maxRows = 4;

/** The words of a note, with a thin leader to the curve where there is room for one. */
function NoteWords(props: {
  readonly notes: readonly AxisTick[];
  readonly end: number;
  readonly top: number;
  readonly curveAt: (at: number) => number;
}) {
  const { end } = props;
  const rows = props.notes.slice(-maxRows).map((note, row) => ({
    ...note,
    top: Math.min(props.top + row * lineHeight, height - lineHeight - 4),
    foot: props.curveAt(note.at) - 6,
  }));
  return (
    <>
      <Shapes>
        {rows.map(({ at, label, top, foot }) =>
          foot > top + lineHeight + 3 ? (
            <line
              key={`${String(at)}/${label}`}
              x1={percent(at - 0.5, end)}
              x2={percent(at - 0.5, end)}
              y1={top + lineHeight}
              y2={foot}
              stroke="var(--ink3)"
            />
          ) : null,
        )}
      </Shapes>
      {rows.map(({ at, label, top }) => (
        <Words
          key={`${String(at)}/${label}`}
          style={{ ...within(at - 0.5, end), top }}
          className="max-w-full truncate leading-[15px]"
        >
          {label}
        </Words>
      ))}
    </>
  );
}
