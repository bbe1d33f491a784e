import { isLive, type LiveMutation, type Mutation } from "@/lib/device/outbox/mutation";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import { now } from "@/lib/base/time/clock";

import type { EntryKit, KitReport } from "@/lib/device/offline/schema";
import { unitDayKeyOf, type UnitDayKey } from "@/lib/report/report-key";
import { eachMeasure } from "@/lib/campaign/measures";

/**
 * The kit with what was typed on this device about days before `day` and has not arrived: it counts
 * in what was given up to that day, and was yesterday's. The day itself is the screen's own to show.
 */
export function kitWithTyped(
  kit: EntryKit,
  mutations: readonly LiveMutation[],
  day: CalendarDay,
): EntryKit {
  const typed = new Map<UnitDayKey, KitReport>();
  for (const mutation of mutations) {
    if (mutation.slug !== kit.campaign.slug || mutation.day >= day) continue;
    const report = typedReport(kit, mutation);
    if (report) typed.set(unitDayKeyOf(report), report);
  }
  if (typed.size === 0) return kit;
  const others = kit.reports.filter((report) => !typed.has(unitDayKeyOf(report)));
  return { ...kit, reports: [...others, ...typed.values()] };
}

/**
 * The kit with a report of this device that the server has now: what is drawn from the kit need not
 * wait until it is fetched anew.
 *
 * @param mutation as it was while it still held its report.
 */
export function withArrived<Kit extends EntryKit>(
  kit: Kit,
  mutation: LiveMutation,
  { version, at }: { readonly version: number; readonly at: string },
): Kit {
  const report = typedReport(kit, { ...mutation, state: { kind: "waiting" } });
  if (!report) return kit;
  const { unit, day } = report;
  const others = kit.reports.filter((each) => each.unit !== unit || each.day !== day);
  return { ...kit, reports: [...others, { ...report, version, receivedAt: at }] };
}

/** Whether something of this device arrived that the kit does not know of. */
export function isBehind(kit: EntryKit, mutations: readonly Mutation[]): boolean {
  return mutations.some(
    (each) =>
      !isLive(each) &&
      each.slug === kit.campaign.slug &&
      Date.parse(each.state.at) > Date.parse(kit.at) &&
      !kit.reports.some(
        ({ unit, day, version }) =>
          unit === each.unit && day === each.day && version >= each.state.version,
      ),
  );
}

/** null: a report that the server rejected, or of a day that the kit does not have. */
function typedReport(kit: EntryKit, mutation: LiveMutation): KitReport | null {
  const { unit, day, report, state } = mutation;
  const known = kit.units.some(({ code }) => code === unit);
  const round = kit.campaign.rounds.find(
    ({ startsOn, endsOn, sweepingEndsOn }) => startsOn <= day && day <= (sweepingEndsOn ?? endsOn),
  );
  if (state.kind === "rejected" || !known || !round || day < kit.from) return null;
  const tallies = kit.campaign.columns.map(({ intervention, targetGroup }) =>
    report.tallies.find(
      (each) => each.intervention === intervention && each.targetGroup === targetGroup,
    ),
  );
  return {
    unit,
    round: round.number,
    day,
    version: 0,
    zero: report.zero ?? false,
    receivedAt: report.submittedAt ?? now().toISOString(),
    receivedBy: null,
    isOwn: true,
    status: "submitted",
    returnReason: null,
    ...eachMeasure((measure) => tallies.map((tally) => (tally ? (tally[measure] ?? 0) : null))),
  };
}
