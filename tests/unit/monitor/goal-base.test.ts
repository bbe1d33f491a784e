import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { parseGoal } from "@/lib/coverage/goal";
import { goalNeeds } from "@/lib/monitor/goal-base";

const goal = parseGoal("0.95");

/** Units of people and doses, and their sum. */
function base(units: readonly (readonly [number, number])[]) {
  return {
    whole: {
      targetPopulation: units.reduce((sum, [people]) => sum + people, 0),
      dosesAdministered: units.reduce((sum, [, doses]) => sum + doses, 0),
    },
    units: units.flat(),
  };
}

describe("what a goal would lack while it is chosen", () => {
  it("is told of the sum and of each unit", () => {
    // 345 villages, 197,163 people as in Lebak; all a little short.
    const villages = [
      ...Array.from({ length: 177 }, () => [571, 539] as const),
      ...Array.from({ length: 168 }, () => [572, 540] as const),
    ];
    // 95 % of 571 is 542.45, of 572 543.4: 543 and 544.
    expect(goalNeeds(base(villages), goal)).toEqual({ whole: 1_182, each: 177 * 4 + 168 * 4 });
    // What one has too much helps the sum alone.
    const uneven = [
      [100, 100],
      [100, 60],
    ] as const;
    expect(goalNeeds(base(uneven), goal)).toEqual({ whole: 30, each: 35 });
  });

  it("is nothing where the goal is reached, and nobody's where there is no target population", () => {
    expect(goalNeeds(base([[100, 95]]), goal)).toEqual({ whole: 0, each: 0 });
    expect(goalNeeds(base([]), goal)).toEqual({ whole: null, each: null });
    // The kabupaten alone has a figure.
    const own = { ...base([]), whole: { targetPopulation: 32_415, dosesAdministered: 5_113 } };
    expect(goalNeeds(own, parseGoal("1"))).toEqual({ whole: 27_302, each: null });
  });

  it("is never less of each unit than of the sum", () => {
    const unit = fc.tuple(fc.integer({ min: 1, max: 2_000 }), fc.integer({ min: 0, max: 2_500 }));
    fc.assert(
      fc.property(fc.array(unit, { minLength: 1, maxLength: 30 }), (units) => {
        const { whole, each } = goalNeeds(base(units), goal);
        expect(each ?? 0).toBeGreaterThanOrEqual(whole ?? 0);
      }),
    );
  });
});
