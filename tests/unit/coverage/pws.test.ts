import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { parseGoal } from "@/lib/coverage/goal";
import { campaignSpans, pwsStatus, pwsTrend } from "@/lib/coverage/pws";
import { coverageStatus } from "@/lib/coverage/status";

import { anyCount, anyCounts, anyElapsed, anyGoal, completeMayDays, mayDay } from "./arbitrary";

/** A routine year in June: the line is half of the goal, a month's share a twelfth. */
const june = { day: 6, days: 12, span: 1 };

describe("the PWS status", () => {
  // Legung, June 2015, goal 95 %, line 47.5 %. The source prints 91.7, 70.8, 50.0 and 39.3 %; the
  // counts here give those, and only Legung T's 35 of 70 are its own. The total's two months are not
  // printed: any fall gives the same answer.
  // https://ar.scribd.com/document/371079023/Matriks-Perhitungan-Daerah-Berisiko-xlsx
  test.each([
    {
      village: "Bilangan",
      done: 22,
      target: 24,
      current: 0,
      previous: 0,
      trend: "down",
      status: "poor",
    },
    {
      village: "Lebung B",
      done: 17,
      target: 24,
      current: 2,
      previous: 2,
      trend: "up",
      status: "good",
    },
    {
      village: "Legung T",
      done: 35,
      target: 70,
      current: 7,
      previous: 7,
      trend: "up",
      status: "good",
    },
    {
      village: "total",
      done: 117,
      target: 298,
      current: 18,
      previous: 24,
      trend: "down",
      status: "bad",
    },
  ])("$village: $status", ({ village, done, target, trend, status, ...months }) => {
    const standing = {
      dosesAdministered: done,
      targetPopulation: target,
      goal: parseGoal("0.95"),
      ...months,
      ...june,
    };

    expect(pwsTrend(standing), village).toBe(trend);
    expect(pwsStatus(standing)).toBe(status);
  });

  // https://id.scribd.com/document/345360180/Tugas-PWS: goal 90 %, line 45 %, 7.5 % a month.
  test.each([
    { case: "above, rising", done: 60, current: 10, previous: 8, status: "good" },
    { case: "above, falling", done: 60, current: 8, previous: 10, status: "poor" },
    { case: "below, rising", done: 30, current: 10, previous: 8, status: "fair" },
    { case: "below, falling", done: 30, current: 8, previous: 10, status: "bad" },
    { case: "40 %, level at 8", done: 40, current: 8, previous: 8, status: "fair" },
    { case: "30 %, level at 5", done: 30, current: 5, previous: 5, status: "bad" },
    { case: "exactly on the line, level at 8", done: 45, current: 8, previous: 8, status: "good" },
    { case: "one child below the line", done: 44, current: 8, previous: 8, status: "fair" },
  ])("$case: $status", ({ done, current, previous, status }) => {
    expect(
      pwsStatus({
        dosesAdministered: done,
        targetPopulation: 100,
        goal: parseGoal("0.9"),
        current,
        previous,
        ...june,
      }),
    ).toBe(status);
  });

  test("level counts as up from exactly the share on", () => {
    const standing = {
      dosesAdministered: 0,
      targetPopulation: 200,
      goal: parseGoal("0.9"),
      ...june,
    };

    expect(pwsTrend({ ...standing, current: 15, previous: 15 })).toBe("up");
    expect(pwsTrend({ ...standing, current: 14, previous: 14 })).toBe("down");
  });

  test.each([
    { case: "no target loaded", targetPopulation: null, current: 5, previous: 5 },
    { case: "an empty target", targetPopulation: 0, current: 5, previous: 5 },
    { case: "no spans yet", targetPopulation: 100, current: null, previous: null },
  ])("is not given: $case", (input) => {
    const standing = { dosesAdministered: 50, goal: parseGoal("0.9"), ...june, ...input };

    expect(pwsTrend(standing)).toBeNull();
    expect(pwsStatus(standing)).toBeNull();
  });

  test("draws its line where coverageStatus does", () => {
    fc.assert(
      fc.property(anyCounts, anyGoal, anyElapsed, anyCount, (counts, goal, elapsed, current) => {
        const standing = { ...counts, ...elapsed, goal };
        const pws = pwsStatus({ ...standing, current, previous: 7, span: 3 });
        const status = coverageStatus({ ...standing, hasReported: true });

        expect(pws === null).toBe(status === "unknown");
        if (pws !== null) expect(pws === "fair" || pws === "bad").toBe(status === "behind");
      }),
    );
  });
});

describe("campaignSpans", () => {
  test("are the last three complete days and the three before", () => {
    const today = { day: mayDay(8), doses: 900, received: 2, expected: 17, isService: true };

    expect(campaignSpans([...completeMayDays([99, 1, 2, 3, 10, 20, 30]), today])).toEqual({
      current: 60,
      previous: 6,
      span: 3,
    });
  });

  test("wait for the sixth complete day", () => {
    expect(campaignSpans(completeMayDays([1, 2, 3, 4, 5]))).toEqual({
      current: null,
      previous: null,
      span: 3,
    });
  });
});
