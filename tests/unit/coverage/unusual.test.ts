import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { entryWarnings, usualLimit, usualRange } from "@/lib/coverage/unusual";

import { anyCount } from "./arbitrary";

describe("usualRange", () => {
  test.each([
    { case: "a village's week", values: [13, 18, 23, 15], expected: { low: 13, high: 23 } },
    { case: "zero reports left out", values: [13, 0, 18, 0, 23], expected: { low: 13, high: 23 } },
    {
      case: "the last seven days",
      values: [99, 1, 2, 3, 4, 5, 6, 7],
      expected: { low: 1, high: 7 },
    },
    { case: "days all alike", values: [5, 5, 5], expected: { low: 5, high: 5 } },
    { case: "two days", values: [13, 23], expected: null },
    { case: "two days and zero reports", values: [13, 0, 0, 23], expected: null },
    { case: "the first day", values: [], expected: null },
  ])("$case: $expected", ({ values, expected }) => {
    expect(usualRange(values)).toEqual(expected);
  });
});

describe("entryWarnings", () => {
  const usualValues = [13, 18, 23, 15, 17];

  test.each([
    { case: "an ordinary day", residents: 20, remaining: 125, expected: [] },
    { case: "a digit too many", residents: 201, remaining: 1_250, expected: ["threeTimesUsual"] },
    { case: "more than remain", residents: 40, remaining: 39, expected: ["exceedsRemaining"] },
    {
      case: "both",
      residents: 131,
      remaining: 125,
      expected: ["exceedsRemaining", "threeTimesUsual"],
    },
    { case: "all that remain", residents: 40, remaining: 40, expected: [] },
    { case: "exactly three times the median 17", residents: 51, remaining: 90, expected: [] },
    { case: "one more", residents: 52, remaining: 90, expected: ["threeTimesUsual"] },
    { case: "nobody left, a zero report", residents: 0, remaining: 0, expected: [] },
    { case: "no target loaded", residents: 40, remaining: null, expected: [] },
  ])("$case: $expected", ({ residents, remaining, expected }) => {
    expect(entryWarnings({ residents, remaining, usualValues, deviations: 3 })).toEqual(expected);
  });

  test.each([
    { case: "up to 10 it is chance", residents: 10, usual: [1, 1, 1], expected: [] },
    {
      case: "above 10 it is asked",
      residents: 11,
      usual: [1, 1, 1],
      expected: ["threeTimesUsual"],
    },
    { case: "two days make no usual", residents: 500, usual: [1, 1], expected: [] },
    {
      case: "a wild day does not raise it",
      residents: 90,
      usual: [9, 10, 900, 11],
      expected: ["threeTimesUsual"],
    },
    { case: "an even number of days", residents: 31, usual: [8, 10, 11, 90], expected: [] },
  ])("$case", ({ residents, usual, expected }) => {
    expect(
      entryWarnings({ residents, remaining: null, usualValues: usual, deviations: 3 }),
    ).toEqual(expected);
  });

  test("asks later where the campaign allows more deviations", () => {
    const days = { residents: 80, remaining: null, usualValues: [10, 12, 40] };
    expect(entryWarnings({ ...days, deviations: 3 })).toEqual(["threeTimesUsual"]);
    expect(entryWarnings({ ...days, deviations: 25 })).toEqual([]);
  });

  test("rejects what is not a count", () => {
    expect(() =>
      entryWarnings({ residents: 12.5, remaining: 9, usualValues, deviations: 3 }),
    ).toThrow(RangeError);
    expect(() =>
      entryWarnings({ residents: 1, remaining: -9, usualValues, deviations: 3 }),
    ).toThrow(RangeError);
    expect(() => usualRange([1, -1, 1])).toThrow(RangeError);
  });

  test("asks nothing about a count within the usual range", () => {
    fc.assert(
      fc.property(fc.array(anyCount), fc.nat(), (values, pick) => {
        const range = usualRange(values);
        if (range === null) return;
        const residents = range.low + (pick % (range.high - range.low + 1));
        const warnings = entryWarnings({
          residents,
          remaining: null,
          usualValues: values,
          deviations: 3,
        });

        if (residents <= 3 * range.low) expect(warnings).toEqual([]);
      }),
    );
  });
});

describe("usualLimit", () => {
  test.each([
    { case: "an even village: three times the median", values: [13, 18, 23, 15, 17], limit: 51 },
    { case: "a small one: chance up to 10", values: [1, 2, 2], limit: 10 },
    // Median 20, MAD 15: three deviations reach further than three times the median.
    { case: "an uneven one: median and deviations", values: [5, 5, 20, 35, 90], limit: 86.717 },
  ])("$case", ({ values, limit }) => {
    expect(usualLimit(values, 3)?.limit).toBeCloseTo(limit, 3);
  });

  test.each([
    { case: "a third of the median", values: [60, 63, 57], deviations: 3, low: 20 },
    { case: "never under 0", values: [10, 60, 110], deviations: 3, low: 0 },
    { case: "none below a median of 30", values: [29, 29, 29], deviations: 3, low: 0 },
    { case: "half of it with two deviations", values: [60, 63, 57], deviations: 2, low: 30 },
  ])("has a lower end: $case", ({ values, deviations, low }) => {
    expect(usualLimit(values, deviations)?.low).toBe(low);
  });

  test("is as many times the median as deviations, below three", () => {
    expect(usualLimit([17, 18, 17], 2)?.limit).toBe(34);
    expect(usualLimit([17, 18, 17], 2.5)?.limit).toBe(42.5);
    expect(usualLimit([17, 18, 17], 4)?.limit).toBe(51);
  });

  test("is wider with more deviations", () => {
    expect(usualLimit([5, 5, 20, 35, 90], 5)?.limit).toBeCloseTo(131.195, 3);
  });

  test("is not known under three days", () => {
    expect(usualLimit([5, 0, 9], 3)).toBeNull();
  });
});
