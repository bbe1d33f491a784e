import type { Cell } from "@/lib/spreadsheet/cell";
import { daysInMonth, isCalendarDay, type CalendarDay } from "@/lib/time/calendar-day";

/** What a date in a file turned out to be. */
export type DayRead =
  | { readonly kind: "day"; readonly day: CalendarDay }
  | {
      readonly kind: "noSuchDay";
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
 * A date as files write it: a date cell, "2026-06-30", "30-06-2026", "30/6/2026", "30 Juni 2026".
 * The day comes before the month, as everywhere in Indonesia. A day that its month does not have,
 * and a month 0 or 13, are told apart from a text that is no date.
 */
export function readDay(cell: Cell): DayRead {
  if (cell.kind === "day") return { kind: "day", day: cell.day };
  if (cell.kind !== "text") return { kind: "unreadable" };

  const [, year, month, day] =
    /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(cell.text) ?? reordered(cell.text) ?? [];
  if (!year || !month || !day) return { kind: "unreadable" };

  const written = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  if (isCalendarDay(written)) return { kind: "day", day: written };
  const days = daysInMonth(written);
  return days === null
    ? { kind: "noSuchMonth", month: Number(month) }
    : { kind: "noSuchDay", month: Number(month), days, year: Number(year) };
}

/** Day, month, year as [, year, month, day]; a month may be a word. */
function reordered(text: string): string[] | null {
  const [, day, word, year] =
    /^(\d{1,2})[-/.\s]+(\p{L}+|\d{1,2})[-/.\s]+(\d{4})$/u.exec(text) ?? [];
  if (!day || !word || !year) return null;
  if (/^\d/.test(word)) return ["", year, word, day];
  const month = months.findIndex((names) => names.includes(word.toLowerCase()));
  return month === -1 ? null : ["", year, String(month + 1), day];
}
