import { regionLevel, type RegionCode } from "@/lib/base/region/code";

/**
 * What a row of an answer is: a reporting unit, a set of units, a village, a subdistrict or the
 * district. A set is as much of it as the reader may read, so everyone who has units has sets.
 */
export const places = ["unit", "set", "village", "subdistrict", "district"] as const;

export type PlaceKind = (typeof places)[number];

/** The place that a region is, as a whole: what a camat's total is a total of. */
export function placeKindOf(region: RegionCode): Exclude<PlaceKind, "unit" | "set"> {
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

/** Whether rows of a place can be shown to someone whose region this is: a camat has no row of the district. */
export function isWithinReach(by: PlaceKind, region: RegionCode): boolean {
  return places.indexOf(by) <= places.indexOf(placeKindOf(region));
}

/** The rows that a person sees first: the next level below their region. */
export function partKindOf(region: RegionCode): "unit" | "subdistrict" {
  return placeKindOf(region) === "district" ? "subdistrict" : "unit";
}

/** Which roll-up answers for a place: units, sets and villages are read from the units' totals. */
export function kindOf(by: PlaceKind): "unit" | "subdistrict" | "district" {
  return by === "village" || by === "set" ? "unit" : by;
}
