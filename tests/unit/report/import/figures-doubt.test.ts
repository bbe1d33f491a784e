import { describe, expect, test } from "vitest";

import { looksCumulative, looksDaily } from "@/lib/report/import/figures-doubt";
import { addDays } from "@/lib/base/time/calendar-day";
import { units } from "@/tests/unit/campaign/target-population/campaign";
import { columnKeyOf } from "@/lib/campaign/column-key";

const mrYoung = columnKeyOf({ intervention: "MR", targetGroup: "young" });

const cell = { intervention: "MR", targetGroup: "young" };
const notFar = { isFar: false };

/** The figures of villages from 1 June on, one column each. */
function reports(...villages: readonly (readonly number[])[]) {
  return villages.flatMap((values, at) =>
    values.map((value, day) => ({
      unit: units[at] ?? { ...unitAt(at) },
      round: 1,
      day: addDays("2026-06-01", day),
      zero: false,
      counts: [{ ...cell, head: "MR", value, nonResidents: 0 }],
    })),
  );
}

function unitAt(at: number) {
  const [unit] = units;
  if (!unit) throw new Error("no units");
  return { ...unit, code: `${unit.code}-${String(at)}` };
}

function stands(doses: readonly number[]) {
  const [unit] = units;
  return doses.map((each, at) => ({
    unit: unit?.code ?? "",
    round: 1,
    day: addDays("2026-05-20", at),
    cell: mrYoung,
    doses: each,
  }));
}

describe("figures said to be of single days look like totals", () => {
  test.each([
    ["one village that rises on four days", [[100, 210, 330, 400]], true],
    ["one village that rises on three days", [[100, 210, 330]], false],
    [
      "two villages that rise on three days",
      [
        [100, 210, 330],
        [40, 41, 60],
      ],
      true,
    ],
    [
      "a day's count between totals",
      [
        [974, 8, 983],
        [125, 486, 497],
      ],
      true,
    ],
    [
      "totals that stay where nobody came",
      [
        [100, 100, 120, 130],
        [7, 9, 9, 15],
      ],
      true,
    ],
    [
      "days as they come",
      [
        [12, 15, 9, 14],
        [4, 7, 6, 9],
      ],
      false,
    ],
    [
      "one village that rises among others that do not",
      [
        [1, 2, 3, 4],
        [9, 4, 7, 3],
      ],
      false,
    ],
    [
      "the same number every day",
      [
        [20, 20, 20, 20],
        [5, 5, 5, 5],
      ],
      false,
    ],
    ["one day", [[100], [200], [300], [400]], false],
    ["nothing", [], false],
  ])("%s", (_, villages, isDoubtful) => {
    expect(looksCumulative(reports(...villages), [], notFar)).toBe(isDoubtful);
  });

  test("three rising days are enough where they are far above the target", () => {
    expect(looksCumulative(reports([100, 210, 330]), [], { isFar: true })).toBe(true);
    expect(looksCumulative(reports([100, 90, 330]), [], { isFar: true })).toBe(false);
  });

  test("doses of two days that stand are one figure before the file's", () => {
    expect(looksCumulative(reports([60, 70, 90]), stands([20, 30]), notFar)).toBe(true);
    expect(looksCumulative(reports([60, 70, 90]), stands([20]), notFar)).toBe(false);
  });

  test("one mistyped figure among many villages changes nothing", () => {
    const rising = Array.from({ length: 24 }, (_, at) => [10 + at, 30 + at, 55 + at]);
    expect(looksCumulative(reports(...rising, [90, 70, 95]), [], notFar)).toBe(true);
    expect(looksCumulative(reports(...rising.slice(0, 8), [90, 70, 95]), [], notFar)).toBe(false);
  });
});

describe("figures said to be totals look like those of single days", () => {
  test.each([
    [
      "days as they come",
      [
        [12, 15, 9, 14],
        [4, 7, 6, 9],
      ],
      true,
    ],
    [
      "a day's count between totals",
      [
        [974, 8, 983],
        [125, 486, 497],
      ],
      true,
    ],
    [
      "totals",
      [
        [100, 210, 330, 400],
        [7, 9, 9, 15],
      ],
      false,
    ],
    [
      "one fall among ten villages",
      [[10, 8, 25], ...Array.from({ length: 9 }, () => [1, 2])],
      false,
    ],
  ])("%s", (_, villages, isDoubtful) => {
    expect(looksDaily(reports(...villages), [])).toBe(isDoubtful);
  });

  test("a day below what stands falls too", () => {
    expect(looksDaily(reports([12]), stands([20, 30]))).toBe(true);
    expect(looksDaily(reports([62]), stands([20, 30]))).toBe(false);
  });
});
