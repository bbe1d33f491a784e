import type { CompletenessView } from "@/lib/monitor/completeness/view";
import type { CalendarDay } from "@/lib/base/time/calendar-day";

/** Days that a phone has room for. */
const phoneRoom = 7;

export type ShownDay = {
  readonly day: CalendarDay;
  /** Index into the cells of a row. */
  readonly index: number;
  readonly isOnPhone: boolean;
};

/** The days of the calendar; a phone shows a week that ends with the chosen day. */
export function phoneDays(view: CompletenessView): readonly ShownDay[] {
  const { days } = view.window;
  const first = view.rows[0]?.cells.findIndex(({ day }) => day === days[0]) ?? 0;
  const chosen = days.indexOf(view.day);
  const end = Math.max(Math.min(phoneRoom, days.length), chosen + 1);
  return days.map((day, at) => ({
    day,
    index: Math.max(0, first) + at,
    isOnPhone: at < end && at >= end - phoneRoom,
  }));
}

/** The class of what a phone has room for; it leaves out the other days. */
export function phoneClass({ isOnPhone }: Pick<ShownDay, "isOnPhone">): string | undefined {
  return isOnPhone ? "week" : undefined;
}
