import { describe, expect, it } from "vitest";

import { isSameCounted, readCounted, readNumber, typedCounted } from "@/lib/indicator/typed-value";
import { fieldOf, isQuestion, valueProblem } from "@/lib/indicator/value-check";

const nothing = { value: null, numerator: null, denominator: null };

describe("what is typed of a value", () => {
  it("is read as numbers are written here", () => {
    expect(["12,5", "12.5", "1.250", "1.250,75", "24,6%", " 0 ", "1 250"].map(readNumber)).toEqual([
      12.5, 12.5, 1250, 1250.75, 24.6, 0, 1250,
    ]);
    expect(readNumber("")).toBeNull();
    expect(["dua", "-3", "1,2,3"].map(readNumber)).toEqual(["dua", "-3", "1,2,3"]);
  });

  it("is a number, a share of two fields or of one, or yes and no", () => {
    expect(readCounted("percent", "30/120")).toEqual({
      ...nothing,
      numerator: 30,
      denominator: 120,
    });
    expect(readCounted("percent", "30 dari 120")).toMatchObject({ numerator: 30 });
    expect(readCounted("percent", "30", "120")).toMatchObject({ numerator: 30, denominator: 120 });
    expect(readCounted("percent", "24,6")).toEqual({ ...nothing, value: 24.6 });
    expect(readCounted("count", "0")).toEqual({ ...nothing, value: 0 });
    expect(readCounted("yesNo", "Ya").value).toBe(1);
    expect(readCounted("yesNo", "belum").value).toBe(0);
    expect(readCounted("count", "")).toEqual(nothing);
  });

  it("stands in the fields as it is read again", () => {
    const standing = { ...nothing, numerator: 1250, denominator: 2000 };
    const [first, second] = typedCounted("percent", standing);
    expect(readCounted("percent", first, second)).toEqual(standing);
    expect(isSameCounted(readCounted("percent", first, second), standing)).toBe(true);
    expect(typedCounted("percent", { ...nothing, value: 12.5 })).toEqual(["12,5", ""]);
    expect(typedCounted("yesNo", { ...nothing, value: 0 })).toEqual(["tidak", ""]);
    expect(typedCounted("count", nothing)).toEqual(["", ""]);
  });
});

describe("a value", () => {
  const today = "2024-07-16";
  const half = { kind: "half", year: 2024, number: 1 } as const;
  const check = (
    measure: "percent" | "count" | "ratio" | "yesNo",
    counted: Partial<typeof nothing> | Record<string, number>,
    also: object = {},
  ) =>
    valueProblem(
      { measure, period: "half" },
      { ...nothing, ...counted, period: half, isConfirmed: false, ...also },
      today,
    );

  it("of a count is a whole number: 12,5 is refused, and so is a share", () => {
    expect(check("count", { value: 12.5 })).toBe("countNotWhole");
    expect(check("count", { value: 12 })).toBeNull();
    expect(check("count", { value: 0 })).toBeNull();
    expect(check("count", { numerator: 1, denominator: 2 })).toBe("valueOrCounts");
    expect(check("percent", { numerator: 1.5, denominator: 2 })).toBe("countNotWhole");
    expect(check("percent", { value: 12.5 })).toBeNull();
  });

  it("above 100 percent, or with more than there are, is a question", () => {
    expect(check("percent", { value: 100 })).toBeNull();
    expect(check("percent", { value: 100.1 })).toBe("percentAboveHundred");
    expect(check("percent", { numerator: 121, denominator: 120 })).toBe("numeratorAbove");
    expect(check("percent", { value: 120 }, { isConfirmed: true })).toBeNull();
    expect(
      check("percent", { numerator: 121, denominator: 120 }, { isConfirmed: true }),
    ).toBeNull();
    expect(check("ratio", { value: 120 })).toBeNull();
    expect(check("ratio", { numerator: 3, denominator: 2 })).toBeNull();
    expect(["percentAboveHundred", "numeratorAbove", "countNotWhole"].map(isQuestion)).toEqual([
      true,
      true,
      false,
    ]);
  });

  it("has no period that has not begun, and one of its indicator's kind", () => {
    expect(check("count", { value: 1 }, { period: { ...half, number: 2 } })).toBeNull();
    expect(check("count", { value: 1 }, { period: { ...half, year: 2025 } })).toBe("periodAhead");
    expect(check("count", { value: 1 }, { period: { kind: "year", year: 2023, number: 1 } })).toBe(
      "periodOfIndicator",
    );
  });

  it("has both its counts or none, and may be taken back", () => {
    expect(check("percent", { numerator: 3 })).toBe("bothCounts");
    expect(check("percent", { value: 3, numerator: 3, denominator: 4 })).toBe("valueOrCounts");
    expect(check("yesNo", { value: 2 })).toBe("yesOrNo");
    expect(check("count", {})).toBeNull();
    expect(
      ["periodAhead", "bothCounts", "numeratorAbove", "yesOrNo"].map((each) =>
        fieldOf(each as "yesOrNo"),
      ),
    ).toEqual(["period", "denominator", "numerator", "value"]);
  });
});
