import { addDays, type CalendarDay } from "@/lib/base/time/calendar-day";

import type { UnitEnd } from "@/lib/campaign/campaign";
import type { ColumnKey } from "@/lib/campaign/column-key";

/** A unit that stood before another one ended and goes on with its people. */
export type StandingSuccessor = {
  readonly code: string;
  readonly name: string;
  /** The unit that ended, and its last day. */
  readonly ended: Pick<UnitEnd, "unit" | "name" | "until">;
};

/** The people of a unit on a day, by column; a column without a number is not there. */
type PeopleOn = (unit: string, day: CalendarDay) => ReadonlyMap<ColumnKey, number>;

/** Every successor that stood already on the last day of the unit before it. */
export function standingSuccessors(ends: readonly UnitEnd[]): StandingSuccessor[] {
  return ends.flatMap(({ unit, name, until, successors }) =>
    successors.flatMap((each): StandingSuccessor[] =>
      each.from === null || each.from <= until
        ? [{ code: each.code, name: each.name, ended: { unit, name, until } }]
        : [],
    ),
  );
}

/**
 * Those whose target population is after the other's last day what it was on it, or less: the people of
 * the unit that ended are counted nowhere then. Nothing is said of a unit that had nobody.
 */
export function notEnlarged(ends: readonly UnitEnd[], peopleOn: PeopleOn): StandingSuccessor[] {
  return standingSuccessors(ends).filter(({ code, ended: { unit, until } }) => {
    const left = [...peopleOn(unit, until)].filter(([, people]) => people > 0);
    const [before, after] = [peopleOn(code, until), peopleOn(code, addDays(until, 1))];
    return (
      left.length > 0 &&
      left.every(([column]) => (after.get(column) ?? 0) <= (before.get(column) ?? 0))
    );
  });
}
