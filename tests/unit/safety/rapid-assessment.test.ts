import { describe, expect, it, test } from "vitest";

import { parseGoal } from "@/lib/coverage/goal";
import { isDivergent } from "@/lib/safety/divergence";
import {
  houseCounts,
  housesToPass,
  rapidVerdictOf,
  reasonsOf,
  usualPassMark,
  type House,
  type UnreachedReason,
} from "@/lib/safety/rapid-assessment";

/** The twenty houses of Barimba: 17 reached, 30 of 34 children. */
const people = [2, 1, 2, 1, 3, 1, 2, 1, 2, 2, 1, 1, 3, 1, 2, 1, 2, 1, 3, 2];
const missed: Readonly<Record<number, readonly [number, UnreachedReason]>> = {
  7: [1, "sick"],
  13: [2, "travelling"],
  19: [1, "unaware"],
};
const barimba = people.map((count, at): House => {
  const [reached, reason] = missed[at + 1] ?? [count, null];
  return { number: at + 1, people: count, reached, reason };
});

describe("an assessment", () => {
  it("counts houses and people apart", () => {
    expect(houseCounts(barimba)).toEqual({ houses: 20, missed: 3, people: 34, reached: 30 });
  });

  test.each([
    [20, 0, "pass"],
    [20, 1, "pass"],
    [20, 2, "repeat"],
    [20, 3, "repeat"],
    [19, 0, "incomplete"],
    [14, 5, "incomplete"],
    [0, 0, "incomplete"],
    // One of 20 is as two of 40, and 30 houses may miss no more than one.
    [30, 1, "pass"],
    [30, 2, "repeat"],
    [40, 2, "pass"],
    [40, 3, "repeat"],
  ] as const)("of %d houses with %d missed: %s", (houses, missing, verdict) => {
    expect(rapidVerdictOf({ houses, missed: missing }, usualPassMark)).toBe(verdict);
    if (verdict === "incomplete") return;
    const isEnough = houses - missing >= housesToPass(houses, usualPassMark);
    expect(isEnough).toBe(verdict === "pass");
  });

  it("is judged by the campaign's own mark", () => {
    const strict = { houses: 10, repeatFrom: 1 };
    expect(rapidVerdictOf({ houses: 10, missed: 0 }, strict)).toBe("pass");
    expect(rapidVerdictOf({ houses: 10, missed: 1 }, strict)).toBe("repeat");
    expect(rapidVerdictOf({ houses: 9, missed: 0 }, strict)).toBe("incomplete");
    expect(housesToPass(20, usualPassMark)).toBe(19);
    expect(housesToPass(10, strict)).toBe(10);
  });

  it("tells why people were missed, the commonest first", () => {
    expect(reasonsOf(barimba)).toEqual([
      { reason: "unaware", people: 2 },
      { reason: "sick", people: 1 },
      { reason: "travelling", people: 1 },
    ]);
    const unsaid: House = { number: 21, people: 9, reached: 0, reason: null };
    expect(reasonsOf([unsaid, ...barimba]).at(-1)).toEqual({ reason: null, people: 9 });
  });
});

describe("reports and houses", () => {
  const goal = parseGoal("0.95");
  const done = { dosesAdministered: 97, targetPopulation: 100 };

  test.each([
    { verdict: "repeat", counts: done, says: true },
    { verdict: "pass", counts: done, says: false },
    { verdict: "incomplete", counts: done, says: false },
    // 94.95 % does not claim to be done.
    {
      verdict: "repeat",
      counts: { dosesAdministered: 1_899, targetPopulation: 2_000 },
      says: false,
    },
    {
      verdict: "repeat",
      counts: { dosesAdministered: 1_900, targetPopulation: 2_000 },
      says: true,
    },
    { verdict: "repeat", counts: { dosesAdministered: 415, targetPopulation: 391 }, says: true },
    { verdict: "repeat", counts: { dosesAdministered: 5, targetPopulation: 0 }, says: false },
    { verdict: "repeat", counts: { dosesAdministered: 5, targetPopulation: null }, says: false },
    { verdict: "repeat", counts: null, says: false },
  ] as const)("$verdict with $counts: $says", ({ verdict, counts, says }) => {
    expect(isDivergent(verdict, counts, goal)).toBe(says);
    expect(isDivergent(verdict, counts, null)).toBe(false);
  });
});
