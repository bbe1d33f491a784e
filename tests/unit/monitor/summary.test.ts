import { describe, expect, it } from "vitest";

import type { Campaign } from "@/lib/campaign/campaign";
import { parseGoal } from "@/lib/coverage/goal";
import type { PlaceCounts } from "@/lib/monitor/counts";
import { summaryOf, type SummaryFacts } from "@/lib/monitor/summary";
import type { CountedDay } from "@/lib/monitor/verdicts";
import { regionCode } from "@/lib/region/code";
import { addDays } from "@/lib/time/calendar-day";

const round = {
  number: 1,
  plannedStartsOn: "2026-06-01",
  plannedEndsOn: "2026-06-10",
  startsOn: "2026-06-01",
  endsOn: "2026-06-10",
  sweepingEndsOn: "2026-06-12",
};

const mr = {
  code: "MR",
  name: "Campak-rubela (MR)",
  shortName: "MR",
  coverageGoal: parseGoal("0.95"),
  targetGroups: ["anak"],
};

const opv = { ...mr, code: "OPV", shortName: "OPV", coverageGoal: parseGoal("0.8") };

const campaign: Campaign = {
  districtCode: regionCode.parse("62.03"),
  districtName: "Kabupaten Kapuas",
  id: "11111111-1111-4111-8111-111111111111",
  slug: "bian",
  name: "BIAN",
  legalBasis: null,
  sourceName: null,
  sourceUrl: null,
  startsOn: "2026-06-01",
  endsOn: "2026-06-30",
  timeZone: "Asia/Jakarta",
  reportCutOff: "16:00",
  isSample: true,
  decidingTargetSource: "local",
  usualDeviations: 3,
  mostTargetShare: 0.35,
  version: 1,
  rounds: [round],
  interventions: [mr, opv],
  targetGroups: [{ code: "anak", name: "9–59 bulan" }],
};

const places = ["Selat", "Mantangai", "Bataguh", "Timpah"] as const;

type Count = readonly [doses: number, people: number | null, reports: number];

/** Counts of each place, in its order: doses, target population, reports received. */
function counts(of: Readonly<Record<string, readonly Count[]>>): PlaceCounts[] {
  return places.flatMap((name, index) =>
    Object.entries(of).flatMap(([intervention, rows]) => {
      const row = rows[index];
      return row
        ? [
            {
              code: name,
              name,
              intervention,
              targetGroup: null,
              units: 4,
              missingTargets: row[1] === null ? 4 : 0,
              targetPopulation: row[1],
              dosesAdministered: row[0],
              nonResidentDoses: 0,
              unverifiedDoses: 0,
              reportsReceived: row[2],
            },
          ]
        : [];
    }),
  );
}

/** A row for each day up to `today`: the same doses every day, all reports in except on the last. */
function days(
  today: string,
  over: { place?: string; doses: number; todays?: number; received?: number; expected?: number },
): CountedDay[] {
  const expected = over.expected ?? 16;
  const rows: CountedDay[] = [];
  for (let day = round.startsOn; day <= today; day = addDays(day, 1)) {
    const isToday = day === today;
    for (const { code } of campaign.interventions) {
      rows.push({
        place: over.place ?? "62.03",
        day,
        intervention: code,
        doses: isToday ? (over.todays ?? over.doses) : over.doses,
        unverified: 0,
        received: isToday ? (over.received ?? expected) : expected,
        verified: 0,
        expected,
      });
    }
  }
  return rows;
}

function summary(facts: Partial<SummaryFacts>, today = "2026-06-05", chosen = mr) {
  return summaryOf(
    {
      partKind: "subdistrict",
      unitKinds: ["village"],
      cells: [],
      counts: [],
      wholeDays: [],
      partDays: [],
      units: [],
      sources: [],
      lastReceivedAt: null,
      ...facts,
    },
    { campaign, round, today, chosen },
  );
}

const everyone: readonly Count[] = [
  [400, 1_000, 20],
  [100, 1_000, 20],
  [300, 1_000, 20],
  [490, 1_000, 20],
];

describe("what is said about an intervention", () => {
  const kindOf = (facts: Partial<SummaryFacts>, today?: string) =>
    summary(facts, today).interventions[0]?.sentence;

  it("says what is needed a day, what is given, and where it ends", () => {
    const wholeDays = days("2026-06-05", { doses: 300, todays: 90, received: 4 });
    expect(kindOf({ counts: counts({ MR: everyone, OPV: everyone }), wholeDays })).toEqual({
      kind: "fallsShort",
      needed: 2_510,
      perDay: 419,
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
      perDay: 419,
    });
  });

  it("makes no forecast before the third complete day", () => {
    const wholeDays = days("2026-06-03", { doses: 300, received: 4 });
    expect(kindOf({ counts: counts({ MR: everyone }), wholeDays }, "2026-06-03")).toEqual({
      kind: "tooEarly",
      needed: 2_510,
      perDay: 314,
    });
  });

  it("says how many places are still below a goal that is reached", () => {
    const MR: Count[] = [
      [1_400, 1_000, 20],
      [1_000, 1_000, 20],
      [930, 1_000, 20],
      [490, 1_000, 20],
    ];
    expect(kindOf({ counts: counts({ MR }) })).toEqual({ kind: "reached", below: 2 });
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
      perDay: 1_255,
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

  it("reports a place that stood still while the running target rose past it", () => {
    // 380 of 1,000 is the running target of day 4 of 10, and 475 that of day 5.
    const MR: Count[] = [[380, 1_000, 16]];
    const partDays = days(today, {
      place: "Selat",
      doses: 95,
      todays: 0,
      received: 0,
      expected: 4,
    });
    const { changes } = summary({ counts: counts({ MR }), partDays });
    expect(changes).toMatchObject([{ from: "onTrack", to: "behind", isBetter: false }]);
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
      { dosesAdministered: 95, targetPopulation: 100, todays: 0 },
      { dosesAdministered: 95, targetPopulation: 100, todays: 1 },
      { dosesAdministered: 94, targetPopulation: 100, todays: 94 },
      { dosesAdministered: 5, targetPopulation: null, todays: 5 },
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
      }).daysLeft;
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
  expect(interventions.map(({ standing }) => standing.dosesAdministered)).toEqual([1_290, 1_290]);
  expect(interventions.map(({ standing }) => standing.targetPopulation)).toEqual([4_000, 4_000]);
});
