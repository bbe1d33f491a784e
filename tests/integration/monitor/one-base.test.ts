import { emptyDatabase, query, rewrite } from "@/tests/support/database";

import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";

import { coverageOf } from "@/lib/server/api/coverage";
import { readTrend } from "@/lib/server/api/trend";
import type { Actor } from "@/lib/account/auth/policy";
import type { Campaign } from "@/lib/campaign/campaign";
import { createCampaign } from "@/lib/campaign/server/commands";
import { findCampaign } from "@/lib/campaign/server/queries";
import { campaignInput } from "@/lib/campaign/schema";
import { parseCoverageParams } from "@/lib/monitor/coverage/params";
import { readCoverage } from "@/lib/monitor/coverage/server/read";
import { readSummary } from "@/lib/monitor/summary/server/queries";

import {
  basarang,
  grantOf,
  makeCampaign,
  mrBody,
  november,
  selat,
  village,
} from "./selat-basarang";

const groups = ["anak", "sekolah"] as const;
const units = [...selat, ...basarang];
const cells = units.flatMap((unit) => groups.map((group) => ({ unit, group })));

/** The day that every screen stands on: the 9th, with every report in. */
const today = 9;
const days = Array.from({ length: today }, (_, index) => november(index + 1));

let dinkes: Actor;
let campaign: Campaign;

beforeEach(async () => {
  await emptyDatabase();
  ({ dinkes } = await makeCampaign());
  await createCampaign(
    grantOf(dinkes, "campaign:manage"),
    campaignInput.parse({
      ...mrBody,
      slug: "dua-kelompok",
      targetGroups: groups.map((code) => ({ code, name: code })),
      reportingUnits: units.map(village),
    }),
  );
  const found = await findCampaign(dinkes, "dua-kelompok");
  if (!found) throw new Error("no campaign");
  campaign = found;
});

/** What each cell has: people (null: no target loaded), and the same doses on each day but the last. */
type Cell = { readonly people: number | null; readonly doses: readonly number[] };

async function store(of: readonly Cell[]): Promise<void> {
  const key = [campaign.districtCode, campaign.id];
  for (const table of ["tally", "daily_report", "target_population", "target_set"]) {
    await query(`delete from ${table} where district_code = $1 and campaign_id = $2`, key);
  }
  const rows = cells.flatMap(({ unit, group }, at) =>
    days.map((day, index) => ({ unit, group, day, doses: of[at]?.doses[index] ?? 0 })),
  );
  await rewrite(
    `insert into daily_report (district_code, campaign_id, round_number, unit_code, day,
       submission_id, is_on_time, submitted_at)
     select $1, $2, 1, unit, day::date, gen_random_uuid(), true, now()
     from unnest($3::text[]) as unit, unnest($4::text[]) as day`,
    [...key, units, days],
  );
  await rewrite(
    `insert into tally (district_code, campaign_id, round_number, unit_code, day,
       intervention_code, target_group_code, residents, submission_id)
     select $1, $2, 1, unit, day::date, 'MR', "group", doses, gen_random_uuid()
     from jsonb_to_recordset($3::jsonb) as r (unit text, "group" text, day text, doses int)`,
    [...key, JSON.stringify(rows)],
  );
  const targets = cells.flatMap(({ unit, group }, at) => {
    const people = of[at]?.people ?? null;
    return people === null ? [] : [{ unit, group, people }];
  });
  await query(
    `with loaded as (
       insert into target_set (district_code, campaign_id, source, as_of, in_force_from)
       values ($1, $2, 'local', '2026-11-01', '2026-11-01') returning id)
     insert into target_population (district_code, campaign_id, target_set_id, unit_code,
       round_number, intervention_code, target_group_code, people)
     select $1, $2, loaded.id, unit, 0, 'MR', "group", people
     from loaded, jsonb_to_recordset($3::jsonb) as r (unit text, "group" text, people int)`,
    [...key, JSON.stringify(targets)],
  );
  await query("select refresh_place_target($1, $2::uuid)", key);
}

const anyCell: fc.Arbitrary<Cell> = fc.record({
  people: fc.option(fc.integer({ min: 50, max: 400 }), { nil: null, freq: 3 }),
  doses: fc.array(fc.nat({ max: 20 }), { minLength: today, maxLength: today }),
});

describe("one base of sum, pace, forecast and coverage", () => {
  it("holds over random doses with and without targets", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyCell, { minLength: cells.length, maxLength: cells.length }),
        async (of) => {
          await store(of);
          // By hand: what the targets divide, day by day; everything where nothing has a target.
          const isAny = of.some(({ people }) => people !== null);
          const divided = of.filter(({ people }) => !isAny || people !== null);
          const byDay = days.map((_, index) =>
            divided.reduce((sum, { doses }) => sum + (doses[index] ?? 0), 0),
          );
          const sum = byDay.reduce((all, doses) => all + doses, 0);
          const pace = byDay.slice(-3).reduce((all, doses) => all + doses, 0) / 3;

          const grant = grantOf(dinkes, "coverage:read");
          const params = parseCoverageParams({}, campaign, november(today));
          const at = new Date(`${november(today)}T08:00:00Z`);
          const [reading, summary, trend, api] = await Promise.all([
            readCoverage(grant, campaign, params, undefined),
            readSummary(grant, campaign, { today: november(today) }),
            readTrend(grant, campaign, {}, at),
            coverageOf(grant, campaign, {}, at),
          ]);
          const total = reading?.view.total;
          const [mr] = summary.interventions;
          expect(total?.dosesAdministered).toBe(sum);
          expect(api.total[0]?.dosesAdministered).toBe(sum);
          expect(reading?.view.trend.days[today - 1]?.cumulative).toBe(sum);
          expect(reading?.view.trend.days.slice(0, today).map(({ doses }) => doses)).toEqual(byDay);
          expect(trend.days.map(({ doses }) => doses)).toEqual(byDay);
          expect(trend.days.at(-1)?.cumulative).toBe(sum);
          expect(total?.verdict.recentPace).toBeCloseTo(pace, 9);
          expect(mr?.verdict).toEqual(total?.verdict);
          expect(mr?.today).toBe(byDay.at(-1));
          // The straight line of that pace is within the forecast, from that sum on.
          const left = total?.base.daysLeft ?? 0;
          expect(total?.verdict.forecast?.low).toBeLessThanOrEqual(sum + Math.ceil(pace) * left);
          expect(total?.verdict.forecast?.high).toBeGreaterThanOrEqual(
            sum + Math.floor(pace) * left,
          );
          // Each kecamatan's row has the same base as its own screen.
          for (const part of reading?.view.parts ?? []) {
            const own = await readCoverage(grant, campaign, params, part.code);
            expect(own?.view.total.verdict).toEqual(part.verdict);
            expect(own?.view.trend.days[today - 1]?.cumulative).toBe(part.dosesAdministered);
          }
        },
      ),
      { numRuns: 12, seed: 4 },
    );
  }, 60_000);

  it("counts a village whose groups have no target for nothing beside the others", async () => {
    // 80 and 75 of 100 each; a third cell gives 30 doses and has no target: 155 of 200.
    const daily = (all: number) =>
      days.map((_, index) => Math.floor(all / today) + (index < all % today ? 1 : 0));
    await store(
      cells.map((_, at) => ({
        people: at === 0 || at === 2 ? 100 : null,
        doses: at === 0 ? daily(80) : at === 2 ? daily(75) : at === 4 ? daily(30) : daily(0),
      })),
    );
    const grant = grantOf(dinkes, "coverage:read");
    const params = parseCoverageParams({}, campaign, november(today));
    const reading = await readCoverage(grant, campaign, params, undefined);
    expect(reading?.view.total).toMatchObject({ dosesAdministered: 155, dosesWithoutTarget: 30 });
    expect(reading?.view.trend.now?.cumulative).toBe(155);
    const summary = await readSummary(grant, campaign, { today: november(today) });
    // The two villages with a target stand at 80 % and 75 %, none has reached 95 %.
    expect(summary.reached).toMatchObject({ reached: 0 });
  });
});
