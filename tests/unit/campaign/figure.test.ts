import { describe, expect, it } from "vitest";

import {
  figureKeyOf,
  figureOf,
  figuresOf,
  isOfFigure,
  whyNoSum,
  whyNotAdded,
} from "@/lib/campaign/figure";
import { presets } from "@/lib/campaign/preset";
import { withWording } from "@/lib/campaign/wording";
import { goalOf } from "@/tests/support/goals";

/** A preset as a campaign has it. */
function campaignOf(name: keyof typeof presets) {
  const { groups, interventions, noun, act, gives } = presets[name];
  return withWording({
    noun,
    act,
    gives,
    interventions: interventions.map((each) => ({
      ...each,
      goals: goalOf("0.95"),
      act: null,
      gives: null,
      groupsAdd: each.groupsAdd ?? true,
      targetGroups: each.groups ?? groups.map(({ code }) => code),
    })),
    targetGroups: groups.map((each) => ({
      noun: null,
      minMonths: null,
      maxMonthsExclusive: null,
      ...each,
    })),
  });
}

const [bian, covid, klasik] = [campaignOf("bian"), campaignOf("covid"), campaignOf("klasik")];

describe("whether groups add", () => {
  const people = { nouns: ["person"], acts: [], gives: [] };
  const two = ["a", "b"];

  it.each([
    ["different people of one kind do", { groupsAdd: true, wording: people }, null],
    ["the same people in several do not", { groupsAdd: false, wording: people }, "overlapping"],
    [
      "families and people never do, whatever is said",
      { groupsAdd: true, wording: { ...people, nouns: ["person", "family"] } },
      "unlike",
    ],
  ] as const)("%s", (_, given, reason) => {
    expect(whyNotAdded({ ...given, targetGroups: two })).toBe(reason);
  });

  it("is no question for one group alone", () => {
    expect(whyNotAdded({ groupsAdd: false, wording: people, targetGroups: ["a"] })).toBeNull();
  });

  it("is yes in BIAN and COVID-19, no in KLASIK", () => {
    expect(bian.interventions.map((each) => whyNotAdded(each))).toEqual([null, null, null, null]);
    expect(covid.interventions.map((each) => whyNotAdded(each))).toEqual([null, null, null]);
    expect(klasik.interventions.map((each) => whyNotAdded(each))).toEqual(["unlike"]);
  });
});

describe("the figures of a campaign", () => {
  it("are its interventions where groups add", () => {
    expect(figuresOf(bian).map(({ key, targetGroup }) => [key, targetGroup])).toEqual([
      ["MR", null],
      ["OPV", null],
      ["IPV", null],
      ["DPT-HB-Hib", null],
    ]);
  });

  it("are its groups, each by its own name and noun, where they do not", () => {
    const figures = figuresOf(klasik);
    expect(figures).toHaveLength(10);
    expect(figures.every(({ targetGroups }) => targetGroups.length === 1)).toBe(true);
    expect(figures.slice(2, 6).map(({ key, name, wording }) => [key, name, wording.nouns])).toEqual(
      [
        ["LAYANAN/bumil-kek", "Ibu hamil KEK dari KRS", ["pregnantWoman"]],
        ["LAYANAN/baduta-krs", "Baduta dari KRS", ["child"]],
        ["LAYANAN/balita-krs", "Balita dari KRS", ["child"]],
        ["LAYANAN/krs-air-minum", "KRS tanpa sumber air minum utama yang layak", ["family"]],
      ],
    );
  });

  it("name their intervention beside others", () => {
    const both = {
      ...bian,
      interventions: bian.interventions.map((each) => ({ ...each, groupsAdd: false })),
    };
    expect(figuresOf(both).map(({ shortName }) => shortName)).toEqual([
      "MR 9–59 bulan",
      "MR 5–<7 tahun",
      "MR 7–12 tahun",
      "OPV",
      "IPV",
      "DPT-HB-Hib",
    ]);
  });

  it("are split into groups also where they add, when that is asked for", () => {
    expect(figuresOf(bian, { intervention: "MR", isSplit: true }).map(({ key }) => key)).toEqual([
      "MR/9-59-bulan",
      "MR/5-7-tahun",
      "MR/7-12-tahun",
    ]);
  });

  it("are of the group that was asked for alone", () => {
    expect(
      figuresOf(bian, { targetGroup: "12-59-bulan" }).map(({ key, targetGroups }) => [
        key,
        targetGroups,
      ]),
    ).toEqual([
      ["OPV", ["12-59-bulan"]],
      ["IPV", ["12-59-bulan"]],
      ["DPT-HB-Hib", ["12-59-bulan"]],
    ]);
    expect(figuresOf(klasik, { targetGroup: "bumil-kek" }).map(({ key }) => key)).toEqual([
      "LAYANAN/bumil-kek",
    ]);
  });

  it("are found by intervention and group, else the first", () => {
    expect(figureOf(klasik, { intervention: "LAYANAN", targetGroup: "bumil-kek" }).name).toBe(
      "Ibu hamil KEK dari KRS",
    );
    expect(figureOf(klasik, {}).targetGroup).toBe("baduta-stunting");
    expect(figureOf(bian, { intervention: "OPV", targetGroup: "12-59-bulan" }).key).toBe("OPV");
  });

  it("know their columns, and rows know theirs", () => {
    const figure = figureOf(klasik, { intervention: "LAYANAN", targetGroup: "bumil-kek" });
    expect(isOfFigure(figure, { intervention: "LAYANAN", targetGroup: "bumil-kek" })).toBe(true);
    expect(isOfFigure(figure, { intervention: "LAYANAN", targetGroup: "baduta-krs" })).toBe(false);
    expect(figureKeyOf({ intervention: "LAYANAN", targetGroup: "bumil-kek" })).toBe(figure.key);
    expect(figureKeyOf({ intervention: "MR", targetGroup: null })).toBe("MR");
  });
});

describe("a sum over columns", () => {
  it("is there for BIAN, and of one group of KLASIK, not of several", () => {
    expect(whyNoSum(bian, {})).toBeNull();
    expect(whyNoSum(klasik, { intervention: "LAYANAN", targetGroup: "bumil-kek" })).toBeNull();
    expect(whyNoSum(klasik, { intervention: "LAYANAN" })).toBe("unlike");
    expect(whyNoSum(klasik, {})).toBe("unlike");
  });
});
