import { describe, expect, it } from "vitest";

import { readTypedCount } from "@/lib/report/typed-count";

describe("a typed count", () => {
  it.each([
    ["13", 13],
    ["0", 0],
    [" 13 ", 13],
    ["007", 7],
    ["1.234", 1_234],
    ["12.345", 12_345],
    ["1 234", 1_234],
    ["1\u00a0234", 1_234],
    ["999999", 999_999],
  ])("“%s” is %d", (typed, value) => {
    expect(readTypedCount(typed)).toEqual({ kind: "count", value });
  });

  it.each(["", "   ", "\u00a0", "\t"])("“%s” is empty, which is not 0", (typed) => {
    expect(readTypedCount(typed)).toEqual({ kind: "empty" });
  });

  it.each([
    ["12,5", "fraction"],
    ["12.5", "fraction"],
    ["1,234", "fraction"],
    ["1.23", "fraction"],
    ["12345.678", "fraction"],
    ["-5", "negative"],
    ["−5", "negative"],
    ["-", "dash"],
    ["–", "dash"],
    ["tujuh", "word"],
    ["13 anak", "word"],
    ["1e3", "word"],
    ["=SUM(B2:B9)", "formula"],
    ["+13", "formula"],
    ["1000000", "tooLarge"],
    ["1.000.000", "tooLarge"],
  ])("“%s” is rejected as %s", (typed, reason) => {
    expect(readTypedCount(typed)).toMatchObject({ kind: "rejected", reason });
  });
});
