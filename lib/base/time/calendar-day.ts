/** A local calendar day, "2026-06-04". Never an instant: it has no hour and no time zone. */
export type CalendarDay = string;

const shape = /^(\d{4})-(\d{2})-(\d{2})$/;
const millisecondsPerDay = 86_400_000;

/** Whether the text is a day that exists: "2021-06-31" does not. */
export function isCalendarDay(text: string): boolean {
  return findInstant(text) !== null;
}

/** The last day of the month that a written day names, when the month exists: 30 for "2021-06-31". */
export function daysInMonth(text: string): number | null {
  const [, year, month] = shape.exec(text) ?? [];
  if (!year || !month || Number(month) < 1 || Number(month) > 12) return null;
  return new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
}

/** @throws {RangeError} when the day does not exist. */
export function addDays(day: CalendarDay, count: number): CalendarDay {
  return new Date(instant(day) + count * millisecondsPerDay).toISOString().slice(0, 10);
}

/** Days from `from` to `to`; negative when `to` is earlier. @throws {RangeError} */
export function daysBetween(from: CalendarDay, to: CalendarDay): number {
  return Math.round((instant(to) - instant(from)) / millisecondsPerDay);
}

/** Every day from `first` to `last`, both included; empty when `last` is earlier. */
export function daysFrom(first: CalendarDay, last: CalendarDay): CalendarDay[] {
  const count = Math.max(0, daysBetween(first, last) + 1);
  return Array.from({ length: count }, (_, index) => addDays(first, index));
}

export function earlierDay(a: CalendarDay, b: CalendarDay): CalendarDay {
  return a < b ? a : b;
}

/** 0 Sunday … 6 Saturday. */
export function weekday(day: CalendarDay): number {
  return new Date(instant(day)).getUTCDay();
}

function instant(day: CalendarDay): number {
  const found = findInstant(day);
  if (found === null) throw new RangeError(`no such day: ${day}`);
  return found;
}

function findInstant(text: string): number | null {
  if (!shape.test(text)) return null;

  const [year, month, day] = text.split("-").map(Number) as [number, number, number];
  const at = new Date(Date.UTC(year, month - 1, day));
  // A day that there is not is another one: 31 June is 1 July, and the year 50 is 1950.
  const isSame =
    at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  return isSame ? at.getTime() : null;
}
