import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { goalCount } from "@/lib/coverage/needed";
import { parseGoal } from "@/lib/coverage/goal";
import {
  completeDays,
  findBestDay,
  isUnrealistic,
  latestCompleteDays,
  dailyPace,
  recentPace,
  requiredPace,
} from "@/lib/coverage/pace";

import { anyCount, anyDays, completeMayDays, mayDay } from "./arbitrary";

describe("requiredPace", () => {
  test.each([
    // bakabar.com, 3 November 2021: 12,449 to go in 3 days. The press printed 3,311 a day.
    { case: "Kapuas 2021", needed: 12_449, daysLeft: 3, perDay: 4_150 },
    {
      case: "Lebak, a round of 7 days",
      needed: goalCount({ goal: parseGoal("0.95"), targetPopulation: 197_163 }),
      daysLeft: 7,
      perDay: 26_758,
    },
    { case: "MR, day 18", needed: 39_109, daysLeft: 14, perDay: 2_794 },
    { case: "OPV, day 18", needed: 3_090, daysLeft: 14, perDay: 221 },
    { case: "one child in ten days", needed: 1, daysLeft: 10, perDay: 1 },
    { case: "a whole quotient", needed: 100, daysLeft: 10, perDay: 10 },
  ])("$case: $perDay a day", ({ needed, daysLeft, perDay }) => {
    expect(requiredPace({ needed, daysLeft })).toEqual({ kind: "perDay", perDay });
  });

  test("says why there is no figure", () => {
    expect(requiredPace({ needed: 0, daysLeft: 14 })).toEqual({ kind: "nothingNeeded" });
    expect(requiredPace({ needed: 0, daysLeft: 0 })).toEqual({ kind: "nothingNeeded" });
    expect(requiredPace({ needed: 1_204, daysLeft: 0 })).toEqual({
      kind: "outOfTime",
      needed: 1_204,
    });
    expect(requiredPace({ needed: null, daysLeft: 14 })).toEqual({ kind: "unknown" });
    expect(() => requiredPace({ needed: 5, daysLeft: -1 })).toThrow(RangeError);
    expect(() => requiredPace({ needed: -5, daysLeft: 1 })).toThrow(RangeError);
  });

  test("is just enough", () => {
    fc.assert(
      fc.property(anyCount, fc.integer({ min: 1, max: 92 }), (needed, daysLeft) => {
        const pace = requiredPace({ needed, daysLeft });
        if (pace.kind !== "perDay") {
          expect(needed).toBe(0);
          return;
        }

        expect(pace.perDay * daysLeft).toBeGreaterThanOrEqual(needed);
        expect((pace.perDay - 1) * daysLeft).toBeLessThan(needed);
      }),
    );
  });
});

const ofDays = (days: number) => ({ ...dailyPace, over: days, atLeast: days });

describe("recentPace", () => {
  test("is the mean of the last three complete days", () => {
    expect(recentPace(completeMayDays([900, 10, 20, 60]))).toBe(30);
    expect(recentPace(completeMayDays([900, 10, 20, 60]), ofDays(4))).toBe(247.5);
  });

  test("counts a day of zero reports, and not a day without reports", () => {
    expect(recentPace(completeMayDays([30, 30, 0]))).toBe(20);
    expect(recentPace([...completeMayDays([30, 30, 30]), silentDay(4)])).toBe(30);
  });

  test("waits for the third complete day", () => {
    expect(recentPace([])).toBeNull();
    expect(recentPace(completeMayDays([30, 30]))).toBeNull();
    expect(() => recentPace([], ofDays(0))).toThrow(RangeError);
  });

  test("counts a day that takes doses back against the days that gave too many", () => {
    expect(recentPace(completeMayDays([30, 30, -15]))).toBe(15);
    expect(recentPace(completeMayDays([30, 0, -45]))).toBe(0);
    expect(findBestDay(completeMayDays([-3, 70, 20]))).toBe(70);
    expect(findBestDay(completeMayDays([-3]))).toBe(0);
    expect(() => recentPace(completeMayDays([30, 30, 0.5]))).toThrow(RangeError);
  });

  test("is gone when the last three complete days are not of the last ten", () => {
    const ten = completeMayDays([50, 50, 50, 50, 50, 50, 50, 54, 58, 62]);
    const silentUntil = (last: number) => [
      ...ten,
      ...Array.from({ length: last - 10 }, (_, index) => silentDay(11 + index)),
    ];

    // On 17 May the last ten days begin with 8 May, on 18 May with 9 May.
    expect(recentPace(silentUntil(17))).toBe(58);
    expect(recentPace(silentUntil(18))).toBeNull();
    expect(recentPace(silentUntil(18), ofDays(2))).toBe(60);
    expect(recentPace(silentUntil(31), ofDays(1))).toBeNull();
    expect(findBestDay(silentUntil(31))).toBe(62);
  });

  test("is the same from ten days as from the whole round", () => {
    fc.assert(
      fc.property(anyDays, (days) => {
        const read = days.slice(-dailyPace.lookBack);

        expect(recentPace(read)).toBe(recentPace(days));
        expect(latestCompleteDays(read)).toEqual(latestCompleteDays(days));
      }),
    );
  });

  test("is moved by no day that is no service day, however complete", () => {
    const days = completeMayDays([30, 30, 30, 300]);
    const closed = days.map((day) => ({ ...day, isService: day.doses < 300 }));
    expect(recentPace(days)).toBe(120);
    expect(recentPace(closed)).toBe(30);
    expect(findBestDay(closed)).toBe(30);
  });

  test("is the mean of every service day where not every day is owed", () => {
    const rule = { lookBack: 14, over: 14, atLeast: 7, most: 14, isEveryDay: true };
    const sessions = [140, 0, 0, 0, 0, 0, 0, 70].map((doses, index) => ({
      ...silentDay(index + 1),
      doses,
      expected: 0,
    }));
    expect(recentPace(sessions)).toBeNull();
    expect(recentPace(sessions, rule)).toBe(210 / 8);
    expect(recentPace(sessions.slice(0, 6), rule)).toBeNull();
  });

  test("takes days in any order and leaves the caller's list alone", () => {
    const latestFirst = [...completeMayDays([900, 10, 20, 60])].reverse();
    const before = [...latestFirst];

    expect(recentPace(latestFirst)).toBe(30);
    expect(latestFirst).toEqual(before);
  });

  test.each([
    { received: 12, doses: 9_000, moves: false },
    { received: 0, doses: 0, moves: false },
    // 13 of 17 reports are 76.5 %.
    { received: 13, doses: 9_000, moves: true },
  ])(
    "a day between with $received of 17 reports moves it: $moves",
    ({ received, doses, moves }) => {
      const days = completeMayDays([10, 20, 60, 30, 30]).map((day) =>
        day.day === mayDay(4) ? { ...day, received, doses } : day,
      );
      expect(recentPace(days) === (20 + 60 + 30) / 3).toBe(!moves);
    },
  );

  test("is not moved by a today that is empty or incomplete", () => {
    fc.assert(
      fc.property(anyDays, anyCount, fc.nat({ max: 12 }), (begun, doses, received) => {
        const days = begun.slice(0, 30);
        const today = {
          day: mayDay(days.length + 1),
          doses,
          received,
          expected: 17,
          isService: true,
        };

        // With today, nine days before it are left to look back on.
        expect(recentPace([...days, today])).toBe(recentPace(days.slice(1 - dailyPace.lookBack)));
        expect(completeDays([...days, today])).toEqual(completeDays(days));
        expect(findBestDay([...days, today])).toBe(findBestDay(days));
      }),
    );
  });
});

describe("isUnrealistic", () => {
  test.each([
    { case: "exactly one and a half times", perDay: 150, bestDay: 100, expected: false },
    { case: "one more", perDay: 151, bestDay: 100, expected: true },
    { case: "no complete day yet", perDay: 151, bestDay: null, expected: false },
    { case: "only zero reports so far", perDay: 151, bestDay: 0, expected: false },
    { case: "nothing asked", perDay: 0, bestDay: 100, expected: false },
  ])("$case: $expected", ({ perDay, bestDay, expected }) => {
    expect(isUnrealistic({ perDay, bestDay })).toBe(expected);
  });

  test("looks at complete days alone for the best one", () => {
    const halfReported = { day: mayDay(4), doses: 500, received: 8, expected: 17, isService: true };

    expect(findBestDay([...completeMayDays([10, 70, 20]), halfReported])).toBe(70);
    expect(findBestDay([halfReported])).toBeNull();
  });
});

/** A day of May without a report. */
function silentDay(dayOfMonth: number) {
  return { day: mayDay(dayOfMonth), doses: 0, received: 0, expected: 17, isService: true };
}
