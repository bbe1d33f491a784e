import { countAxis, shareAxis } from "@/components/base/chart/axis";
import type { ProgressChartProps } from "@/components/base/chart/progress";
import type { DayNote } from "@/lib/campaign/day-note/schema";
import type { Formats } from "@/lib/base/i18n/format";
import { unverifiedShare } from "@/lib/monitor/assessment";

import type { CoverageProps } from "./coverage-props";

/** Changes of the target population on the days that the chart shows, apart from its first. */
export function stepsOf({ params, view }: Pick<CoverageProps, "params" | "view">) {
  return view.steps.filter(({ day }) => day > params.round.startsOn && day <= params.on);
}

type Label =
  | "today"
  | "until"
  | "ideal"
  | "goal"
  | "children"
  | "forecast"
  | "perDay"
  | "required"
  | "recent"
  | "rate"
  | "note"
  | "onDay"
  | "share"
  | "step";

/** What the chart draws of a place: the curve in percent of its target population, or in people without one. */
export function chartOf(
  { params, view, notes }: CoverageProps & { readonly notes: readonly DayNote[] },
  format: Formats,
  label: (key: Label, values: Record<string, string>) => string,
): ProgressChartProps {
  const { trend, total } = view;
  const people = trend.targetPopulation ?? 0;
  const end = trend.days.length;
  const counted = trend.days.flatMap((day) =>
    day.cumulative === null
      ? []
      : [
          {
            at: day.position,
            day: day.day,
            cumulative: day.cumulative,
            targetPopulation: day.targetPopulation,
            // As high as its share of the target population that was in force on that day.
            value: day.targetPopulation
              ? (day.cumulative * people) / day.targetPopulation
              : day.cumulative,
            doses: day.doses ?? 0,
            isComplete: day.isComplete,
            openShare: openShareOf(day),
          },
        ],
  );
  const largest = Math.max(
    0,
    ...counted.map(({ value }) => value),
    trend.forecast?.to.high ?? 0,
    ...trend.goals.map(({ count }) => count),
  );
  // In percent of the target population, or in children where there is none.
  const axis =
    people > 0
      ? ((shares) => ({
          end: (shares.end / 100) * people,
          ticks: shares.ticks.map((tick) => ({
            at: (tick / 100) * people,
            label: format.share(tick / 100),
          })),
        }))(shareAxis((largest / people) * 100))
      : ((counts) => ({
          end: counts.end,
          ticks: counts.ticks.map((tick) => ({ at: tick, label: format.count(tick) })),
        }))(countAxis(largest));
  const daily = countAxis(
    Math.max(
      0,
      ...counted.map(({ doses }) => doses),
      trend.required?.perDay ?? 0,
      trend.recent?.perDay ?? 0,
    ),
  );
  const goal = format.goal(total.coverageGoal);
  const rate = (value: number) => label("rate", { count: format.pace(value) });
  const { now, forecast, required, recent, goalCount } = trend;

  return {
    end,
    weeks: weeksShown(trend.weeks).map(({ position, day }) => ({
      at: position - 1,
      label: format.shortDay(day),
    })),
    notes: [
      ...notes.map(({ day, note }) => ({ day, note: shortened(note) })),
      ...stepsOf({ params, view }).map(({ day, before, after }) => ({
        day,
        note: label("step", { before: format.count(before), after: format.count(after) }),
      })),
    ].flatMap(({ day, note }) => {
      const at = trend.days.find((each) => each.day === day && each.doses !== null)?.position;
      return at === undefined
        ? []
        : [{ at, label: label("note", { day: format.shortDay(day), note }) }];
    }),
    curve: {
      axisEnd: axis.end,
      ticks: axis.ticks,
      points: [{ at: 0, value: 0 }, ...counted.map(({ at, value }) => ({ at, value }))],
      days: counted.map(({ at, day, doses, cumulative, targetPopulation, value }) => [
        at,
        value,
        format.shortDay(day),
        format.signed(doses),
        format.count(cumulative),
        people > 0 ? format.coverage({ dosesAdministered: cumulative, targetPopulation }) : "",
      ]),
      dayWords: {
        onDay: label("onDay", { count: "{count}" }),
        whole:
          people > 0
            ? label("share", { count: "{count}", share: "{share}" })
            : label("children", { count: "{count}" }),
      },
      ideal:
        goalCount === null || people === 0
          ? null
          : {
              until: trend.dueAt,
              value: goalCount,
              label: label("ideal", {}),
              points: idealPoints(trend),
            },
      goal:
        goalCount === null || people === 0
          ? null
          : {
              value: goalCount,
              label: label("goal", { goal, count: format.count(goalCount) }),
              steps: trend.goals.map(({ from, to, count }) => ({ from, to, value: count })),
            },
      now: now && {
        at: now.position,
        value: now.cumulative,
        isOpen: now.isOpen,
        label:
          view.calendar.phase !== "running"
            ? ""
            : label(params.given.sampai ? "until" : "today", {}),
        figure: people > 0 ? format.coverage(total) : format.count(now.cumulative),
        note: label("children", { count: format.count(now.cumulative) }),
      },
      forecast:
        forecast && people > 0
          ? {
              from: { at: forecast.from.position, value: forecast.from.cumulative },
              to: { at: forecast.to.position, low: forecast.to.low, high: forecast.to.high },
              label: label("forecast", {}),
              figure: format.percentRange(
                forecast.to.low / people,
                forecast.to.high / people,
                total.coverageGoal,
              ),
            }
          : null,
    },
    bars: {
      title: label("perDay", {}),
      axisEnd: daily.end,
      ticks: [0, daily.end].map((tick) => ({ at: tick, label: format.count(tick) })),
      days: counted.map(({ at, doses, isComplete, openShare }) => ({
        at,
        // A day that takes doses back has no bar; the table says how many.
        value: Math.max(0, doses),
        isFirm: isComplete !== false,
        openShare,
      })),
      required: required && {
        from: required.from,
        to: required.to,
        value: required.perDay,
        label: label("required", {}),
        figure: rate(required.perDay),
        color: "var(--ink)",
      },
      recent: recent && {
        from: recent.from,
        to: recent.to,
        value: recent.perDay,
        label: label("recent", {}),
        figure: rate(recent.perDay),
        color: recentColors[total.status],
      },
    },
  };
}

/** The straight line to each goal, on the days on which it holds: it jumps where another begins. */
function idealPoints({ goals, dueAt }: CoverageProps["view"]["trend"]) {
  return goals.flatMap(({ from, to, count }) => {
    const at = (position: number) => ({
      at: position,
      value: (count * Math.min(position, dueAt)) / dueAt,
    });
    return [at(from), ...(from < dueAt && dueAt < to ? [at(dueAt)] : []), at(to)];
  });
}

/** The first words of a note: the whole stands in the table. */
function shortened(note: string): string {
  return note.length > 28 ? `${note.slice(0, 26).trimEnd()}…` : note;
}

/** The pace of a place is drawn in the colour of its status. */
const recentColors = {
  reached: "var(--reached-fill)",
  onTrack: "var(--ontrack-fill)",
  behind: "var(--behind-fill)",
  noGoal: "var(--ink2)",
  unknown: "var(--none)",
} as const;

/** At most six Mondays, evenly apart: a round of fifteen weeks has no room for all. */
function weeksShown<Week>(weeks: readonly Week[]): readonly Week[] {
  const step = Math.ceil(weeks.length / 6);
  return weeks.filter((_, index) => index % Math.max(1, step) === 0);
}

/** The part of a day's doses that nobody has verified yet. */
export function openShareOf({ doses, unverified }: CoverageProps["view"]["trend"]["days"][number]) {
  return unverifiedShare({ dosesAdministered: doses ?? 0, unverifiedDoses: unverified });
}
