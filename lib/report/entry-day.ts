import { lastDay, roundCalendar } from "@/lib/campaign/calendar";
import type { Campaign, Round } from "@/lib/campaign/campaign";
import { daysFrom, isCalendarDay, type CalendarDay } from "@/lib/base/time/calendar-day";

import { roundOfDay } from "./report-rules";

/** A day that reports can be about, with its neighbours among such days. */
export type OpenDay = {
  readonly kind: "open";
  readonly round: Round;
  readonly day: CalendarDay;
  /** Service day k of n; sweeping days come after n. */
  readonly number: number;
  readonly days: number;
  readonly isSweeping: boolean;
  /** Closed for all that is shown: no report is awaited, and one that comes counts. */
  readonly isClosed: boolean;
  readonly isToday: boolean;
  /** The round is over: what is entered is late or a correction. */
  readonly isEnded: boolean;
  readonly previous: CalendarDay | null;
  readonly next: CalendarDay | null;
};

/** What an address asks for: a day to fill in, or why there is none. `open` is the nearest that is. */
export type AskedDay =
  | OpenDay
  | { readonly kind: "before"; readonly startsOn: CalendarDay }
  | { readonly kind: "between" | "future"; readonly day: CalendarDay; readonly open: CalendarDay };

/**
 * The day as it is in the part of a region that is shown, which may be closed while the rest works.
 *
 * @param closed the days on which all of that part is closed.
 */
export function dayWithin(asked: OpenDay, closed: readonly CalendarDay[]): OpenDay {
  const { day: number, days } = roundCalendar(asked.round, asked.day, closed);
  return { ...asked, number, days, isClosed: closed.includes(asked.day) };
}

/**
 * The day of the entry screen. Without one in the address it is today, or the last day of the
 * latest round that has begun; no day after today is ever open.
 *
 * @param closed the days on which all that is shown is closed.
 */
export function askedDay(
  campaign: Pick<Campaign, "rounds" | "startsOn">,
  today: CalendarDay,
  asked: string | undefined,
  closed: readonly CalendarDay[],
): AskedDay {
  const open = campaign.rounds
    .flatMap((round) => daysFrom(round.startsOn, lastDay(round)))
    .filter((day) => day <= today);
  const latest = open.at(-1);
  const first = campaign.rounds[0];
  if (latest === undefined || !first) {
    return { kind: "before", startsOn: first?.startsOn ?? campaign.startsOn };
  }
  const day = asked !== undefined && isCalendarDay(asked) ? asked : latest;
  const round = roundOfDay(campaign, day);
  if (day > today && (round || day <= lastDay(campaign.rounds.at(-1) ?? first))) {
    return { kind: "future", day, open: latest };
  }
  if (!round) return { kind: "between", day, open: latest };

  const at = open.indexOf(day);
  const calendar = roundCalendar(round, day, closed);
  return {
    kind: "open",
    round,
    day,
    number: calendar.day,
    days: calendar.days,
    isClosed: closed.includes(day),
    isSweeping: calendar.phase === "sweeping",
    isToday: day === today,
    isEnded: today > lastDay(round),
    previous: open[at - 1] ?? null,
    next: open[at + 1] ?? null,
  };
}
