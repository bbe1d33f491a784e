import type { CalendarDay } from "@/lib/base/time/calendar-day";

/** What makes an adverse event serious, as the form of serious events (KIPI serius) names it. */
export const seriousCriteria = ["death", "hospital", "disability", "lifeThreatening"] as const;

export type SeriousCriterion = (typeof seriousCriteria)[number];

/** Where an event stands: recorded, looked into, with the committee of the region, well again, closed. */
export const adverseEventStates = [
  "recorded",
  "investigating",
  "committee",
  "recovered",
  "closed",
] as const;

export type AdverseEventState = (typeof adverseEventStates)[number];

/** What happened to somebody after immunization. Nobody is named, and nothing here leads to a person. */
export type AdverseEvent = {
  readonly id: string;
  readonly version: number;
  /** Code of its unit; null: the reader is told its kecamatan at most. */
  readonly unit: string | null;
  readonly unitName: string | null;
  readonly subdistrict: string;
  readonly subdistrictName: string;
  /** The day on which it was given. */
  readonly day: CalendarDay;
  /** When somebody learned of it, an instant: deadlines are counted from it. */
  readonly foundAt: string;
  /** Codes of what was given. */
  readonly interventions: readonly string[];
  /** Code of the batch, in capitals; "": it was not written down. */
  readonly batch: string;
  /** Code of a target group; null: it was not said. */
  readonly targetGroup: string | null;
  readonly isSerious: boolean;
  readonly criteria: readonly SeriousCriterion[];
  /** Whole hours from the immunization to the first sign; null: not known. */
  readonly onsetHours: number | null;
  /** Signs, in words. */
  readonly signs: string;
  /** When the kabupaten was told, and those above it; null: not yet. */
  readonly toldDistrictAt: string;
  readonly toldProvinceAt: string | null;
  readonly toldNationAt: string | null;
  readonly state: AdverseEventState;
  /** It is invented. */
  readonly isSample: boolean;
};

/** A batch in the one way in which it is compared: capitals, one blank between words. */
export function batchCode(written: string): string {
  return written.trim().replaceAll(/\s+/g, " ").toUpperCase();
}
