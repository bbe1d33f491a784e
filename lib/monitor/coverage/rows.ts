import {
  campaignSpans,
  pwsStatus,
  pwsTrend,
  type PwsStatus,
  type PwsTrend,
} from "@/lib/coverage/pws";
import type { DayTotal, PaceRule } from "@/lib/coverage/pace";
import { noOutlook, type Verdict } from "@/lib/coverage/verdict";
import { addDays, type CalendarDay } from "@/lib/base/time/calendar-day";

import { isUnplaced } from "@/lib/campaign/unplaced";
import type { Announced } from "@/lib/monitor/announced";
import { sumOfCounts, type WholePlace } from "@/lib/monitor/total-counts";
import { hasCoverage, judgementOf, type Assessment } from "@/lib/monitor/assessment";
import type { PlaceCounts } from "@/lib/monitor/counts";
import { coverageDays, verdictOf, type CountedDay } from "@/lib/monitor/verdicts";

/** A place in the ranking and the table: its assessment, and what its days say about it. */
export type PlaceRow = Assessment & {
  /** The kecamatan that it lies in; its own name for a kecamatan. */
  readonly subdistrictName: string;
  readonly verdict: Verdict;
  readonly pws: PwsStatus | null;
  readonly trend: PwsTrend | null;
  /** Reporting units that still need people to reach the goal; null: none has a goal and a target population. */
  readonly unitsBelowGoal: number | null;
  /** Units whose report of the day is in, while the round runs; units ever heard of, otherwise. */
  readonly unitsReported: number;
  /** Of how many: the units that owe the day's report while the round runs; all, otherwise. */
  readonly unitsAwaited: number;
  /** Doses of the day before, when it has been reported; null when not. */
  readonly yesterday: number | null;
  /** What was announced, where there is no report; else null. */
  readonly announced: Announced | null;
  readonly lastReport: { readonly day: CalendarDay; readonly receivedAt: Date } | null;
};

/** When a row is judged. */
type RowClock = {
  readonly on: CalendarDay;
  readonly rule: PaceRule;
};

/**
 * The counts of a place, from those of its units. As in `sumCounts`, a target population is unknown
 * only when every unit's is; how many are missing is counted beside it.
 */
export function sumCounted(
  units: readonly PlaceCounts[],
  place: WholePlace & { readonly intervention: string; readonly targetGroup: string | null },
): PlaceCounts {
  return {
    ...sumOfCounts(units),
    code: place.code,
    name: place.name,
    intervention: place.intervention,
    targetGroup: place.targetGroup,
    completeDays: place.completeDays,
  };
}

/** Whether a unit still needs children. One without a target population is not counted. */
export function isBelowGoal({ needed }: Pick<Assessment, "needed">): boolean {
  return needed !== null && needed > 0;
}

/**
 * A row of ranking and table.
 *
 * @param days of the place and intervention, from the first day of the round to the day it is read
 * on; null: it is read without its days, so it has no forecast, on the last day neither, when a forecast
 * is what was counted. Its need is spread all the same.
 * @param units assessments of the units in the place, for the same intervention.
 */
export function placeRow(
  assessment: Assessment,
  {
    days: counted,
    units,
    clock,
    subdistrictName,
    announced,
    lastReport,
  }: {
    readonly days: readonly CheckedDay[] | null;
    readonly units: readonly Assessment[];
    readonly clock: RowClock;
    readonly subdistrictName: string;
    readonly announced: Announced | null;
    readonly lastReport: PlaceRow["lastReport"];
  },
): PlaceRow {
  const { on, rule } = clock;
  const { base, calendar } = assessment;
  const days = coverageDays(counted ?? [], assessment);
  const goal = assessment.coverageGoal;
  const measured = {
    targetPopulation: assessment.targetPopulation,
    ...base,
    ...campaignSpans(base.isLookedAt ? days : days.filter(({ day }) => day < on)),
  };
  const isRunning = calendar.phase === "running";
  const yesterdays = days.find(({ day }) => day === addDays(on, -1));
  // Assigned (lib/README.md).
  return Object.assign({}, assessment, {
    subdistrictName,
    announced,
    verdict:
      counted === null
        ? { ...judgementOf(assessment), ...noOutlook }
        : verdictOf(assessment, { days, today: on, rule }),
    pws: goal === null || assessment.status === "unknown" ? null : pwsStatus({ ...measured, goal }),
    trend:
      goal === null || assessment.status === "unknown" ? null : pwsTrend({ ...measured, goal }),
    unitsBelowGoal: units.some(({ needed }) => needed !== null)
      ? units.filter(isBelowGoal).length
      : null,
    unitsReported: isRunning
      ? (assessment.onDay?.received ?? 0)
      : units.filter(({ hasReported }) => hasReported).length,
    unitsAwaited: isRunning ? (assessment.onDay?.expected ?? assessment.units) : assessment.units,
    yesterday: yesterdays && yesterdays.received > 0 ? yesterdays.doses : null,
    lastReport,
  });
}

/** A day of a place, with the parts of its doses that nobody has verified or no target divides. */
export type CheckedDay = DayTotal &
  Pick<CountedDay, "unverified" | "dosesWithoutTarget" | "unverifiedWithoutTarget">;

/** Days of several places added up by day, oldest first. */
export function sumDays(days: readonly CheckedDay[]): CheckedDay[] {
  const sums = new Map<CalendarDay, CheckedDay>();
  for (const each of days) {
    const sum = sums.get(each.day);
    sums.set(
      each.day,
      sum
        ? {
            day: each.day,
            doses: sum.doses + each.doses,
            dosesWithoutTarget: sum.dosesWithoutTarget + each.dosesWithoutTarget,
            unverified: sum.unverified + each.unverified,
            unverifiedWithoutTarget: sum.unverifiedWithoutTarget + each.unverifiedWithoutTarget,
            received: sum.received + each.received,
            expected: sum.expected + each.expected,
            isService: sum.isService || each.isService,
          }
        : each,
    );
  }
  return [...sums.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** By what places are ranked: their coverage, people needed to reach the goal, or what was given alone. */
export type Ranking = "coverage" | "needed" | "dosesAdministered";

/** What can be ranked: where no place has a target population, only what was given. */
export function rankingOf(rows: readonly PlaceRow[], asked: "coverage" | "needed"): Ranking {
  if (rows.every(({ targetPopulation }) => targetPopulation === null)) return "dosesAdministered";
  return rows.some(({ needed }) => needed !== null) ? asked : "coverage";
}

/**
 * Ranking order: most first; equal ones by need, or coverage where need is ranked, then by name. Places
 * without data come last, whatever is ranked; units in no kecamatan behind them all.
 */
export function ranked(rows: readonly PlaceRow[], by: Ranking): PlaceRow[] {
  const other = by === "needed" ? "coverage" : "needed";
  return [...rows].sort(
    (a, b) =>
      Number(isUnplaced(a)) - Number(isUnplaced(b)) ||
      Number(hasCoverage(b)) - Number(hasCoverage(a)) ||
      (b[by] ?? 0) - (a[by] ?? 0) ||
      (b[other] ?? 0) - (a[other] ?? 0) ||
      a.name.localeCompare(b.name, "id"),
  );
}
