import type { CalendarDay } from "@/lib/base/time/calendar-day";

/** A report that the health office gave back. */
export type ReturnedReport = {
  readonly unit: string;
  readonly unitName: string;
  readonly day: CalendarDay;
  readonly reason: string;
};
