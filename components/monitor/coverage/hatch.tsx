import type { CoverageStatus } from "@/lib/coverage/status";

/** Colours of the hatch: of the bar that it is the end of. */
const colors: Readonly<Record<CoverageStatus, string>> = {
  reached: "var(--reached-fill)",
  onTrack: "var(--ontrack-fill)",
  behind: "var(--behind-fill)",
  noGoal: "var(--ink2)",
  unknown: "var(--line-strong)",
};

/**
 * The patterns that `HatchedRect` is filled with: 2 px on, 3 px off, at 45°. Once a page, outside of
 * anything that print or screen leaves out. In SVG, so that a print without backgrounds keeps them.
 */
export function HatchPatterns() {
  return (
    <svg aria-hidden width="0" height="0" className="absolute">
      <defs>
        {Object.entries(colors).map(([status, color]) => (
          <pattern
            key={status}
            id={`hatch-${status}`}
            width="5"
            height="5"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="5" height="5" fill="var(--surface)" />
            <rect width="2" height="5" fill={color} />
          </pattern>
        ))}
      </defs>
    </svg>
  );
}

/** The part of a bar that nobody has verified yet. */
export function HatchedRect(props: {
  readonly status: CoverageStatus;
  readonly x: string;
  readonly y: number;
  readonly width: string;
  readonly height: number;
}) {
  const { status, x, y, width, height } = props;
  return (
    <rect
      x={x}
      y={y + 0.5}
      width={width}
      height={height - 1}
      fill={`url(#hatch-${status})`}
      stroke={colors[status]}
    />
  );
}

/** The key that stands under bars with a hatched end. */
export function HatchKey() {
  return (
    <svg aria-hidden width="18" height="12" className="inline-block shrink-0">
      <rect x="0.5" y="0.5" width="17" height="11" fill="none" stroke="var(--ink2)" />
      <path d="M2 12 12 0M8 12 18 0M-2 9 6 0" stroke="var(--ink2)" strokeWidth="2" />
    </svg>
  );
}
