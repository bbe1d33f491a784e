import type { AdverseEvent } from "./adverse-event";

/** Whom an adverse event is told to, the nearest first. */
export const toldTo = ["district", "province", "nation"] as const;

export type ToldTo = (typeof toldTo)[number];

const hour = 3_600_000;

/**
 * Hours in which each is told, counted from when the event was found: the kabupaten within 24 hours, the
 * province within 24 to 72, the nation within 24 hours to 7 days. The last moment of each is in time.
 *
 * The kabupaten is told of every event; province and nation at once of serious ones alone (form KIPI serius),
 * and of the others with the routine report of the month (form KIPI non-serius).
 *
 * @see Permenkes 12 Tahun 2017 tentang Penyelenggaraan Imunisasi: pelaporan KIPI.
 */
export const deadlineHours: Readonly<Record<ToldTo, number>> = {
  district: 24,
  province: 72,
  nation: 7 * 24,
};

/** Whole hours where there are fewer than 72, then whole days: what began counts once it is over. */
type Span = { readonly unit: "hours" | "days"; readonly count: number };

export type Deadline =
  /** Told with the report of the month. */
  | { readonly state: "monthly" }
  | { readonly state: "told"; readonly after: Span }
  | { readonly state: "toldLate"; readonly by: Span }
  | { readonly state: "running"; readonly left: Span }
  | { readonly state: "overdue"; readonly by: Span };

type Told = Pick<
  AdverseEvent,
  "isSerious" | "foundAt" | "toldDistrictAt" | "toldProvinceAt" | "toldNationAt"
>;

/** Where the deadline of an event stands at a moment. */
export function deadlineOf(event: Told, to: ToldTo, at: Date): Deadline {
  if (!event.isSerious && to !== "district") return { state: "monthly" };
  const found = Date.parse(event.foundAt);
  const due = found + deadlineHours[to] * hour;
  const toldAt = toldAtOf(event, to);
  if (toldAt !== null) {
    const told = Date.parse(toldAt);
    return told <= due
      ? { state: "told", after: spanOf(told - found) }
      : { state: "toldLate", by: spanOf(told - due) };
  }
  const left = due - at.getTime();
  return left >= 0
    ? { state: "running", left: spanOf(left) }
    : { state: "overdue", by: spanOf(-left) };
}

/** When its deadline is over, an instant. */
export function dueAt({ foundAt }: Pick<AdverseEvent, "foundAt">, to: ToldTo): Date {
  return new Date(Date.parse(foundAt) + deadlineHours[to] * hour);
}

/** Whether any deadline of an event is broken at a moment: told too late, or not told and over. */
export function isLate(event: Told, at: Date): boolean {
  return toldTo.some((to) => {
    const { state } = deadlineOf(event, to, at);
    return state === "toldLate" || state === "overdue";
  });
}

/** Whether somebody above the kabupaten is still to be told at once. */
export function isAwaiting({ isSerious, toldProvinceAt, toldNationAt }: Told): boolean {
  return isSerious && (toldProvinceAt === null || toldNationAt === null);
}

/** Whether it was told too late to somebody, which no hour changes any more. */
export function isToldLate(event: Told): boolean {
  return toldTo.some((to) => deadlineOf(event, to, new Date(0)).state === "toldLate");
}

/** A length of time as it is said. */
export function spanOf(milliseconds: number): Span {
  const hours = Math.floor(milliseconds / hour);
  return hours < 72
    ? { unit: "hours", count: hours }
    : { unit: "days", count: Math.floor(hours / 24) };
}

function toldAtOf(event: Told, to: ToldTo): string | null {
  if (to === "district") return event.toldDistrictAt;
  return to === "province" ? event.toldProvinceAt : event.toldNationAt;
}
