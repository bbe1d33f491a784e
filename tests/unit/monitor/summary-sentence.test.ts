import { describe, expect, it } from "vitest";

import type { SummaryFacts } from "@/lib/monitor/summary/facts";

import { counts, days, everyone, summary, type Count } from "./summary-campaign";

describe("what is said about an intervention", () => {
  const kindOf = (facts: Partial<SummaryFacts>, today?: string) =>
    summary(facts, today).interventions[0]?.sentence;

  it("says what is needed a day, what is given, and where it ends", () => {
    const wholeDays = days("2026-06-05", { doses: 300, todays: 90, received: 4 });
    // 1,200 by yesterday: 2,600 in the six days from today on, to which 300 a day bring 3,000.
    expect(kindOf({ counts: counts({ MR: everyone, OPV: everyone }), wholeDays })).toEqual({
      kind: "fallsShort",
      needed: 2_510,
      perDay: 434,
      recentPace: 300,
      low: 0.75,
      high: 0.75,
    });
  });

  it("says that the goal is within reach when the forecast holds it", () => {
    const wholeDays = days("2026-06-05", { doses: 500, todays: 90, received: 4 });
    expect(kindOf({ counts: counts({ MR: everyone }), wholeDays })).toMatchObject({
      kind: "withinReach",
      recentPace: 500,
    });
  });

  it("calls a pace unrealistic that is over one and a half times the best day", () => {
    const wholeDays = days("2026-06-05", { doses: 200, todays: 90, received: 4 });
    expect(kindOf({ counts: counts({ MR: everyone }), wholeDays })).toMatchObject({
      kind: "unrealistic",
      perDay: 434,
    });
  });

  it("makes no forecast before the third complete day", () => {
    const wholeDays = days("2026-06-03", { doses: 300, received: 4 });
    expect(kindOf({ counts: counts({ MR: everyone }), wholeDays }, "2026-06-03")).toEqual({
      kind: "tooEarly",
      needed: 2_510,
      perDay: 352,
    });
  });

  it("says how many places are still below a goal that is reached", () => {
    const MR: Count[] = [
      [1_400, 1_000, 20],
      [1_000, 1_000, 20],
      [930, 1_000, 20],
      [490, 1_000, 20],
    ];
    expect(kindOf({ counts: counts({ MR }) })).toEqual({
      kind: "reached",
      below: 2,
      isBeyond: true,
    });
    // A place without a target population is not below it, and not above.
    const [full, short, unknown] = [
      [2_000, 1_000, 20],
      [490, 1_000, 20],
      [90, null, 20],
    ] as const;
    for (const [rows, below] of [
      [[full, unknown, short], 1],
      [[full, unknown], null],
      [[full, full], 0],
    ] as const) {
      expect(kindOf({ counts: counts({ MR: rows }) })).toMatchObject({ kind: "reached", below });
    }
  });

  it.each([
    [1_900, false],
    [1_901, true],
  ])("says of %d doses of 1,900 needed that they are beyond the goal: %s", (doses, isBeyond) => {
    const MR: Count[] = [
      [1_000, 1_000, 20],
      [doses - 1_000, 1_000, 20],
    ];
    expect(kindOf({ counts: counts({ MR }) })).toMatchObject({ kind: "reached", isBeyond });
  });

  it("says that time is up after the last day, with what is missing", () => {
    expect(kindOf({ counts: counts({ MR: everyone }) }, "2026-06-13")).toEqual({
      kind: "outOfTime",
      needed: 2_510,
    });
  });

  it("does not say that time is up on a sweeping day", () => {
    const wholeDays = days("2026-06-11", { doses: 300, expected: 0 });
    expect(kindOf({ counts: counts({ MR: everyone }), wholeDays }, "2026-06-11")).toMatchObject({
      perDay: 1_405,
    });
  });

  it.each([
    ["no target population", "noTarget", [[5, null, 1]], "2026-06-05"],
    ["an empty target population", "emptyTarget", [[0, 0, 1]], "2026-06-05"],
    ["no report at all", "noReport", [[0, 100, 0]], "2026-06-05"],
    ["a campaign that has not begun", "notStarted", [[0, 100, 0]], "2026-05-20"],
  ] as const)("has a sentence for %s", (_, kind, MR, today) => {
    expect(kindOf({ counts: counts({ MR }) }, today)).toMatchObject({ kind });
  });
});
