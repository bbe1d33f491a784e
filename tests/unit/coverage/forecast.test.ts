import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { forecast } from "@/lib/coverage/forecast";
import { latestCompleteDays, type DayTotal } from "@/lib/coverage/pace";

import { anyCount, anyDays, completeMayDays, mayDay } from "./arbitrary";

const week = completeMayDays([2_410, 2_655, 1_980, 2_702, 2_388, 2_540, 2_560]);
const weekTotal = 17_235;

/** A range from what had been given by the end of the last of these days. */
function rangeOf(days: readonly DayTotal[], daysLeft: number, counted?: number) {
  const dosesAdministered = days.reduce((sum, { doses }) => sum + doses, 0);
  return forecast({
    base: { dosesAdministered, daysLeft },
    dosesAdministered: counted ?? dosesAdministered,
    days,
  });
}

describe("forecast", () => {
  test("of days that are all alike is one number", () => {
    expect(rangeOf(completeMayDays([100, 100, 100]), 10)).toEqual({ low: 1_300, high: 1_300 });
  });

  test("starts with the third complete day", () => {
    expect(rangeOf(completeMayDays([100, 100]), 10)).toBeNull();
  });

  test("is what was counted when no day is left", () => {
    expect(rangeOf(completeMayDays([100, 100]), 0)).toEqual({ low: 200, high: 200 });
  });

  test("surrounds the pace of the last week, and widens with the days to come", () => {
    const [soon, late] = [rangeOf(week, 3), rangeOf(week, 14)];
    const straight = weekTotal + (weekTotal / 7) * 14;

    expect(late?.low).toBeLessThan(straight);
    expect(late?.high).toBeGreaterThan(straight);
    expect(width(late)).toBeGreaterThan(width(soon));
  });

  test("looks back on seven complete days and no further", () => {
    const older = [
      { day: "2026-04-30", doses: 90_000, received: 17, expected: 17, isService: true },
    ];
    const input = {
      base: { dosesAdministered: 107_235, daysLeft: 14 },
      dosesAdministered: 107_235,
    };

    expect(forecast({ ...input, days: [...older, ...week] })).toEqual(
      forecast({ ...input, days: week }),
    );
  });

  test("looks back on ten days and no further: a place silent since then has none", () => {
    const silent = (from: number, to: number) =>
      Array.from({ length: to - from + 1 }, (_, index) => ({
        day: mayDay(from + index),
        doses: 0,
        received: 0,
        expected: 17,
        isService: true,
      }));
    const input = {
      base: { dosesAdministered: weekTotal, daysLeft: 14 },
      dosesAdministered: weekTotal,
    };

    // On 14 May, 5 to 7 May are the complete ones of the last ten days; on 15 May only two are.
    expect(forecast({ ...input, days: [...week, ...silent(8, 14)] })).toEqual(
      forecast({ ...input, days: [...week.slice(4), ...silent(8, 14)] }),
    );
    expect(forecast({ ...input, days: [...week, ...silent(8, 15)] })).toBeNull();
  });

  test("takes a day before the base with too few reports as it is: its doses are counted", () => {
    const days = completeMayDays([100, 100, 100]);
    const thin = { day: mayDay(4), doses: 60, received: 9, expected: 17, isService: true };

    // 360 by 4 May, and ten days after it.
    expect(rangeOf([...days, thin], 10)).toEqual({ low: 1_360, high: 1_360 });
  });

  test("always holds the straight line of the recent pace", () => {
    // The last three days are far above the four before them, which pull the resamples down.
    const rising = completeMayDays([0, 0, 0, 0, 100, 100, 101]);
    const range = rangeOf(rising, 10);

    // 301 by 7 May; 100 1/3 a day: 101 whole ones for ten days.
    expect(range?.high).toBeGreaterThanOrEqual(301 + 1_010);
    expect(range?.low).toBeLessThan(1_301);
  });

  test("is never capped at a target, and never below what was counted", () => {
    const days = completeMayDays([10, 10, 10]);

    // A rush after the base day, half reported: 930 have been counted.
    expect(rangeOf(days, 1, 930)).toEqual({ low: 930, high: 930 });
  });

  test("is whole, ordered, at least what was counted, and the same twice, for any days", () => {
    fc.assert(
      fc.property(anyDays, anyCount, fc.nat({ max: 40 }), (days, after, daysLeft) => {
        const dosesAdministered = days.reduce((sum, { doses }) => sum + doses, 0);
        const input = {
          base: { dosesAdministered, daysLeft },
          dosesAdministered: dosesAdministered + after,
          days,
        };
        const range = forecast(input);

        expect(range === null).toBe(daysLeft > 0 && latestCompleteDays(days).length < 3);
        if (range === null) return;
        expect(Number.isSafeInteger(range.low) && Number.isSafeInteger(range.high)).toBe(true);
        expect(range.low).toBeGreaterThanOrEqual(input.dosesAdministered);
        expect(range.high).toBeGreaterThanOrEqual(range.low);
        expect(forecast(input)).toEqual(range);
      }),
    );
  });
});

function width(range: { readonly low: number; readonly high: number } | null): number {
  return range === null ? 0 : range.high - range.low;
}
