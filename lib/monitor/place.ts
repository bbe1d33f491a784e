import { regionLevel, type RegionCode } from "@/lib/base/region/code";

/**
 * What a row of an answer is: a reporting unit, a set of units, a village, a subdistrict or the
 * district. A set is as much of it as the reader may read, so everyone who has units has sets.
 */
export const places = ["unit", "set", "village", "subdistrict", "district"] as const;

/** "office" is what the reader's own office holds, as one row. */
export type PlaceKind = (typeof places)[number] | "office";

/**
 * The place that a region is, as a whole: what a camat's total is a total of.
 *
 * @param region of a grant; null where it is for an office.
 */
export function placeKindOf(region: RegionCode | null): Exclude<PlaceKind, "unit" | "set"> {
  if (region === null) return "office";
  switch (regionLevel(region)) {
    case "village":
      return "village";
    case "subdistrict":
      return "subdistrict";
    case "nation":
    case "province":
    case "district":
      return "district";
  }
}

/** What rows a head of an office has; those of areas would say less than they are called. */
const ofOffice: readonly PlaceKind[] = ["unit", "set", "office"];

/** Whether rows of a place can be shown to someone whose region this is: a camat has no row of the district. */
export function isWithinReach(by: PlaceKind, region: RegionCode | null): boolean {
  if (region === null) return ofOffice.includes(by);
  const whole = placeKindOf(region);
  return by !== "office" && whole !== "office" && places.indexOf(by) <= places.indexOf(whole);
}

/** The rows that a person sees first: the next level below their region. */
export function partKindOf(region: RegionCode | null): "unit" | "subdistrict" {
  return placeKindOf(region) === "district" ? "subdistrict" : "unit";
}

/** Which roll-up answers for a place: units, sets and villages are read from the units' totals. */
export function kindOf(by: PlaceKind): "unit" | "subdistrict" | "district" {
  return by === "village" || joinsUnits(by) ? "unit" : by;
}

/** Whether a row is several units, wherever they lie, taken together. */
export function joinsUnits(by: PlaceKind): by is "set" | "office" {
  return by === "set" || by === "office";
}
