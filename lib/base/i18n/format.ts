import type { CoverageCounts } from "@/lib/coverage/coverage";
import { goalPercent, goalRatio, type Goal } from "@/lib/coverage/goal";
import { percentTenths } from "@/lib/coverage/percent";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import { localTime, timeZoneNames, type TimeZone } from "@/lib/base/time/time-zone";

import type { Locale } from "./locale";

/** What stands where there is no number. Never 0, never NaN. */
export const noData = "–";

const tags: Readonly<Record<Locale, string>> = { id: "id-ID", en: "en-GB" };

const made = new Map<Locale, Formats>();

/**
 * Numbers and dates as people read them, in one language. Ratios become percentages here and
 * nowhere else: one decimal, half up, from the exact counts.
 *
 * Made once a language: the formatters of Intl are slow to make, and a page asks hundreds of times.
 */
export function formats(locale: Locale): Formats {
  const known = made.get(locale) ?? makeFormats(locale);
  made.set(locale, known);
  return known;
}

function makeFormats(locale: Locale) {
  const tag = tags[locale];
  const whole = new Intl.NumberFormat(tag, { maximumFractionDigits: 0 });
  const oneDecimal = new Intl.NumberFormat(tag, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const atMostOne = new Intl.NumberFormat(tag, { maximumFractionDigits: 1 });
  const atMostTwo = new Intl.NumberFormat(tag, { maximumFractionDigits: 2 });
  const date = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(tag, { timeZone: "UTC", ...options });
    return (day: CalendarDay) => format.format(new Date(`${day}T00:00:00Z`));
  };

  /** 12449 → "12.449"; a negative number has a minus sign, not a hyphen. */
  function count(value: number | null): string {
    return value === null ? noData : whole.format(value).replace("-", "−");
  }

  /** Tenths of a percent: 490 → "49,0%". */
  function tenths(value: number | null): string {
    return value === null ? noData : `${oneDecimal.format(value / 10).replace("-", "−")}%`;
  }

  return {
    count,
    tenths,
    /** Percentage points in tenths: −9 → "−0,9", 4 → "+0,4". */
    points: (value: number) =>
      `${value > 0 ? "+" : ""}${oneDecimal.format(value / 10).replace("-", "−")}`,
    /** +2241 → "+2.241". */
    signed: (value: number) => (value > 0 ? `+${count(value)}` : count(value)),
    /** Children a day of a small place: 3.25 → "3,3"; whole numbers from 10 on. */
    pace: (value: number | null) =>
      value === null ? noData : value < 10 ? atMostOne.format(value) : whole.format(value),
    /** The coverage of two counts. */
    coverage: (counts: CoverageCounts) => tenths(percentTenths(counts)),
    /** A goal, exactly: 9,500 → "95%", 9,525 → "95,25%"; null, which is none: a dash. */
    goal: (goal: Goal | null) =>
      goal === null ? noData : `${atMostTwo.format(goalPercent(goal))}%`,
    /** A number of which two decimals say enough: 1250.5 → "1.250,5". */
    amount: (value: number) => atMostTwo.format(value).replace("-", "−"),
    /** A ratio of an axis or a setting, with at most two decimals: 0.25 → "25%". */
    share: (ratio: number) => `${atMostTwo.format(ratio * 100)}%`,
    /**
     * Whole percents of a range: "85–91%". What stays below the goal that it is compared with, or
     * below all of it, is not rounded up to it: 94,7 of 95 % is 94.
     */
    percentRange: (low: number, high: number, goal: Goal | null = null) => {
      const limits = goal === null ? [1] : [goalRatio(goal), 1];
      const wholePercents = (ratio: number) => {
        const rounded = Math.round(ratio * 100);
        const isPushed = limits.some((limit) => ratio < limit && rounded >= limit * 100);
        return whole.format(isPushed ? Math.floor(ratio * 100) : rounded);
      };
      const [from, to] = [wholePercents(low), wholePercents(high)];
      return from === to ? `${from}%` : `${from}–${to}%`;
    },
    /** "Kamis, 4 Juni 2026" */
    longDay: date({ weekday: "long", day: "numeric", month: "long", year: "numeric" }),
    /** "Kamis, 4 Juni" */
    weekdayDay: date({ weekday: "long", day: "numeric", month: "long" }),
    /** "4 Juni 2026" */
    day: date({ day: "numeric", month: "long", year: "numeric" }),
    /** "4 Jun" */
    shortDay: date({ day: "numeric", month: "short" }),
    /** "4 Juni" */
    monthDay: date({ day: "numeric", month: "long" }),
    /** "Juni" */
    month: date({ month: "long" }),
    /** "4" */
    dayNumber: date({ day: "numeric" }),
    /** "Kam" */
    shortWeekday: date({ weekday: "short" }),
    /** "K" */
    weekdayLetter: date({ weekday: "narrow" }),
    /** "17.05 WIB"; English writes "17:05 WIB". */
    time: (at: Date, zone: TimeZone) =>
      `${hour(localTime(at, zone), locale)} ${timeZoneNames[zone]}`,
    /** An hour that is already local: "16:00" → "16.00". */
    hour: (local: string) => hour(local.slice(0, 5), locale),
    /** "Mantangai, Selat, dan Bataguh" */
    list: (parts: readonly string[]) => list(parts, locale),
  };
}

export type Formats = ReturnType<typeof makeFormats>;

function hour(text: string, locale: Locale): string {
  return locale === "id" ? text.replace(":", ".") : text;
}

/** Indonesian puts a comma before "dan" in lists of three; Intl does the same for both languages. */
function list(parts: readonly string[], locale: Locale): string {
  return new Intl.ListFormat(locale, { type: "conjunction" }).format(parts);
}
