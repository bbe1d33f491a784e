import type { CoverageCounts } from "@/lib/coverage/coverage";
import { coverage } from "@/lib/coverage/coverage";
import type { Elapsed } from "@/lib/coverage/elapsed";
import type { Forecast } from "@/lib/coverage/forecast";
import type { Goal } from "@/lib/coverage/goal";
import { goalRatio } from "@/lib/coverage/goal";
import { runningTarget } from "@/lib/coverage/running-target";
import type { CoverageStatus } from "@/lib/coverage/status";
import { unverifiedShare } from "@/lib/monitor/assessment";

export type Bullet = {
  readonly counts: CoverageCounts;
  /** null: none, so neither goal nor running target is drawn. */
  readonly goal: Goal | null;
  /** The service day of today. Before the first there is no running target; on the last it is the goal. */
  readonly elapsed: Elapsed;
  readonly forecast: Forecast | null;
  readonly status: CoverageStatus;
  /** Of the doses: those in reports that nobody has verified yet. */
  readonly unverifiedDoses?: number;
};

/** Where the marks of a bullet bar stand, in percent of its length. */
export type BulletMarks = {
  /** null: no target population, so no share. */
  readonly coverage: number | null;
  /** Where the hatched end begins; null: everything is verified. */
  readonly verified: number | null;
  readonly goal: number | null;
  readonly running: number | null;
  readonly forecast: { readonly low: number; readonly high: number } | null;
  /** Where 100 % is, when coverage goes beyond it. */
  readonly whole: number | null;
};

/**
 * The axis ends at 100 %, or at the next ten above a coverage beyond it; a forecast beyond the
 * end is drawn up to it. A goal that is reached has no forecast.
 */
export function bulletMarks(bullet: Bullet): BulletMarks {
  const { counts, goal, elapsed, forecast, status, unverifiedDoses = 0 } = bullet;
  const open = unverifiedShare({ ...counts, unverifiedDoses });
  const ratio = coverage(counts);
  const end = ratio !== null && ratio > 1 ? Math.ceil(ratio * 10) / 10 : 1;
  const at = (share: number) => Math.min((share / end) * 100, 100);
  const people = counts.targetPopulation;

  return {
    coverage: ratio === null ? null : at(ratio),
    verified: ratio === null || open === 0 ? null : at(ratio * (1 - open)),
    goal: goal === null ? null : at(goalRatio(goal)),
    running:
      goal === null || elapsed.day < 1 || elapsed.day >= elapsed.days
        ? null
        : at(runningTarget({ goal, ...elapsed })),
    forecast:
      forecast === null || people === null || people === 0 || status === "reached"
        ? null
        : { low: at(forecast.low / people), high: at(forecast.high / people) },
    whole: end > 1 ? at(1) : null,
  };
}

/** On which bars two labels stand apart: on all, from 32 em on, from 45 em on, or on none. */
type RoomFor = "all" | "medium" | "wide" | "none";

/** The shortest bar of those that each answer promises room on, in em of its labels. */
const shortest = { all: 24.5, medium: 32, wide: 45 } as const;

/** 12 px beside labels of 12 px. */
const gap = 1;

/**
 * On which bars the labels of two marks stand apart by at least 12 px; on shorter ones they merge.
 *
 * @param widths Of the labels, in em.
 */
export function roomFor(
  marks: { readonly left: number; readonly right: number },
  widths: { readonly left: number; readonly right: number },
): RoomFor {
  const isApart = (length: number) => {
    const left = centre(marks.left, widths.left, length) + widths.left / 2;
    const right = centre(marks.right, widths.right, length) - widths.right / 2;
    return right - left >= gap;
  };
  return (["all", "medium", "wide"] as const).find((room) => isApart(shortest[room])) ?? "none";
}

/** Width of a label, in em. */
export function labelWidth(text: string): number {
  return text.length * 0.53;
}

/** Where the middle of a label is that stands over a mark and stays inside the bar, in em. */
function centre(mark: number, width: number, length: number): number {
  return Math.min(Math.max((mark / 100) * length, width / 2), length - width / 2);
}
