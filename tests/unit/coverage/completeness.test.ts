import fc from "fast-check";
import { describe, expect, test } from "vitest";

import {
  completeDayShare,
  completeness,
  isCompleteDay,
  timeliness,
} from "@/lib/coverage/completeness";

import { anyCount } from "./arbitrary";

describe("completeness and timeliness", () => {
  test.each([
    { case: "every village", received: 231, expected: 231, ratio: 1 },
    { case: "three of four", received: 3, expected: 4, ratio: 0.75 },
    { case: "nobody", received: 0, expected: 17, ratio: 0 },
    { case: "more than planned is shown", received: 18, expected: 12, ratio: 1.5 },
    { case: "nothing expected", received: 0, expected: 0, ratio: null },
  ])("$case: $ratio", ({ received, expected, ratio }) => {
    expect(completeness({ received, expected })).toBe(ratio);
    expect(timeliness({ onTime: received, expected })).toBe(ratio);
  });

  test("reject what is not a count", () => {
    expect(() => completeness({ received: -1, expected: 17 })).toThrow(RangeError);
    expect(() => timeliness({ onTime: 1, expected: 0.5 })).toThrow(RangeError);
  });
});

describe("isCompleteDay", () => {
  test.each([
    { received: 12, expected: 17, isComplete: false },
    { received: 13, expected: 17, isComplete: true },
    { received: 173, expected: 231, isComplete: false },
    { received: 174, expected: 231, isComplete: true },
    { received: 3, expected: 4, isComplete: true },
    { received: 0, expected: 1, isComplete: false },
    { received: 0, expected: 0, isComplete: false },
    { received: 2, expected: 0, isComplete: false },
  ])("$received of $expected reports: $isComplete", ({ isComplete, ...reports }) => {
    expect(isCompleteDay(reports)).toBe(isComplete);
  });

  test("starts at exactly three quarters", () => {
    expect(completeDayShare).toBe(0.75);
    fc.assert(
      fc.property(anyCount, anyCount, (received, expected) => {
        expect(isCompleteDay({ received, expected })).toBe(
          expected > 0 && BigInt(received) * 4n >= BigInt(expected) * 3n,
        );
      }),
    );
  });
});
