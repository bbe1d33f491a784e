import { describe, expect, test } from "vitest";

import { assertCount } from "@/lib/coverage/count";

describe("assertCount", () => {
  test.each([0, 1, 208_265_720, Number.MAX_SAFE_INTEGER])("accepts %d", (value) => {
    expect(() => {
      assertCount(value, "doses");
    }).not.toThrow();
  });

  test.each([-1, 0.5, 12.5, Number.NaN, Infinity, -Infinity, 2 ** 53])("rejects %d", (value) => {
    expect(() => {
      assertCount(value, "doses");
    }).toThrow(RangeError);
  });

  test("names the number it rejects", () => {
    expect(() => {
      assertCount(12.5, "vialsOpened");
    }).toThrow("vialsOpened must be a whole number of 0 or more, not 12.5");
  });
});
