import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { coverageDifference } from "@/lib/coverage/difference";

const of = (
  dosesAdministered: number,
  targetPopulation: number | null,
  otherTarget: number | null,
) => coverageDifference({ dosesAdministered, targetPopulation, otherTarget });

describe("the coverage by the other source", () => {
  it.each([
    // COVID-19 in Kapuas, 8 November 2021 and 5 April 2022: 320,576, 320,760 and 323,802.
    [126_339, 320_576, 323_802, { tenths: -4, isLarge: false }],
    [298_376, 320_760, 323_802, { tenths: -9, isLarge: false }],
    [50, 100, 100, { tenths: 0, isLarge: false }],
    // Exactly a point apart is not more than one.
    [101, 10_100, 5_050, { tenths: 10, isLarge: false }],
    [102, 10_100, 5_050, { tenths: 10, isLarge: true }],
    [90, 100, 80, { tenths: 225, isLarge: true }],
    [0, 100, 80, { tenths: 0, isLarge: false }],
  ])("%d doses, %d and %d people", (doses, people, other, difference) => {
    expect(of(doses, people, other)).toEqual(difference);
  });

  it.each([
    [null, 100],
    [0, 100],
    [100, null],
    [100, 0],
  ])("is not known of %j and %j people", (people, other) => {
    expect(of(10, people, other)).toBeNull();
  });

  it("is as far the other way when the sources change places", () => {
    const people = fc.integer({ min: 1, max: 5_000_000 });
    fc.assert(
      fc.property(fc.nat(5_000_000), people, people, (doses, one, two) => {
        const [there, back] = [of(doses, one, two), of(doses, two, one)];
        expect(there?.isLarge).toBe(back?.isLarge);
        expect((there?.tenths ?? 0) + (back?.tenths ?? 0)).toBe(0);
      }),
    );
  });
});
