import { isStorable } from "@/lib/base/forms/storable";
import { cutText } from "@/lib/base/forms/storable-text";
import { regionCode, type RegionCode } from "@/lib/base/region/code";
import { isCalendarDay, type CalendarDay } from "@/lib/base/time/calendar-day";

/** What of a trail is shown; null and "": everything. */
export type AuditFilter = {
  readonly district: RegionCode | null;
  /** Part of a person's name or username. */
  readonly person: string;
  /** Part of a place's name, or its code. */
  readonly place: string;
  /** First and last day on which it was done, local. */
  readonly from: CalendarDay | null;
  readonly to: CalendarDay | null;
  readonly action: string | null;
  /** Only entries with smaller numbers: the page after this one. */
  readonly before: string | null;
};

type Query = Readonly<Record<string, string | string[] | undefined>>;

/** The filter that an address asks for. What it says wrongly filters nothing. */
export function parseAuditFilter(query: Query): AuditFilter {
  const text = (name: string) => {
    const value = query[name];
    return typeof value === "string" && isStorable(value) ? cutText(value.trim(), 80) : "";
  };
  const day = (name: string) => (isCalendarDay(text(name)) ? text(name) : null);
  const [from, to] = [day("dari"), day("sampai")];
  const isReversed = from !== null && to !== null && from > to;
  return {
    district: regionCode.safeParse(text("kabupaten")).data ?? null,
    person: text("orang"),
    place: text("tempat"),
    from: isReversed ? to : from,
    to: isReversed ? from : to,
    action: /^[A-Za-z.]{1,60}$/.test(text("jenis")) ? text("jenis") : null,
    before: /^\d{1,18}$/.test(text("sebelum")) ? text("sebelum") : null,
  };
}

/** The same filter as the query of an address; `withQuery` leaves out what is empty. */
export function auditQuery(filter: AuditFilter): Record<string, string | null> {
  return {
    kabupaten: filter.district,
    orang: filter.person,
    tempat: filter.place,
    dari: filter.from,
    sampai: filter.to,
    jenis: filter.action,
    sebelum: filter.before,
  };
}

export function isFiltered({ person, place, from, to, action }: AuditFilter): boolean {
  return person !== "" || place !== "" || from !== null || to !== null || action !== null;
}
