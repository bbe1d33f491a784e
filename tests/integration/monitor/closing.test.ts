import { emptyDatabase, rewrite } from "@/tests/support/database";

import { beforeEach, describe, expect, it } from "vitest";

import { coverageOf } from "@/lib/server/api/coverage";
import type { Actor } from "@/lib/account/auth/policy";
import { findCampaign } from "@/lib/campaign/server/queries";
import { readClosing } from "@/lib/monitor/server/closing-queries";
import { coverageCsv, coverageCsvColumns } from "@/lib/monitor/coverage/csv";
import { parseCoverageParams } from "@/lib/monitor/coverage/params";
import { readCoverage } from "@/lib/monitor/coverage/server/read";
import { statusWord } from "@/lib/monitor/assessment";
import { readSummary } from "@/lib/monitor/summary/server/queries";
import { headlineOf } from "@/lib/monitor/summary/sentence";
import { importTargetPopulations } from "@/lib/campaign/target-population/server/commands";

import { person } from "../campaign/district";

import { basarang, grantOf, makeCampaign, november, report, selat } from "./selat-basarang";

let dinkes: Actor;
const after = "2026-12-05";
const at = new Date(`${after}T08:00:00Z`);

beforeEach(async () => {
  await emptyDatabase();
  const { dinkes: officer, campaign } = await makeCampaign();
  dinkes = officer;
  await importTargetPopulations(
    grantOf(dinkes, "target:import"),
    campaign,
    {
      source: "local",
      asOf: november(1),
      decree: undefined,
      rows: [...selat, ...basarang.slice(0, 1)].map((unit) => ({
        unit,
        intervention: "MR",
        targetGroup: "anak",
        people: 400,
      })),
    },
    { isDryRun: false, at: new Date("2026-11-01T00:00:00Z") },
  );
  // Four of six villages on 28 days (67 %), all but the silent one on the two others.
  await report(campaign, selat, [1, 30]);
  await report(campaign, basarang.slice(0, 1), [1, 2]);
  await rewrite("update daily_report set status = 'verified' where day <= $1", [november(10)]);
});

async function now() {
  const found = await findCampaign(dinkes, "mr-kapuas");
  if (!found) throw new Error("no campaign");
  return found;
}

describe("a campaign that is over", () => {
  it("lists what is left, for the health office alone, once the last day has passed", async () => {
    const campaign = await now();
    const grant = grantOf(dinkes, "coverage:read");
    const closing = await readClosing(grant, campaign, { today: after, at });
    // 4 × 20 reports after the 10th; one village is silent, and it alone has no target.
    expect(closing).toMatchObject({ unverified: 80, silent: 1, untargeted: 1, incompleteDays: 28 });
    expect(closing?.findings).toBeGreaterThan(0);

    expect(await readClosing(grant, campaign, { today: november(30), at })).toBeNull();
    const regent = await person("regentOffice", "62.03");
    const read = grantOf(regent, "coverage:read");
    expect(await readClosing(read, campaign, { today: after, at })).toBeNull();
  });

  it("has missed what is behind, with no need a day, pace or forecast at any door", async () => {
    const campaign = await now();
    const grant = grantOf(dinkes, "coverage:read");
    const params = parseCoverageParams({}, campaign, after);
    const [summary, reading, api] = await Promise.all([
      readSummary(grant, campaign, { today: after }),
      readCoverage(grant, campaign, params, undefined),
      coverageOf(grant, campaign, {}, at),
    ]);
    if (!reading) throw new Error("no reading");

    const standings = summary.interventions.map(({ assessment }) => assessment);
    expect(standings.map(statusWord)).toEqual(["missed"]);
    expect(headlineOf(standings.map(statusWord))).toEqual([{ status: "missed", count: 1 }]);
    expect(reading.view.parts.map(statusWord)).toEqual(["missed", "missed"]);
    for (const { verdict } of [
      ...summary.interventions,
      reading.view.total,
      ...reading.view.parts,
    ]) {
      expect(verdict).toMatchObject({ recentPace: null, forecast: null, isUnrealistic: false });
      expect(verdict.required.kind).toBe("outOfTime");
    }
    expect(reading.view.trend).toMatchObject({ forecast: null, recent: null, required: null });

    expect(api).toMatchObject({ phase: "ended" });
    for (const row of [...api.rows, ...api.total]) {
      expect(row).toMatchObject({ status: "behind", neededAtBase: null, requiredPerDay: null });
      expect(row.needed).toBeGreaterThan(0);
    }

    const [, ...lines] = coverageCsv(campaign, params, reading.view, {
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
    for (const line of lines) {
      const of = (name: (typeof coverageCsvColumns)[number]) =>
        line[coverageCsvColumns.indexOf(name)];
      expect(of("status")).toBe("missed");
      expect(
        (
          ["neededAtBase", "requiredPerDay", "recentPace", "forecastLow", "forecastHigh"] as const
        ).map(of),
      ).toEqual([null, null, null, null, null]);
    }
  });

  it("is judged as it was on a day when it ran", async () => {
    const campaign = await now();
    const grant = grantOf(dinkes, "coverage:read");
    const summary = await readSummary(grant, campaign, { today: after, on: november(20) });
    expect(summary.interventions.map(({ assessment }) => statusWord(assessment))).toEqual([
      "behind",
    ]);
    expect(summary.interventions[0]?.verdict.required.kind).toBe("perDay");
  });
});
