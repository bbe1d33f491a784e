import { describe, expect, it } from "vitest";

import { regionCode } from "@/lib/base/region/code";
import { firstSteps, type FirstFacts } from "@/lib/monitor/first-steps/steps";

const empty: FirstFacts = {
  district: null,
  officers: 0,
  heads: { subdistricts: { known: 0, all: 0 }, villages: { known: 0, all: 0 } },
  campaign: null,
  hasReports: false,
};
const kapuas = {
  code: regionCode.parse("62.03"),
  name: "Kabupaten Kapuas",
  subdistricts: 17,
  villages: 231,
  isOnlyAsked: false,
};
const heads = (known: number, villages = 0): FirstFacts["heads"] => ({
  subdistricts: { known, all: 17 },
  villages: { known: villages, all: 231 },
});
const campaign: NonNullable<FirstFacts["campaign"]> = {
  slug: "bian",
  name: "BIAN",
  startsOn: "2026-12-01",
  hasBegun: false,
  units: 231,
  untargeted: 231,
  hasGoal: true,
};

const told = (facts: Partial<FirstFacts>) =>
  firstSteps({ ...empty, ...facts }).map(({ state, after, missing }) =>
    [
      state,
      ...(after ? [after] : []),
      ...missing.map(({ name, count }) => `${name} ${String(count)}`),
    ].join(" "),
  );

describe("the first steps of an installation", () => {
  it.each<[string, Partial<FirstFacts>, readonly string[]]>([
    [
      "nothing at all",
      {},
      [
        "next district 1",
        "waits 1 officer 1 heads 1",
        "waits 1 campaign 1",
        "waits 3 targets 1",
        "waits 3 report 1",
      ],
    ],
    [
      "a kabupaten that was looked up, and has nobody",
      { district: { ...kapuas, isOnlyAsked: true }, heads: heads(0) },
      [
        "next district 1",
        "waits 1 officer 1 heads 17",
        "waits 1 campaign 1",
        "waits 3 targets 1",
        "waits 3 report 1",
      ],
    ],
    [
      "its health office, and five camat: a campaign can be made meanwhile",
      { district: kapuas, officers: 1, heads: heads(5) },
      ["done", "next heads 12", "open campaign 1", "waits 3 targets 1", "waits 3 report 1"],
    ],
    [
      "a campaign before the people",
      { district: kapuas, officers: 1, heads: heads(5), campaign },
      ["done", "next heads 12", "done", "open targets 231", "open start 1"],
    ],
    [
      "all but the reports",
      {
        district: kapuas,
        officers: 1,
        heads: heads(17),
        campaign: { ...campaign, untargeted: 0, hasBegun: true },
      },
      ["done", "done", "done", "done", "next report 1"],
    ],
    [
      "every village with its own account, and a campaign without a goal",
      {
        district: kapuas,
        officers: 2,
        heads: heads(3, 231),
        campaign: { ...campaign, hasGoal: false },
        hasReports: true,
      },
      ["done", "done", "done", "done", "done"],
    ],
    [
      "areas that were not loaded",
      { district: { ...kapuas, villages: 0 }, officers: 1, heads: heads(17) },
      ["next areas 1", "done", "waits 1 campaign 1", "waits 3 targets 1", "waits 3 report 1"],
    ],
  ])("%s", (_name, facts, expected) => {
    expect(told(facts)).toEqual(expected);
  });

  it("are numbered, and one at most is next", () => {
    const steps = firstSteps(empty);
    expect(steps.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
    expect(steps.filter(({ state }) => state === "next")).toHaveLength(1);
  });
});
