import type { CalendarDay } from "./calendar-day";

/** The zones of Indonesia. */
export const timeZones = [
  "Asia/Jakarta",
  "Asia/Pontianak",
  "Asia/Makassar",
  "Asia/Jayapura",
] as const;

export type TimeZone = (typeof timeZones)[number];

/** What people call the zone. */
export const timeZoneNames: Readonly<Record<TimeZone, "WIB" | "WITA" | "WIT">> = {
  "Asia/Jakarta": "WIB",
  "Asia/Pontianak": "WIB",
  "Asia/Makassar": "WITA",
  "Asia/Jayapura": "WIT",
};

/** The zone of this name; West Indonesia's where it is none. */
export function knownZone(name: string): TimeZone {
  return timeZones.find((zone) => zone === name) ?? "Asia/Jakarta";
}

/** Hours ahead of UTC. Indonesia has no daylight saving. */
const offsetHours: Readonly<Record<TimeZone, number>> = {
  "Asia/Jakarta": 7,
  "Asia/Pontianak": 7,
  "Asia/Makassar": 8,
  "Asia/Jayapura": 9,
};

/** The local calendar day at an instant: 17:30 UTC is already tomorrow in Jayapura. */
export function localDay(at: Date, zone: TimeZone): CalendarDay {
  return shifted(at, zone).slice(0, 10);
}

/** The local hour and minute, "17:05". */
export function localTime(at: Date, zone: TimeZone): string {
  return shifted(at, zone).slice(11, 16);
}

/** The instant of a local hour, "16:00" or "16:00:00", on a local day. */
export function instantOf(day: CalendarDay, time: string, zone: TimeZone): Date {
  const atUtc = Date.parse(`${day}T${time.slice(0, 5)}:00Z`);
  return new Date(atUtc - offsetHours[zone] * 3_600_000);
}

function shifted(at: Date, zone: TimeZone): string {
  return new Date(at.getTime() + offsetHours[zone] * 3_600_000).toISOString();
}
