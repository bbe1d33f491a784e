import { describe, expect, it } from "vitest";

import { needGapOf } from "@/lib/monitor/summary/part";
import { goalOfChosen } from "@/lib/monitor/summary/summary";

import { counts, days, everyone, places, summary, type Count } from "./summary-campaign";

it("knows the goal of the chosen figure, whoever made the figure", () => {
  const read = summary({ counts: counts({ MR: everyone }) });
  expect(goalOfChosen(read)).toBe(9_500);
  expect(goalOfChosen({ ...read, chosen: { ...read.chosen } })).toBe(9_500);
});

describe("places without a target population of their own", () => {
  const MR: Count[] = [
    [1_000, 1_000, 20],
    [300, null, 20],
  ];

  it("are not said to be below the goal", () => {
    expect(summary({ counts: counts({ MR }) }).below).toBeNull();
  });

  it("explain no difference to what the whole needs by a figure of its own", () => {
    const read = summary({ counts: counts({ MR: everyone }) });
    const parts = read.parts.map(({ assessment }) => assessment);
    const [whole] = read.interventions.map(({ assessment }) => assessment);
    if (!whole) throw new Error("no whole");
    const own = { ...whole, needed: 9_999, targetPopulation: 20_000, targetDetail: 5_000 };
    expect(needGapOf(own, parts)).toBeNull();
    expect(needGapOf({ ...own, targetDetail: null }, parts)).toMatchObject({ ofWhole: 9_999 });
  });
});

describe("who holds us back", () => {
  it("names the fewest kecamatan that make up more than half of the children needed", () => {
    // Needed: Selat 550, Mantangai 850, Bataguh 650, Timpah 460, together 2,510.
    const { largest } = summary({ counts: counts({ MR: everyone }) });
    expect(largest?.of.intervention.code).toBe("MR");
    expect(largest?.holding).toEqual({ names: ["Mantangai", "Bataguh"], shareTenths: 598 });
  });

  it("names nobody when nothing is needed", () => {
    const MR = places.map((): Count => [1_000, 1_000, 20]);
    expect(summary({ counts: counts({ MR }) }).largest).toBeNull();
  });

  it("lists the places by children needed, and one without a target population last", () => {
    const MR: Count[] = [
      [50, 100, 20],
      [0, null, 20],
      [0, 100, 20],
      [120, 100, 20],
    ];
    expect(summary({ counts: counts({ MR }) }).parts.map(({ name }) => name)).toEqual([
      "Bataguh",
      "Selat",
      "Timpah",
      "Mantangai",
    ]);
  });

  it("explains needs that do not add up by the places beyond their goal", () => {
    const MR: Count[] = [
      [1_029, 1_000, 20],
      [100, 1_000, 20],
    ];
    const { needGap } = summary({ counts: counts({ MR }) });
    expect(needGap).toMatchObject({ ofParts: 850, ofWhole: 771 });
    expect(needGap?.beyondGoal.map(({ name }) => name)).toEqual(["Selat"]);
  });
});

describe("since yesterday", () => {
  const today = "2026-06-05";

  it("reports a place that its doses of today brought over the goal", () => {
    const MR: Count[] = [[950, 1_000, 20]];
    const partDays = days(today, { place: "Selat", doses: 100, todays: 10, expected: 4 });
    const { changes } = summary({ counts: counts({ MR }), partDays });
    expect(changes).toMatchObject([
      { name: "Selat", from: "onTrack", to: "reached", isBetter: true },
    ]);
  });

  it("reports a place that stood still on a complete day while the running target rose past it", () => {
    // 380 of 1,000 is the running target of day 4 of 10, and 475 that of day 5.
    const MR: Count[] = [[380, 1_000, 20]];
    const changed = (received: number) =>
      summary({
        counts: counts({ MR }),
        partDays: days(today, { place: "Selat", doses: 95, todays: 0, received, expected: 4 }),
        wholeDays: days(today, { doses: 95, todays: 0, received, expected: 4 }),
      });

    expect(changed(3).changes).toMatchObject([{ from: "onTrack", to: "behind", isBetter: false }]);
    // In the morning nobody has reported: the place is judged by yesterday, as yesterday.
    expect(changed(0).changes).toEqual([]);
    expect(changed(2).changes).toEqual([]);
    expect(changed(2).parts[0]?.assessment.status).toBe("onTrack");
    expect(changed(2).interventions[0]?.verdict.status).toBe("onTrack");
  });

  it("reports a place whose first report came today", () => {
    const MR: Count[] = [[20, 1_000, 4]];
    const partDays = days(today, { place: "Selat", doses: 0, todays: 20, expected: 4 });
    expect(summary({ counts: counts({ MR }), partDays }).changes).toMatchObject([
      { from: "unknown", to: "behind", isBetter: true },
    ]);
  });

  it("compares with nothing on the first day", () => {
    const MR: Count[] = [[950, 1_000, 4]];
    const partDays = days("2026-06-01", { place: "Selat", doses: 950, expected: 4 });
    expect(summary({ counts: counts({ MR }), partDays }, "2026-06-01").changes).toEqual([]);
  });

  it("counts the villages that reached the goal, and those that did so today", () => {
    const units = [
      { dosesAdministered: 95, targetPopulation: 100, todays: 0, doubtful: 0 },
      { dosesAdministered: 95, targetPopulation: 100, todays: 1, doubtful: 0 },
      { dosesAdministered: 94, targetPopulation: 100, todays: 94, doubtful: 0 },
      { dosesAdministered: 5, targetPopulation: null, todays: 5, doubtful: 0 },
    ];
    expect(summary({ counts: counts({ MR: everyone }), units }).reached).toEqual({
      units: 4,
      reached: 2,
      newly: 1,
    });
  });
});

describe("today's reports", () => {
  it("tells complete kecamatan from those that are waited for, most missing first", () => {
    const today = "2026-06-05";
    const partDays = places.flatMap((place, index) =>
      days(today, { place, doses: 10, received: [4, 1, 3, 0][index] ?? 0, expected: 4 }),
    );
    const wholeDays = days(today, { doses: 40, received: 8 });
    const { reports } = summary({ counts: counts({ MR: everyone }), partDays, wholeDays });
    expect(reports).toMatchObject({ received: 8, expected: 16, isComplete: false });
    expect(reports?.completeParts).toBe(1);
    expect(reports?.waiting.map(({ name }) => name)).toEqual(["Timpah", "Mantangai", "Bataguh"]);
  });

  it("counts today among the days left until three quarters of its reports are in", () => {
    const left = (received: number) =>
      summary({
        counts: counts({ MR: everyone }),
        wholeDays: days("2026-06-05", { doses: 1, received }),
      }).base.daysLeft;
    expect(left(11)).toBe(6);
    expect(left(12)).toBe(5);
  });

  it("expects none on a sweeping day", () => {
    const wholeDays = days("2026-06-11", { doses: 300, expected: 0 });
    expect(
      summary({ counts: counts({ MR: everyone }), wholeDays }, "2026-06-11").reports,
    ).toBeNull();
  });

  it("names a kecamatan that never reported, and still needs its children", () => {
    const MR: Count[] = [
      [400, 1_000, 20],
      [0, 500, 0],
    ];
    const { silent, interventions } = summary({ counts: counts({ MR }) });
    expect(silent.map(({ name }) => name)).toEqual(["Mantangai"]);
    expect(interventions[0]?.verdict.needed).toBe(1_025);
  });
});

it("is the sum of its places, whatever their number", () => {
  const { interventions } = summary({ counts: counts({ MR: everyone, OPV: everyone }) });
  expect(interventions.map(({ assessment }) => assessment.dosesAdministered)).toEqual([
    1_290, 1_290,
  ]);
  expect(interventions.map(({ assessment }) => assessment.targetPopulation)).toEqual([
    4_000, 4_000,
  ]);
});
