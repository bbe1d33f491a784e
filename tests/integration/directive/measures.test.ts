import { randomUUID } from "node:crypto";

import { emptyDatabase, query } from "@/tests/support/database";

import { beforeEach, describe, expect, it } from "vitest";

import type { Actor } from "@/lib/account/auth/policy";
import { regionCode } from "@/lib/base/region/code";
import type { Campaign } from "@/lib/campaign/campaign";
import { changeCampaign } from "@/lib/campaign/server/change-commands";
import { findCampaign } from "@/lib/campaign/server/queries";
import { importTargetPopulations } from "@/lib/campaign/target-population/server/commands";
import { campaignChange } from "@/lib/campaign/schema";
import { isShort, type MeasuredPlace, type OrderMeasure } from "@/lib/directive/measure";
import { readFigures } from "@/lib/directive/server/frozen-queries";
import { readMeasures } from "@/lib/directive/server/measure-queries";

import { person } from "../campaign/district";
import {
  basarang,
  grantOf,
  makeCampaign,
  mrBody,
  november,
  report,
  selat,
} from "../monitor/selat-basarang";

let dinkes: Actor;
let campaign: Campaign;
const today = november(4);
const kabupaten: MeasuredPlace = { region: null, office: null };
const place = (code: string): MeasuredPlace => ({ region: regionCode.parse(code), office: null });

const coverage: OrderMeasure = { kind: "coverage", intervention: "MR" };
const completeness: OrderMeasure = { kind: "completeness" };
const sessions: OrderMeasure = { kind: "sessions" };
const targets: OrderMeasure = { kind: "targets" };
const remote: OrderMeasure = { kind: "set", set: "remote" };

/** Three villages of Selat report on 3 and 4 November; four of its and one of Basarang's are remote. */
beforeEach(async () => {
  await emptyDatabase();
  ({ dinkes, campaign } = await makeCampaign());
  await changeCampaign(
    grantOf(dinkes, "campaign:manage"),
    campaign,
    campaignChange.parse({
      ...mrBody,
      removedUnits: [],
      unitSets: [{ kind: "remote", code: "jauh", name: "Jauh", units: [...selat, basarang[0]] }],
    }),
    { today: november(1), reason: "Uji" },
  );
  campaign = (await findCampaign(dinkes, mrBody.slug)) as Campaign;
  await report(campaign, selat.slice(0, 3), [3, 4]);
  await haveTargets(selat, 50);
});

async function haveTargets(units: readonly string[], people: number): Promise<void> {
  await importTargetPopulations(
    grantOf(dinkes, "target:import"),
    campaign,
    {
      ...{ source: "local", asOf: november(1), decree: undefined },
      rows: units.map((unit) => ({ unit, intervention: "MR", targetGroup: "anak", people })),
    },
    { isDryRun: false, at: new Date(`${november(1)}T08:00:00Z`) },
  );
}

async function measured(measure: OrderMeasure, where: MeasuredPlace, reader = dinkes) {
  const grant = grantOf(reader, "coverage:read");
  return (await readMeasures(grant, campaign, today, [{ measure, place: where }]))(measure, where);
}

describe("an order is measured in the area of whoever is asked", () => {
  it("by the sessions that were held of those that were planned up to today", async () => {
    expect(await measured(sessions, kabupaten)).toBeNull();
    for (const [unit, day] of [
      [selat[0], 3],
      [selat[3], 4],
      [basarang[0], 4],
      [selat[1], 9],
    ] as const) {
      await query(
        `insert into planned_session (district_code, campaign_id, id, unit_code, day, mode)
         values ($1, $2, gen_random_uuid(), $3, $4, 'post')`,
        [campaign.districtCode, campaign.id, unit, november(day)],
      );
    }
    expect(await measured(sessions, kabupaten)).toMatchObject({ done: 1, of: 3 });
    expect(await measured(sessions, place("62.03.01"))).toMatchObject({ done: 1, of: 2 });
    expect(await measured(sessions, place("62.03.02"))).toMatchObject({ done: 0, of: 1 });
  });

  it("by coverage, against the goal of the day", async () => {
    // 3 villages × 2 days × 10 doses of 4 × 50 people; 95 % of 50 is 48.
    expect(await measured(coverage, place("62.03.01"))).toEqual({ done: 60, of: 200, goal: 9500 });
    expect(await measured(coverage, place(selat[0] ?? ""))).toEqual({
      done: 20,
      of: 50,
      goal: 9500,
    });
    expect(await measured(coverage, kabupaten)).toEqual({ done: 60, of: 200, goal: 9500 });
    // Nobody knows how many people Basarang has.
    expect(await measured(coverage, place("62.03.02"))).toBeNull();
    expect(await measured({ kind: "coverage", intervention: "IPV" }, kabupaten)).toBeNull();
  });

  it("by reports that came of those that were due", async () => {
    // Four days of four villages, and of six.
    expect(await measured(completeness, place("62.03.01"))).toMatchObject({ done: 6, of: 16 });
    expect(await measured(completeness, kabupaten)).toMatchObject({ done: 6, of: 24 });
    expect(await measured(completeness, place(selat[3] ?? ""))).toMatchObject({ done: 0, of: 4 });
  });

  it("by units with a target population, and by those of a set that served anybody", async () => {
    expect(await measured(targets, kabupaten)).toEqual({ done: 4, of: 6, goal: 10_000 });
    expect(await measured(targets, place("62.03.01"))).toMatchObject({ done: 4, of: 4 });
    expect(await measured(remote, kabupaten)).toMatchObject({ done: 3, of: 5 });
    expect(await measured(remote, place("62.03.02"))).toMatchObject({ done: 0, of: 1 });
    // No unit of a kind that nothing is in.
    expect(await measured({ kind: "set", set: "stage" }, kabupaten)).toBeNull();
  });

  it("by the doses used of those that came into the stores there", async () => {
    const stock: OrderMeasure = { kind: "stock" };
    expect(await measured(stock, kabupaten)).toBeNull();
    const batch = randomUUID();
    await query(
      `insert into stock_batch (district_code, id, campaign_id, product, doses_per_vial, interventions, version)
       values ($1, $2, $3, 'MR', 10, '{MR}', 1)`,
      [campaign.districtCode, batch, campaign.id],
    );
    for (const [store, received, moved] of [
      ["62.03", 300, -100],
      ["62.03.01", 0, 100],
    ] as const) {
      await query(
        `insert into stock_day (district_code, campaign_id, batch_id, store, day, received, moved)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [campaign.districtCode, campaign.id, batch, store, november(2), received, moved],
      );
    }
    // Three villages of Selat gave 60.
    expect(await measured(stock, kabupaten)).toEqual({ done: 60, of: 300, goal: 10_000 });
    expect(await measured(stock, place("62.03.01"))).toMatchObject({ done: 60, of: 100 });
    expect(await measured(stock, place("62.03.02"))).toBeNull();
    const camat = await person("subdistrictHead", "62.03.01");
    expect(await measured(stock, place("62.03.01"), camat)).toMatchObject({ done: 60, of: 100 });
    expect(await measured(stock, kabupaten, camat)).toBeNull();
    expect(await measured(stock, { region: null, office: "dinkes" })).toMatchObject({ of: 300 });
  });

  it("by an office's own units, and by the kabupaten where it has none", async () => {
    await query(
      `insert into office (district_code, code, name, kind, region_code)
       values ('62.03', 'disdik', 'Dinas Pendidikan', 'opd', '62.03'),
              ('62.03', 'dinsos', 'Dinas Sosial', 'opd', '62.03')`,
    );
    await query("update reporting_unit set office_code = 'disdik' where code = any($1)", [
      [selat[0], selat[3]],
    ]);
    const office = (code: string): MeasuredPlace => ({ region: null, office: code });
    expect(await measured(coverage, office("disdik"))).toMatchObject({ done: 20, of: 100 });
    expect(await measured(remote, office("disdik"))).toMatchObject({ done: 1, of: 2 });
    expect(await measured(coverage, office("dinsos"))).toMatchObject({ done: 60, of: 200 });
  });

  it("of nothing that the reader may not read", async () => {
    const camat = await person("subdistrictHead", "62.03.01");
    expect(await measured(coverage, place("62.03.01"), camat)).toMatchObject({ done: 60 });
    expect(await measured(coverage, kabupaten, camat)).toBeNull();
    expect(await measured(coverage, place("62.03.02"), camat)).toBeNull();
  });
});

it("what a directive keeps of its hour stays as it was", async () => {
  const grant = grantOf(dinkes, "coverage:read");
  const frozen = await readFigures(grant, campaign, today);
  expect(frozen).toMatchObject({
    day: today,
    figures: [{ intervention: "MR", doses: 60, targetPopulation: 200, needed: 130 }],
  });
});

describe("figures are short of what is asked", () => {
  it.each([
    [{ done: 189, of: 200, goal: 9500 }, true],
    [{ done: 190, of: 200, goal: 9500 }, false],
    [{ done: 0, of: 0, goal: 9500 }, null],
    [{ done: 5, of: 200, goal: null }, null],
  ])("%o: %s", (counted, isLess) => {
    expect(isShort(counted as Parameters<typeof isShort>[0])).toBe(isLess);
  });
});
