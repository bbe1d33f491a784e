import type { CalendarDay } from "@/lib/base/time/calendar-day";
import type { Campaign, ReportingUnit } from "@/lib/campaign/campaign";
import type { CoverageCounts } from "@/lib/coverage/coverage";
import { goalOn } from "@/lib/coverage/dated-goal";

import { saysDone } from "./divergence";

/** A place whose reports say that it is done, and that nobody has looked at yet. */
type Proposal = {
  readonly unit: ReportingUnit;
  readonly intervention: string;
  readonly coverage: CoverageCounts;
};

/** Places that say that they are done in an intervention, by whether they were assessed in it. */
export type SaidDone = {
  readonly done: number;
  readonly assessed: number;
  /** Those that were not, the highest coverage first: who says the most is looked at first. */
  readonly proposed: readonly Proposal[];
};

/**
 * Where to look: units whose coverage of an intervention has reached its goal of the day, and that have no
 * assessment of it.
 */
export function saidDoneOf(
  campaign: Pick<Campaign, "interventions">,
  units: readonly ReportingUnit[],
  {
    intervention,
    today,
    coverageOf,
    isAssessed,
  }: {
    readonly intervention: string;
    readonly today: CalendarDay;
    readonly coverageOf: (unit: string, intervention: string) => CoverageCounts | null;
    readonly isAssessed: (unit: string, intervention: string) => boolean;
  },
): SaidDone {
  const found = campaign.interventions.find(({ code }) => code === intervention);
  const goal = found ? (goalOn(found.goals, today)?.share ?? null) : null;
  const done = units.flatMap((unit) => {
    const coverage = coverageOf(unit.code, intervention);
    return coverage !== null && saysDone(coverage, goal) ? [{ unit, intervention, coverage }] : [];
  });
  const proposed = done.filter(({ unit }) => !isAssessed(unit.code, intervention));
  return {
    done: done.length,
    assessed: done.length - proposed.length,
    proposed: proposed.toSorted((a, b) => shareOf(b.coverage) - shareOf(a.coverage)),
  };
}

function shareOf({ dosesAdministered, targetPopulation }: CoverageCounts): number {
  return dosesAdministered / (targetPopulation ?? 1);
}
