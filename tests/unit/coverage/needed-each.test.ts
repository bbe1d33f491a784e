import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { sumCounts } from "@/lib/coverage/coverage";
import { parseGoal } from "@/lib/coverage/goal";
import { judge } from "@/lib/coverage/judgement";
import { needed, neededEach } from "@/lib/coverage/needed";
import { lebakVillages } from "@/tests/support/lebak";

import { anyCounts, anyGoal } from "./arbitrary";

const goal = parseGoal("0.95");
const lebak = sumCounts(lebakVillages);

/** The last service day but one, whole: nothing is open. */
const running = { day: 6, days: 7, daysAfter: 1, onDay: null };
const atEnd = { day: 7, days: 7, daysAfter: 0, onDay: null };

function judged(units: typeof lebakVillages, lookedAt = running) {
  return judge({
    counts: sumCounts(units),
    goal,
    units: units.map((unit) => ({ ...unit, dosesOnDay: 0 })),
    lookedAt,
    hasReported: true,
    hasCompleteDay: true,
  });
}

describe("what each unit is short of", () => {
  test("is 1,443 in Lebak beside 1,245 of the sum, as an independent sum has it", () => {
    expect(lebak).toEqual({ dosesAdministered: 186_060, targetPopulation: 197_163 });
    const byHand = lebakVillages
      .map(({ dosesAdministered, targetPopulation }) =>
        Math.max(0, Math.ceil((targetPopulation * 95) / 100) - dosesAdministered),
      )
      .reduce((sum, lack) => sum + lack, 0);
    expect(byHand).toBe(1_443);
    expect(neededEach(lebakVillages, goal)).toBe(1_443);
    expect(needed({ ...lebak, goal })).toBe(1_245);
  });

  test("is never less than the sum is short of, and the same in any grouping", () => {
    fc.assert(
      fc.property(fc.array(anyCounts), anyGoal, fc.nat(), (units, share, cut) => {
        const each = neededEach(units, share);
        const whole = needed({ ...sumCounts(units), goal: share });
        if (each !== null && whole !== null) expect(each).toBeGreaterThanOrEqual(whole);
        const at = units.length === 0 ? 0 : cut % units.length;
        const parts = [units.slice(0, at), units.slice(at)].map((part) => neededEach(part, share));
        const known = parts.flatMap((part) => part ?? []);
        expect(each).toBe(known.length === 0 ? null : known.reduce((sum, part) => sum + part, 0));
      }),
    );
  });
});

describe("a goal of each unit", () => {
  test("is judged by the running target of the sum, and asks for what each is short of", () => {
    expect(judged(lebakVillages)).toMatchObject({
      status: "onTrack",
      needed: 1_443,
      neededAtBase: 1_443,
      required: { kind: "perDay", perDay: 1_443 },
    });
  });

  test("is missed at the end while one unit is short, however far the others are beyond", () => {
    const one = { dosesAdministered: 540, targetPopulation: 571 };
    const rest = { dosesAdministered: 5_710, targetPopulation: 571 };
    expect(judged([one, rest], atEnd)).toMatchObject({ status: "behind", needed: 3 });
    expect(judged([one, rest])).toMatchObject({ status: "onTrack", needed: 3 });
    expect(judged([{ ...one, dosesAdministered: 543 }, rest], atEnd)).toMatchObject({
      status: "reached",
      needed: 0,
    });
  });
});

describe("without a goal", () => {
  test.each([
    { hasReported: true, status: "noGoal" },
    { hasReported: false, status: "unknown" },
  ])("nothing is judged: $status", ({ hasReported, status }) => {
    const counts = { dosesAdministered: 15_457, targetPopulation: 320_760 };
    expect(
      judge({ counts, goal: null, lookedAt: running, hasReported, hasCompleteDay: false }),
    ).toMatchObject({
      status,
      isFarBehind: false,
      needed: null,
      remaining: 305_303,
      neededAtBase: null,
      required: { kind: "unknown" },
    });
  });
});
