import { goalRatio, type Goal } from "@/lib/coverage/goal";

/** A share as a place on the axis, which ends at 100 %. */
const at = (ratio: number) => `${Math.min(100, Math.max(0, ratio * 100))}%`;

/**
 * Two shares of a place on an axis from 0 to 100 %: a ring for the earlier, a dot for the later, a line
 * between, a tick for the goal. In SVG, because a print without backgrounds leaves boxes out.
 */
export function Dumbbell(props: {
  readonly earlier: number | null;
  readonly later: number | null;
  /** null: none. */
  readonly goal: Goal | null;
  readonly isOverLimit: boolean;
}) {
  const { earlier, later, isOverLimit } = props;
  const color = isOverLimit ? "var(--behind)" : "var(--ink2)";
  return (
    <svg aria-hidden width="100%" height="18" className="block min-w-32 overflow-visible">
      <line x1="0" x2="100%" y1="9" y2="9" stroke="var(--line)" strokeWidth="2" />
      {props.goal === null ? null : (
        <svg x={at(goalRatio(props.goal))} className="overflow-visible">
          <rect x="-1" y="1" width="2" height="16" fill="var(--ink)" />
        </svg>
      )}
      {earlier === null || later === null ? null : (
        <line
          x1={at(earlier)}
          x2={at(later)}
          y1="9"
          y2="9"
          stroke={color}
          strokeWidth="3"
          strokeOpacity="0.5"
        />
      )}
      {earlier === null ? null : (
        <circle
          cx={at(earlier)}
          cy="9"
          r="4"
          fill="var(--surface)"
          stroke="var(--ink)"
          strokeWidth="2"
        />
      )}
      {later === null ? null : <circle cx={at(later)} cy="9" r="5" fill={color} />}
    </svg>
  );
}
