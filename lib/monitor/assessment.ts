import type { Campaign, Intervention, Round } from "@/lib/campaign/campaign";
import { goalDayOf, lastDay, roundCalendar, type RoundCalendar } from "@/lib/campaign/calendar";
import { coverage, type CoverageCounts, type Ratio } from "@/lib/coverage/coverage";
import { goalOn, type GoalScope } from "@/lib/coverage/dated-goal";
import { isDoubtful } from "@/lib/coverage/doubt";
import type { Goal } from "@/lib/coverage/goal";
import { judge, type Judgement, type JudgementInput } from "@/lib/coverage/judgement";
import { goalCount, needed } from "@/lib/coverage/needed";
import { runningTargetTenths } from "@/lib/coverage/running-target";
import { coverageStatuses } from "@/lib/coverage/status";
import { addDays, type CalendarDay } from "@/lib/base/time/calendar-day";

import type { PlaceCounts } from "./counts";

/** How one place stands in one intervention: its counts, and what follows from them at its base day. */
export type Assessment = PlaceCounts &
  Judgement & {
    readonly round: number;
    /** The place's own clock: closed days are not counted. */
    readonly calendar: RoundCalendar;
    /** The goal of the day looked at; null: none. */
    readonly coverageGoal: Goal | null;
    readonly goalScope: GoalScope;
    /** Beside `needed` of a goal of each unit; null: it is of the sum, or there is none. */
    readonly eachUnit: EachUnit | null;
    readonly coverage: Ratio | null;
    /** Whether any report ever came, a zero report included. */
    readonly hasReported: boolean;
    /** Whether the goal is reached only with doses that an open finding covers. */
    readonly isDoubtful: boolean;
    /** Whether the round is over, its sweeping days too: nothing is behind any more, it is missed. */
    readonly isOver: boolean;
    /** Reports of the service days so far, today's included. */
    readonly reportsExpected: number;
  };

/** What a goal of each unit says of the units of a place. */
type EachUnit = {
  /** Units that have reached it, of those with a target population that is not empty. */
  readonly reached: number;
  readonly units: number;
  /** What the sum lacks, which is less where a unit has more than enough, and by rounding. */
  readonly neededOfSum: number;
  /** Units that have more than they need. */
  readonly beyond: number;
};

/** The same judgement of counts for page, print, CSV and API. */
function assess(
  counted: PlaceCounts,
  {
    intervention,
    round,
    on,
  }: {
    readonly intervention: Intervention;
    readonly round: Round;
    readonly on: CalendarDay;
  },
  calendar = roundCalendar(round, on, counted.closedDays),
): Assessment {
  const { share: goal = null, scope: goalScope = "whole" } =
    goalOn(intervention.goals, goalDayOf(round, on)) ?? {};
  const asked = { coverageGoal: goal, goalScope };
  const judgement = judge(judgementInput(counted, asked, calendar));

  // Assigned (lib/README.md), over what counts that were assessed before carry of it.
  return Object.assign({}, counted, judgement, {
    round: round.number,
    calendar,
    coverageGoal: goal,
    goalScope,
    eachUnit: eachUnitOf(counted, asked),
    coverage: coverage(counted),
    hasReported: hasReported(counted),
    isDoubtful: isDoubtful({
      dosesAdministered: counted.dosesAdministered,
      targetPopulation: counted.targetPopulation,
      doubtfulDoses: counted.doubtfulDoses,
      status: judgement.status,
      goal,
      units: unitsOf(counted, asked),
    }),
    isOver: calendar.phase === "ended",
    reportsExpected: counted.reportsDue,
  });
}

/** How a place stands, as `assess` judged it. */
export function judgementOf(assessment: Assessment): Judgement {
  const { base, status, isFarBehind, needed: toGoal, remaining, neededAtBase } = assessment;
  const { required } = assessment;
  return { base, status, isFarBehind, needed: toGoal, remaining, neededAtBase, required };
}

/** What the counts of a place are judged by; after a round complete days do not matter any more. */
function judgementInput(
  counted: PlaceCounts,
  asked: Pick<Assessment, "coverageGoal" | "goalScope">,
  calendar: RoundCalendar,
): JudgementInput {
  return {
    counts: counted,
    goal: asked.coverageGoal,
    units:
      unitsOf(counted, asked)?.map((unit) => ({ ...unit, dosesOnDay: unit.onDay?.doses ?? 0 })) ??
      null,
    lookedAt: { ...calendar, onDay: counted.onDay },
    hasReported: hasReported(counted),
    hasCompleteDay: counted.completeDays > 0 || calendar.phase === "ended",
  };
}

/** The units that each have to reach the goal; null: it is of the sum, or the place is a unit itself. */
function unitsOf(
  { ofUnits }: PlaceCounts,
  { goalScope }: Pick<Assessment, "goalScope">,
): readonly PlaceCounts[] | null {
  return goalScope === "each" && ofUnits !== undefined ? ofUnits : null;
}

function eachUnitOf(
  counted: PlaceCounts,
  asked: Pick<Assessment, "coverageGoal" | "goalScope">,
): EachUnit | null {
  const goal = asked.coverageGoal;
  const units = unitsOf(counted, asked);
  if (goal === null || units === null) return null;
  const lacks = units.flatMap((unit) => needed({ ...unit, goal }) ?? []);
  const neededOfSum = needed({ ...counted, goal });
  if (neededOfSum === null) return null;
  return {
    reached: lacks.filter((lack) => lack === 0).length,
    units: lacks.length,
    neededOfSum,
    beyond: units.filter((unit) => isBeyondGoal({ ...unit, coverageGoal: goal })).length,
  };
}

/** What places are ordered by: people still to be reached for the goal; without one, not reached at all. */
export function lackOf({
  coverageGoal,
  needed: toGoal,
  remaining,
}: Pick<Assessment, "coverageGoal" | "needed" | "remaining">): number | null {
  return coverageGoal === null ? remaining : toGoal;
}

/** Where the running target was on the base day, in tenths of a percent; null: there is no goal. */
export function runningTenthsOf({
  coverageGoal: goal,
  base: { day, days },
}: Pick<Assessment, "coverageGoal" | "base">): number | null {
  return goal === null ? null : runningTargetTenths({ goal, day, days });
}

/** Whether a place has more than its goal asks for. */
export function isBeyondGoal(
  counted: CoverageCounts & { readonly coverageGoal: Goal | null },
): boolean {
  return excessOver(counted) > 0;
}

/** Doses beyond the goal; 0 when it is just reached, not reached, or cannot be. */
export function excessOver({
  coverageGoal: goal,
  targetPopulation,
  dosesAdministered,
}: CoverageCounts & { readonly coverageGoal: Goal | null }): number {
  if (goal === null || targetPopulation === null || targetPopulation === 0) return 0;
  return Math.max(0, dosesAdministered - goalCount({ goal, targetPopulation }));
}

/**
 * Whether there is a coverage to show: there is a target population and any report came. It is shown
 * also where nothing is judged yet, before the first complete day.
 */
export function hasCoverage(assessment: Pick<Assessment, "coverage" | "hasReported">): boolean {
  return assessment.hasReported && assessment.coverage !== null;
}

/**
 * How a place is said to stand. Unknown is two things: nothing was reported, or what was is not
 * judged yet, for want of a complete day or of a target population. Reached is two as well: it is, or it seems so with doses that an
 * open finding covers. What is behind when the round is over has missed its goal.
 */
export const statusWords = [...coverageStatuses, "notJudged", "doubtful", "missed"] as const;

export type StatusWord = (typeof statusWords)[number];

export function statusWord(
  assessment: Pick<Assessment, "status" | "hasReported" | "isDoubtful" | "isOver">,
): StatusWord {
  if (assessment.isDoubtful) return "doubtful";
  if (assessment.isOver && assessment.status === "behind") return "missed";
  return assessment.status === "unknown" && assessment.hasReported
    ? "notJudged"
    : assessment.status;
}

function hasReported({ reportsReceived, dosesAdministered }: PlaceCounts): boolean {
  return reportsReceived > 0 || dosesAdministered > 0;
}

/** The base day of a place as a date; null: it lies before the round. */
export function baseDayOf(
  { base }: Pick<Assessment, "base">,
  { round, on }: { readonly round: Round; readonly on: CalendarDay },
): CalendarDay | null {
  const day = base.isLookedAt ? on : addDays(on, -1);
  if (day < round.startsOn) return null;
  return day < lastDay(round) ? day : lastDay(round);
}

/** The part of a place's doses that nobody has verified yet, from 0 to 1; 0 where there are none. */
export function unverifiedShare({
  unverifiedDoses,
  dosesAdministered,
}: Pick<PlaceCounts, "unverifiedDoses" | "dosesAdministered">): number {
  // A day that takes doses back may be the one that is not verified.
  if (unverifiedDoses <= 0 || dosesAdministered <= 0) return 0;
  return Math.min(1, unverifiedDoses / dosesAdministered);
}

type AssessedAt = {
  readonly campaign: Campaign;
  readonly round: Round;
  readonly on: CalendarDay;
};

/**
 * Judges rows of one campaign and day; a row of an intervention that the campaign lacks is null. Nearly
 * all places have the same closed days, so a calendar is made once for all that do.
 */
export function assessor({
  campaign,
  round,
  on,
}: AssessedAt): (row: PlaceCounts) => Assessment | null {
  const interventions = new Map(campaign.interventions.map((each) => [each.code, each]));
  const calendars = new Map<string, RoundCalendar>();
  return (row) => {
    const intervention = interventions.get(row.intervention);
    if (!intervention) return null;
    const closed = row.closedDays.join(" ");
    const calendar = calendars.get(closed) ?? roundCalendar(round, on, row.closedDays);
    calendars.set(closed, calendar);
    return assess(row, { intervention, round, on }, calendar);
  };
}

/** All rows of an answer, judged. A row of an intervention that the campaign lacks is left out. */
export function assessAll(counted: readonly PlaceCounts[], at: AssessedAt): Assessment[] {
  const assessed = assessor(at);
  return counted.flatMap((row) => assessed(row) ?? []);
}
