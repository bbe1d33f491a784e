import type { CalendarDay } from "@/lib/base/time/calendar-day";

import type { EntryKit } from "@/lib/device/offline/schema";

/**
 * Which unit, by its place among the kit's, owes a report of a day, as the server said when it wrote the
 * kit. Of a day that it said nothing of, only closed and sweeping days are known to owe none.
 */
export function owingOn(kit: EntryKit, day: CalendarDay): (index: number) => boolean {
  const known = kit.due?.find((each) => each.day === day);
  if (known) return (index) => known.owes[index] === "1";
  const { rounds, closedDays = [] } = kit.campaign;
  const isService =
    rounds.some(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn) &&
    !closedDays.includes(day);
  return () => isService;
}
