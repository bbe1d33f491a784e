import { localDay, localTime, type TimeZone } from "@/lib/base/time/time-zone";

import type { AdverseEvent } from "./adverse-event";

/** An event as its form begins: texts of fields; a moment is "2026-06-04T10:00" in the campaign's zone. */
export type TypedEvent = Readonly<
  Record<
    | "unit"
    | "day"
    | "foundAt"
    | "batch"
    | "targetGroup"
    | "isSerious"
    | "onsetHours"
    | "signs"
    | "toldDistrictAt"
    | "toldProvinceAt"
    | "toldNationAt"
    | "state",
    string
  >
> & {
  readonly interventions: readonly string[];
  readonly criteria: readonly string[];
  /** Its text was asked about, and names nobody. */
  readonly isNoName: boolean;
};

/** A new one: found and given today at first, and nothing else said. */
export function newTypedEvent(at: Date, zone: TimeZone, unit: string): TypedEvent {
  return {
    unit,
    day: localDay(at, zone),
    foundAt: momentIn(at.toISOString(), zone),
    batch: "",
    targetGroup: "",
    isSerious: "",
    onsetHours: "",
    signs: "",
    toldDistrictAt: "",
    toldProvinceAt: "",
    toldNationAt: "",
    state: "recorded",
    interventions: [],
    criteria: [],
    isNoName: false,
  };
}

/** One that stands, to be corrected. */
export function typedEventOf(event: AdverseEvent, zone: TimeZone, isNoName: boolean): TypedEvent {
  const { toldProvinceAt, toldNationAt } = event;
  return {
    unit: event.unit ?? "",
    day: event.day,
    foundAt: momentIn(event.foundAt, zone),
    batch: event.batch,
    targetGroup: event.targetGroup ?? "",
    isSerious: event.isSerious ? "yes" : "no",
    onsetHours: event.onsetHours === null ? "" : String(event.onsetHours),
    signs: event.signs,
    toldDistrictAt: momentIn(event.toldDistrictAt, zone),
    toldProvinceAt: toldProvinceAt === null ? "" : momentIn(toldProvinceAt, zone),
    toldNationAt: toldNationAt === null ? "" : momentIn(toldNationAt, zone),
    state: event.state,
    interventions: event.interventions,
    criteria: event.criteria,
    isNoName,
  };
}

function momentIn(instant: string, zone: TimeZone): string {
  const at = new Date(instant);
  return `${localDay(at, zone)}T${localTime(at, zone)}`;
}
