import { permits, type Actor } from "@/lib/account/auth/policy";
import { isWithin, regionCode, regionLevel, type RegionCode } from "@/lib/base/region/code";

import { dayNoteChoices, type DayNote } from "./schema";

/**
 * Whether someone whose region this is may write notes on a place: the health office on the
 * kabupaten and its kecamatan, a camat on the own kecamatan, a kepala desa and the head of an office
 * (null) on none.
 */
export function mayNote(
  region: RegionCode | null,
  place: RegionCode,
  district: RegionCode,
): boolean {
  const level = regionLevel(place);
  return (
    region !== null &&
    (level === "subdistrict" || place === district) &&
    isWithin(place, district) &&
    isWithin(place, region)
  );
}

/**
 * Whether they may also close the place for a day: the health office, which answers for what is owed.
 * A camat who could would be complete by being closed.
 */
export function mayClose(actor: Actor, place: RegionCode): boolean {
  return permits(actor, "report:verify", place);
}

/** What a person may say of a day in a region. */
export function noteChoicesOf(actor: Actor, region: RegionCode) {
  return dayNoteChoices.filter((choice) => choice !== "closed" || mayClose(actor, region));
}

/**
 * The notes that hold for a whole place: its own, and those of what it lies in.
 *
 * @param place a region's code. A unit with a code of its own is asked by its region.
 */
export function notesOf(notes: readonly DayNote[], place: RegionCode): DayNote[] {
  return notes.filter(({ placeCode }) => isWithin(place, regionCode.parse(placeCode)));
}
