import { emptyDatabase } from "@/tests/support/database";

import { beforeEach, describe, expect, it } from "vitest";

import { coverageOf } from "@/lib/server/api/coverage";
import type { Actor } from "@/lib/account/auth/policy";
import type { Campaign } from "@/lib/campaign/campaign";
import { coverageCsv, coverageCsvColumns } from "@/lib/monitor/coverage/csv";
import { parseCoverageParams } from "@/lib/monitor/coverage/params";
import { readCoverage } from "@/lib/monitor/coverage/server/read";
import { baseDayOf } from "@/lib/monitor/assessment";
import { readSummary } from "@/lib/monitor/summary/server/queries";
import { importTargetPopulations } from "@/lib/campaign/target-population/server/commands";

import { basarang, grantOf, makeCampaign, november, report, selat } from "./selat-basarang";

let dinkes: Actor;
let campaign: Campaign;

beforeEach(async () => {
  await emptyDatabase();
  ({ dinkes, campaign } = await makeCampaign());
});

/** The same target population for each of these units. */
async function target(units: readonly string[], people: number) {
  await importTargetPopulations(
    grantOf(dinkes, "target:import"),
    campaign,
    {
      source: "local",
      asOf: november(1),
      decree: undefined,
      rows: units.map((unit) => ({ unit, intervention: "MR", targetGroup: "anak", people })),
    },
    { isDryRun: false, at: new Date("2026-11-01T00:00:00Z") },
  );
}

/** What four doors say of the whole and of each kecamatan, on a day of November. */
async function everywhere(day: number) {
  const today = november(day);
  const grant = grantOf(dinkes, "coverage:read");
  const params = parseCoverageParams({}, campaign, today);
  const [summary, reading, api] = await Promise.all([
    readSummary(grant, campaign, { today }),
    readCoverage(grant, campaign, params, undefined),
    coverageOf(grant, campaign, { intervention: "MR" }, new Date(`${today}T08:00:00Z`)),
  ]);
  if (!reading) throw new Error("no reading");
  const [heads, ...lines] = coverageCsv(campaign, params, reading.view, {
    column: (name) => name,
    status: (status) => status,
    scope: (scope) => scope,
    source: (source) => source,
    allGroups: "",
    total: "",
    sample: "",
    published: "",
    ended: ({ unit }) => `ended ${unit}`,
    twoLevels: ({ name }) => name,
  });
  expect(heads).toEqual([...coverageCsvColumns]);
  const csv = lines.map((line) =>
    Object.fromEntries(coverageCsvColumns.map((name, index) => [name, line[index]])),
  );

  const at = { round: params.round, on: today };
  const said = (row: (typeof reading.view.parts)[number]) => ({
    doses: row.dosesAdministered,
    aside: row.dosesWithoutTarget,
    people: row.targetPopulation,
    needed: row.needed,
    remaining: row.remaining,
    baseDay: baseDayOf(row, at),
    neededAtBase: row.neededAtBase,
    perDay: row.required.kind === "perDay" ? row.required.perDay : null,
  });
  const whole = summary.interventions[0]?.assessment;
  const byCoverage = [reading.view.total, ...reading.view.parts];

  // The summary.
  const bySummary = [whole, ...summary.parts.map(({ assessment }) => assessment)];
  for (const row of byCoverage) {
    const same = bySummary.find((each) => each?.code === row.code) ?? whole;
    expect(same).toMatchObject({ ...pick(row), status: row.status });
  }
  // The API.
  for (const row of byCoverage) {
    const answer = [...api.rows, ...api.total].find(({ code }) => code === row.code);
    const { doses, aside, people, perDay, ...rest } = said(row);
    expect(answer).toMatchObject({
      ...rest,
      dosesAdministered: doses,
      dosesWithoutTarget: aside,
      targetPopulation: people,
      requiredPerDay: perDay ?? (row.required.kind === "nothingNeeded" ? 0 : null),
      status: row.status,
    });
  }
  // The file.
  for (const row of byCoverage) {
    const { doses, aside, people, perDay, ...rest } = said(row);
    expect(csv.find(({ code }) => code === row.code)).toMatchObject({
      ...rest,
      // A place that never reported has no figure in the file, not a 0.
      dosesAdministered: row.hasReported ? doses : null,
      dosesWithoutTarget: row.hasReported ? aside : null,
      targetPopulation: people,
      requiredPerDay: perDay,
    });
  }
  // Each kecamatan's own screen.
  for (const part of reading.view.parts) {
    const own = await readCoverage(grant, campaign, params, part.code);
    expect(own?.view.total.verdict).toEqual(part.verdict);
  }
  return { total: reading.view.total, parts: reading.view.parts, summary };
}

function pick(row: {
  readonly dosesAdministered: number;
  readonly needed: number | null;
  readonly remaining: number | null;
  readonly neededAtBase: number | null;
  readonly required: unknown;
  readonly base: unknown;
}) {
  const { dosesAdministered, needed, remaining, neededAtBase, required, base } = row;
  return { dosesAdministered, needed, remaining, neededAtBase, required, base };
}

describe("one verdict at every door", () => {
  it("goes by yesterday in the morning, and by today once three quarters are in", async () => {
    await target([...selat, ...basarang], 300);
    await report(campaign, [...selat, ...basarang], [1, 9]);
    // Basarang has reported all of today, Selat one of four villages.
    await report(campaign, [...basarang, ...selat.slice(0, 1)], [10, 10]);

    const { total, parts, summary } = await everywhere(10);
    // 6 villages × 9 days × 10 doses by yesterday, and three reports of today: 50 %.
    expect(total).toMatchObject({
      dosesAdministered: 570,
      needed: 1_140,
      remaining: 1_230,
      neededAtBase: 1_170,
      base: { day: 9, daysLeft: 21, isLookedAt: false },
      required: { kind: "perDay", perDay: 56 },
    });
    expect(parts.map(({ name, base }) => [name, base.day])).toEqual([
      ["Selat", 9],
      ["Basarang", 10],
    ]);
    expect(summary.changes).toEqual([]);
    await report(campaign, selat.slice(1, 3), [10, 10]);
    const later = await everywhere(10);
    expect(later.total).toMatchObject({ base: { day: 10, isLookedAt: true }, needed: 1_120 });
  });

  it("has no verdict before the first complete day, and a coverage all the same", async () => {
    await target([...selat, ...basarang], 300);
    await report(campaign, selat.slice(0, 2), [1, 1]);

    const { total } = await everywhere(1);
    expect(total).toMatchObject({ status: "unknown", coverage: 20 / 1_800, base: { day: 0 } });
  });

  it("leaves doses without a target out of the total that others' targets divide", async () => {
    const [first = "", second = "", third = ""] = selat;
    await target([first, second], 100);
    await report(campaign, [first, second], [1, 8]);
    await report(campaign, [third], [1, 3]);

    const { total } = await everywhere(9);
    // 80 and 80 of 100 each; the third village's 30 doses stand aside: 160 of 200, not 190.
    expect(total).toMatchObject({
      dosesAdministered: 160,
      dosesWithoutTarget: 30,
      targetPopulation: 200,
      needed: 30,
      remaining: 40,
    });
    expect(total.status).not.toBe("reached");
  });
});
