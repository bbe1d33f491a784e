import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { elapsedDays } from "@/lib/coverage/elapsed";
import { goalRatio, parseGoal } from "@/lib/coverage/goal";
import { goalCount } from "@/lib/coverage/needed";
import {
  runningTarget,
  runningTargetCount,
  runningTargetTenths,
} from "@/lib/coverage/running-target";

import { anyCount, anyElapsed, anyGoal } from "./arbitrary";

describe("the running target", () => {
  test.each([
    { case: "MR, day 18 of 31", goal: "0.95", day: 18, days: 31, tenths: 552 },
    { case: "OPV, day 18 of 31", goal: "0.8", day: 18, days: 31, tenths: 465 },
    // https://id.scribd.com/document/345360180/Tugas-PWS: 90 % a year, so 45 % by June.
    { case: "month 6 of 12", goal: "0.9", day: 6, days: 12, tenths: 450 },
    { case: "Sub PIN, day 4 of 7", goal: "0.95", day: 4, days: 7, tenths: 543 },
    { case: "Legung, month 6 of 12", goal: "0.95", day: 6, days: 12, tenths: 475 },
    { case: "not begun", goal: "0.95", day: 0, days: 31, tenths: 0 },
    { case: "ten days before", goal: "0.95", day: -10, days: 31, tenths: 0 },
    { case: "the last day", goal: "0.95", day: 31, days: 31, tenths: 950 },
    { case: "sweeping days", goal: "0.95", day: 36, days: 31, tenths: 950 },
  ])("$case: $tenths tenths of a percent", ({ goal, day, days, tenths }) => {
    expect(runningTargetTenths({ goal: parseGoal(goal), day, days })).toBe(tenths);
    expect(runningTarget({ goal: parseGoal(goal), day, days })).toBeCloseTo(tenths / 1_000, 3);
  });

  test.each([
    { case: "MR", goal: "0.95", target: 85_032, day: 18, days: 31, expected: 46_905 },
    { case: "half a child goes up", goal: "0.5", target: 1, day: 1, days: 1, expected: 1 },
    { case: "an empty target", goal: "0.95", target: 0, day: 18, days: 31, expected: null },
    { case: "no target loaded", goal: "0.95", target: null, day: 18, days: 31, expected: null },
  ])("in children, $case: $expected", ({ goal, target, day, days, expected }) => {
    expect(runningTargetCount({ goal: parseGoal(goal), targetPopulation: target, day, days })).toBe(
      expected,
    );
  });

  test.each([
    { day: 1, days: 0 },
    { day: 1, days: -3 },
    { day: 1, days: 1.5 },
    { day: 1.5, days: 3 },
    { day: Number.NaN, days: 3 },
  ])("rejects day $day of $days", (elapsed) => {
    expect(() => elapsedDays(elapsed)).toThrow(RangeError);
    expect(() => runningTarget({ goal: parseGoal("0.95"), ...elapsed })).toThrow(RangeError);
  });

  test("grows from 0 to the goal and stops there", () => {
    fc.assert(
      fc.property(anyGoal, anyCount, anyElapsed, (goal, people, { day, days }) => {
        const now = runningTarget({ goal, day, days });
        const tomorrow = runningTarget({ goal, day: day + 1, days });
        const targetPopulation = people + 1;

        expect(now).toBeGreaterThanOrEqual(0);
        expect(now).toBeLessThanOrEqual(tomorrow);
        expect(tomorrow).toBeLessThanOrEqual(goalRatio(goal));
        expect(runningTargetCount({ goal, targetPopulation, day, days })).toBeLessThanOrEqual(
          goalCount({ goal, targetPopulation }),
        );
      }),
    );
  });
});
