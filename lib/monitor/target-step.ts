import type { CalendarDay } from "@/lib/base/time/calendar-day";

/** A day from which another target population holds: people of the boxes that changed, before and after. */
export type TargetStep = {
  readonly intervention: string;
  readonly day: CalendarDay;
  readonly before: number;
  readonly after: number;
};
