import { emptyDatabase } from "@/tests/support/database";

import { beforeAll, describe, expect, it } from "vitest";

import type { Actor } from "@/lib/account/auth/policy";
import type { Campaign } from "@/lib/campaign/campaign";
import { findCampaign } from "@/lib/campaign/server/queries";
import { importTargetPopulations } from "@/lib/campaign/target-population/server/commands";
import { stateTotal } from "@/lib/monitor/quality/server/commands";
import { parseCoverageParams } from "@/lib/monitor/coverage/params";
import { readCoverage } from "@/lib/monitor/coverage/server/read";
import { readSummary } from "@/lib/monitor/summary/server/queries";
import { coverageOf } from "@/lib/server/api/coverage";

import { grantOf, makeCampaign, november, report, selat } from "./selat-basarang";

const at = new Date(`${november(12)}T08:00:00Z`);
const today = november(12);

let dinkes: Actor;
let campaign: Campaign;

async function reread() {
  const found = await findCampaign(dinkes, campaign.slug);
  if (!found) throw new Error("the campaign is not there");
  campaign = found;
}

async function target(source: "local" | "pusdatin", people: number) {
  await importTargetPopulations(
    grantOf(dinkes, "target:import"),
    campaign,
    {
      source,
      asOf: november(1),
      decree: undefined,
      rows: [{ unit: "62.03", intervention: "MR", targetGroup: "anak", people }],
    },
    { isDryRun: false, at },
  );
}

/** 32,415 on the kabupaten, 33,415 by the ministry, and two announced totals. */
beforeAll(async () => {
  await emptyDatabase();
  ({ dinkes, campaign } = await makeCampaign());
  await target("local", 32_415);
  await target("pusdatin", 33_415);
  for (const [day, doses] of [
    [8, 5_113],
    [11, 6_000],
  ] as const) {
    const total = {
      place: "62.03",
      intervention: "MR",
      day: november(day),
      span: "cumulative" as const,
      doses,
      source: "zonasidik.com",
    };
    await stateTotal(grantOf(dinkes, "quality:review"), campaign, total);
  }
  await reread();
});

/** The kabupaten at three doors: summary, coverage screen, API. */
async function doors(on: string) {
  const grant = grantOf(dinkes, "coverage:read");
  const summary = await readSummary(grant, campaign, { today, on });
  const params = parseCoverageParams({ sampai: on }, campaign, today);
  const screen = await readCoverage(grant, campaign, params, undefined);
  const { total, rows } = await coverageOf(grant, campaign, { asOf: on }, at);
  return { summary, screen: screen?.view, total: total[0], rows };
}

describe("a place without reports", () => {
  it("shows the newest total that was announced until the day, and counts none of it", async () => {
    const { summary, screen, total, rows } = await doors(november(8));
    const announced = { doses: 5_113, day: november(8), source: "zonasidik.com" };
    expect(summary.interventions[0]?.announced).toMatchObject(announced);
    expect(screen?.total.announced).toMatchObject(announced);
    expect(total?.announced).toEqual({ ...announced, coverage: 5_113 / 32_415 });
    expect([total?.dosesAdministered, total?.coverage]).toEqual([0, 0]);
    // Of the kecamatan nothing was announced.
    expect(rows.map((row) => row.announced)).toEqual([null, null]);
    expect((await doors(november(12))).total?.announced?.doses).toBe(6_000);
    expect((await doors(november(7))).total?.announced).toBeNull();
  });

  it("shows the counts of both sources once reports are in, and nothing announced", async () => {
    await report(campaign, selat, [10, 12]);
    const { summary, screen, total } = await doors(today);
    expect(total).toMatchObject({
      dosesAdministered: 120,
      announced: null,
      other: {
        source: "pusdatin",
        targetPopulation: 33_415,
        coverage: 120 / 33_415,
        isLarge: false,
      },
    });
    expect(summary.interventions[0]?.announced).toBeNull();
    expect(summary.interventions[0]?.assessment.otherTarget).toBe(33_415);
    expect(screen?.total.otherTarget).toBe(33_415);
    // Selat has no target population of its own: its doses stand, its coverage does not.
    const part = screen?.parts.find(({ code }) => code === "62.03.01");
    expect([part?.dosesAdministered, part?.targetPopulation, part?.coverage]).toEqual([
      120,
      null,
      null,
    ]);
  });
});
