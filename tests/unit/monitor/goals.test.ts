import { describe, expect, it } from "vitest";

import { goalPercent, parseGoal } from "@/lib/coverage/goal";
import { goalOf } from "@/tests/support/goals";

import { counts, days, summary, withGoals, type Count } from "./summary-campaign";

const everywhere: Count[] = [
  [700, 1_000, 20],
  [850, 1_000, 20],
];

describe("another goal from the sixth day on", () => {
  const goals = [
    ...goalOf("0.95"),
    ...goalOf("0.7", { fromDay: "2026-06-06", reason: "Instruksi" }),
  ];
  const on = (day: string) =>
    withGoals(
      { MR: goals },
      { counts: counts({ MR: everywhere }), wholeDays: days(day, { doses: 300 }) },
      day,
    ).interventions[0];

  it("judges no day before it, and every one after", () => {
    const before = on("2026-06-05")?.assessment;
    expect(before?.coverageGoal && goalPercent(before.coverageGoal)).toBe(95);
    expect(before).toMatchObject({ needed: 350, status: "onTrack" });
    expect(on("2026-06-06")?.assessment).toMatchObject({ needed: 0, status: "reached" });
    // Once the round is over, by the goal of its last day.
    expect(on("2026-06-30")?.assessment).toMatchObject({ needed: 0, status: "reached" });
  });
});

describe("a campaign without goals", () => {
  const none = { MR: goalOf(null), OPV: goalOf(null) };
  const page = withGoals(
    none,
    {
      counts: counts({
        MR: everywhere,
        OPV: [
          [200, 1_000, 20],
          [100, 1_000, 20],
        ],
      }),
      wholeDays: days("2026-06-05", { doses: 300 }),
    },
    "2026-06-05",
  );

  it("says who was reached of whom, and no verdict", () => {
    expect(page.interventions[0]).toMatchObject({
      sentence: { kind: "noGoal", given: 1_550, people: 2_000, remaining: 450 },
      assessment: { status: "noGoal", needed: null, remaining: 450, coverageGoal: null },
      verdict: { forecast: null, recentPace: null, isForecastReaching: null, isUnrealistic: false },
    });
    expect(page.largest).toBeNull();
    expect(page.needGap).toBeNull();
    expect(page.changes).toEqual([]);
    expect(page.reached).toMatchObject({ reached: 0, newly: 0 });
  });

  it("names the intervention that has not reached most, and places by the same", () => {
    expect(page.mostRemaining?.intervention.code).toBe("OPV");
    expect(page.parts.map(({ name }) => name)).toEqual(["Selat", "Mantangai"]);
  });
});

describe("a goal of each unit", () => {
  it("adds up what the units lack, and says how many have reached it", () => {
    const unit = (doses: number) => ({ ...counts({ MR: [[doses, 100, 5]] })[0], units: 1 });
    const [row] = counts({ MR: [[285, 300, 20]] });
    if (!row) throw new Error("no row");
    const ofUnits = [unit(90), unit(95), unit(100)].map((each) => ({ ...row, ...each }));
    const page = withGoals(
      { MR: goalOf("0.95", { scope: "each" }) },
      { counts: [{ ...row, ofUnits }] },
      "2026-06-30",
    );
    expect(page.interventions[0]?.assessment).toMatchObject({
      status: "behind",
      needed: 5,
      eachUnit: { reached: 2, units: 3, neededOfSum: 0, beyond: 1 },
    });
  });
});

describe("a gate", () => {
  it("stands on the page with the figures of what it asks for", () => {
    const whole = { targetGroup: null, unitSet: null };
    const opd = { kind: "stage", code: "opd" } as const;
    const ofSet = (doses: number, set: typeof opd | null) =>
      counts({ MR: [[doses, 2_000, 40]], OPV: [[doses, 2_000, 40]] }).map((each) => ({
        ...each,
        ofSet: set,
      }));
    const page = withGoals(
      {},
      {
        counts: counts({ MR: everywhere, OPV: everywhere }),
        gateCounts: [...ofSet(1_550, null), ...ofSet(2_000, opd)],
      },
      "2026-06-05",
      [
        {
          code: "LANJUT",
          name: "Tahap lanjut",
          terms: [
            { ...whole, intervention: "MR", atLeast: parseGoal("0.7") },
            { ...whole, intervention: "OPV", atLeast: parseGoal("0.8") },
            { ...whole, intervention: "OPV", unitSet: opd, atLeast: parseGoal("1") },
            {
              ...{ ...whole, intervention: "MR", atLeast: parseGoal("1") },
              unitSet: { ...opd, code: "desa" },
            },
          ],
        },
      ],
    );
    expect(page.gates).toMatchObject([
      {
        name: "Tahap lanjut",
        isOpen: false,
        terms: [
          { isMet: true, dosesAdministered: 1_550, targetPopulation: 2_000 },
          { isMet: false, dosesAdministered: 1_550, targetPopulation: 2_000 },
          { isMet: true, dosesAdministered: 2_000, targetPopulation: 2_000 },
          { isMet: false, dosesAdministered: 0, targetPopulation: null },
        ],
      },
    ]);
    expect(summary({}).gates).toEqual([]);
  });
});
