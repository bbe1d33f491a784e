import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { forecast } from "@/lib/coverage/forecast";
import { latestCompleteDays } from "@/lib/coverage/pace";

import { anyCount, anyDays, completeMayDays, mayDay } from "./arbitrary";

const week = completeMayDays([2_410, 2_655, 1_980, 2_702, 2_388, 2_540, 2_560]);
const weekTotal = 17_235;

describe("forecast", () => {
  test("of days that are all alike is one number", () => {
    const days = completeMayDays([100, 100, 100]);

    expect(forecast({ dosesAdministered: 300, days, daysLeft: 10 })).toEqual({
      low: 1_300,
      high: 1_300,
    });
  });

  test("starts with the third complete day", () => {
    const days = completeMayDays([100, 100]);

    expect(forecast({ dosesAdministered: 200, days, daysLeft: 10 })).toBeNull();
  });

  test("is what was counted when no day is left", () => {
    const counted = { low: 200, high: 200 };

    expect(forecast({ dosesAdministered: 200, days: [], daysLeft: 0 })).toEqual(counted);
  });

  test("surrounds the pace of the last week, and widens with the days to come", () => {
    const soon = forecast({ dosesAdministered: weekTotal, days: week, daysLeft: 3 });
    const late = forecast({ dosesAdministered: weekTotal, days: week, daysLeft: 14 });
    const straight = weekTotal + (weekTotal / 7) * 14;

    expect(late?.low).toBeLessThan(straight);
    expect(late?.high).toBeGreaterThan(straight);
    expect(width(late)).toBeGreaterThan(width(soon));
  });

  test("looks back on seven complete days and no further", () => {
    const older = [{ day: "2026-04-30", doses: 90_000, received: 17, expected: 17 }];
    const input = { dosesAdministered: 107_235, daysLeft: 14 };

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
      }));
    const input = { dosesAdministered: weekTotal, daysLeft: 14 };

    // On 14 May, 5 to 7 May are the complete ones of the last ten days; on 15 May only two are.
    expect(forecast({ ...input, days: [...week, ...silent(8, 14)] })).toEqual(
      forecast({ ...input, days: [...week.slice(4), ...silent(8, 14)] }),
    );
    expect(forecast({ ...input, days: [...week, ...silent(8, 15)] })).toBeNull();
  });

  test("is not moved by what today has brought so far", () => {
    const yesterday = forecast({ dosesAdministered: weekTotal, days: week, daysLeft: 14 });
    const today = { day: mayDay(8), received: 3, expected: 17 };

    for (const doses of [0, 410]) {
      expect(
        forecast({
          dosesAdministered: weekTotal + doses,
          days: [...week, { ...today, doses }],
          daysLeft: 14,
        }),
      ).toEqual(yesterday);
    }
  });

  test("is the same whatever was given on a day between with too few reports, but for those doses", () => {
    const withHoliday = (doses: number, received: number) =>
      week.map((day) => (day.day === mayDay(4) ? { ...day, doses, received } : day));
    const total = (days: typeof week) => days.reduce((sum, { doses }) => sum + doses, 0);
    const range = (days: typeof week) =>
      forecast({ dosesAdministered: total(days), days, daysLeft: 14 });
    const [thin, none] = [withHoliday(400, 12), withHoliday(0, 0)];

    expect(range(thin)).toEqual({
      low: (range(none)?.low ?? 0) + 400,
      high: (range(none)?.high ?? 0) + 400,
    });
    // With one report more the day counts, and pulls the range down.
    expect(range(withHoliday(400, 13))?.low).toBeLessThan(range(thin)?.low ?? 0);
  });

  test("counts every day after the last complete one as still to come", () => {
    const days = completeMayDays([100, 100, 100]);
    const open = [
      { day: mayDay(4), doses: 60, received: 9, expected: 17 },
      { day: mayDay(5), doses: 5, received: 1, expected: 17 },
    ];

    // 300 by 3 May, then 4 May, then today and nine more days.
    expect(forecast({ dosesAdministered: 365, days: [...days, ...open], daysLeft: 10 })).toEqual({
      low: 1_400,
      high: 1_400,
    });
  });

  test("does not wait for a day on which no report is expected", () => {
    const days = completeMayDays([100, 100, 100]);
    const holiday = { day: mayDay(4), doses: 0, received: 0, expected: 0 };
    const today = { day: mayDay(5), doses: 5, received: 1, expected: 17 };
    const input = { dosesAdministered: 305, daysLeft: 10 };

    expect(forecast({ ...input, days: [...days, holiday, today] })).toEqual({
      low: 1_300,
      high: 1_300,
    });
  });

  test("is never capped at a target, and never below what was counted", () => {
    const days = completeMayDays([10, 10, 10]);
    const rush = { day: mayDay(4), doses: 900, received: 9, expected: 17 };

    expect(forecast({ dosesAdministered: 930, days: [...days, rush], daysLeft: 1 })).toEqual({
      low: 930,
      high: 930,
    });
  });

  test("is whole, ordered, at least what was counted, and the same twice, for any days", () => {
    fc.assert(
      fc.property(anyDays, anyCount, fc.nat({ max: 40 }), (days, earlier, daysLeft) => {
        const dosesAdministered = days.reduce((sum, { doses }) => sum + doses, earlier);
        const range = forecast({ dosesAdministered, days, daysLeft });

        expect(range === null).toBe(daysLeft > 0 && latestCompleteDays(days).length < 3);
        if (range === null) return;
        expect(Number.isSafeInteger(range.low) && Number.isSafeInteger(range.high)).toBe(true);
        expect(range.low).toBeGreaterThanOrEqual(dosesAdministered);
        expect(range.high).toBeGreaterThanOrEqual(range.low);
        expect(forecast({ dosesAdministered, days, daysLeft })).toEqual(range);
      }),
    );
  });
});

function width(range: { readonly low: number; readonly high: number } | null): number {
  return range === null ? 0 : range.high - range.low;
}
