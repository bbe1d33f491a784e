import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { dropoutRate, dropoutTenths } from "@/lib/coverage/dropout";

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

describe("dropoutTenths", () => {
  test.each([
    // PIN Polio Lebak 2024, figures of ours: 13,560 children did not come back.
    { first: 186_060, last: 172_500, tenths: 73 },
    { first: 10, last: 16, tenths: -600 },
    { first: 2_000, last: 1_999, tenths: 1 },
    { first: 2_000, last: 2_001, tenths: -1 },
    { first: 70, last: 70, tenths: 0 },
    { first: 0, last: 5, tenths: null },
  ])("$first and $last are $tenths", ({ first, last, tenths }) => {
    expect(dropoutTenths({ first, last })).toBe(tenths);
  });

  test("is the rate to half a tenth, and as far below 0 as above", () => {
    const count = fc.integer({ min: 1, max: 5_000_000 });
    fc.assert(
      fc.property(count, count, (first, last) => {
        const tenths = dropoutTenths({ first, last }) ?? Number.NaN;
        const rate = dropoutRate({ first, last }) ?? Number.NaN;
        expect(Math.abs(rate * 1_000 - tenths)).toBeLessThanOrEqual(0.5 + 1e-6);
        if (last <= 2 * first) {
          const mirrored = dropoutTenths({ first, last: 2 * first - last }) ?? Number.NaN;
          expect(mirrored + tenths).toBeCloseTo(0, 10);
        }
      }),
    );
  });
});
