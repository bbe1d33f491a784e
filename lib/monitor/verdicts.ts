import { isCompleteDay } from "@/lib/coverage/completeness";
import { recentPace, type DayTotal, type PaceRule } from "@/lib/coverage/pace";
import { daysUpToBase, noOutlook, outlook, type Verdict } from "@/lib/coverage/verdict";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import { figureKeyOf } from "@/lib/campaign/figure";

import { judgementOf, type Assessment } from "./assessment";

/** Doses and reports of one place, day and figure, as a query counts them. */
export type CountedDay = {
  readonly place: string;
  readonly day: CalendarDay;
  readonly intervention: string;
  readonly targetGroup: string | null;
  readonly doses: number;
  /** Of the doses: those in cells without a target population. */
  readonly dosesWithoutTarget: number;
  /** Of the doses: those in reports that nobody has verified yet. */
  readonly unverified: number;
  /** Of the doses without a target: those in reports that nobody has verified yet. */
  readonly unverifiedWithoutTarget: number;
  readonly received: number;
  /** Of the received: those that somebody has verified. */
  readonly verified: number;
  readonly expected: number;
  /** false: a sweeping day, or the whole place is closed. */
  readonly isService: boolean;
};

/** The days of one place and figure. */
export function dayTotalsOf(
  days: readonly CountedDay[],
  row: {
    readonly code: string;
    readonly intervention: string;
    readonly targetGroup: string | null;
  },
): CountedDay[] {
  const key = figureKeyOf(row);
  return days.filter((day) => day.place === row.code && figureKeyOf(day) === key);
}

/** The doses of a day and the part of them that no target population divides. */
type DayDoses = Pick<
  CountedDay,
  "doses" | "dosesWithoutTarget" | "unverified" | "unverifiedWithoutTarget"
>;

/**
 * Days of a place with the doses that its coverage counts: where it has a target population, those of
 * cells without one stand aside, on each day as in the total. So the days add up to the total, and pace,
 * forecast and trend have the base of the coverage.
 */
export function coverageDays<Day extends DayDoses>(
  days: readonly Day[],
  { targetPopulation }: Pick<Assessment, "targetPopulation">,
): readonly Day[] {
  if (targetPopulation === null) return days;
  return days.map((day) =>
    day.dosesWithoutTarget === 0 && day.unverifiedWithoutTarget === 0
      ? day
      : {
          ...day,
          doses: day.doses - day.dosesWithoutTarget,
          unverified: day.unverified - day.unverifiedWithoutTarget,
        },
  );
}

/**
 * Whether the place reaches its goal, from its assessment and its days (`coverageDays`). `days` must have the row of the
 * day looked at even when it is empty; the days before may begin anywhere, `lookBack` days before the
 * base day are enough for pace and forecast, the whole round for the best day.
 */
export function verdictOf(
  assessment: Assessment,
  {
    days,
    today,
    rule,
  }: {
    readonly days: readonly DayTotal[];
    readonly today: CalendarDay;
    /** Which days make pace and forecast: `paceRuleOf` the campaign. */
    readonly rule: PaceRule;
  },
): Verdict {
  const judgement = judgementOf(assessment);
  // What was done is known then: nothing is needed a day any more, and nothing is forecast.
  if (assessment.isOver) return { ...judgement, ...noOutlook };
  const said = outlook(judgement, {
    counts: assessment,
    goal: assessment.coverageGoal,
    hasReported: assessment.hasReported,
    days: daysUpToBase(days, assessment.base, today),
    rule,
  });
  return { ...judgement, ...said };
}

/** The recent pace of `verdictOf`, where nothing else of it is shown: a forecast is much to work out. */
export function recentPaceOf(
  assessment: Assessment,
  { days, today, rule }: Parameters<typeof verdictOf>[1],
): number | null {
  if (assessment.isOver || assessment.coverageGoal === null) return null;
  return recentPace(daysUpToBase(days, assessment.base, today), rule);
}

/** How many of the days were complete. */
export function countCompleteDays(days: readonly DayTotal[]): number {
  return days.filter((day) => day.isService && isCompleteDay(day)).length;
}
