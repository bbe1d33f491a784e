import { emptyDatabase } from "@/tests/support/database";

import { beforeEach, describe, expect, it } from "vitest";

import type { Actor } from "@/lib/account/auth/policy";
import type { Campaign } from "@/lib/campaign/campaign";
import { parseCoverageParams } from "@/lib/monitor/coverage/params";
import { readCoverage } from "@/lib/monitor/coverage/server/read";
import { readSummary } from "@/lib/monitor/summary/server/queries";

import { basarang, grantOf, makeCampaign, november, report, selat } from "./selat-basarang";

let dinkes: Actor;
let campaign: Campaign;

beforeEach(async () => {
  await emptyDatabase();
  ({ dinkes, campaign } = await makeCampaign());
});

/** The pace of each kecamatan and of the whole, and the forecast of the whole, by the summary. */
async function onSummary(day: number) {
  const today = november(day);
  const { parts, interventions } = await readSummary(grantOf(dinkes, "coverage:read"), campaign, {
    today,
  });
  return {
    paces: new Map(parts.map(({ code, recentPace }) => [code, recentPace])),
    whole: interventions[0]?.verdict.recentPace,
    forecast: interventions[0]?.verdict.forecast,
  };
}

/** The same by the coverage screens: the kabupaten's, and each kecamatan's own. */
async function onCoverage(day: number) {
  const grant = grantOf(dinkes, "coverage:read");
  const params = parseCoverageParams({}, campaign, november(day));
  const view = async (place?: string) => (await readCoverage(grant, campaign, params, place))?.view;
  const kabupaten = await view();
  for (const part of kabupaten?.parts ?? []) {
    expect((await view(part.code))?.total.verdict).toEqual(part.verdict);
  }
  return {
    paces: new Map(kabupaten?.parts.map(({ code, verdict }) => [code, verdict.recentPace])),
    whole: kabupaten?.total.verdict.recentPace,
    forecast: kabupaten?.total.verdict.forecast,
  };
}

describe("the pace of a kecamatan", () => {
  it("is gone from every screen when its last complete days lie more than ten days back", async () => {
    await report(campaign, selat, [1, 22]);
    await report(campaign, basarang, [1, 10]);

    // Day 18 has no report, so its base is day 17, and the ten days begin with day 8. On day 19 only
    // two complete ones are left.
    for (const [day, pace] of [
      [10, 20],
      [17, 20],
      [18, 20],
      [19, null],
      [22, null],
    ] as const) {
      const summary = await onSummary(day);
      expect(summary.paces.get("62.03.02")).toBe(pace);
      expect(summary.paces.get("62.03.01")).toBe(40);
      expect(await onCoverage(day)).toEqual(summary);
    }
  });
});
