import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { findGoal, goalDecimal, goalRatio, parseGoal } from "@/lib/coverage/goal";

describe("a goal", () => {
  // Instruksi Bupati Kapuas 443.51/686/DINKES Tahun 2022: MR 95 %, catch-up OPV 80 %.
  test.each([
    { decimal: "0.95", tenThousandths: 9_500, shortest: "0.95" },
    { decimal: "0.9500", tenThousandths: 9_500, shortest: "0.95" },
    { decimal: "0.8", tenThousandths: 8_000, shortest: "0.8" },
    { decimal: "0.4", tenThousandths: 4_000, shortest: "0.4" },
    { decimal: "0.0001", tenThousandths: 1, shortest: "0.0001" },
    { decimal: "0.3333", tenThousandths: 3_333, shortest: "0.3333" },
    { decimal: "1", tenThousandths: 10_000, shortest: "1" },
    { decimal: "1.0000", tenThousandths: 10_000, shortest: "1" },
  ])("$decimal is $tenThousandths ten-thousandths", ({ decimal, tenThousandths, shortest }) => {
    expect(parseGoal(decimal)).toBe(tenThousandths);
    expect(goalDecimal(parseGoal(decimal))).toBe(shortest);
    expect(goalRatio(parseGoal(decimal))).toBe(Number(decimal));
  });

  test.each([
    { case: "nothing", decimal: "" },
    { case: "zero", decimal: "0" },
    { case: "zero in full", decimal: "0.0000" },
    { case: "above one", decimal: "1.0001" },
    { case: "a percentage", decimal: "95" },
    { case: "a percent sign", decimal: "95%" },
    { case: "five decimals", decimal: "0.95000" },
    { case: "a decimal comma", decimal: "0,95" },
    { case: "no leading zero", decimal: ".95" },
    { case: "no decimals after the point", decimal: "1." },
    { case: "a sign", decimal: "-0.95" },
    { case: "an exponent", decimal: "9e-1" },
    { case: "a space", decimal: " 0.95" },
    { case: "a line end", decimal: "0.95\n" },
  ])("rejects $case", ({ decimal }) => {
    expect(() => parseGoal(decimal)).toThrow(RangeError);
    expect(findGoal(decimal)).toBeNull();
  });

  test("every goal survives its own text", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), (tenThousandths) => {
        const goal = parseGoal((tenThousandths / 10_000).toFixed(4));

        expect(goal).toBe(tenThousandths);
        expect(parseGoal(goalDecimal(goal))).toBe(goal);
      }),
    );
  });
});
