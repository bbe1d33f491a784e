/** Every subdistrict at once, as the address says it. */
export const everyPlace = "semua";

/** Up to so many units are one grid without choosing. */
const maxAtOnce = 30;

/** Whether there is one unit in all. */
export function hasOneUnit(places: readonly { readonly units: number }[]): boolean {
  return places.reduce((sum, { units }) => sum + units, 0) === 1;
}

/**
 * Which part of the grant's region to show: the one that the address names; else everything, where
 * that is few; else the first with reports missing of those that are due. null: there are no units at all.
 */
export function choosePlace<
  Place extends {
    readonly code: string;
    readonly units: number;
    readonly due: number;
    readonly received: number;
  },
>(places: readonly Place[], asked: string | undefined): Place | typeof everyPlace | null {
  const named = places.find(({ code }) => code === asked);
  if (named) return named;
  const [first, ...others] = places;
  if (!first) return null;
  if (others.length === 0) return first;
  const units = places.reduce((sum, place) => sum + place.units, 0);
  if (asked === everyPlace || units <= maxAtOnce) return everyPlace;
  return places.find((place) => place.received < place.due) ?? first;
}
