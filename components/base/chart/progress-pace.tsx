import type { PaceMark, ProgressChartProps } from "./progress";
import { atRightEnd, percent, Words } from "./progress-plot";

type Props = {
  readonly bars: ProgressChartProps["bars"];
  readonly end: number;
  /** Pixels from the plot's top. */
  readonly y: (value: number) => number;
};

/** The pace that is needed from here on, and the pace of the latest complete days. */
export function PaceLines({ bars: { required, recent }, end, y }: Props) {
  const line = (pace: PaceMark) => ({
    x1: percent(pace.from, end),
    x2: percent(pace.to, end),
    y1: y(pace.value),
    y2: y(pace.value),
  });
  return (
    <>
      {recent ? (
        <>
          <line {...line(recent)} stroke="var(--surface)" strokeWidth="6" />
          <line {...line(recent)} stroke={recent.color} strokeWidth="3" />
        </>
      ) : null}
      {required ? <line {...line(required)} stroke={required.color} strokeWidth="2.5" /> : null}
    </>
  );
}

/**
 * Their words. Beside the bars there is room for those of the recent pace only when the drawing is
 * wide; else they stand at its end.
 */
export function PaceWords({ bars, end, y, height }: Props & { readonly height: number }) {
  const { required, recent } = bars;
  const besideBars = recent
    ? topBeside(y(recent.value), required ? y(required.value) : null, height)
    : 0;
  return (
    <>
      {required || recent ? (
        <div
          style={{
            ...atRightEnd,
            top: Math.min(y((required ?? recent)?.value ?? 0) - 9, height - (recent ? 58 : 24)),
          }}
          className="absolute leading-[15px] whitespace-nowrap"
        >
          {required ? <PaceText pace={required} /> : null}
          {recent ? <PaceText pace={recent} className="mt-1 @min-[17rem]:hidden" /> : null}
        </div>
      ) : null}
      {recent ? (
        <Words
          style={{
            left: `min(${percent(recent.to, end)} + 24px, 100% - 78px)`,
            top: besideBars,
          }}
          className="leading-none @max-[17rem]:hidden"
        >
          {recent.label} <b className="font-semibold text-ink">{recent.figure}</b>
        </Words>
      ) : null}
    </>
  );
}

/** Words of one line: under their own line, clear of the other one. */
function topBeside(own: number, other: number | null, height: number): number {
  const isClear = (top: number) => other === null || other < top - 3 || other > top + 16;
  const places = [own + 3, own - 17, ...(other === null ? [] : [other + 7, other - 18])];
  return places.find((top) => top <= height - 14 && isClear(top)) ?? height - 14;
}

function PaceText(props: { readonly pace: PaceMark; readonly className?: string }) {
  return (
    <p className={props.className}>
      {props.pace.label}
      <b className="block font-semibold text-ink">{props.pace.figure}</b>
    </p>
  );
}
