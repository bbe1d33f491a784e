import {
  addDays,
  daysFrom,
  isCalendarDay,
  weekday,
  type CalendarDay,
} from "@/lib/base/time/calendar-day";

/** The Monday of a day's week. */
export function mondayOf(day: CalendarDay): CalendarDay {
  return addDays(day, -((weekday(day) + 6) % 7));
}

/** Monday to Sunday of a day's week. */
export function weekOf(day: CalendarDay): CalendarDay[] {
  const monday = mondayOf(day);
  return daysFrom(monday, addDays(monday, 6));
}

/**
 * The day that a schedule is opened on: the one that its address names, else today, within the days of
 * the campaign.
 */
export function scheduleDay(
  asked: string | undefined,
  today: CalendarDay,
  { startsOn, endsOn }: { readonly startsOn: CalendarDay; readonly endsOn: CalendarDay },
): CalendarDay {
  if (asked !== undefined && isCalendarDay(asked)) return asked;
  if (today < startsOn) return startsOn;
  return today > endsOn ? endsOn : today;
}
