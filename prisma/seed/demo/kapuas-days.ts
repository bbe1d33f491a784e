import { addDays, weekday, type CalendarDay } from "@/lib/base/time/calendar-day";

import type { NotePlan } from "./campaign-plan";
import type { SubdistrictPlan } from "./kapuas-subdistricts";
import { villageStories } from "./kapuas-villages";
import { drawWeighted, openRandom, type Random } from "./random";

/** Days that have run, today included. */
export const daysRun = 18;

/** Which day of the plan's calendar a day is like. */
type PlannedDay = {
  readonly day: CalendarDay;
  /** Index into SubdistrictPlan.missing. */
  readonly like: number;
  /** How many are reached, against an ordinary day. */
  readonly weight: number;
  readonly nihil: number;
};

/** One village's report to come: when, and how much of its doses falls on it. */
export type ReportSlot = {
  readonly code: string;
  readonly day: CalendarDay;
  /** 0: no service, a nihil report. */
  readonly weight: number;
  readonly isLate: boolean;
};

const today = daysRun - 1;
const holiday = 9;
const sundays = [6, 13];
/** The first three days are slow: teams find their way. After the holiday it goes slower again. */
const startingUp = [0.55, 0.75, 0.9];
const seed = 620_318;

/** The reports that a kecamatan's villages have sent up to today, day by day. */
export function planReports(
  plan: SubdistrictPlan,
  codes: readonly string[],
  startsOn: CalendarDay,
): readonly ReportSlot[] {
  const random = openRandom(seed + 31 * Number(plan.code.slice(-2)));
  const forgetful = new Map(codes.map((code) => [code, forgetfulness(random, code)]));
  const lately = random.between(0.85, 1.15);

  return planDays(startsOn).flatMap((planned, index) => {
    const missing = plan.missing[planned.like] ?? 0;
    const silent = new Set(
      toldToday(codes, index) ??
        drawWeighted(random, codes, (code) => forgetful.get(code) ?? 0, missing),
    );
    const pace = planned.weight * (index >= today - 3 ? lately : 1);

    return codes.flatMap((code) => {
      const weight = random.chance(planned.nihil) ? 0 : pace * random.between(0.7, 1.3);
      // By now all of today's reports have come before the cut-off.
      const isLate = random.chance(plan.late) && index < today;
      return silent.has(code) ? [] : [{ code, day: planned.day, weight, isLate }];
    });
  });
}

/** Why two of the days are thin: the holiday, and rain on the first Sunday. INVENTED as all the rest. */
export function planNotes(
  place: string,
  startsOn: CalendarDay,
  createdBy: string | null,
): readonly NotePlan[] {
  const days = planDays(startsOn).map(({ day }) => day);
  const sunday = days.find((day, index) => weekday(day) === 0 && index < today);
  const free = days[holiday];
  return [
    ...(sunday
      ? [{ place, day: sunday, kind: "weather" as const, note: "Hujan deras di hulu", createdBy }]
      : []),
    ...(free
      ? [{ place, day: free, kind: "holiday" as const, note: "Hari libur, pos tutup", createdBy }]
      : []),
  ];
}

/** Villages that are silent today where it is told village by village; null elsewhere. */
function toldToday(codes: readonly string[], index: number): readonly string[] | null {
  if (index !== today || !codes.some((code) => villageStories.has(code))) return null;
  return codes.filter((code) => !villageStories.get(code)?.today);
}

/** Some villages forget often, most now and then; one whose yesterday is told never does. */
function forgetfulness(random: Random, code: string): number {
  const weight = random.between(0.4, 1) ** 3;
  return villageStories.get(code)?.untilYesterday ? 0 : weight;
}

/**
 * Sundays fall where the calendar has them: the plan's Sunday columns move there, and an ordinary
 * day in their place is like the day after.
 */
function planDays(startsOn: CalendarDay): readonly PlannedDay[] {
  let sundaysSeen = 0;

  return Array.from({ length: daysRun }, (_, index) => {
    const day = addDays(startsOn, index);
    const isSunday = weekday(day) === 0;
    if (isSunday) sundaysSeen++;

    if (index === today) return { day, like: today, weight: 0.9, nihil: 0.01 };
    if (index === holiday) return { day, like: holiday, weight: 0.25, nihil: 0.2 };
    if (isSunday)
      return { day, like: sundays[sundaysSeen > 1 ? 1 : 0] ?? 0, weight: 0.5, nihil: 0.08 };
    const like = sundays.includes(index) ? index + 1 : index;
    return { day, like, weight: startingUp[index] ?? (index < holiday ? 1.2 : 0.92), nihil: 0.01 };
  });
}
