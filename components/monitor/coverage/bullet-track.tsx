import type { CoverageStatus } from "@/lib/coverage/status";

import type { BulletMarks } from "./bullet-axis";
import { HatchedRect } from "./hatch";
import { statusColors } from "./status-color";

/**
 * The bar itself, in SVG rather than boxes with backgrounds, which a print without background
 * graphics leaves out. Marks that cross the fill have an edge of the surface's colour.
 */
export function BulletTrack(props: {
  readonly marks: BulletMarks;
  readonly status: CoverageStatus;
  readonly isSmall: boolean;
}) {
  const { marks, status, isSmall } = props;
  const bar = isSmall ? { y: 4, height: 8 } : { y: 6, height: 16 };
  const height = isSmall ? 16 : 28;
  const inside = { y: bar.y, height: bar.height };

  return (
    <svg aria-hidden width="100%" height={height} className="block overflow-visible">
      {marks.coverage === null ? (
        <rect
          x="0"
          width="100%"
          {...inside}
          rx="2"
          fill="none"
          stroke="var(--line-strong)"
          strokeDasharray="4 3"
        />
      ) : (
        <rect
          x="0"
          width="100%"
          {...inside}
          rx="2"
          className="fill-sunken print:fill-surface print:stroke-line-strong"
        />
      )}
      {marks.forecast ? <ForecastBox {...marks.forecast} {...inside} /> : null}
      {marks.coverage === null ? null : (
        <rect
          x="0"
          width={`${marks.verified ?? marks.coverage}%`}
          {...inside}
          rx="2"
          className={statusColors[status].fill}
        />
      )}
      {marks.coverage === null || marks.verified === null ? null : (
        <HatchedRect
          status={status}
          x={`${marks.verified}%`}
          width={`${marks.coverage - marks.verified}%`}
          {...inside}
        />
      )}
      {marks.whole === null ? null : (
        <line
          x1={`${marks.whole}%`}
          x2={`${marks.whole}%`}
          y1={bar.y}
          y2={bar.y + bar.height}
          stroke="var(--surface)"
          strokeDasharray="2 2"
        />
      )}
      {marks.goal === null ? null : <GoalMark at={marks.goal} height={height} isSmall={isSmall} />}
      {marks.running === null || marks.coverage === null ? null : (
        <RunningMark at={marks.running} height={height} isSmall={isSmall} />
      )}
    </svg>
  );
}

function ForecastBox(props: {
  readonly low: number;
  readonly high: number;
  readonly y: number;
  readonly height: number;
}) {
  const { low, high, y, height } = props;
  return (
    <>
      <rect x={`${low}%`} width={`${high - low}%`} y={y} height={height} className="fill-fan" />
      {Object.entries({ low, high }).map(([name, edge]) => (
        <line
          key={name}
          x1={`${edge}%`}
          x2={`${edge}%`}
          y1={y}
          y2={y + height}
          stroke="var(--fan-edge)"
          strokeWidth="2"
        />
      ))}
    </>
  );
}

type MarkProps = { readonly at: number; readonly height: number; readonly isSmall: boolean };

/** The goal: a thick line. At the end of the axis it stands inside. */
function GoalMark({ at, height, isSmall }: MarkProps) {
  const width = isSmall ? 3 : 4;
  return (
    <svg x={`${at}%`} className="overflow-visible">
      <rect
        x={at > 99 ? -width : -width / 2}
        y={isSmall ? 0 : 1}
        width={width}
        height={isSmall ? height : height - 2}
        rx="1"
        fill="var(--ink)"
        stroke="var(--surface)"
        strokeWidth={isSmall ? 2 : 4}
        paintOrder="stroke"
      />
    </svg>
  );
}

/** Where coverage should be today: a thin line with a triangle on top. */
function RunningMark({ at, height, isSmall }: MarkProps) {
  return (
    <svg x={`${at}%`} className="overflow-visible">
      <path
        d={isSmall ? `M-1 0h2v${height}h-2z` : `M-4.5 0h9L1 5.5V${height}h-2V5.5z`}
        fill="var(--ink)"
        stroke="var(--surface)"
        strokeWidth={isSmall ? 2 : 4}
        strokeLinejoin="round"
        paintOrder="stroke"
      />
    </svg>
  );
}
