import { roundPhase } from "@/lib/campaign/calendar";
import type { Campaign, Round } from "@/lib/campaign/campaign";
import { figureKeyOf, figuresOf, type Figure } from "@/lib/campaign/figure";
import { isCompleteDay } from "@/lib/coverage/completeness";
import type { CoverageCounts } from "@/lib/coverage/coverage";
import type { Goal } from "@/lib/coverage/goal";
import { goalCount } from "@/lib/coverage/needed";
import type { CoverageStatus } from "@/lib/coverage/status";
import { addDays, type CalendarDay } from "@/lib/base/time/calendar-day";

import type { LateArrivals } from "@/lib/monitor/server/late-queries";
import { assessAll, type Assessment } from "@/lib/monitor/assessment";
import type { PlaceCounts } from "@/lib/monitor/counts";

export type StatusChange = {
  readonly name: string;
  readonly intervention: Figure;
  readonly from: CoverageStatus;
  readonly to: CoverageStatus;
  readonly isBetter: boolean;
  readonly assessment: Assessment;
};

const rank: Readonly<Record<CoverageStatus, number>> = {
  unknown: 0,
  noGoal: 0,
  behind: 1,
  onTrack: 2,
  reached: 3,
};

/**
 * Places whose status is not that of yesterday's end: better ones first, the highest status on top.
 * A place whose today is incomplete is judged by yesterday, so nothing changes in the morning but
 * that a goal is reached. Nothing changed before the second day of the round or after its end.
 */
export function statusChanges(
  assessments: readonly Assessment[],
  at: { readonly campaign: Campaign; readonly round: Round; readonly today: CalendarDay },
): StatusChange[] {
  const { campaign, round, today } = at;
  const yesterday = addDays(today, -1);
  if (roundPhase(round, today) === "ended" || roundPhase(round, yesterday) === "before") return [];

  const figures = figuresOf(campaign);
  const was = assessAll(assessments.map(beforeDay), { campaign, round, on: yesterday });

  return assessments
    .flatMap((assessment, index): StatusChange[] => {
      const from = was[index]?.status;
      const to = assessment.status;
      const intervention = figures.find(({ key }) => key === figureKeyOf(assessment));
      if (from === undefined || from === to || !intervention) return [];
      // That there is a goal now, or none any more, is nothing that the place did.
      if (from === "noGoal" || to === "noGoal") return [];
      const isBetter = rank[to] > rank[from];
      return [{ name: assessment.name, intervention, from, to, isBetter, assessment }];
    })
    .sort((a, b) => rank[b.to] - rank[a.to]);
}

/** Counts as they were when the day looked at began. */
function beforeDay(row: PlaceCounts): PlaceCounts {
  return {
    ...row,
    dosesAdministered: Math.max(0, row.dosesAdministered - (row.onDay?.doses ?? 0)),
    reportsReceived: Math.max(0, row.reportsReceived - (row.onDay?.received ?? 0)),
    completeDays: row.completeDays - (row.onDay?.isService && isCompleteDay(row.onDay) ? 1 : 0),
    onDay: null,
    ofUnits: row.ofUnits?.map(beforeDay),
  };
}

/** A unit's counts in one figure, and the parts of its doses that are of today or in doubt. */
export type UnitCounts = CoverageCounts & { readonly todays: number; readonly doubtful: number };

/**
 * Units that have reached the goal, and those among them that had not before today. One that reaches it
 * only with doses under an open finding is not among them.
 */
export function reachedUnits(
  units: readonly UnitCounts[],
  goal: Goal | null,
): { readonly units: number; readonly reached: number; readonly newly: number } {
  const isReached = (doses: number, people: number | null) =>
    goal !== null &&
    people !== null &&
    people > 0 &&
    doses >= goalCount({ goal, targetPopulation: people });
  const reached = units.filter((unit) =>
    isReached(unit.dosesAdministered - unit.doubtful, unit.targetPopulation),
  );
  const newly = reached.filter(
    (unit) => !isReached(unit.dosesAdministered - unit.todays, unit.targetPopulation),
  );
  return { units: units.length, reached: reached.length, newly: newly.length };
}

/** Late doses as the coverage counts them, so that today's and they add up to what the total gained. */
export function lateOf(
  late: LateArrivals | undefined,
  { targetPopulation }: Pick<CoverageCounts, "targetPopulation">,
): number {
  if (!late) return 0;
  return targetPopulation === null ? late.doses : late.doses - late.withoutTarget;
}
