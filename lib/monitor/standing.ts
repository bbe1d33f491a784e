import type { Campaign, Intervention, Round } from "@/lib/campaign/campaign";
import type { RoundCalendar } from "@/lib/campaign/calendar";
import { coverage, type CoverageCounts, type Ratio } from "@/lib/coverage/coverage";
import type { Goal } from "@/lib/coverage/goal";
import { needed } from "@/lib/coverage/needed";
import { coverageStatus, isFarBehind, type CoverageStatus } from "@/lib/coverage/status";

/** What a query counted for one place and intervention. */
export type Counted = CoverageCounts & {
  readonly code: string;
  readonly name: string;
  readonly intervention: string;
  readonly targetGroup: string | null;
  readonly units: number;
  readonly missingTargets: number;
  readonly nonResidentDoses: number;
  /** Of the doses administered: those in reports that nobody has verified yet. */
  readonly unverifiedDoses: number;
  readonly reportsReceived: number;
  /** Reports of service days that units which joined midway do not owe. */
  readonly reportsNotDue: number;
};

/** How one place stands in one intervention: its counts, and what follows from them. */
export type Standing = Counted & {
  readonly round: number;
  readonly coverageGoal: Goal;
  readonly coverage: Ratio | null;
  /** Children still to be immunized; null without a target population. */
  readonly needed: number | null;
  readonly status: CoverageStatus;
  readonly isFarBehind: boolean;
  /** Whether any report ever came, a zero report included. */
  readonly hasReported: boolean;
  /** Reports of the service days so far, today's included. */
  readonly reportsExpected: number;
};

/** The same judgement of counts for page, print, CSV and API. */
export function standingOf(
  counted: Counted,
  {
    intervention,
    round,
    calendar,
  }: {
    readonly intervention: Intervention;
    readonly round: Round;
    readonly calendar: RoundCalendar;
  },
): Standing {
  const goal = intervention.coverageGoal;
  const hasReported = counted.reportsReceived > 0 || counted.dosesAdministered > 0;
  const standing = { ...counted, goal, day: calendar.day, days: calendar.days, hasReported };

  return {
    ...counted,
    round: round.number,
    coverageGoal: goal,
    coverage: coverage(counted),
    needed: needed({ ...counted, goal }),
    status: coverageStatus(standing),
    isFarBehind: isFarBehind(standing),
    hasReported,
    reportsExpected: reportsExpected(counted, calendar),
  };
}

/** The part of a place's doses that nobody has verified yet, from 0 to 1; 0 where there are none. */
export function unverifiedShare({
  unverifiedDoses,
  dosesAdministered,
}: Pick<Counted, "unverifiedDoses" | "dosesAdministered">): number {
  // A day that takes doses back may be the one that is not verified.
  if (unverifiedDoses <= 0 || dosesAdministered <= 0) return 0;
  return Math.min(1, unverifiedDoses / dosesAdministered);
}

/** Reports that the units owe for the service days so far, today included. */
export function reportsExpected(
  { units, reportsNotDue }: Pick<Counted, "units" | "reportsNotDue">,
  { day }: Pick<RoundCalendar, "day">,
): number {
  return Math.max(0, units * day - reportsNotDue);
}

/** All rows of an answer, judged. A row of an intervention that the campaign lacks is left out. */
export function standingsOf(
  counted: readonly Counted[],
  at: { readonly campaign: Campaign; readonly round: Round; readonly calendar: RoundCalendar },
): Standing[] {
  return counted.flatMap((row) => {
    const intervention = at.campaign.interventions.find(({ code }) => code === row.intervention);
    return intervention ? [standingOf(row, { ...at, intervention })] : [];
  });
}
