import type { CalendarDay } from "@/lib/base/time/calendar-day";

/** By how much a day changes what lies somewhere. */
export type DayNet = { readonly day: CalendarDay; readonly doses: number };

/** What lies somewhere at the end of each day on which it changes, oldest first, whatever order they came in. */
export function balancesOf(nets: readonly DayNet[]): readonly DayNet[] {
  const perDay = new Map<CalendarDay, number>();
  for (const { day, doses } of nets) perDay.set(day, (perDay.get(day) ?? 0) + doses);
  let sum = 0;
  return [...perDay]
    .sort(([a], [b]) => (a < b ? -1 : Number(a > b)))
    .map(([day, doses]) => ({ day, doses: (sum += doses) }));
}

/** What lies there at the end of a day. */
export function balanceOn(nets: readonly DayNet[], day: CalendarDay): number {
  return nets.reduce((sum, net) => (net.day <= day ? sum + net.doses : sum), 0);
}

/**
 * The first day at whose end less than nothing would lie there; null: none. A move that is dated earlier may
 * break a later day, so each is looked at.
 */
export function firstBelowZero(nets: readonly DayNet[]): DayNet | null {
  return balancesOf(nets).find(({ doses }) => doses < 0) ?? null;
}

/**
 * How many doses may leave on a day so that no later day falls below nothing: the least that lies there at
 * the end of that day or of any after it. Never below 0.
 */
export function freeOn(nets: readonly DayNet[], day: CalendarDay): number {
  const later = balancesOf(nets).filter((balance) => balance.day > day);
  return Math.max(
    0,
    later.reduce((least, { doses }) => Math.min(least, doses), balanceOn(nets, day)),
  );
}
