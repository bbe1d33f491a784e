import type { CalendarDay } from "@/lib/base/time/calendar-day";
import type { Campaign } from "@/lib/campaign/campaign";
import type { CoverageCounts } from "@/lib/coverage/coverage";
import { goalOn } from "@/lib/coverage/dated-goal";

import { isDivergent } from "./divergence";
import {
  rapidVerdictOf,
  type PassMark,
  type RapidAssessment,
  type RapidVerdict,
} from "./rapid-assessment";

/** An assessment as it stands beside what reports say of its place. */
export type JudgedAssessment = RapidAssessment & {
  readonly verdict: RapidVerdict;
  /** null: reports say nothing that could be divided. */
  readonly coverage: CoverageCounts | null;
  readonly isDivergent: boolean;
};

/** Judges an assessment by the campaign's mark, and by the coverage of its place on a day. */
export function judged(
  assessment: RapidAssessment,
  {
    campaign,
    mark,
    today,
    coverageOf,
  }: {
    readonly campaign: Pick<Campaign, "interventions">;
    readonly mark: PassMark;
    readonly today: CalendarDay;
    readonly coverageOf: (unit: string, intervention: string) => CoverageCounts | null;
  },
): JudgedAssessment {
  const { unit, intervention } = assessment;
  const verdict = rapidVerdictOf(assessment, mark);
  const counts = coverageOf(unit, intervention);
  const coverage = counts && (counts.targetPopulation ?? 0) > 0 ? counts : null;
  const found = campaign.interventions.find(({ code }) => code === intervention);
  const goal = found ? (goalOn(found.goals, today)?.share ?? null) : null;
  return { ...assessment, verdict, coverage, isDivergent: isDivergent(verdict, coverage, goal) };
}
