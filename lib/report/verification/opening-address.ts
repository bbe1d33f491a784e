import { routes, withQuery } from "@/lib/base/routes";
import type { CalendarDay } from "@/lib/base/time/calendar-day";

/** Name of what an entry page says of a closed day, for links to it. */
export const openingAnchor = "buka-hari";

/** The entry page of a closed day with the question to open it unfolded: of one unit, or the list. */
export function openingAddress(of: {
  readonly slug: string;
  readonly day: CalendarDay;
  readonly unit: string | null;
}): string {
  const path = of.unit === null ? routes.entry : routes.entryOf(of.unit);
  return `${withQuery(path, { kampanye: of.slug, hari: of.day, minta: "1" })}#${openingAnchor}`;
}
