import { randomUUID } from "node:crypto";

import { emptyDatabase, query } from "@/tests/support/database";

import { beforeEach, describe, expect, it } from "vitest";

import { coverageOf } from "@/lib/server/api/coverage";
import { coverageAnswer } from "@/lib/server/api/schema/coverage";
import type { Actor } from "@/lib/account/auth/policy";
import type { Campaign } from "@/lib/campaign/campaign";
import { changeCampaign } from "@/lib/campaign/server/change-commands";
import { findCampaign } from "@/lib/campaign/server/queries";
import { campaignChange } from "@/lib/campaign/schema";
import { pairCsv } from "@/lib/monitor/coverage/pair-csv";
import { parseCoverageParams } from "@/lib/monitor/coverage/params";
import { readPair } from "@/lib/monitor/coverage/server/read-pair";
import { submitDailyReports } from "@/lib/report/server/commands";
import { dailyReportSubmission } from "@/lib/report/schema";

import { basarang, grantOf, makeCampaign, mrBody, november, selat } from "./selat-basarang";

let dinkes: Actor;
let campaign: Campaign;

const noon = (day: number) => new Date(`${november(day)}T05:00:00Z`);
const rounds = [
  { number: 1, startsOn: november(1), endsOn: november(3) },
  { number: 2, startsOn: november(11), endsOn: november(13), minGapDays: 14, gapReason: "Libur" },
];
const doses = {
  rounds: [{ number: 1, startsOn: november(1), endsOn: november(10) }],
  interventions: [
    { code: "D1", name: "Dosis 1", coverageGoal: "0.7" },
    { code: "D2", name: "Dosis 2", coverageGoal: "0.7", follows: "D1", minGapDays: 28 },
  ],
};

beforeEach(async () => {
  await emptyDatabase();
  ({ dinkes, campaign } = await makeCampaign());
});

async function change(parts: object): Promise<void> {
  const input = campaignChange.parse({ ...mrBody, ...parts, removedUnits: [] });
  await changeCampaign(grantOf(dinkes, "campaign:manage"), campaign, input, {
    today: november(1),
    reason: "Uji",
  });
  const found = await findCampaign(dinkes, mrBody.slug);
  if (!found) throw new Error("the campaign is not there");
  campaign = found;
  await query(`
    with loaded as (
      insert into target_set (district_code, campaign_id, source, as_of, in_force_from)
      select district_code, id, 'local', '2026-10-01', '2026-10-01' from campaign returning *)
    insert into target_population
    select loaded.district_code, loaded.campaign_id, loaded.id, unit.code,
           given.intervention_code, given.target_group_code, 0, 100
    from loaded join reporting_unit as unit using (district_code, campaign_id)
    join intervention_target_group as given using (district_code, campaign_id)`);
  await query("select refresh_place_target(district_code, id) from campaign");
}

async function report(unit: string | undefined, day: number, counts: Record<string, number>) {
  const sent = dailyReportSubmission.parse({
    id: randomUUID(),
    unit,
    day: november(day),
    tallies: Object.entries(counts).map(([intervention, residents]) => ({
      intervention,
      targetGroup: "anak",
      residents,
    })),
    isAboveTargetConfirmed: true,
  });
  const grant = grantOf(dinkes, "tally:submit");
  const sending = { at: noon(day), via: "api" } as const;
  expect(await submitDailyReports(grant, campaign, [sent], sending)).toMatchObject([
    { outcome: "stored" },
  ]);
}

async function pair(today: number, address: Record<string, string> = {}, place?: string) {
  const query = { tampilan: "putaran", ...address };
  const params = parseCoverageParams(query, campaign, november(today));
  if (!params.pair) throw new Error("nothing follows anything");
  const grant = grantOf(dinkes, "coverage:read");
  const reading = await readPair(grant, campaign, params, params.pair, place);
  if (!reading) throw new Error("the screen is not there");
  return { params, view: reading.view };
}

describe("two rounds", () => {
  beforeEach(async () => {
    await change({ rounds });
    await report(selat[0], 1, { MR: 60 });
    await report(selat[0], 2, { MR: 20 });
    await report(basarang[0], 2, { MR: 40 });
    await report(selat[0], 11, { MR: 50 });
    await report(basarang[0], 12, { MR: 45 });
  });

  it("are compared for the kabupaten, each kecamatan and each unit", async () => {
    const { view } = await pair(20);
    expect(view.total).toMatchObject({ first: 120, last: 95 });
    expect(view.total.rate).toBeCloseTo(25 / 120, 10);
    expect(
      view.rows.map(({ code, first, last, rate, isOverLimit }) => [
        code,
        first,
        last,
        rate,
        isOverLimit,
      ]),
    ).toEqual([
      ["62.03.01", 80, 50, 0.375, true],
      ["62.03.02", 40, 45, -0.125, false],
    ]);
    expect([view.earlier.assessment.coverage, view.later.assessment.coverage]).toEqual([
      120 / 600,
      95 / 600,
    ]);
    const units = await pair(20, {}, "62.03.01");
    expect(units.view.rows.map(({ code, rate }) => [code, rate])).toEqual([
      [selat[0], 0.375],
      ...selat.slice(1).map((code) => [code, null]),
    ]);
  });

  it("are held against each other on the same day of each", async () => {
    const { view } = await pair(20);
    expect(view.earlier.curve.map((each) => each.doses)).toEqual([60, 120, 120]);
    expect(view.later.curve.map((each) => each.doses)).toEqual([50, 95, 95]);
    const first = await pair(11);
    expect(first.view.sameDay?.day).toBe(1);
    expect(first.view.sameDay?.difference).toBeCloseTo((50 - 60) / 600, 10);
  });

  it("are shown as they were on an earlier day", async () => {
    const { view } = await pair(20, { sampai: november(11) });
    expect(view.total).toMatchObject({ first: 120, last: 50 });
  });

  it("keep fewer days than they should, and say why", async () => {
    const { view } = await pair(20);
    expect(view.gap).toEqual({ days: 8, minDays: 14, isShort: true });
    expect(campaign.rounds[1]?.gapReason).toBe("Libur");
  });

  it("leave out who took part in one alone", async () => {
    await query("insert into round_unit select district_code, id, 2, $1 from campaign", [selat[0]]);
    const found = await findCampaign(dinkes, mrBody.slug);
    if (found) campaign = found;
    const { view } = await pair(20);
    expect([view.units, view.allUnits]).toEqual([1, 6]);
    expect(view.total).toMatchObject({ first: 80, last: 50 });
  });

  it("are in the file and the API", async () => {
    const { params, view } = await pair(20);
    const rows = pairCsv(campaign, params, view, {
      column: (name) => name,
      step: ({ round }) => `putaran ${String(round.number)}`,
      source: (source) => source,
      allGroups: "semua",
      total: "Jumlah",
      sample: "DATA CONTOH",
    });
    expect(rows[1]).toEqual([
      ...["62.03.01", "Selat", "MR Kapuas", "semua", "putaran 1", "putaran 2", november(20)],
      ...[80, 400, "20,00", 50, 400, "12,50", 30, "37,5", 330, 350],
      ...[null, null, null, null, null, null, null, null],
    ]);
    expect(rows.at(-1)).toMatchObject({ 1: "Jumlah", 14: "20,8" });

    const grant = grantOf(dinkes, "coverage:read");
    const answer = coverageAnswer.parse(await coverageOf(grant, campaign, { round: 2 }, noon(20)));
    expect(answer.rows.map(({ dropouts }) => dropouts)).toEqual([
      [{ after: { round: 1 }, first: 80, last: 50, rate: 0.375 }],
      [{ after: { round: 1 }, first: 40, last: 45, rate: -0.125 }],
    ]);
    expect(answer.total[0]?.dropouts).toMatchObject([{ first: 120, last: 95 }]);
    expect(answer.gaps).toEqual([
      {
        after: { round: 1 },
        of: { round: 2 },
        days: 8,
        minDays: 14,
        isShort: true,
        // The one round was to last until the 30th.
        planned: { days: -19, isShort: true },
        reason: "Libur",
      },
    ]);
    const first = await coverageOf(grant, campaign, { round: 1 }, noon(20));
    expect(first.total[0]?.dropouts).toEqual([]);
    expect(first.gaps).toEqual([]);
  });

  it("say what each lacks and what it would be by the other source, in the file too", async () => {
    const interventions = mrBody.interventions.map((each) => ({
      ...each,
      goalScope: "each",
      goalReason: "Setiap desa",
    }));
    await change({ rounds, interventions });
    await query(`
      with loaded as (
        insert into target_set (district_code, campaign_id, source, as_of, in_force_from)
        select district_code, id, 'pusdatin', '2026-10-01', '2026-10-01' from campaign returning *)
      insert into target_population
      select loaded.district_code, loaded.campaign_id, loaded.id, unit.code,
             given.intervention_code, given.target_group_code, 0, 80
      from loaded join reporting_unit as unit using (district_code, campaign_id)
      join intervention_target_group as given using (district_code, campaign_id)`);
    await query("select refresh_place_target(district_code, id) from campaign");

    const { params, view } = await pair(20);
    const rows = pairCsv(campaign, params, view, {
      column: (name) => name,
      step: ({ round }) => `putaran ${String(round.number)}`,
      source: (source) => source,
      allGroups: "semua",
      total: "Jumlah",
      sample: "DATA CONTOH",
    });
    const heads = rows[0] ?? [];
    const selatRow = new Map(heads.map((head, at) => [head, rows[1]?.[at]]));
    expect(
      ["needed", "remaining", "neededOfSum", "otherSource", "firstOtherTarget"].map((head) =>
        selatRow.get(head),
      ),
    ).toEqual([330, 350, 330, "pusdatin", 320]);
    expect(
      ["firstOtherCoverage", "firstDifference", "lastOtherCoverage", "lastDifference"].map((head) =>
        selatRow.get(head),
      ),
    ).toEqual(["25,00", "5,0", "15,63", "3,1"]);
  });
});

describe("a dose that follows another", () => {
  it("is compared with it in the same round, with the days between", async () => {
    await change(doses);
    await report(selat[0], 1, { D1: 80 });
    await report(selat[0], 8, { D1: 10, D2: 60 });
    await report(basarang[1], 9, { D2: 5 });

    const { view } = await pair(9);
    expect(view.pair).toMatchObject({ kind: "doses", later: { code: "D2" } });
    expect(view.total).toMatchObject({ first: 90, last: 65 });
    expect(view.rows.map(({ code, rate }) => [code, rate])).toEqual([
      ["62.03.01", expect.closeTo(1 - 60 / 90, 10)],
      ["62.03.02", null],
    ]);
    expect(view.gap).toBeNull();
    expect(view.doseGap).toEqual({ days: 7, minDays: 28, isShort: true });

    const grant = grantOf(dinkes, "coverage:read");
    const answer = await coverageOf(grant, campaign, { intervention: "D2" }, noon(9));
    expect(answer.total.map(({ dropouts }) => dropouts)).toMatchObject([
      [{ after: { intervention: "D1" }, first: 90, last: 65 }],
    ]);
    expect(answer.gaps).toMatchObject([
      { after: { intervention: "D1" }, of: { intervention: "D2" }, days: 7, minDays: 28 },
    ]);
    const before = await coverageOf(grant, campaign, { asOf: november(7) }, noon(9));
    expect(before.gaps).toEqual([]);
  });

  it("is none where nothing follows anything", () => {
    const params = parseCoverageParams({ tampilan: "putaran" }, campaign, november(9));
    expect(params).toMatchObject({ layout: "pair", pair: null });
  });
});
