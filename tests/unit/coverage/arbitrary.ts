import fc from "fast-check";

import type { LookedAt } from "@/lib/coverage/base";
import type { CoverageCounts } from "@/lib/coverage/coverage";
import { parseGoal } from "@/lib/coverage/goal";
import type { DayTotal } from "@/lib/coverage/pace";

/** Any count up to more people than the country has, 0 often among them. */
export const anyCount = fc.oneof(
  fc.nat({ max: 20 }),
  fc.nat({ max: 60_000 }),
  fc.nat({ max: 300_000_000 }),
);

/** Any target population: not known, empty, or a count. */
const anyTarget = fc.option(anyCount, { nil: null });

/** Any two counts of a region. */
export const anyCounts: fc.Arbitrary<CoverageCounts> = fc.record({
  dosesAdministered: anyCount,
  targetPopulation: anyTarget,
});

/** Any goal, those of real campaigns often among them. */
export const anyGoal = fc
  .oneof(fc.constantFrom(9_500, 8_000, 7_000, 4_000, 10_000), fc.integer({ min: 1, max: 10_000 }))
  .map((tenThousandths) => parseGoal((tenThousandths / 10_000).toFixed(4)));

/** Any moment of a campaign, before and after it too. */
export const anyElapsed = fc.record({
  day: fc.integer({ min: -5, max: 100 }),
  days: fc.integer({ min: 1, max: 92 }),
});

/** Any days of a campaign so far, one row each from 1 May, complete ones and others. */
export const anyDays: fc.Arbitrary<readonly DayTotal[]> = fc
  .array(
    fc.record({
      doses: anyCount,
      received: fc.nat({ max: 20 }),
      expected: fc.nat({ max: 20 }),
      isService: fc.constant(true),
    }),
    { maxLength: 31 },
  )
  .map((days) => days.map((day, index) => ({ ...day, day: mayDay(index + 1) })));

/** Any day that a place is looked at on, with its open day or without. */
export const anyLookedAt: fc.Arbitrary<LookedAt> = fc
  .tuple(
    anyElapsed,
    fc.nat({ max: 31 }),
    fc.option(
      fc.record({
        doses: fc.oneof(anyCount, fc.integer({ min: -500, max: 0 })),
        received: fc.nat({ max: 20 }),
        expected: fc.nat({ max: 20 }),
        isService: fc.boolean(),
        isPast: fc.boolean(),
        isPlanned: fc.boolean(),
      }),
      { nil: null },
    ),
  )
  .map(([elapsed, daysAfter, onDay]) => ({ ...elapsed, daysAfter, onDay }));

/** A day of a May without a year that matters: 3 is "2026-05-03". */
export function mayDay(dayOfMonth: number): string {
  return `2026-05-${String(dayOfMonth).padStart(2, "0")}`;
}

/** Complete days of May with these doses, from the first on. */
export function completeMayDays(doses: readonly number[]): readonly DayTotal[] {
  return doses.map((count, index) => ({
    day: mayDay(index + 1),
    doses: count,
    received: 17,
    expected: 17,
    isService: true,
  }));
}
