import { daysBetween, type CalendarDay } from "@/lib/base/time/calendar-day";

import type { Round } from "./campaign";

export const roundPhases = ["before", "running", "sweeping", "ended"] as const;

/** Where a round stands on a day. */
export type RoundCalendar = {
  readonly phase: (typeof roundPhases)[number];
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

/** A day of a round that figures are looked at on, and whether it is over; null: no day of it. */
export function dayOfRound(
  round: Round,
  on: CalendarDay,
  today: CalendarDay,
): { readonly day: CalendarDay; readonly isPast: boolean } | null {
  const { phase } = roundCalendar(round, on);
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
