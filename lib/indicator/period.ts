import { addDays, isCalendarDay, type CalendarDay } from "@/lib/base/time/calendar-day";

/** How often an indicator is counted, the finest first. */
export const periodKinds = ["month", "quarter", "half", "year"] as const;

export type PeriodKind = (typeof periodKinds)[number];

/** The second half of 2023; its number counts within the year, from 1. */
export type IndicatorPeriod = {
  readonly kind: PeriodKind;
  readonly year: number;
  readonly number: number;
};

const months: Readonly<Record<PeriodKind, number>> = { month: 1, quarter: 3, half: 6, year: 12 };

/** The period of a kind that a day lies in. */
export function periodOn(kind: PeriodKind, day: CalendarDay): IndicatorPeriod {
  const month = Number(day.slice(5, 7));
  return { kind, year: Number(day.slice(0, 4)), number: Math.ceil(month / months[kind]) };
}

export function startOf({ kind, year, number }: IndicatorPeriod): CalendarDay {
  return dayOf(year, (number - 1) * months[kind] + 1);
}

export function endOf({ kind, year, number }: IndicatorPeriod): CalendarDay {
  return addDays(dayOf(year, number * months[kind] + 1), -1);
}

/** The one before it, or with a count that many before. */
export function periodBefore({ kind, year, number }: IndicatorPeriod, count = 1): IndicatorPeriod {
  const perYear = 12 / months[kind];
  const index = year * perYear + number - 1 - count;
  return { kind, year: Math.floor(index / perYear), number: (index % perYear) + 1 };
}

/** The last one of a kind that is over when another one is. */
export function lastWithin(kind: PeriodKind, shown: IndicatorPeriod): IndicatorPeriod {
  const last = periodOn(kind, endOf(shown));
  return endOf(last) <= endOf(shown) ? last : periodBefore(last);
}

export function isSamePeriod(one: IndicatorPeriod, other: IndicatorPeriod): boolean {
  return periodKey(one) === periodKey(other);
}

/** Of one kind, in the order of time. */
export function comparePeriods(one: IndicatorPeriod, other: IndicatorPeriod): number {
  return startOf(one).localeCompare(startOf(other));
}

/** As addresses, files and the API name it: "2024-07", "2024-T3", "2024-S1", "2024". */
export function periodKey({ kind, year, number }: IndicatorPeriod): string {
  const of = String(year).padStart(4, "0");
  switch (kind) {
    case "month":
      return `${of}-${String(number).padStart(2, "0")}`;
    case "quarter":
      return `${of}-T${String(number)}`;
    case "half":
      return `${of}-S${String(number)}`;
    case "year":
      return of;
  }
}

const monthNames = [
  ["januari", "january", "jan"],
  ["februari", "february", "feb"],
  ["maret", "march", "mar"],
  ["april", "apr"],
  ["mei", "may"],
  ["juni", "june", "jun"],
  ["juli", "july", "jul"],
  ["agustus", "august", "agu", "aug"],
  ["september", "sep", "sept"],
  ["oktober", "october", "okt", "oct"],
  ["november", "nov"],
  ["desember", "december", "des", "dec"],
];

/**
 * The period of a text as people write it: its key, "Semester 1 2024", "S2 2023", "Triwulan III 2024",
 * "Juli 2024", "2024". null: it is none.
 */
export function readPeriod(text: string): IndicatorPeriod | null {
  const plain = text.trim().toLowerCase().replaceAll(/\s+/g, " ");
  const year = /(?:^|[^\d])((?:19|20)\d{2})(?:$|[^\d])/.exec(` ${plain} `)?.[1];
  if (year === undefined) return null;
  const rest = plain
    .replace(year, " ")
    .replaceAll(/[\s\-/.,]+/g, " ")
    .trim();
  if (rest === "" || rest === "tahun" || rest === "year") return made("year", year, 1);
  const [, word = "", number = ""] = /^([a-z]*) ?(\d{1,2}|i{1,3}|iv)?$/.exec(rest) ?? [];
  const kind = kindOf(word);
  if (kind !== null) return made(kind, year, numberOf(number));
  const named = monthNames.findIndex((names) => names.includes(word));
  if (named >= 0 && number === "") return made("month", year, named + 1);
  return word === "" && number.length === 2 ? made("month", year, Number(number)) : null;
}

/** The period of a day that begins it, as the database keeps it. */
export function periodFrom(kind: PeriodKind, startsOn: CalendarDay): IndicatorPeriod {
  return periodOn(kind, startsOn);
}

function kindOf(word: string): PeriodKind | null {
  if (["s", "smt", "sem", "semester", "half"].includes(word)) return "half";
  if (["t", "tw", "q", "triwulan", "kuartal", "quarter"].includes(word)) return "quarter";
  return ["bulan", "month"].includes(word) ? "month" : null;
}

function numberOf(text: string): number {
  const roman = ["i", "ii", "iii", "iv"].indexOf(text);
  return roman >= 0 ? roman + 1 : Number(text || 0);
}

function made(kind: PeriodKind, year: string, number: number): IndicatorPeriod | null {
  const isThere = Number.isInteger(number) && number >= 1 && number <= 12 / months[kind];
  return isThere ? { kind, year: Number(year), number } : null;
}

/** The first day of a month counted from January of a year, which may be beyond it. */
function dayOf(year: number, month: number): CalendarDay {
  const at = year * 12 + month - 1;
  const day = `${String(Math.floor(at / 12)).padStart(4, "0")}-${String((at % 12) + 1).padStart(2, "0")}-01`;
  if (!isCalendarDay(day)) throw new RangeError(`no such month: ${day}`);
  return day;
}
