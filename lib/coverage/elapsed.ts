import { assertCount } from "./count";

/** Where a campaign stands: today is service day `day` of `days`. Sweeping days are not counted. */
export type Elapsed = {
  /** 1 on the first day. 0 or less before it, more than `days` after the last. */
  readonly day: number;
  /** Service days planned, 1 or more. */
  readonly days: number;
};

/**
 * Service days that count towards the running target: `day`, kept between 0 and `days`.
 *
 * @throws {RangeError} when `days` is 0 or either is not whole.
 */
export function elapsedDays({ day, days }: Elapsed): number {
  assertCount(days, "days");
  if (days === 0) throw new RangeError("A campaign has at least one service day");
  if (!Number.isSafeInteger(day)) throw new RangeError(`day must be whole, not ${String(day)}`);

  return Math.min(Math.max(day, 0), days);
}
