import { isLive, type Mutation } from "@/lib/device/outbox/mutation";
import { lastDay } from "@/lib/campaign/calendar";
import { isHeldIn } from "@/lib/campaign/predecessor";
import { addDays, type CalendarDay } from "@/lib/base/time/calendar-day";
import { localDay } from "@/lib/base/time/time-zone";
import { reportKeyOf } from "@/lib/report/report-key";
import type { TodayRow, TodayState } from "@/lib/report/today";

import { owingOn } from "./kit/owing";
import type { EntryKit } from "./schema";

/**
 * What is due today in the campaigns that the device has a kit of: the rows that the server reads for the
 * same list, from what it knew when it wrote the kits.
 *
 * @param at the hour by the server's clock, as far as it is known.
 * @param daysAhead 0: each campaign's own today; 1: tomorrow.
 */
export function kitToday(kits: readonly EntryKit[], at: Date, daysAhead: 0 | 1): TodayRow[] {
  return kits.flatMap((kit) => {
    const { campaign } = kit;
    const day = addDays(localDay(at, campaign.timeZone), daysAhead);
    const round = campaign.rounds.find((each) => each.startsOn <= day && day <= lastDay(each));
    if (!round) return [];
    const owes = owingOn(kit, day);
    const reported = new Set(
      kit.reports
        .filter((report) => report.round === round.number && report.day === day)
        .map(({ unit }) => unit),
    );
    return kit.units.flatMap(({ code, name, villageKind }, index): TodayRow[] => {
      if (!isHeldIn(round, code)) return [];
      const isReported = reported.has(code);
      return [
        {
          slug: campaign.slug,
          campaign: campaign.name ?? campaign.slug,
          zone: campaign.timeZone,
          cutOff: campaign.reportCutOff,
          day,
          round: campaign.rounds.length > 1 ? round.number : null,
          unit: code,
          name,
          isVillage: villageKind !== null,
          isSample: campaign.isSample ?? false,
          isDue: isReported || owes(index),
          isReported,
        },
      ];
    });
  });
}

/**
 * What this device knows of reports that a list may call missing: that they arrived after it was read, or
 * wait to be sent. One that the server rejected is missing still.
 *
 * @param drawnAt ISO: of when the list is, by the server's clock.
 */
export function typedStates(
  mutations: readonly Mutation[],
  drawnAt: string,
): (slug: string, unit: string, day: CalendarDay) => TodayState | null {
  const since = Date.parse(drawnAt);
  const known = new Map<string, TodayState>(
    // What is still on its way says more than what arrived before it.
    [...mutations.filter((each) => !isLive(each)), ...mutations.filter(isLive)].flatMap((each) => {
      const state = stateOf(each, since);
      return state === null ? [] : [[reportKeyOf(each), state] as const];
    }),
  );
  return (slug, unit, day) => known.get(reportKeyOf({ slug, unit, day })) ?? null;
}

function stateOf(mutation: Mutation, since: number): TodayState | null {
  if (!isLive(mutation)) return Date.parse(mutation.state.at) > since ? "received" : null;
  const { kind } = mutation.state;
  if (kind === "rejected") return null;
  return kind === "conflict" || kind === "stored" ? "received" : "waiting";
}
