import type { CalendarDay } from "@/lib/base/time/calendar-day";

/** A day as Prisma writes a date column: its midnight in UTC, whatever zone the day is of. */
export function dateColumn(day: CalendarDay): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** The day of a date column that Prisma read. */
export function dayOfColumn(date: Date): CalendarDay {
  return date.toISOString().slice(0, 10);
}

/** An hour, "16:00", as Prisma writes a time column. */
export function timeColumn(hour: string): Date {
  return new Date(`1970-01-01T${hour}:00Z`);
}
