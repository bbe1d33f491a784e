import { lastDay, roundOn } from "@/lib/campaign/calendar";
import type { Campaign, Round } from "@/lib/campaign/campaign";
import { askedSetKind, type UnitSetKind } from "@/lib/campaign/unit-set/unit-set";
import { earlierDay, isCalendarDay, type CalendarDay } from "@/lib/base/time/calendar-day";

/** What the address of a completeness screen asks for. */
export type CompletenessParams = {
  readonly round: Round;
  /** The day that is looked at: a day of the round that has begun. */
  readonly day: CalendarDay;
  /** The address names the day. */
  readonly isDayGiven: boolean;
  /** The latest day of the round that has begun, by which everything is counted. */
  readonly until: CalendarDay;
  /** Kind of sets that the rows are; null: kecamatan. */
  readonly setKind: UnitSetKind | null;
  /** Code of the kecamatan or set; null: all that may be read. */
  readonly place: string | null;
  /** All villages of a long list, where a phone shows the first. */
  readonly isShowingAll: boolean;
  /** Values of the address that mean nothing here, by their names. */
  readonly ignored: readonly { readonly name: string; readonly value: string }[];
};

type Query = Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * Reads the address. A wrong value opens the screen all the same: it is left out and named.
 *
 * Without a day it is today, or the last service day once the round is over or swept: only service
 * days have reports to wait for.
 *
 * @param today the local day of the campaign.
 */
export function parseCompletenessParams(
  query: Query,
  campaign: Campaign,
  today: CalendarDay,
): CompletenessParams {
  const given = (name: string) => {
    const value = query[name];
    return (typeof value === "string" ? value : value?.[0])?.trim() || undefined;
  };
  const ignored: { name: string; value: string }[] = [];
  const reject = (name: string, value: string) => ignored.push({ name, value: value.slice(0, 80) });

  const number = given("putaran");
  const named = campaign.rounds.find((round) => String(round.number) === number);
  if (number !== undefined && !named) reject("putaran", number);

  const asked = given("hari");
  const isDay = asked !== undefined && isCalendarDay(asked);
  const round = named ?? roundOn(campaign.rounds, isDay && asked <= today ? asked : today);
  const until = earlierDay(today, lastDay(round));
  const isShown = isDay && asked >= round.startsOn && asked <= until;
  if (asked !== undefined && !isShown) reject("hari", asked);

  const per = given("per");
  const setKind = askedSetKind(campaign, per);
  if (per !== undefined && setKind === null) reject("per", per);

  return {
    round,
    day: isShown ? asked : later(round.startsOn, earlierDay(today, round.endsOn)),
    isDayGiven: isShown,
    until,
    setKind,
    place: given("kecamatan") ?? null,
    isShowingAll: given("semua") === "ya",
    ignored,
  };
}

function later(a: CalendarDay, b: CalendarDay): CalendarDay {
  return a > b ? a : b;
}
