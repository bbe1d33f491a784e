import type { CalendarDay } from "@/lib/base/time/calendar-day";

import type { SessionMode } from "./plan";

/** A session of today, of any campaign. */
export type TodaySession = {
  readonly id: string;
  readonly slug: string;
  readonly campaign: string;
  readonly day: CalendarDay;
  readonly unit: string;
  readonly name: string;
  readonly mode: SessionMode;
  /** What its team is called; null: none is named. */
  readonly team: string | null;
  readonly planned: number | null;
  readonly isReported: boolean;
};
