import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { parseGoal } from "@/lib/coverage/goal";
import { excess, goalCount, needed, remaining } from "@/lib/coverage/needed";

import { anyCount, anyCounts, anyGoal } from "./arbitrary";

describe("goalCount", () => {
  test.each([
    { case: "28.5 children round up", goal: "0.95", targetPopulation: 30, expected: 29 },
    { case: "Lebak, PIN Polio 2024", goal: "0.95", targetPopulation: 197_163, expected: 187_305 },
    { case: "a whole product", goal: "0.95", targetPopulation: 32_000_000, expected: 30_400_000 },
    { case: "one above it", goal: "0.95", targetPopulation: 32_000_001, expected: 30_400_001 },
    // 0.55 × 100 is 55.00000000000001 in doubles, which would ask for a child too many.
    { case: "no drift", goal: "0.55", targetPopulation: 100, expected: 55 },
    { case: "everybody", goal: "1", targetPopulation: 197_163, expected: 197_163 },
    { case: "nobody to reach", goal: "0.95", targetPopulation: 0, expected: 0 },
  ])("$case: $goal of $targetPopulation is $expected", ({ goal, targetPopulation, expected }) => {
    expect(goalCount({ goal: parseGoal(goal), targetPopulation })).toBe(expected);
  });

  test("is the smallest count that reaches the goal", () => {
    fc.assert(
      fc.property(anyGoal, anyCount, (goal, targetPopulation) => {
        const count = BigInt(goalCount({ goal, targetPopulation }));
        const product = BigInt(goal) * BigInt(targetPopulation);

        expect(count * 10_000n >= product).toBe(true);
        expect((count - 1n) * 10_000n < product).toBe(true);
      }),
    );
  });
});

describe("needed", () => {
  test.each([
    // bakabar.com, 3 November 2021: 36.12 % and 12,449 to go to 40 %, so about 320,850 people.
    { case: "Kapuas", goal: "0.40", done: 115_891, target: 320_850, expected: 12_449 },
    { case: "MR, day 18", goal: "0.95", done: 41_672, target: 85_032, expected: 39_109 },
    { case: "OPV, day 18", goal: "0.8", done: 4_634, target: 9_654, expected: 3_090 },
    {
      case: "94.95 % lacks ten of 20,000",
      goal: "0.95",
      done: 18_990,
      target: 20_000,
      expected: 10,
    },
    { case: "exactly reached", goal: "0.95", done: 19_000, target: 20_000, expected: 0 },
    { case: "Tumbang Miri, 119 %", goal: "0.95", done: 1_895, target: 1_588, expected: 0 },
    { case: "an empty target", goal: "0.95", done: 3, target: 0, expected: null },
    { case: "no target loaded", goal: "0.95", done: 3, target: null, expected: null },
  ])("$case → $expected", ({ goal, done, target, expected }) => {
    expect(
      needed({ goal: parseGoal(goal), dosesAdministered: done, targetPopulation: target }),
    ).toBe(expected);
  });

  test("is never negative, and that many doses more are just enough", () => {
    fc.assert(
      fc.property(anyGoal, anyCounts, (goal, counts) => {
        const children = needed({ ...counts, goal });
        if (children === null) return;
        const dosesAdministered = counts.dosesAdministered + children;

        expect(children).toBeGreaterThanOrEqual(0);
        expect(needed({ ...counts, goal, dosesAdministered })).toBe(0);
        if (children > 0) {
          expect(needed({ ...counts, goal, dosesAdministered: dosesAdministered - 1 })).toBe(1);
        }
      }),
    );
  });
});

describe("remaining and excess", () => {
  test.each([
    { done: 5_113, target: 32_415, left: 27_302, over: 0 },
    { done: 1_895, target: 1_588, left: 0, over: 307 },
    { done: 100, target: 100, left: 0, over: 0 },
    { done: 4, target: 0, left: 0, over: 4 },
    { done: 4, target: null, left: null, over: null },
  ])("$done of $target: $left remain, $over too many", ({ done, target, left, over }) => {
    const counts = { dosesAdministered: done, targetPopulation: target };

    expect(remaining(counts)).toBe(left);
    expect(excess(counts)).toBe(over);
  });

  test("one of them is 0, and together they close the gap", () => {
    fc.assert(
      fc.property(anyCounts, (counts) => {
        const left = remaining(counts) ?? 0;
        const over = excess(counts) ?? 0;

        expect(Math.min(left, over)).toBe(0);
        if (counts.targetPopulation === null) return;
        expect(counts.dosesAdministered + left - over).toBe(counts.targetPopulation);
      }),
    );
  });
});
