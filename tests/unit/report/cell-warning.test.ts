import { describe, expect, it } from "vitest";

import { cellWarning } from "@/lib/report/cell-warning";

import { cell } from "./kapuas";

describe("the question about a count", () => {
  it("131 where 125 remain asks, and guesses that 13 was meant", () => {
    expect(cellWarning(cell(), 131)).toEqual({
      kinds: ["exceedsRemaining", "threeTimesUsual"],
      isFar: true,
      remaining: 125,
      usual: { low: 11, high: 18 },
      likely: 13,
    });
  });

  it("is not asked about 125 where 125 remain, when so many are usual", () => {
    expect(cellWarning(cell({ usual: [] }), 125)).toBeNull();
    expect(cellWarning(cell({ usual: [] }), 126)).toMatchObject({ kinds: ["exceedsRemaining"] });
  });

  it("does not depend on a target population that nobody has loaded", () => {
    expect(cellWarning(cell({ target: null }), 30)).toBeNull();
    expect(cellWarning(cell({ target: null }), 200)).toMatchObject({
      kinds: ["threeTimesUsual"],
      remaining: null,
    });
  });

  it("tells 0 remaining, never less, in a village above 100 %", () => {
    expect(cellWarning(cell({ before: 400 }), 5)).toMatchObject({
      kinds: ["exceedsRemaining"],
      remaining: 0,
    });
  });

  it("guesses nothing when no number with one digit less is usual", () => {
    expect(cellWarning(cell(), 999)?.likely).toBeNull();
  });

  it("is not asked about a small number, nor about 0", () => {
    expect(cellWarning(cell({ usual: [1, 1, 1] }), 8)).toBeNull();
    expect(cellWarning(cell(), 0)).toBeNull();
  });

  it.each([
    ["within three times the usual of a village above its target", { before: 400 }, 39, false],
    ["above three times the usual and above what remains", { before: 400 }, 43, true],
    ["above three times the usual where enough remains", {}, 100, false],
    ["up to ten more than remain, where there is no usual yet", { usual: [] }, 135, false],
    ["more than ten above what remains, where there is no usual yet", { usual: [] }, 136, true],
    ["any number where no target is loaded", { target: null }, 587_903, false],
  ])("is far: %s", (_, known, count, isFar) => {
    expect(cellWarning(cell(known), count)?.isFar ?? false).toBe(isFar);
  });
});
