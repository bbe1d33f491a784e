import { isWithin, type RegionCode } from "@/lib/base/region/code";
import type { CalendarDay } from "@/lib/base/time/calendar-day";

import type { Campaign } from "./campaign";

/** The days of a campaign on which a region is closed, by its own closing or that of what it lies in. */
export function closedDaysOf(
  { closedDays }: Pick<Campaign, "closedDays">,
  place: RegionCode,
): readonly CalendarDay[] {
  return [
    ...new Set(closedDays.filter((each) => isWithin(place, each.place)).map(({ day }) => day)),
  ];
}
