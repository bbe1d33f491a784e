import { daysBetween, type CalendarDay } from "@/lib/time/calendar-day";

import type { Round } from "./campaign";

/** Where a round stands on a day. */
export type RoundCalendar = {
  readonly phase: "before" | "running" | "sweeping" | "ended";
  /** Service day k of n: 0 before the first, n after the last. */
  readonly day: number;
  /** Service days n, sweeping not counted. */
  readonly days: number;
  /** Days on which doses may still be given after this one: service days, then sweeping days. */
  readonly daysAfter: number;
};

/** The round's own clock on a day; nothing here asks what day it is. */
export function roundCalendar(round: Round, on: CalendarDay): RoundCalendar {
  const days = daysBetween(round.startsOn, round.endsOn) + 1;
  const sinceStart = daysBetween(round.startsOn, on) + 1;
  const day = Math.min(Math.max(sinceStart, 0), days);

  if (sinceStart < 1) return { phase: "before", day, days, daysAfter: days };
  if (sinceStart <= days) return { phase: "running", day, days, daysAfter: days - sinceStart };

  const sweepingLeft = round.sweepingEndsOn === null ? -1 : daysBetween(on, round.sweepingEndsOn);
  return sweepingLeft >= 0
    ? { phase: "sweeping", day, days, daysAfter: sweepingLeft }
    : { phase: "ended", day, days, daysAfter: 0 };
}

/**
 * Days on which doses can still be given, today included while today's reports are incomplete.
 * Before the round all its days are left; after it none.
 */
export function daysLeft(calendar: RoundCalendar, isTodayComplete: boolean): number {
  const isOpen = calendar.phase === "running" || calendar.phase === "sweeping";
  return calendar.daysAfter + (isOpen && !isTodayComplete ? 1 : 0);
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
