import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { countMissingTargets, coverage, sumCounts } from "@/lib/coverage/coverage";

import { anyCounts } from "./arbitrary";

describe("coverage", () => {
  test.each([
    { case: "half of the target", dosesAdministered: 50, targetPopulation: 100, expected: 0.5 },
    { case: "nobody yet", dosesAdministered: 0, targetPopulation: 100, expected: 0 },
    { case: "exactly the goal", dosesAdministered: 1900, targetPopulation: 2000, expected: 0.95 },
    { case: "more than target", dosesAdministered: 103, targetPopulation: 100, expected: 1.03 },
    { case: "empty target", dosesAdministered: 7, targetPopulation: 0, expected: null },
    { case: "nothing of nobody", dosesAdministered: 0, targetPopulation: 0, expected: null },
    { case: "no target loaded", dosesAdministered: 7, targetPopulation: null, expected: null },
  ])("$case is $expected", ({ dosesAdministered, targetPopulation, expected }) => {
    expect(coverage({ dosesAdministered, targetPopulation })).toBe(expected);
  });

  test.each([
    { dosesAdministered: -1, targetPopulation: 100 },
    { dosesAdministered: 1.5, targetPopulation: 100 },
    { dosesAdministered: Number.NaN, targetPopulation: 100 },
    { dosesAdministered: 1, targetPopulation: -100 },
    { dosesAdministered: 1, targetPopulation: Infinity },
    { dosesAdministered: -1, targetPopulation: null },
  ])("rejects $dosesAdministered of $targetPopulation", (counts) => {
    expect(() => coverage(counts)).toThrow(RangeError);
    expect(() => sumCounts([counts])).toThrow(RangeError);
  });

  test("is null or a finite number of 0 or more, for any counts", () => {
    fc.assert(
      fc.property(anyCounts, (counts) => {
        const ratio = coverage(counts) ?? 0;

        expect(Number.isFinite(ratio)).toBe(true);
        expect(ratio).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe("sumCounts", () => {
  test("weighs a town more than a hamlet", () => {
    const hamlet = { dosesAdministered: 40, targetPopulation: 40 };
    const town = { dosesAdministered: 1_000, targetPopulation: 4_000 };

    expect(coverage(sumCounts([hamlet, town]))).toBeCloseTo(0.2574, 4);
  });

  test("adds what has a target population, and says how many have none", () => {
    const parts = [
      { dosesAdministered: 10, targetPopulation: 100 },
      { dosesAdministered: 5, targetPopulation: null },
      { dosesAdministered: 1, targetPopulation: 0 },
    ];

    expect(sumCounts(parts)).toEqual({ dosesAdministered: 11, targetPopulation: 100 });
    expect(countMissingTargets(parts)).toBe(1);
  });

  test("does not know a target population that no part has", () => {
    const part = { dosesAdministered: 5, targetPopulation: null };

    expect(sumCounts([part, part])).toEqual({ dosesAdministered: 10, targetPopulation: null });
    expect(sumCounts([])).toEqual({ dosesAdministered: 0, targetPopulation: null });
  });

  test("rejects a negative part that the total would hide", () => {
    const wrong = { dosesAdministered: -5, targetPopulation: 10 };
    const right = { dosesAdministered: 50, targetPopulation: 10 };

    expect(() => sumCounts([wrong, right])).toThrow(RangeError);
  });

  test("gives the same whole in any grouping and any order", () => {
    fc.assert(
      fc.property(fc.array(anyCounts), fc.nat({ max: 20 }), (villages, cut) => {
        const subdistricts = [villages.slice(0, cut), villages.slice(cut)].map(sumCounts);
        const whole = sumCounts(villages);

        expect(sumCounts(subdistricts)).toEqual(whole);
        expect(sumCounts([...villages].reverse())).toEqual(whole);
        expect(coverage(sumCounts(subdistricts))).toBe(coverage(whole));
      }),
    );
  });
});
