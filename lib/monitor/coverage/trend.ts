import { goalDayOf, lastDay, roundCalendar } from "@/lib/campaign/calendar";
import type { Round } from "@/lib/campaign/campaign";
import { isCompleteDay } from "@/lib/coverage/completeness";
import { goalOn, goalSpans, type DatedGoal } from "@/lib/coverage/dated-goal";
import type { Goal } from "@/lib/coverage/goal";
import { goalCount } from "@/lib/coverage/needed";
import { completeDays, type PaceRule } from "@/lib/coverage/pace";
import { runningTargetCount } from "@/lib/coverage/running-target";
import { daysBetween, daysFrom, weekday, type CalendarDay } from "@/lib/base/time/calendar-day";

import type { CheckedDay, PlaceRow } from "./rows";
import { peopleOn, type TargetStep } from "@/lib/monitor/target-step";
import { coverageDays } from "@/lib/monitor/verdicts";

/** One day of the trend, begun or still to come. */
type TrendDay = {
  readonly day: CalendarDay;
  /** 1 on the first day of the round; the end of the day stands there on the axis. */
  readonly position: number;
  /** null: the day has not begun. */
  readonly doses: number | null;
  readonly cumulative: number | null;
  /** Of the doses of the day: those in reports that nobody has verified yet. */
  readonly unverified: number;
  /** That the day is divided by; null: not known. */
  readonly targetPopulation: number | null;
  /** The straight line to the goal of the day; null without a goal or target population. */
  readonly ideal: number | null;
  readonly received: number;
  readonly expected: number;
  /** Enough reports to count for pace and forecast; null: not begun, none due, or closed. */
  readonly isComplete: boolean | null;
};

/** A goal, and the span of the axis that it holds on: from the end of a day to the end of another. */
type GoalStep = {
  readonly from: number;
  readonly to: number;
  readonly share: Goal;
  readonly count: number;
};

/** The way to the goal: what chart and table draw. All numbers are children, all places days. */
export type Trend = {
  readonly days: readonly TrendDay[];
  /** Positions and days of the Mondays. */
  readonly weeks: readonly { readonly position: number; readonly day: CalendarDay }[];
  readonly targetPopulation: number | null;
  /** The goal of the day looked at. */
  readonly goalCount: number | null;
  /** The goals of the round's days, each from where its first day begins; none: there is no goal. */
  readonly goals: readonly GoalStep[];
  /** Position at which the goal is due: the last service day. */
  readonly dueAt: number;
  /** Where the curve ends today; null before the first report. */
  readonly now: {
    readonly position: number;
    readonly cumulative: number;
    /** Today's reports are still coming. */
    readonly isOpen: boolean;
  } | null;
  readonly forecast: {
    readonly from: { readonly position: number; readonly cumulative: number };
    readonly to: { readonly position: number; readonly low: number; readonly high: number };
  } | null;
  /** Recent pace, and from which day to which it is the mean. */
  readonly recent: { readonly perDay: number; readonly from: number; readonly to: number } | null;
  readonly required: { readonly perDay: number; readonly from: number; readonly to: number } | null;
};

/**
 * The trend of one place and intervention.
 *
 * @param days of the place, from the first day of the round to the day it is read on.
 */
export function trendOf(
  row: PlaceRow,
  {
    days,
    round,
    on,
    steps,
    rule,
    goals,
  }: {
    readonly days: readonly CheckedDay[];
    readonly round: Round;
    readonly on: CalendarDay;
    /** When the target population of the place changed, in the intervention. */
    readonly steps: readonly TargetStep[];
    readonly rule: PaceRule;
    readonly goals: readonly DatedGoal[];
  },
): Trend {
  const goal = row.coverageGoal;
  const { targetPopulation, verdict, calendar, closedDays } = row;
  const begun = new Map(
    coverageDays(days, row)
      .filter(({ day }) => day <= on)
      .map((day) => [day.day, day]),
  );
  const position = (day: CalendarDay) => daysBetween(round.startsOn, day) + 1;

  const idealOn = (day: CalendarDay, people: number | null) => {
    // On the days to come the goal of the day looked at.
    const then = goalOn(goals, day < on ? day : goalDayOf(round, on))?.share ?? null;
    return (
      then &&
      runningTargetCount({
        goal: then,
        targetPopulation: people,
        ...roundCalendar(round, day, closedDays),
      })
    );
  };

  let cumulative = 0;
  const trendDays = daysFrom(round.startsOn, lastDay(round)).map((day): TrendDay => {
    const counted = begun.get(day);
    cumulative += counted?.doses ?? 0;
    const people = peopleOn(steps, day, { people: targetPopulation, on });
    return {
      day,
      position: position(day),
      doses: counted?.doses ?? null,
      unverified: counted?.unverified ?? 0,
      cumulative: counted ? cumulative : null,
      targetPopulation: people,
      ideal: idealOn(day, people),
      received: counted?.received ?? 0,
      expected: counted?.expected ?? 0,
      isComplete:
        counted && counted.isService && counted.expected > 0 ? isCompleteDay(counted) : null,
    };
  });

  const latest = trendDays.filter((day) => day.cumulative !== null).at(-1);
  const { base } = row;
  const untilBase = [...begun.values()].filter(({ day }) => base.isLookedAt || day < on);
  const complete = completeDays(untilBase, rule).map(({ day }) => day);
  const baseAt = untilBase.length;
  const dueAt = position(round.endsOn);
  const end = calendar.phase === "running" ? dueAt : trendDays.length;
  const isOver = calendar.phase === "ended";
  const required = verdict.required.kind === "perDay" ? verdict.required.perDay : null;
  const [firstRecent, lastRecent] = [complete.at(-rule.over) ?? complete[0], complete.at(-1)];

  return {
    days: trendDays,
    weeks: trendDays
      .filter(({ day }) => weekday(day) === 1)
      .map(({ day, position: at }) => ({ position: at, day })),
    targetPopulation,
    goalCount: goal && targetPopulation && goalCount({ goal, targetPopulation }),
    goals: goalSteps(goals, { round, on, targetPopulation }),
    dueAt,
    now:
      row.hasReported && latest?.cumulative != null
        ? { position: latest.position, cumulative: latest.cumulative, isOpen: !base.isLookedAt }
        : null,
    forecast:
      verdict.forecast && baseAt > 0 && !isOver && verdict.needed !== 0
        ? {
            from: { position: baseAt, cumulative: base.dosesAdministered },
            to: { position: end, ...verdict.forecast },
          }
        : null,
    recent:
      verdict.recentPace !== null && firstRecent && lastRecent
        ? { perDay: verdict.recentPace, from: position(firstRecent) - 1, to: position(lastRecent) }
        : null,
    required:
      required === null
        ? null
        : {
            perDay: required,
            from: baseAt,
            to: end,
          },
  };
}

/** Goals that hold from later than the day looked at on are not known on it. */
function goalSteps(
  goals: readonly DatedGoal[],
  {
    round,
    on,
    targetPopulation,
  }: {
    readonly round: Round;
    readonly on: CalendarDay;
    readonly targetPopulation: number | null;
  },
): GoalStep[] {
  if (targetPopulation === null) return [];
  const end = lastDay(round);
  const spans = goalSpans(goals, { from: round.startsOn, to: goalDayOf(round, on) });
  return spans.flatMap(({ fromDay, goal: { share } }, index) => {
    const next = spans[index + 1]?.fromDay;
    return share === null
      ? []
      : [
          {
            from: daysBetween(round.startsOn, fromDay),
            to: next ? daysBetween(round.startsOn, next) : daysBetween(round.startsOn, end) + 1,
            share,
            count: goalCount({ goal: share, targetPopulation }),
          },
        ];
  });
}
