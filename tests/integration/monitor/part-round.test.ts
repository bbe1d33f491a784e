import { randomUUID } from "node:crypto";

import { emptyDatabase, query } from "@/tests/support/database";

import { beforeEach, describe, expect, it } from "vitest";

import { coverageOf } from "@/lib/server/api/coverage";
import type { Actor } from "@/lib/account/auth/policy";
import { regionCode } from "@/lib/base/region/code";
import type { Campaign, Round } from "@/lib/campaign/campaign";
import { changeCampaign } from "@/lib/campaign/server/change-commands";
import { campaignsWithUnits } from "@/lib/campaign/server/entry-campaigns-queries";
import { findCampaign } from "@/lib/campaign/server/queries";
import { campaignChange } from "@/lib/campaign/schema";
import { unitsWithoutTarget } from "@/lib/campaign/target-population/server/queries";
import { kitPlaces, kitRows } from "@/lib/device/offline/kit/rows";
import { readEntryKit } from "@/lib/device/offline/kit/server/queries";
import { entryKit } from "@/lib/device/offline/schema";
import { parseCompletenessParams } from "@/lib/monitor/completeness/params";
import { countAwaited } from "@/lib/monitor/completeness/server/queries";
import { readCompleteness } from "@/lib/monitor/completeness/server/read";
import { parseCoverageParams } from "@/lib/monitor/coverage/params";
import { readCoverage } from "@/lib/monitor/coverage/server/read";
import { readSummary } from "@/lib/monitor/summary/server/queries";
import { submitDailyReports } from "@/lib/report/server/commands";
import { entryPlaces, entryRows } from "@/lib/report/server/queries";
import { dailyReportSubmission } from "@/lib/report/schema";

import { basarang, grantOf, makeCampaign, mrBody, november, selat } from "./selat-basarang";

let dinkes: Actor;
let campaign: Campaign;

const secondRound = { number: 2, startsOn: november(11), endsOn: november(13), units: basarang };
const rounds = [{ number: 1, startsOn: november(1), endsOn: november(5) }, secondRound];
const noon = (day: number) => new Date(`${november(day)}T05:00:00Z`);

/** Six villages of 100 people each; the second round is held in the two of Basarang only. */
beforeEach(async () => {
  await emptyDatabase();
  ({ dinkes, campaign } = await makeCampaign());
  await change(rounds);
  await query(`
    with loaded as (
      insert into target_set (district_code, campaign_id, source, as_of, in_force_from)
      select district_code, id, 'local', '2026-10-01', '2026-10-01' from campaign returning *)
    insert into target_population
    select loaded.district_code, loaded.campaign_id, loaded.id, unit.code, 'MR', 'anak', 0, 100
    from loaded join reporting_unit as unit using (district_code, campaign_id)`);
  await query("select refresh_place_target(district_code, id) from campaign");
});

async function change(to: readonly object[], today = 1): Promise<void> {
  const input = campaignChange.parse({ ...mrBody, rounds: to, removedUnits: [] });
  await changeCampaign(grantOf(dinkes, "campaign:manage"), campaign, input, {
    today: november(today),
    reason: "Uji",
  });
  const found = await findCampaign(dinkes, mrBody.slug);
  if (!found) throw new Error("the campaign is not there");
  campaign = found;
}

function second(): Round {
  const round = campaign.rounds[1];
  if (!round) throw new Error("no second round");
  return round;
}

async function submit(unit: string, day: number, residents = 90) {
  const report = dailyReportSubmission.parse({
    id: randomUUID(),
    unit,
    day: november(day),
    tallies: [{ intervention: "MR", targetGroup: "anak", residents }],
    isAboveTargetConfirmed: true,
  });
  const grant = grantOf(dinkes, "tally:submit");
  const [result] = await submitDailyReports(grant, campaign, [report], {
    at: noon(day),
    via: "api",
  });
  return result;
}

describe("a round that is held in some of the units", () => {
  it("owes reports and has targets there alone, on every screen and in the API", async () => {
    await submit(basarang[0] ?? "", 11);

    const completeness = await readCompleteness(
      grantOf(dinkes, "completeness:read"),
      campaign,
      parseCompletenessParams({}, campaign, november(11)),
      { today: november(11), now: noon(11) },
    );
    expect(completeness?.onDay).toMatchObject({ received: 1, expected: 2 });
    expect(completeness?.total).toMatchObject({ received: 1, expected: 2 });
    const reader = grantOf(dinkes, "completeness:read");
    expect(await countAwaited(reader, campaign, { round: second(), day: november(11) })).toBe(1);

    const coverage = await readCoverage(
      grantOf(dinkes, "coverage:read"),
      campaign,
      parseCoverageParams({}, campaign, november(11)),
      undefined,
    );
    expect(coverage?.view.total).toMatchObject({
      units: 2,
      targetPopulation: 200,
      dosesAdministered: 90,
      missingTargets: 0,
      reportsExpected: 2,
    });
    expect(coverage?.view.parts.map(({ code }) => code)).toEqual(["62.03.02"]);

    const grant = grantOf(dinkes, "coverage:read");
    const summary = await readSummary(grant, campaign, { today: november(11) });
    expect(summary.reports).toMatchObject({ received: 1, expected: 2 });
    const { rows, total } = await coverageOf(grant, campaign, {}, noon(11));
    expect(rows.map(({ code }) => code)).toEqual(["62.03.02"]);
    expect(total).toMatchObject([
      { targetPopulation: 200, coverage: 0.45, reportsReceived: 1, reportsExpected: 2 },
    ]);
    const importer = grantOf(dinkes, "target:import");
    await query("delete from target_population");
    await query("select refresh_place_target(district_code, id) from campaign");
    const missing = await unitsWithoutTarget(importer, campaign, { source: "local", round: 2 });
    expect(missing.map(({ code }) => code)).toEqual(basarang);
  });

  it("is covered whole by a figure of the kabupaten itself, and misses no other number", async () => {
    await submit(basarang[0] ?? "", 11);
    await query("delete from target_population");
    await query(`
      insert into region_target
      select district_code, campaign_id, id, '62.03', 'MR', 'anak', 0, 500 from target_set`);
    await query("select refresh_place_target(district_code, id) from campaign");

    const importer = grantOf(dinkes, "target:import");
    for (const round of [1, 2]) {
      expect(await unitsWithoutTarget(importer, campaign, { source: "local", round })).toEqual([]);
    }
    const grant = grantOf(dinkes, "coverage:read");
    const { total } = await coverageOf(grant, campaign, {}, noon(11));
    const told = { targetPopulation: 500, dosesAdministered: 90, dosesWithoutTarget: 0 };
    expect(total).toMatchObject([told]);
    const params = parseCoverageParams({}, campaign, november(11));
    const screen = await readCoverage(grant, campaign, params, undefined);
    expect(screen?.view.total).toMatchObject({ ...told, units: 2, missingTargets: 0 });
    // Of its kecamatan and villages nothing is known: their doses stand beside.
    expect(screen?.view.parts).toMatchObject([
      { code: "62.03.02", targetPopulation: null, dosesAdministered: 90, missingTargets: 2 },
    ]);
    // It is a figure of each round, and of a round alone once it is given for that.
    await query("update region_target set round_number = 1");
    await query("select refresh_place_target(district_code, id) from campaign");
    const missing = await unitsWithoutTarget(importer, campaign, { source: "local", round: 2 });
    expect(missing.map(({ code }) => code)).toEqual(basarang);
  });

  it("leaves the first round what it was", async () => {
    const { total } = await coverageOf(
      grantOf(dinkes, "coverage:read"),
      campaign,
      { round: 1 },
      noon(5),
    );
    expect(total).toMatchObject([{ targetPopulation: 600, reportsExpected: 6 * 5 }]);
  });

  it("takes reports of these units, and refuses the others'", async () => {
    expect(await submit(selat[0] ?? "", 11)).toMatchObject({
      outcome: "rejected",
      problems: [{ code: "unitOutsideRound" }],
    });
    expect(await submit(basarang[1] ?? "", 11)).toMatchObject({ outcome: "stored" });
    expect(await submit(selat[0] ?? "", 5)).toMatchObject({ outcome: "stored" });
  });

  it("is asked of these units alone by the entry screen, here and on the device", async () => {
    const grant = grantOf(dinkes, "tally:submit");
    const asked = { round: second(), day: november(11) };
    expect(
      (await entryPlaces(grant, campaign, asked)).map(({ code, units }) => [code, units]),
    ).toEqual([["62.03.02", 2]]);
    const rows = await entryRows(grant, campaign, asked);
    expect(rows.map(({ unit }) => unit.code)).toEqual(basarang);

    const kit = entryKit.parse(await readEntryKit(grant, campaign, noon(11)));
    expect(kitRows(kit, asked)).toEqual(rows);
    expect(kitPlaces(kit, asked)).toMatchObject([{ code: "62.03.02", units: 2 }]);

    const [inSelat] = await campaignsWithUnits(
      { homeRegion: regionCode.parse("62.03.01"), office: null },
      noon(11),
    );
    expect(inSelat).toMatchObject({ units: 4, isToday: false, missing: 0 });
    const [inBasarang] = await campaignsWithUnits(
      { homeRegion: regionCode.parse("62.03.02"), office: null },
      noon(11),
    );
    expect(inBasarang).toMatchObject({ units: 2, isToday: true, missing: 2 });
  });

  it("keeps a unit that has reported, and knows no unit that there is not", async () => {
    await submit(basarang[1] ?? "", 11);
    const only = { ...secondRound, units: basarang.slice(0, 1) };
    await expect(change([rounds[0] ?? {}, only])).rejects.toMatchObject({
      code: "inUse",
      field: "rounds.1.units",
    });
    await expect(
      change([rounds[0] ?? {}, { ...secondRound, units: [...basarang, "99.99"] }]),
    ).rejects.toMatchObject({ code: "unknownUnit", field: "rounds.1.units" });
    expect(second().units).toEqual(basarang);
    await change([rounds[0] ?? {}, { ...secondRound, units: undefined }]);
    expect(second().units).toBeNull();
    const grant = grantOf(dinkes, "coverage:read");
    const { total } = await coverageOf(grant, campaign, {}, noon(11));
    expect(total).toMatchObject([{ targetPopulation: 600, reportsExpected: 6 }]);
  });

  it("keeps its gap, its reason and what follows what in the campaign and its trail", async () => {
    const gap = { minGapDays: 14, gapReason: "Vaksin kedaluwarsa" };
    await change([rounds[0] ?? {}, { ...secondRound, ...gap }]);
    expect(second()).toMatchObject(gap);
    const [entry] = await query<{ after: unknown }>(
      "select after from audit_entry where action = 'campaign.changed' order by id desc limit 1",
    );
    expect(entry?.after).toMatchObject({ rounds: [{}, { ...gap, units: basarang }] });
  });
});
