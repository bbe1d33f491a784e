import { describe, expect, it } from "vitest";

import {
  dosesOf,
  eachOtherDose,
  hasDoses,
  isSameDoses,
  sumOfDoses,
  withoutNothing,
} from "@/lib/campaign/measures";

describe("the counts of a column", () => {
  it("are 0 where they were left out", () => {
    expect(dosesOf({ residents: 13 })).toEqual({ residents: 13, nonResidents: 0 });
    expect(dosesOf({ residents: 0, nonResidents: 2 })).toEqual({ residents: 0, nonResidents: 2 });
  });

  it("are added up", () => {
    expect(sumOfDoses({ residents: 13, nonResidents: 2 })).toBe(15);
    expect(sumOfDoses({ residents: 13 })).toBe(13);
  });

  it("have sums with the names that files and answers of the API give them", () => {
    expect(eachOtherDose((name, measure) => `${measure} as ${name}`)).toEqual({
      nonResidentDoses: "nonResidents as nonResidentDoses",
    });
  });

  it.each([
    [{ residents: 13 }, { residents: 13, nonResidents: 0 }, true],
    [{ residents: 13, nonResidents: 2 }, { residents: 13, nonResidents: 2 }, true],
    [{ residents: 13 }, { residents: 14 }, false],
    [{ residents: 13, nonResidents: 2 }, { residents: 13 }, false],
  ])("%j and %j are the same: %s", (a, b, isSame) => {
    expect(isSameDoses(a, b)).toBe(isSame);
  });

  it.each([
    [{ residents: 0 }, false],
    [{ residents: 0, nonResidents: 0 }, false],
    [{ residents: 0, nonResidents: 1 }, true],
    [{ residents: -3 }, true],
  ])("%j are doses: %s", (doses, has) => {
    expect(hasDoses(doses)).toBe(has);
  });

  it("go over the wire without what says nothing, and never without residents", () => {
    const cell = { intervention: "MR", residents: 0 };
    expect(withoutNothing({ ...cell, nonResidents: 0 })).toEqual(cell);
    expect(withoutNothing({ ...cell, nonResidents: 2 })).toEqual({ ...cell, nonResidents: 2 });
  });
});
