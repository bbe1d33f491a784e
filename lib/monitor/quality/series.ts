import type { CalendarDay } from "@/lib/base/time/calendar-day";
import { columnKeyOf, placeColumnKeyOf, type PlaceColumnKey } from "@/lib/campaign/column-key";

import type { UnitPlace } from "./finding";

/** One column of a unit's grid through a round: doses of each day that was counted. */
export type Series = {
  readonly unit: UnitPlace;
  readonly round: number;
  readonly intervention: string;
  readonly targetGroup: string;
  /** Oldest first, a day once. */
  readonly days: readonly SeriesDay[];
};

export type SeriesDay = {
  readonly day: CalendarDay;
  readonly residents: number;
  /** Given to people from outside the unit's area: no part of its target population. */
  readonly nonResidents: number;
};

/** Doses of the round so far. */
export function totalOf(series: Series): number {
  return series.days.reduce((sum, { residents }) => sum + residents, 0);
}

/** Names the unit and column of a series, whatever its round. */
export function cellOfSeries({ unit, ...column }: Series): PlaceColumnKey {
  return placeColumnKeyOf(unit.code, columnKeyOf(column));
}

export function columnOf({ intervention, targetGroup }: Series) {
  return { intervention, targetGroup };
}
