import { defaultSettings, type Round } from "@/lib/campaign/campaign";
import { unplacedLast } from "@/lib/campaign/unplaced";
import { isHeldIn } from "@/lib/campaign/predecessor";
import { isOffDuty } from "@/lib/campaign/unit-end";
import type { EntryCell, EntryRow } from "@/lib/report/entry-row";
import type { StoredReport } from "@/lib/report/schema";
import { addDays, type CalendarDay } from "@/lib/base/time/calendar-day";

import type { EntryKit, KitReport, KitUnit } from "@/lib/device/offline/schema";
import { owingOn } from "./owing";
import { eachMeasure } from "@/lib/campaign/measures";

/** Days that `usual` looks back at. */
const usualDays = 7;

type KitDay = {
  readonly round: Pick<Round, "number" | "units">;
  readonly day: CalendarDay;
  /** Only the units of this subdistrict, or this unit. */
  readonly within?: string | undefined;
};

/**
 * The rows of the entry screen for a day, as the server would draw them from what it knew when it
 * wrote the kit. The day must not be earlier than the kit's `from`.
 */
export function kitRows(kit: EntryKit, { round, day, within }: KitDay): EntryRow[] {
  const reports = reportsByUnit(kit, round.number);
  const owes = owingOn(kit, day);
  return kit.units
    .map((unit, index) => ({ ...unit, owes: owes(index) }))
    .filter(
      ({ code, subdistrictCode }) =>
        isHeldIn(round, code) &&
        !isOffDuty(endsOf(kit), code, day) &&
        isWithin(within, code, subdistrictCode),
    )
    .map((unit) => {
      const own = reports.get(unit.code) ?? [];
      const { code, name, villageKind, kind, subdistrictName } = unit;
      const standing = standingOf(
        own.find((report) => report.day === day),
        kit,
      );
      return {
        unit: { code, name, villageKind, ...(kind && { kind }), subdistrictName },
        standing,
        isDue: standing !== null || unit.owes,
        cells: cellsOf(kit, unit, own, round.number, day),
      };
    });
}

/** The subdistricts of the kit's units, with how many have a report of the day. */
export function kitPlaces(kit: EntryKit, { round, day }: KitDay) {
  const received = new Set(
    kit.reports
      .filter((report) => report.round === round.number && report.day === day)
      .map(({ unit }) => unit),
  );
  const places = new Map<
    string,
    { code: string; name: string; units: number; due: number; received: number }
  >();
  const owes = owingOn(kit, day);
  for (const [index, { code, subdistrictCode, subdistrictName }] of kit.units.entries()) {
    if (!isHeldIn(round, code) || isOffDuty(endsOf(kit), code, day)) continue;
    const place = places.get(subdistrictCode) ?? {
      code: subdistrictCode,
      name: subdistrictName,
      units: 0,
      due: 0,
      received: 0,
    };
    place.units += 1;
    place.due += received.has(code) || owes(index) ? 1 : 0;
    place.received += received.has(code) ? 1 : 0;
    places.set(subdistrictCode, place);
  }
  return unplacedLast([...places.values()].sort((a, b) => (a.code < b.code ? -1 : 1)));
}

function endsOf({ campaign }: EntryKit) {
  return { unitEnds: campaign.unitEnds ?? [] };
}

function isWithin(within: string | undefined, code: string, subdistrict: string): boolean {
  return within === undefined || within === code || within === subdistrict;
}

function reportsByUnit(kit: EntryKit, round: number): Map<string, KitReport[]> {
  const found = new Map<string, KitReport[]>();
  for (const report of kit.reports) {
    if (report.round !== round) continue;
    const own = found.get(report.unit);
    if (own) own.push(report);
    else found.set(report.unit, [report]);
  }
  return found;
}

function cellsOf(
  kit: EntryKit,
  unit: KitUnit,
  reports: readonly KitReport[],
  round: number,
  day: CalendarDay,
): EntryCell[] {
  const sums = unit.rounds.find((each) => each.round === round);
  const earlier = reports
    .filter((report) => report.day < day)
    .sort((a, b) => (a.day < b.day ? 1 : -1));
  const eve = addDays(day, -1);
  const yesterday = earlier.find((report) => report.day === eve);

  return kit.campaign.columns.map((_, index) => {
    const given = earlier.map(({ residents }) => residents[index] ?? 0);
    const usual = [...given.filter((count) => count > 0), ...(sums?.usual[index] ?? [])];
    return {
      before: given.reduce((sum, count) => sum + count, sums?.before[index] ?? 0),
      // A report that leaves a cell out did not count it; a zero report counted 0 of all.
      yesterday: yesterday?.residents[index] ?? (yesterday?.zero ? 0 : null),
      target: sums?.target[index] ?? null,
      usual: usual.slice(0, usualDays).reverse(),
      deviations: kit.campaign.usualDeviations ?? defaultSettings.usualDeviations,
    };
  });
}

function standingOf(report: KitReport | undefined, kit: EntryKit): StoredReport | null {
  if (!report) return null;
  const { version, zero, receivedAt, receivedBy, isOwn, status, returnReason, parts } = report;
  return {
    ...(parts && { parts }),
    version,
    zero,
    receivedAt,
    receivedBy,
    isOwn,
    status,
    returnReason,
    tallies: kit.campaign.columns.flatMap(({ intervention, targetGroup }, index) => {
      const residents = report.residents[index] ?? null;
      if (residents === null) return [];
      const doses = eachMeasure((measure) => report[measure][index] ?? 0);
      return [{ intervention, targetGroup, ...doses }];
    }),
  };
}
