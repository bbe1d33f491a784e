import { describe, expect, it, test } from "vitest";

import { campaignChange, campaignInput } from "@/lib/campaign/schema";
import { countCells, countColumns, requireDrawable } from "@/lib/campaign/size";
import { problemsByField } from "@/lib/base/forms/problem";
import { limits } from "@/lib/base/limits";
import { addDays } from "@/lib/base/time/calendar-day";

const startsOn = "2026-06-01";
type Part = { readonly code: string; readonly targetGroups?: readonly string[] };
const list = (length: number, more: object = {}): readonly Part[] =>
  Array.from({ length }, (_, index) => ({ code: `k${String(index)}`, name: "Nama", ...more }));
const interventions = (length: number, more: object = {}) =>
  list(length, { coverageGoal: "0.95", ...more });
const rounds = (length: number) =>
  Array.from({ length }, (_, index) => ({
    number: index + 1,
    startsOn: addDays(startsOn, index),
    endsOn: addDays(startsOn, index),
  }));
const units = (length: number) => list(length, { kind: "school", regionCode: "62.03.01" });

const body = {
  slug: "batas",
  name: "Batas",
  districtCode: "62.03",
  startsOn,
  endsOn: addDays(startsOn, 30),
  timeZone: "Asia/Jakarta",
  reportCutOff: "16:00",
  isSample: true,
  decidingTargetSource: "local",
  rounds: rounds(1),
  interventions: interventions(1),
  targetGroups: list(1),
};

/** What fits, what is one too many, and what that is told as. */
test.each([
  [
    "tooManyInterventions",
    "interventions",
    { interventions: interventions(limits.campaignInterventions) },
    { interventions: interventions(limits.campaignInterventions + 1) },
  ],
  [
    "tooManyTargetGroups",
    "targetGroups",
    { targetGroups: list(limits.campaignTargetGroups) },
    { targetGroups: list(limits.campaignTargetGroups + 1) },
  ],
  [
    "tooManyColumns",
    "interventions",
    { interventions: interventions(3), targetGroups: list(20) },
    {
      interventions: [
        ...interventions(3),
        ...interventions(1, { code: "x", targetGroups: ["k0"] }),
      ],
      targetGroups: list(20),
    },
  ],
  [
    "tooManyRounds",
    "rounds",
    { rounds: rounds(limits.campaignRounds) },
    { rounds: rounds(limits.campaignRounds + 1) },
  ],
  [
    "tooManyUnits",
    "reportingUnits",
    { reportingUnits: units(limits.campaignUnits) },
    { reportingUnits: units(limits.campaignUnits + 1) },
  ],
  [
    "campaignTooLong",
    "endsOn",
    { endsOn: addDays(startsOn, limits.campaignDays - 1) },
    { endsOn: addDays(startsOn, limits.campaignDays) },
  ],
])("%s: the bound passes, one more is rejected, new or changed", (code, field, fits, above) => {
  for (const schema of [campaignInput, campaignChange]) {
    expect(schema.safeParse({ ...body, removedUnits: [], ...fits }).success).toBe(true);
    const parsed = schema.safeParse({ ...body, removedUnits: [], ...above });
    const fields = parsed.success ? {} : problemsByField(parsed.error);
    expect(fields[field]).toContain(code);
  }
});

describe("the size of a campaign", () => {
  const parts = { startsOn, endsOn: addDays(startsOn, 39), ...campaignOf(10) };

  it("is units × columns × days", () => {
    expect(countColumns(campaignOf(10))).toBe(10);
    expect(countCells(parts, 345)).toBe(345 * 10 * 40);
  });

  it.each([
    ["345 villages, 10 interventions, 40 days", 345, 10, 40],
    ["COVID-19 in 231 villages, 12 columns, 208 days", 231, 12, 208],
    ["5,000 schools, 4 columns, 31 days", 5_000, 4, 31],
    ["three years of 50 villages and 10 columns", 50, 10, limits.campaignDays],
  ])("lets real ones be: %s", (_, count, columns, days) => {
    const real = { startsOn, endsOn: addDays(startsOn, days - 1), ...campaignOf(columns) };
    expect(() => requireDrawable(real, count)).not.toThrow();
  });

  it("is rejected one unit above the bound, and one that stood above may still change", () => {
    const oneDay = { startsOn, endsOn: startsOn, ...campaignOf(60) };
    const days = Math.floor(limits.campaignCells / (60 * 1_000));
    const bound = { ...oneDay, endsOn: addDays(startsOn, days - 1) };
    const most = Math.floor(limits.campaignCells / (60 * days));
    expect(() => requireDrawable(bound, most)).not.toThrow();
    expect(() => requireDrawable(bound, most + 1)).toThrow("campaignTooLarge");
    const before = { units: most + 1, cells: countCells(bound, most + 1) };
    expect(() => requireDrawable(bound, most + 1, before)).not.toThrow();
    expect(() => requireDrawable(bound, most + 2, before)).toThrow("campaignTooLarge");
  });

  it("counts the units of every change together", () => {
    expect(() => requireDrawable(parts, limits.campaignUnits + 1)).toThrow("tooManyUnits");
  });
});

function campaignOf(columns: number) {
  return { interventions: interventions(columns), targetGroups: list(1) };
}
