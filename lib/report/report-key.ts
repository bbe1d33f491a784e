import type { CalendarDay } from "@/lib/base/time/calendar-day";

declare const brand: unique symbol;

/**
 * Names a report: "bian-kapuas-2026:2026-06-04:62.03.01.1007". Made by `reportKeyOf` alone. It ends the
 * names under which devices keep drafts, so its text may not change. A day belongs to one round.
 */
export type ReportKey = string & { readonly [brand]: "report" };

/**
 * Names a report within its campaign: "62.03.01.1007/2026-06-04"; of a larger area, all its reports of
 * the day. Made by `unitDayKeyOf` alone. It stands in addresses and names findings that were answered,
 * so its text may not change.
 */
export type UnitDayKey = string & { readonly [brand]: "unitDay" };

/** Names the reports of a unit in a round. For lookups: nobody keeps it. */
export type UnitRoundKey = string & { readonly [brand]: "unitRound" };

/** What a report is of. */
export type ReportName = { readonly slug: string } & UnitDay;

type UnitDay = { readonly unit: string; readonly day: string };

/** @param name.slug the campaign's address. */
export function reportKeyOf({ slug, day, unit }: ReportName): ReportKey {
  return `${slug}:${day}:${unit}` as ReportKey;
}

/** What a key names; parts that are not there are "". */
export function readReportKey(key: string): ReportName {
  const [slug = "", day = "", ...unit] = key.split(":");
  return { slug, day, unit: unit.join(":") };
}

export function unitDayKeyOf({ unit, day }: UnitDay): UnitDayKey {
  return `${unit}/${day}` as UnitDayKey;
}

/** What a text of an address names; parts that are not there are "". */
export function readUnitDayKey(text: string): { readonly unit: string; readonly day: CalendarDay } {
  const at = text.lastIndexOf("/");
  return { unit: text.slice(0, Math.max(0, at)), day: text.slice(at + 1) };
}

export function unitRoundKeyOf({
  unit,
  round,
}: {
  readonly unit: string;
  readonly round: number | null;
}): UnitRoundKey {
  return [round, unit].join("/") as UnitRoundKey;
}
