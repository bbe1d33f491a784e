import { isCalendarDay } from "@/lib/time/calendar-day";

/** A report as a screen showed it: what is done to it holds for this version only. */
export type ReportMark = {
  readonly unit: string;
  /** Local day, "2026-06-04". */
  readonly day: string;
  readonly version: number;
};

/** As a form sends it: "62.03.01.1007~2026-06-04~1". */
export function markText({ unit, day, version }: ReportMark): string {
  return `${unit}~${day}~${String(version)}`;
}

/** Marks of a form, with white space between them; null when one of them cannot be read. */
export function readMarks(text: string): ReportMark[] | null {
  const marks = text
    .split(/\s+/)
    .filter((part) => part !== "")
    .map((part) => {
      const [, unit, day, version] =
        /^([A-Za-z0-9][\w.-]{0,31})~(\d{4}-\d{2}-\d{2})~([1-9]\d{0,8})$/.exec(part) ?? [];
      return unit !== undefined && day !== undefined && version !== undefined && isCalendarDay(day)
        ? { unit, day, version: Number(version) }
        : null;
    });
  const read = marks.filter((mark) => mark !== null);
  return read.length === marks.length ? read : null;
}
