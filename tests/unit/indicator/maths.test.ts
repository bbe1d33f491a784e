import { describe, expect, it } from "vitest";

import type { Counted } from "@/lib/indicator/indicator";
import {
  compareQuantities,
  isGoalMet,
  quantityMove,
  numberOf,
  quantityOf,
  directionVerdict,
} from "@/lib/indicator/quantity";
import { wholeOf } from "@/lib/indicator/whole";

const share = (numerator: number, denominator: number): Counted => ({
  value: null,
  numerator,
  denominator,
});
const said = (value: number): Counted => ({ value, numerator: null, denominator: null });
const pair = (before: Counted | null, after: Counted | null) => ({ before, after });
const stunting = { measure: "percent", direction: "down" } as const;
const deaths = { measure: "count", direction: "down" } as const;

/** As a page writes it: one decimal. */
const percent = (counted: Counted) => {
  const quantity = quantityOf("percent", counted);
  return quantity && Math.round(numberOf(quantity) * 10) / 10;
};

describe("a quantity", () => {
  it("is the share of its counts in percents, exactly", () => {
    expect(percent(share(24, 120))).toBe(20);
    expect(percent(share(18, 120))).toBe(15);
    expect(percent(said(24.6))).toBe(24.6);
    expect(percent(share(1, 3))).toBe(33.3);
  });

  it("is none where nobody is there to be a share of, and a 0 is one", () => {
    expect(quantityOf("percent", share(0, 0))).toBeNull();
    expect(quantityOf("count", { value: null, numerator: null, denominator: null })).toBeNull();
    expect(quantityOf("count", said(0))).toEqual({ top: 0n, bottom: 10_000n });
  });

  it("is equal where two shares of different numbers are, and not where they nearly are", () => {
    const of = (counted: Counted) => quantityOf("percent", counted) ?? { top: 0n, bottom: 1n };
    expect(compareQuantities(of(share(12, 48)), of(share(25, 100)))).toBe(0);
    expect(compareQuantities(of(share(12, 48)), of(said(25)))).toBe(0);
    expect(quantityMove(of(share(333_333_333, 1_000_000_000)), of(share(1, 3)))).toBe("up");
    expect(
      quantityMove(of(share(999_999_998, 999_999_999)), of(share(999_999_999, 1_000_000_000))),
    ).toBe("up");
  });

  it("is good by where it should go: a fall in deaths is better", () => {
    expect(directionVerdict("down", "down")).toBe("better");
    expect(directionVerdict("down", "up")).toBe("worse");
    expect(directionVerdict("up", "down")).toBe("worse");
    expect(directionVerdict("up", "up")).toBe("better");
    expect(directionVerdict("none", "up")).toBe("changed");
    expect([directionVerdict("down", "same"), directionVerdict("none", "same")]).toEqual([
      "same",
      "same",
    ]);
  });

  it("meets its goal at the goal itself, and says nothing where neither way is better", () => {
    const twenty = quantityOf("percent", share(24, 120)) ?? { top: 0n, bottom: 1n };
    expect(isGoalMet("down", twenty, 20)).toBe(true);
    expect(isGoalMet("down", twenty, 19.99)).toBe(false);
    expect(isGoalMet("up", twenty, 20.01)).toBe(false);
    expect(isGoalMet("none", twenty, 20)).toBeNull();
  });
});

describe("all units together", () => {
  it("divide the sum of the numerators by that of the denominators: no mean of percents", () => {
    // 50 % of 10 and 10 % of 90: 14 of 100, where the mean of percents would say 30 %.
    const whole = wholeOf(stunting, [
      pair(share(6, 10), share(5, 10)),
      pair(share(9, 90), share(9, 90)),
    ]);
    expect(whole.after && numberOf(whole.after)).toBe(14);
    expect(whole.before && numberOf(whole.before)).toBe(15);
    expect(whole).toMatchObject({ move: "down", verdict: "better", compared: 2 });
    expect(whole.verdicts).toEqual({ better: 1, worse: 0, same: 1, changed: 0 });
  });

  it("have no sum where a percentage came without its counts, but say in how many it is better", () => {
    const whole = wholeOf(stunting, [
      pair(said(24), said(18)),
      pair(share(24, 120), share(18, 120)),
      pair(said(20), said(15.5)),
      pair(said(12), said(12)),
      pair(said(30), said(31)),
    ]);
    expect(whole).toMatchObject({ before: null, after: null, move: null, verdict: "mixed" });
    expect(whole.verdicts).toEqual({ better: 3, worse: 1, same: 1, changed: 0 });
    const alike = wholeOf(stunting, [pair(said(24), said(18)), pair(said(9), said(9))]);
    expect(alike.verdict).toBe("better");
    expect(wholeOf(stunting, [pair(said(9), said(9))]).verdict).toBe("same");
  });

  it("add counts, and 0 after 0 stays the same", () => {
    const whole = wholeOf(deaths, [pair(said(1), said(0)), pair(said(3), said(3))]);
    expect([whole.before, whole.after].map((each) => each && numberOf(each))).toEqual([4, 3]);
    expect(whole.verdict).toBe("better");
    expect(wholeOf(deaths, [pair(said(0), said(0))]).verdict).toBe("same");
  });

  it("compare the units that have both, so that a village without figures is no improvement", () => {
    const whole = wholeOf(deaths, [pair(said(2), said(2)), pair(said(5), null)]);
    expect(whole).toMatchObject({ units: 2, filled: 1, compared: 1, verdict: "same" });
    expect(whole.before && numberOf(whole.before)).toBe(2);
  });

  it("show what is there where nothing is compared", () => {
    const first = wholeOf(deaths, [pair(null, said(2)), pair(null, said(1)), pair(null, null)]);
    expect(first).toMatchObject({ units: 3, filled: 2, compared: 0, before: null, verdict: null });
    expect(first.after && numberOf(first.after)).toBe(3);
    expect(wholeOf(deaths, [pair(null, null)])).toMatchObject({ after: null, verdict: null });
    const emptied = { value: null, numerator: null, denominator: null };
    expect(wholeOf(deaths, [pair(said(1), emptied)])).toMatchObject({ filled: 0, compared: 0 });
  });

  it("count yes", () => {
    const whole = wholeOf({ measure: "yesNo", direction: "up" }, [
      pair(said(0), said(1)),
      pair(said(1), said(1)),
      pair(said(0), said(0)),
    ]);
    expect([whole.before, whole.after].map((each) => each && numberOf(each))).toEqual([1, 2]);
    expect(whole.verdict).toBe("better");
  });
});
