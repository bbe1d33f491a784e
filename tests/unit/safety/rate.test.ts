import { describe, expect, it, test } from "vitest";

import { batchCode } from "@/lib/safety/adverse-event";
import { isPointedOut, ratePer10000, withIssued } from "@/lib/safety/rate";

describe("events for each 10,000 given", () => {
  test.each([
    // All 14 of the picture, and its batches.
    [14, 55_470, 25],
    [6, 18_420, 33],
    [5, 14_900, 34],
    [1, 8_352, 12],
    [1, 4_207, 24],
    [1, 4_957, 20],
    [0, 4_634, 0],
    // An exact half goes up: 0.25 is 0.3.
    [1, 40_000, 3],
    [3, 2, 150_000],
  ])("%d of %d are %d tenths", (events, given, tenths) => {
    expect(ratePer10000({ events, given })).toBe(tenths);
  });

  it("is nothing where nothing was given", () => {
    expect(ratePer10000({ events: 2, given: 0 })).toBeNull();
    expect(() => ratePer10000({ events: -1, given: 1 })).toThrow(RangeError);
  });
});

describe("a batch", () => {
  it("is the same however it is written", () => {
    expect(batchCode("  mr-2603 ")).toBe("MR-2603");
    expect(batchCode("mr \t 2603")).toBe("MR 2603");
  });

  it("is pointed out from its second event on, where it was written down", () => {
    expect(isPointedOut({ batch: "MR-2603", events: 1, serious: 1 })).toBe(false);
    expect(isPointedOut({ batch: "MR-2603", events: 2, serious: 0 })).toBe(true);
    expect(isPointedOut({ batch: "", events: 9, serious: 9 })).toBe(false);
  });
});

test("what went out of a batch stands beside it, however its number is written there", () => {
  const batches = [
    { batch: "MR-2603", events: 2, serious: 0 },
    { batch: "MR-2604", events: 1, serious: 1 },
    { batch: "", events: 3, serious: 0 },
  ];
  const issued = [
    { code: "mr-2603", doses: 400 },
    { code: " MR-2603", doses: 100 },
    { code: "OP-1", doses: 9 },
  ];
  expect(withIssued(batches, issued).map((each) => each.issued)).toEqual([500, null, null]);
});
