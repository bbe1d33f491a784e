import { seenText } from "@/lib/base/forms/written-count";
import type { SheetCell } from "@/lib/base/spreadsheet/cell";
import { daysInMonth, isCalendarDay, type CalendarDay } from "@/lib/base/time/calendar-day";

/** What a date in a file turned out to be. */
export type DayRead =
  | { readonly kind: "day"; readonly day: CalendarDay }
  | {
      readonly kind: "noSuchDay";
      readonly day: number;
      readonly month: number;
      readonly days: number;
      readonly year: number;
    }
  | { readonly kind: "noSuchMonth"; readonly month: number }
  | { readonly kind: "unreadable" };

const months = [
  ["januari", "january", "jan"],
  ["februari", "pebruari", "february", "feb"],
  ["maret", "march", "mar"],
  ["april", "apr"],
  ["mei", "may"],
  ["juni", "june", "jun"],
  ["juli", "july", "jul"],
  ["agustus", "august", "agu", "agt", "aug"],
  ["september", "sept", "sep"],
  ["oktober", "october", "okt", "oct"],
  ["november", "nopember", "nov", "nop"],
  ["desember", "december", "des", "dec"],
];

/**
 * A date as files write it: a date cell, "2026-06-30", "30-06-2026", "30/6/26", "30-Jun-26",
 * "Selasa, 30 Juni 2026", each also with an hour of midnight as programs add it.
 * The day comes before the month, as everywhere in Indonesia. A day that its month does not have,
 * and a month 0 or 13, are told apart from a text that is no date.
 */
export function readDay(cell: SheetCell): DayRead {
  if (cell.kind === "day") return { kind: "day", day: cell.day };
  if (cell.kind !== "text") return { kind: "unreadable" };

  const text = bareDate(cell.text);
  const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text) ?? reordered(text) ?? [];
  if (!year || !month || !day) return { kind: "unreadable" };

  const written = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  if (isCalendarDay(written)) return { kind: "day", day: written };
  const days = daysInMonth(written);
  return days === null
    ? { kind: "noSuchMonth", month: Number(month) }
    : { kind: "noSuchDay", day: Number(day), month: Number(month), days, year: Number(year) };
}

/** What the sentences about a day that does not exist name; `kind` says which advice is true. */
export function noSuchDayParams({
  day,
  month,
  days,
  year,
}: Extract<DayRead, { kind: "noSuchDay" }>): Readonly<Record<string, string | number>> {
  return { kind: day === 0 ? "zero" : day <= 31 ? "near" : "far", month, days, year };
}

/**
 * Whether a text can only be month before day: "05/14/2026". In its column "05/06/2026" may be the
 * sixth of May.
 */
export function isMonthFirst(cell: SheetCell): boolean {
  const [first, second] = numbersOf(cell) ?? [];
  return first !== undefined && second !== undefined && first <= 12 && second > 12 && second <= 31;
}

/** Whether day and month of a text could change places and make another day. */
export function isEitherOrder(cell: SheetCell): boolean {
  const [first, second] = numbersOf(cell) ?? [];
  return (
    first !== undefined &&
    second !== undefined &&
    first !== second &&
    Math.min(first, second) >= 1 &&
    Math.max(first, second) <= 12
  );
}

/** The two numbers before the year of "05/14/2026"; null for another spelling. */
function numbersOf(cell: SheetCell): readonly number[] | null {
  if (cell.kind !== "text") return null;
  const found = /^(\d{1,2})[-/.\s]+(\d{1,2})[-/.\s]+(?:\d{4}|\d{2})$/.exec(bareDate(cell.text));
  return found && [Number(found[1]), Number(found[2])];
}

const weekdays =
  /^(senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\s*,?\s+/i;

/** Without the weekday before it and the midnight after it. */
function bareDate(written: string): string {
  return seenText(written)
    .replace(weekdays, "")
    .replace(/(\d)(?:T|\s+)00[:.]00(?:[:.]00(?:\.0+)?)?(?:Z|\+00:?00)?$/, "$1");
}

/** Day, month, year as [, year, month, day]; a month may be a word. */
function reordered(text: string): string[] | null {
  const [, day, word, written] =
    /^(\d{1,2})[-/.\s]+(\p{L}+|\d{1,2})[-/.\s]+(\d{4}|\d{2})$/u.exec(text) ?? [];
  if (!day || !word || !written) return null;
  // No campaign was before 2000, and no file tells of the next century.
  const year = written.length === 2 ? `20${written}` : written;
  if (/^\d/.test(word)) return ["", year, word, day];
  const month = months.findIndex((names) => names.includes(word.toLowerCase()));
  return month === -1 ? null : ["", year, String(month + 1), day];
}
