import type { CalendarDay } from "@/lib/base/time/calendar-day";

import { goalDayOf } from "./calendar";
import type { Campaign, Round, UnitEnd } from "./campaign";

type Ends = Pick<Campaign, "unitEnds">;

/**
 * Codes of the units that are not in force on a day: they ended before it, or go on with another's
 * people from a later day. Outside of a round its first or last day is asked, as of target populations.
 */
export function unitsAbsent({ unitEnds }: Ends, round: Round, on: CalendarDay): readonly string[] {
  return [...endedUnits({ unitEnds }, round, on).keys(), ...unitsToCome({ unitEnds }, round, on)];
}

/** Of those, units that ended before the day, by their codes: what they reported stands, and counts. */
export function endedUnits(
  { unitEnds }: Ends,
  round: Round,
  on: CalendarDay,
): ReadonlyMap<string, UnitEnd> {
  const day = goalDayOf(round, on);
  return new Map(unitEnds.filter(({ until }) => until < day).map((end) => [end.unit, end]));
}

/** Of those, units that begin after the day: there is nothing of them to show yet. */
export function unitsToCome(
  { unitEnds }: Ends,
  round: Round,
  on: CalendarDay,
): ReadonlySet<string> {
  const day = goalDayOf(round, on);
  return new Set(
    unitEnds
      .flatMap(({ successors }) => successors)
      .flatMap(({ code, from }) => (from !== null && from > day ? [code] : [])),
  );
}

/** How a unit ended; null: it did not. */
function endOf({ unitEnds }: Ends, unit: string): UnitEnd | null {
  return unitEnds.find((end) => end.unit === unit) ?? null;
}

/** The units whose people a unit goes on with. */
function endsBefore({ unitEnds }: Ends, unit: string): readonly UnitEnd[] {
  return unitEnds.filter(({ successors }) => successors.some(({ code }) => code === unit));
}

/** Whether a unit has no report of a day: it had ended, or goes on with another's people from later on. */
export function isOffDuty(ends: Ends, unit: string, day: CalendarDay): boolean {
  const end = endOf(ends, unit);
  if (end !== null && day > end.until) return true;
  return endsBefore(ends, unit)
    .flatMap(({ successors }) => successors)
    .some(({ code, from }) => code === unit && from !== null && day < from);
}
