import { emptyDatabase } from "@/tests/support/database";

import { beforeEach, describe, expect, it } from "vitest";

import { coverageOf } from "@/lib/server/api/coverage";
import { readTrend } from "@/lib/server/api/trend";
import type { Actor } from "@/lib/account/auth/policy";
import type { Campaign } from "@/lib/campaign/campaign";
import { parseCoverageParams } from "@/lib/monitor/coverage/params";
import { readCoverage } from "@/lib/monitor/coverage/server/read";
import { readSummary } from "@/lib/monitor/summary/server/queries";
import { targetSteps } from "@/lib/monitor/server/target-step-queries";
import { importTargetPopulations } from "@/lib/campaign/target-population/server/commands";

import { basarang, grantOf, makeCampaign, november, report, selat } from "./selat-basarang";

let dinkes: Actor;
let campaign: Campaign;

beforeEach(async () => {
  await emptyDatabase();
  ({ dinkes, campaign } = await makeCampaign());
  await target(1, 100, [...selat, ...basarang]);
  await report(campaign, [...selat, ...basarang], [1, 12]);
});

/** The same target population for each of these units, dated a day of November. */
async function target(day: number, people: number, units: readonly string[]) {
  await importTargetPopulations(
    grantOf(dinkes, "target:import"),
    campaign,
    {
      source: "local",
      asOf: november(day),
      decree: undefined,
      rows: units.map((unit) => ({ unit, intervention: "MR", targetGroup: "anak", people })),
    },
    { isDryRun: false, at: new Date(`${november(day)}T01:00:00Z`) },
  );
}

async function steps() {
  const [round] = campaign.rounds;
  if (!round) throw new Error("no round");
  return targetSteps(grantOf(dinkes, "coverage:read"), campaign, { round, source: "local" });
}

describe("a target population that changed", () => {
  it("is none where it was loaded once, or loaded again as it was", async () => {
    expect(await steps()).toEqual([]);
    await target(8, 100, selat);
    expect(await steps()).toEqual([]);
  });

  it("is told with its date and the people of the boxes that changed", async () => {
    await target(10, 125, selat);
    expect(await steps()).toEqual([
      { intervention: "MR", targetGroup: null, day: november(10), before: 400, after: 500 },
    ]);
  });

  it("divides the days from its day on, and leaves those before as they were", async () => {
    const grant = grantOf(dinkes, "coverage:read");
    const at = new Date(`${november(12)}T08:00:00Z`);
    const on = async (day: number) => {
      const { total } = await coverageOf(grant, campaign, { asOf: november(day) }, at);
      const summary = await readSummary(grant, campaign, {
        today: november(12),
        on: november(day),
      });
      const whole = summary.interventions[0]?.assessment;
      const params = parseCoverageParams({ sampai: november(day) }, campaign, november(12));
      const screen = await readCoverage(grant, campaign, params, undefined);
      const figures = [total[0], whole, screen?.view.total].map((row) => [
        row?.dosesAdministered,
        row?.targetPopulation,
      ]);
      expect(new Set(figures.map(String)).size).toBe(1);
      return figures[0];
    };
    const before = [await on(9), await on(12)];
    expect(before).toEqual([
      [540, 600],
      [720, 600],
    ]);

    await target(10, 125, selat);
    // Dated before, and loaded after: it decides on no day from the first on.
    await target(1, 100, selat);
    expect([await on(9), await on(10), await on(12)]).toEqual([
      [540, 600],
      [600, 700],
      [720, 700],
    ]);
    const { days } = await readTrend(grant, campaign, {}, at);
    const params = parseCoverageParams({}, campaign, november(12));
    const screen = await readCoverage(grant, campaign, params, undefined);
    const line = [9, 10].map((day) => days.find((each) => each.day === november(day)));
    // 95 % of 600 on day 9 of 30, of 700 on day 10.
    expect(line.map((each) => each?.runningTarget)).toEqual([171, 222]);
    expect(
      [9, 10].map(
        (day) =>
          screen?.view.trend.days.find((each) => each.day === november(day))?.targetPopulation,
      ),
    ).toEqual([600, 700]);
  });

  it("is told wherever a day before it is shown, and no other", async () => {
    await target(10, 125, selat);
    const grant = grantOf(dinkes, "coverage:read");
    const at = new Date(`${november(12)}T08:00:00Z`);
    const expected = [{ day: november(10), before: 400, after: 500 }];

    const summary = await readSummary(grant, campaign, {
      today: november(12),
      on: november(9),
    });
    expect(summary).toMatchObject({ isPast: true, steps: expected });
    const params = parseCoverageParams({ sampai: november(9) }, campaign, november(12));
    expect((await readCoverage(grant, campaign, params, undefined))?.view.steps).toMatchObject(
      expected,
    );
    // Basarang's numbers stayed: nothing is to be said on its own screen.
    expect((await readCoverage(grant, campaign, params, "62.03.02"))?.view.steps).toEqual([]);

    const on = async (day: number) =>
      (await coverageOf(grant, campaign, { asOf: november(day) }, at)).targetsChangedOn;
    expect(await on(9)).toBe(november(10));
    expect(await on(10)).toBeNull();
    expect((await coverageOf(grant, campaign, {}, at)).targetsChangedOn).toBeNull();
  });
});
