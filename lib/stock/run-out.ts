import { addDays, type CalendarDay } from "@/lib/base/time/calendar-day";

import type { Rate } from "./rate";
import { byExpiry, isUsableOn, type StockBatch } from "./stock";

export type OnHand = Pick<StockBatch, "id" | "expiresOn"> & { readonly doses: number };

type Expired = { readonly batch: string; readonly day: CalendarDay; readonly doses: number };

/** What becomes of a stock at a rate. */
export type Outlook = {
  /** The day at whose end nothing is left; null: it lasts longer than is looked ahead. */
  readonly emptyOn: CalendarDay | null;
  /** Whether what was left on that day expired, and was not used up. */
  readonly isByExpiry: boolean;
  /** What expires unused, in whole doses, the earliest first. */
  readonly expired: readonly Expired[];
  /** Doses that are used in all. */
  readonly used: number;
  /** Doses that are left where the look ahead ends. */
  readonly left: number;
  /** Doses at the end of days, as a line through them is drawn; a day with an expiry has two. */
  readonly line: readonly { readonly day: CalendarDay; readonly doses: number }[];
};

/** So far is looked ahead: what lasts longer lasts. */
const maxDays = 1_100;

/**
 * Uses a stock up at a rate from a day on: each day from the batch that expires first, from the next only
 * when that is empty. What is left of a batch at the end of its last day is not used any more.
 *
 * Counted in parts of a dose, so that 222 people in a week stay 222 after seven days; told in whole ones.
 *
 * @param until the last day that is looked at; null: as far as is looked ahead.
 */
export function drawDown(
  stock: readonly OnHand[],
  rate: Rate,
  from: CalendarDay,
  until: CalendarDay | null = null,
): Outlook {
  const unit = rate.days;
  const shelves = [...stock]
    .filter((batch) => batch.doses > 0 && isUsableOn(batch, from))
    .sort(byExpiry)
    .map((batch) => ({ ...batch, parts: batch.doses * unit }));
  const all = shelves.reduce((sum, { parts }) => sum + parts, 0);
  const expired: Expired[] = [];
  const line = [{ day: addDays(from, -1), doses: all / unit }];
  let left = all;
  let lost = 0;
  let emptyOn: CalendarDay | null = all === 0 ? addDays(from, -1) : null;
  let isByExpiry = false;
  const end = until ?? addDays(from, maxDays);

  for (let day = from; day <= end && emptyOn === null; day = addDays(day, 1)) {
    let wanted = rate.doses;
    for (const shelf of shelves) {
      const take = Math.min(wanted, shelf.parts);
      shelf.parts -= take;
      wanted -= take;
      left -= take;
    }
    const gone = shelves.filter(({ expiresOn, parts }) => expiresOn === day && parts > 0);
    const isEmptyByUse = left === 0;
    if (gone.length > 0 || isEmptyByUse || day === end) line.push({ day, doses: left / unit });
    for (const shelf of gone) {
      expired.push({ batch: shelf.id, day, doses: Math.floor(shelf.parts / unit) });
      left -= shelf.parts;
      lost += shelf.parts;
      shelf.parts = 0;
    }
    if (gone.length > 0) line.push({ day, doses: left / unit });
    if (left === 0) {
      emptyOn = day;
      isByExpiry = !isEmptyByUse;
    }
  }
  return {
    emptyOn,
    isByExpiry,
    expired,
    used: (all - left - lost) / unit,
    left: left / unit,
    line,
  };
}
