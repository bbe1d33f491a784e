import { cellText, textCell, type SheetRows } from "@/lib/base/spreadsheet/cell";
import { readDay } from "@/lib/campaign/target-population/day-text";
import type { CalendarDay } from "@/lib/base/time/calendar-day";

import type { Question } from "./question";

/** As many days as a list offers: the last ones of a campaign. */
const maxDays = 120;

/**
 * For a table without a column of dates: which day its reports are of. A day in the title or in the
 * sheet's name is suggested, where it is the only one.
 *
 * @param days which it can be, the first one first.
 */
export function dayQuestion(
  titles: SheetRows,
  sheetName: string,
  scope: string,
  days: readonly CalendarDay[],
): Question {
  const texts = [...titles.flatMap((row) => row.map((cell) => cellText(cell))), sheetName];
  const told = texts.filter((text) => daysIn(text, days).length > 0);
  const [said, ...others] = new Set(told.flatMap((text) => daysIn(text, days)));
  const titleDay = others.length === 0 && said !== undefined && days.includes(said) ? said : null;
  const rest = days
    .filter((day) => day !== titleDay)
    .slice(-maxDays)
    .reverse();
  return {
    id: `day.${scope}`,
    kind: "day",
    params: {},
    examples: told,
    options: [
      ...(titleDay === null
        ? []
        : [{ value: titleDay, word: "titleDay" as const, params: { day: Date.parse(titleDay) } }]),
      ...rest.map((day) => ({
        value: day,
        word: "day" as const,
        params: { day: Date.parse(day) },
      })),
    ],
    suggested: titleDay,
  };
}

/** The days that a text says, "14 Mei" in the years of these days. */
export function daysIn(text: string, days: readonly CalendarDay[]): CalendarDay[] {
  const spelled = text.match(/\d{1,4}[-/.\s]+(?:\p{L}+|\d{1,2})(?:[-/.\s]+\d{2,4})?/gu) ?? [];
  return spelled.flatMap((word) => {
    const read = readDay(textCell(word));
    if (read.kind === "day") return [read.day];
    const [day, month] = word.split(/[-/.\s]+/);
    const years = new Set(days.map((each) => each.slice(0, 4)));
    return [...years].flatMap((year) => {
      const inYear = /^\d+$/.test(month ?? "")
        ? null
        : readDay(textCell(`${day} ${month} ${year}`));
      return inYear?.kind === "day" ? [inYear.day] : [];
    });
  });
}
