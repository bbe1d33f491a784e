import { isCompleteDay } from "./completeness";
import { assertCount } from "./count";
import type { Elapsed } from "./elapsed";
import { elapsedDays } from "./elapsed";
import type { DayTotal } from "./pace";

/** The day that a place is looked at on, as a campaign's calendar knows it. */
export type LookedAt = Elapsed & {
  /** Days on which doses may still be given after it: service days, then sweeping days. */
  readonly daysAfter: number;
  /**
   * What that day has brought so far, while its reports may still be coming. `null`: it is a day in
   * the past, or the campaign is not open on it, and there is nothing to wait for.
   */
  readonly open: OpenDay | null;
};

/** A day whose reports may still be coming. A sweeping day expects none, and is never complete. */
export type OpenDay = Pick<DayTotal, "doses" | "received" | "expected"> & {
  /** Whether it is a service day; a sweeping day lies after the running target. */
  readonly isService: boolean;
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
  const { open, days, daysAfter } = lookedAt;
  assertCount(dosesAdministered, "dosesAdministered");
  assertCount(daysAfter, "daysAfter");
  const day = elapsedDays(lookedAt);
  if (open === null || isCompleteDay(open)) {
    return { dosesAdministered, day, days, daysLeft: daysAfter, isLookedAt: true };
  }

  return {
    dosesAdministered: Math.max(0, dosesAdministered - Math.max(0, open.doses)),
    day: open.isService ? Math.max(0, day - 1) : day,
    days,
    daysLeft: daysAfter + 1,
    isLookedAt: false,
  };
}
