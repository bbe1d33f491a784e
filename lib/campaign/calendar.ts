import { addDays, daysBetween, type CalendarDay } from "@/lib/base/time/calendar-day";

import type { Round } from "./campaign";

export const roundPhases = ["before", "running", "sweeping", "ended"] as const;

/** Where a round stands on a day. */
export type RoundCalendar = {
  readonly phase: (typeof roundPhases)[number];
  /** Service day k of n, closed days not counted: 0 before the first, n after the last. */
  readonly day: number;
  /** Service days n, sweeping and closed days not counted. */
  readonly days: number;
  /** Days on which doses may still be given after this one: service days, then sweeping days. */
  readonly daysAfter: number;
  /** Closed days between the first and the last service day, which are not counted. */
  readonly closed: number;
};

/** Where a round stands on a day, whatever is closed. */
export function roundPhase(round: Round, on: CalendarDay): RoundCalendar["phase"] {
  if (on < round.startsOn) return "before";
  if (on <= round.endsOn) return "running";
  return on <= lastDay(round) ? "sweeping" : "ended";
}

/**
 * The round's own clock on a day; nothing here asks what day it is. All that counts service days,
 * past or to come, counts them here.
 *
 * @param closed days on which the place that is asked about is closed (`closed-days`), each once. A
 * round of closed days alone is counted as if none were: there is no share of no day.
 */
export function roundCalendar(
  round: Round,
  on: CalendarDay,
  closed: readonly CalendarDay[],
): RoundCalendar {
  const open = (from: CalendarDay, to: CalendarDay) =>
    Math.max(0, daysBetween(from, to) + 1) -
    closed.filter((day) => from <= day && day <= to).length;
  const { startsOn, endsOn } = round;
  const days = open(startsOn, endsOn);
  if (days === 0) return roundCalendar(round, on, []);

  const phase = roundPhase(round, on);
  const day = open(startsOn, on < endsOn ? on : endsOn);
  // Doses may still be given on all days of the round, those after the day looked at.
  const until = phase === "sweeping" ? lastDay(round) : endsOn;
  const daysAfter = on < startsOn ? days : on < until ? open(addDays(on, 1), until) : 0;
  return { phase, day, days, daysAfter, closed: daysBetween(startsOn, endsOn) + 1 - days };
}

/** The day whose goals hold on a day: the day, or the round's first or last where it lies outside. */
export function goalDayOf(round: Round, on: CalendarDay): CalendarDay {
  const end = lastDay(round);
  return on < round.startsOn ? round.startsOn : on > end ? end : on;
}

/** The days that are in each of the lists: a place is closed when all that lies in it is. */
export function daysOfAll(lists: readonly (readonly CalendarDay[])[]): readonly CalendarDay[] {
  const [first = [], ...others] = lists;
  return first.filter((day) => others.every((days) => days.includes(day)));
}

/** A day of a round that figures are looked at on, and whether it is over; null: no day of it. */
export function dayOfRound(
  round: Round,
  on: CalendarDay,
  today: CalendarDay,
): { readonly day: CalendarDay; readonly isPast: boolean } | null {
  const phase = roundPhase(round, on);
  return phase === "running" || phase === "sweeping" ? { day: on, isPast: on < today } : null;
}

/** The last day that reports may be about. */
export function lastDay(round: Round): CalendarDay {
  return round.sweepingEndsOn ?? round.endsOn;
}

/** The round of a day: the one running, else the latest that has begun, else the first. */
export function roundOn(rounds: readonly Round[], day: CalendarDay): Round {
  const begun = rounds.filter((round) => round.startsOn <= day);
  const found = begun.at(-1) ?? rounds[0];
  if (!found) throw new RangeError("a campaign has at least one round");
  return found;
}
