import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { judgeGate } from "@/lib/coverage/gate";
import { parseGoal } from "@/lib/coverage/goal";

import { anyCounts, anyGoal } from "./arbitrary";

/** COVID-19 in Kapuas on 5 April 2022: 93.0 and 76.5 % of 320,760 people. */
const kapuas = {
  first: { dosesAdministered: 298_376, targetPopulation: 320_760 },
  second: { dosesAdministered: 245_480, targetPopulation: 320_760 },
};

const booster = [
  { ...kapuas.first, atLeast: parseGoal("0.7") },
  { ...kapuas.second, atLeast: parseGoal("0.6") },
];

describe("a gate", () => {
  test("is open once every coverage is reached: the booster of Kapuas", () => {
    expect(judgeGate(booster)).toMatchObject({
      isOpen: true,
      terms: [{ isMet: true }, { isMet: true }],
    });
    expect(judgeGate(booster).terms.map(({ coverage }) => coverage?.toFixed(3))).toEqual([
      "0.930",
      "0.765",
    ]);
  });

  test("is closed by one that is not, and says which", () => {
    const [first, second] = booster;
    if (!first || !second) throw new Error("no terms");
    expect(judgeGate([first, { ...second, atLeast: parseGoal("0.8") }])).toMatchObject({
      isOpen: false,
      terms: [{ isMet: true }, { isMet: false }],
    });
  });

  test.each([
    { dosesAdministered: 6_999, targetPopulation: 10_000, isMet: false },
    { dosesAdministered: 7_000, targetPopulation: 10_000, isMet: true },
    // 70 % of 11 people is 7.7: 7 are not.
    { dosesAdministered: 7, targetPopulation: 11, isMet: false },
    { dosesAdministered: 8, targetPopulation: 11, isMet: true },
    { dosesAdministered: 5, targetPopulation: 0, isMet: false },
    { dosesAdministered: 5, targetPopulation: null, isMet: false },
  ])("asks the exact counts: $dosesAdministered of $targetPopulation", ({ isMet, ...counts }) => {
    expect(judgeGate([{ ...counts, atLeast: parseGoal("0.7") }]).isOpen).toBe(isMet);
  });

  test("that asks for nothing is not open", () => {
    expect(judgeGate([]).isOpen).toBe(false);
  });

  test("never closes by more doses", () => {
    fc.assert(
      fc.property(anyCounts, anyGoal, fc.nat(1_000), (counts, atLeast, more) => {
        const { isOpen } = judgeGate([{ ...counts, atLeast }]);
        const dosesAdministered = counts.dosesAdministered + more;
        if (isOpen)
          expect(judgeGate([{ ...counts, dosesAdministered, atLeast }]).isOpen).toBe(true);
      }),
    );
  });
});
