import { isCompleteDay } from "./completeness";
import { assertCount } from "./count";
import type { Elapsed } from "./elapsed";
import { elapsedDays } from "./elapsed";
import type { DayTotal } from "./pace";

/** The day that a place is looked at on, as a campaign's calendar knows it. */
export type LookedAt = Elapsed & {
  /** Days on which doses may still be given after it: service days, then sweeping days. */
  readonly daysAfter: number;
  /** What that day itself has brought; `null` when it is no day of the campaign. */
  readonly onDay: OnDay | null;
};

/** The day looked at. A sweeping day expects no reports, and is never complete. */
export type OnDay = Omit<DayTotal, "day"> & {
  /** Whether it is known which reports it owes; where not, it is complete once it is over. */
  readonly isPlanned: boolean;
  /** Whether it is over: a day in the past is judged as it is, however complete. */
  readonly isPast: boolean;
};

/**
 * What status, need, pace and forecast of a place all start from: the day looked at when it is
 * complete or in the past, else the day before it.
 */
export type Base = Elapsed & {
  /** Doses up to the end of the base day. */
  readonly dosesAdministered: number;
  /** Days on which doses may still be given after the base day. */
  readonly daysLeft: number;
  /** Whether the base is the day looked at; if not, that day stands beside the verdict. */
  readonly isLookedAt: boolean;
};

/**
 * The base day of a place.
 *
 * In the morning nobody has reported yet, and a verdict on that morning would call every place
 * behind. So an incomplete day is counted in the coverage that is printed and not in the verdict.
 * What it takes back counts at once: doses that were never given cannot have reached a goal.
 *
 * @param dosesAdministered All doses counted, those of the day looked at included.
 * @throws {RangeError} when a count is negative or not whole, or there are no service days.
 */
export function baseOf(dosesAdministered: number, lookedAt: LookedAt): Base {
  const { onDay, days, daysAfter } = lookedAt;
  assertCount(dosesAdministered, "dosesAdministered");
  assertCount(daysAfter, "daysAfter");
  const day = elapsedDays(lookedAt);
  if (onDay === null || onDay.isPast || (onDay.isPlanned && isCompleteDay(onDay))) {
    return { dosesAdministered, day, days, daysLeft: daysAfter, isLookedAt: true };
  }

  return {
    dosesAdministered: Math.max(0, dosesAdministered - Math.max(0, onDay.doses)),
    day: onDay.isService ? Math.max(0, day - 1) : day,
    days,
    daysLeft: daysAfter + 1,
    isLookedAt: false,
  };
}
