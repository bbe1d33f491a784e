import fc from "fast-check";
import { describe, expect, test } from "vitest";

import {
  followProblems,
  gapBefore,
  isHeldIn,
  plannedGapBefore,
  roundBefore,
} from "@/lib/campaign/predecessor";
import { addDays } from "@/lib/base/time/calendar-day";

/** PIN Polio Lebak 2024: the second round was planned for 6–12 August and moved to 12–18. */
const first = {
  number: 1,
  plannedStartsOn: "2024-07-23",
  plannedEndsOn: "2024-07-29",
  startsOn: "2024-07-23",
  endsOn: "2024-07-29",
  sweepingEndsOn: "2024-08-03",
};
const planned = {
  number: 2,
  plannedStartsOn: "2024-08-06",
  plannedEndsOn: "2024-08-12",
  startsOn: "2024-08-06",
  endsOn: "2024-08-12",
  sweepingEndsOn: null,
  minGapDays: 14,
};
const moved = { ...planned, startsOn: "2024-08-12", endsOn: "2024-08-18" };

describe("the days between a round and the one before it", () => {
  test("29 July to 6 August are 8, fewer than 14", () => {
    expect(gapBefore([first, planned], planned)).toEqual({ days: 8, minDays: 14, isShort: true });
  });

  test("29 July to 12 August are 14, and the plan stays what it was", () => {
    expect(gapBefore([first, moved], moved)).toEqual({ days: 14, minDays: 14, isShort: false });
    expect(plannedGapBefore([first, moved], moved)).toMatchObject({ days: 8, isShort: true });
  });

  test("nothing is short where no days are asked for, and nothing is before the first", () => {
    const free = { ...planned, minGapDays: null };
    expect(gapBefore([first, free], free)).toEqual({ days: 8, minDays: null, isShort: false });
    expect(gapBefore([first, planned], first)).toBeNull();
  });

  test("the round before is the one with the next lower number, in whatever order they come", () => {
    const third = { ...planned, number: 3 };
    expect(roundBefore([third, first, planned], third)).toBe(planned);
    expect(roundBefore([third, first], third)).toBe(first);
  });

  test("is short exactly when a day fewer lies between than is asked", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: 1, max: 200 }),
        (days, least) => {
          const round = { ...planned, startsOn: addDays(first.endsOn, days), minGapDays: least };
          const gap = gapBefore([first, round], round);
          expect(gap).toEqual({ days, minDays: least, isShort: days < least });
        },
      ),
    );
  });
});

describe("what interventions follow", () => {
  const problems = (...follows: (string | null)[]) =>
    followProblems(
      follows.map((each, index) => ({ code: `D${String(index + 1)}`, follows: each })),
    );

  test("dose 2 follows dose 1, a booster dose 2", () => {
    expect(problems(null, "D1", "D2")).toEqual([]);
  });

  test.each([
    ["itself", ["D1"], [{ index: 0, name: "followsItself" }]],
    [
      "each other",
      ["D2", "D1"],
      [
        { index: 0, name: "followsItself" },
        { index: 1, name: "followsItself" },
      ],
    ],
    ["what there is not", [null, "D9"], [{ index: 1, name: "unknownPredecessor" }]],
  ])("not %s", (_, follows, found) => {
    expect(problems(...follows)).toEqual(found);
  });

  test("one that follows a circle is in none itself", () => {
    expect(problems("D2", "D1", "D1").map(({ index }) => index)).toEqual([0, 1]);
  });

  test("not one that shares no group with it", () => {
    const d1 = { code: "D1", targetGroups: ["umum"] };
    const d2 = { code: "D2", follows: "D1", targetGroups: ["lansia"] };
    expect(followProblems([d1, d2])).toEqual([{ index: 1, name: "unknownPredecessor" }]);
    expect(followProblems([d1, { ...d2, targetGroups: ["lansia", "umum"] }])).toEqual([]);
  });

  test("whatever is followed, a list without a problem always comes to an end", () => {
    const list = fc.array(fc.option(fc.integer({ min: 1, max: 8 })), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(list, (follows) => {
        const codes = follows.map((each) => (each === null ? null : `D${String(each)}`));
        if (problems(...codes).length > 0) return;
        for (let at: number | null = 0, steps = 0; at !== null; steps += 1) {
          expect(steps).toBeLessThanOrEqual(follows.length);
          const next: number | null | undefined = follows[at];
          at = next === null || next === undefined ? null : next - 1;
        }
      }),
    );
  });
});

test("a round is held in the units that it names, or in every one", () => {
  expect(isHeldIn({ units: ["A"] }, "A")).toBe(true);
  expect(isHeldIn({ units: ["A"] }, "B")).toBe(false);
  expect(isHeldIn({ units: null }, "B")).toBe(true);
  expect(isHeldIn({}, "B")).toBe(true);
});
