import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { parseGoal } from "@/lib/coverage/goal";
import { needed } from "@/lib/coverage/needed";
import { coverageStatus, isFarBehind } from "@/lib/coverage/status";

import { anyCounts, anyElapsed, anyGoal } from "./arbitrary";

function standing({
  goal = "0.95",
  done = 0,
  target = 100,
  day = 18,
  days = 31,
  reported = true,
}: {
  readonly goal?: string;
  readonly done?: number;
  readonly target?: number | null;
  readonly day?: number;
  readonly days?: number;
  readonly reported?: boolean;
}) {
  return {
    dosesAdministered: done,
    targetPopulation: target,
    goal: parseGoal(goal),
    day,
    days,
    hasReported: reported,
  };
}

describe("coverageStatus", () => {
  test.each([
    { case: "MR, 49.0 % of 55.2 %", done: 41_672, target: 85_032, expected: "behind" },
    { case: "OPV, 48.0 % of 46.5 %", goal: "0.8", done: 4_634, target: 9_654, expected: "onTrack" },
    { case: "Tumbang Miri, 119 %", done: 1_895, target: 1_588, expected: "reached" },
    { case: "exactly 95 %", done: 19_000, target: 20_000, expected: "reached" },
    { case: "94.95 %, shown as 95.0", done: 18_990, target: 20_000, expected: "onTrack" },
    { case: "94.95 % on the last day", done: 18_990, target: 20_000, day: 31, expected: "behind" },
    { case: "94.95 % in sweeping", done: 18_990, target: 20_000, day: 40, expected: "behind" },
    { case: "95 % in sweeping", done: 19_000, target: 20_000, day: 40, expected: "reached" },
    { case: "28 of 30 is not 95 %", done: 28, target: 30, day: 31, expected: "behind" },
    { case: "exactly on the line", done: 19, target: 40, day: 1, days: 2, expected: "onTrack" },
    { case: "one child under the line", done: 18, target: 40, day: 1, days: 2, expected: "behind" },
    { case: "not begun", day: 0, expected: "onTrack" },
    { case: "zero reports only", day: 1, expected: "behind" },
    { case: "never reported", reported: false, expected: "unknown" },
    { case: "an empty target", done: 5, target: 0, expected: "unknown" },
    { case: "no target loaded", done: 5, target: null, expected: "unknown" },
  ])("$case: $expected", ({ expected, ...input }) => {
    expect(coverageStatus(standing(input))).toBe(expected);
  });

  test("is reached if and only if nothing is needed, given a target and a report", () => {
    fc.assert(
      fc.property(
        anyCounts,
        anyGoal,
        anyElapsed,
        fc.boolean(),
        (counts, goal, elapsed, reported) => {
          const status = coverageStatus({ ...counts, ...elapsed, goal, hasReported: reported });
          const children = needed({ ...counts, goal });

          expect(status === "unknown").toBe(!reported || children === null);
          if (status !== "unknown") expect(status === "reached").toBe(children === 0);
        },
      ),
    );
  });

  test("is never on track once the last day has come", () => {
    fc.assert(
      fc.property(anyCounts, anyGoal, fc.nat({ max: 40 }), (counts, goal, after) => {
        const status = coverageStatus({
          ...counts,
          goal,
          day: 31 + after,
          days: 31,
          hasReported: true,
        });

        expect(status).not.toBe("onTrack");
      }),
    );
  });

  test("rejects what is not a count, even where nothing would be computed with it", () => {
    expect(() => coverageStatus(standing({ done: -1, reported: false }))).toThrow(RangeError);
    expect(() => coverageStatus(standing({ target: null, days: 0 }))).toThrow(RangeError);
  });
});

describe("isFarBehind", () => {
  test.each([
    // Goal 100 % on day 1 of 2: the line is 50 of 100, and 15 points below it is 35.
    { case: "exactly 15 points", goal: "1", done: 35, day: 1, days: 2, expected: false },
    { case: "16 points", goal: "1", done: 34, day: 1, days: 2, expected: true },
    { case: "MR, 6 points", done: 41_672, target: 85_032, expected: false },
    { case: "a line below 15 %", done: 0, day: 1, days: 31, expected: false },
    { case: "nothing on day 18", done: 0, expected: true },
    { case: "never reported", done: 0, reported: false, expected: false },
    { case: "no target loaded", done: 0, target: null, expected: false },
    { case: "above 100 %", done: 200, expected: false },
  ])("$case: $expected", ({ expected, ...input }) => {
    expect(isFarBehind(standing(input))).toBe(expected);
  });

  test("is said only of what is behind", () => {
    fc.assert(
      fc.property(
        anyCounts,
        anyGoal,
        anyElapsed,
        fc.boolean(),
        (counts, goal, elapsed, reported) => {
          const input = { ...counts, ...elapsed, goal, hasReported: reported };

          if (isFarBehind(input)) expect(coverageStatus(input)).toBe("behind");
        },
      ),
    );
  });
});
