import { describe, expect, test } from "vitest";

import { dropoutRate } from "@/lib/coverage/dropout";

describe("dropoutRate", () => {
  test.each([
    // Legung, 2015: more third doses than first ones (16 is 28.1 % of its 57 infants).
    // https://ar.scribd.com/document/371079023/Matriks-Perhitungan-Daerah-Berisiko-xlsx
    { case: "Dapenda, DPT1 to DPT3", first: 10, last: 16, expected: -0.6 },
    { case: "nobody lost", first: 70, last: 70, expected: 0 },
    { case: "a quarter lost", first: 100, last: 75, expected: 0.25 },
    { case: "everybody lost", first: 100, last: 0, expected: 1 },
    { case: "no first dose", first: 0, last: 5, expected: null },
    { case: "no dose at all", first: 0, last: 0, expected: null },
  ])("$case: $expected", ({ first, last, expected }) => {
    expect(dropoutRate({ first, last })).toBe(expected);
  });

  test("rejects what is not a count", () => {
    expect(() => dropoutRate({ first: -1, last: 0 })).toThrow(RangeError);
    expect(() => dropoutRate({ first: 1, last: 0.5 })).toThrow(RangeError);
  });
});
