import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { goalOn, goalScopes, goalSpans, type DatedGoal } from "@/lib/coverage/dated-goal";

import { anyGoal } from "./arbitrary";

const anyDay = fc
  .integer({ min: 1, max: 28 })
  .map((day) => `2026-05-${String(day).padStart(2, "0")}`);

const anyDatedGoal: fc.Arbitrary<DatedGoal> = fc.record({
  fromDay: anyDay,
  share: fc.option(anyGoal, { nil: null }),
  scope: fc.constantFrom(...goalScopes),
  decree: fc.constant(null),
  reason: fc.constant(null),
});

describe("the goal of a day", () => {
  test("is not changed by one that holds from a later day on, whatever was set before", () => {
    fc.assert(
      fc.property(fc.array(anyDatedGoal), anyDatedGoal, anyDay, (goals, added, day) => {
        const after = goalOn([...goals, added], day);
        if (day < added.fromDay) expect(after).toBe(goalOn(goals, day));
        else expect(after?.fromDay).toBe(latest([...goals, added], day));
      }),
    );
  });

  test("is the one that was set last of those from the same day", () => {
    fc.assert(
      fc.property(fc.array(anyDatedGoal), anyDatedGoal, (goals, added) => {
        expect(goalOn([...goals, added], added.fromDay)).toBe(added);
      }),
    );
  });

  test("is none before the first", () => {
    fc.assert(
      fc.property(fc.array(anyDatedGoal), (goals) => {
        expect(goalOn(goals, "2026-04-30")).toBeNull();
      }),
    );
  });

  test("spans have the goal of each of their days", () => {
    fc.assert(
      fc.property(fc.array(anyDatedGoal), anyDay, anyDay, (goals, one, other) => {
        const [from, to] = one < other ? [one, other] : [other, one];
        const spans = goalSpans(goals, { from, to });
        const inSpan = spans.filter(({ fromDay }) => fromDay <= to).at(-1);
        expect(inSpan?.goal ?? null).toBe(goalOn(goals, to));
        expect(spans.map(({ fromDay }) => fromDay)).toEqual(
          spans.map(({ fromDay }) => fromDay).sort(),
        );
        expect(spans.every(({ fromDay }) => fromDay >= from)).toBe(true);
      }),
    );
  });
});

function latest(goals: readonly DatedGoal[], day: string): string | undefined {
  return goals
    .map(({ fromDay }) => fromDay)
    .filter((fromDay) => fromDay <= day)
    .sort()
    .at(-1);
}
