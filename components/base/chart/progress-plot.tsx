import clsx from "clsx";
import type { CSSProperties, ReactNode } from "react";

/** Room beside a plot, in pixels: the axis' labels to the left, words at the lines' ends to the right. */
const beside = { left: 44, right: 80 };

/** A position on an axis as a share of the plot's width; the width itself is the browser's to know. */
export function percent(at: number, end: number): string {
  return `${String(Math.round((at / end) * 10_000) / 100)}%`;
}

/** A drawing as wide as its place and so many pixels high, with room around it for words. */
export function Plot(props: {
  readonly top: number;
  readonly height: number;
  readonly bottom: number;
  readonly children: ReactNode;
}) {
  const { top, height, bottom } = props;
  return (
    <div
      style={{
        padding: `${String(top)}px ${String(beside.right)}px ${String(bottom)}px ${String(beside.left)}px`,
      }}
    >
      <div className="@container relative" style={{ height }}>
        {props.children}
      </div>
    </div>
  );
}

/** Lines and shapes: x in percent of the width, y in pixels from the top. */
export function Shapes(props: { readonly children: ReactNode }) {
  return <svg className="absolute inset-0 size-full overflow-visible">{props.children}</svg>;
}

/** A ground of slanted lines, to fill shapes with. */
export function Hatch(props: {
  readonly id: string;
  readonly size: number;
  readonly ground?: string;
  readonly line: string;
  readonly width: number;
}) {
  const { id, size, ground, line, width } = props;
  return (
    <defs>
      <pattern
        id={id}
        width={size}
        height={size}
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        {ground === undefined ? null : <rect width={size} height={size} fill={ground} />}
        <rect width={width} height={size} fill={line} />
      </pattern>
    </defs>
  );
}

/**
 * Paths in the units of both axes, from the lower left; their strokes keep their width.
 *
 * @param isCut What goes beyond the upper end of the axis is not drawn.
 */
export function Curves(props: {
  readonly end: number;
  readonly axisEnd: number;
  readonly isCut: boolean;
  readonly children: ReactNode;
}) {
  return (
    <svg
      className={clsx(
        "absolute inset-0 size-full overflow-visible *:[vector-effect:non-scaling-stroke]",
        props.isCut && "[clip-path:inset(0_-8px_-8px)]",
      )}
      viewBox={`0 ${String(-props.axisEnd)} ${String(props.end)} ${String(props.axisEnd)}`}
      preserveAspectRatio="none"
      fill="none"
    >
      {props.children}
    </svg>
  );
}

/** The path through points of both axes. */
export function pathOf(points: readonly { readonly at: number; readonly value: number }[]): string {
  return points
    .map(({ at, value }, index) => `${index === 0 ? "M" : "L"}${String(at)} ${String(-value)}`)
    .join("");
}

/** Words in a plot, with the ground around them cleared. */
export function Words(props: {
  readonly style: CSSProperties;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  return (
    <span
      style={props.style}
      className={clsx(
        "absolute whitespace-nowrap [-webkit-text-stroke:4px_var(--surface)] [paint-order:stroke_fill]",
        props.className,
      )}
    >
      {props.children}
    </span>
  );
}

/**
 * Where words about a position stand so that they never leave the plot: as far into their own width
 * as the position is into the plot's.
 */
export function within(at: number, end: number): CSSProperties {
  const share = percent(Math.min(Math.max(at, 0), end), end);
  return { left: share, transform: `translateX(-${share})` };
}

/** Words beyond the right end of a plot. */
export const atRightEnd: CSSProperties = { left: "calc(100% + 6px)" };

/** A label of the upright axis. */
export function TickLabel(props: { readonly top: number; readonly label: string }) {
  return (
    <span
      style={{ top: props.top }}
      className="absolute right-full mr-2 -translate-y-1/2 whitespace-nowrap"
    >
      {props.label}
    </span>
  );
}
