import { emptyDatabase, query } from "@/tests/support/database";

import fc from "fast-check";
import { beforeEach, expect, it } from "vitest";

import type { Actor } from "@/lib/account/auth/policy";
import type { Campaign } from "@/lib/campaign/campaign";
import { settleEnds } from "@/lib/campaign/settled-ends";

import {
  basarang,
  makeCampaign,
  november,
  report,
  selat,
  selatLater,
} from "../monitor/selat-basarang";

let campaign: Campaign;

beforeEach(async () => {
  await emptyDatabase();
  const made: { dinkes: Actor; campaign: Campaign } = await makeCampaign();
  campaign = made.campaign;
});

const first = [...selat, ...basarang];

/** A division, a merger or a closing of units that are there, into units that are added with it. */
const step = fc.record({
  day: fc.integer({ min: 2, max: 28 }),
  ended: fc.shuffledSubarray(first, { minLength: 1, maxLength: 2 }),
  successors: fc.shuffledSubarray(selatLater, { maxLength: 3 }),
});

it("counts every target once on every day, in every partition, and loses no dose", async () => {
  const { districtCode: district, id } = campaign;
  const key = [district, id];
  await query(
    `insert into target_set (district_code, campaign_id, source, as_of, in_force_from)
     values ($1, $2, 'local', '2026-11-01', '2026-11-01')`,
    key,
  );
  await report(campaign, first, [1, 2]);
  await fc.assert(
    fc.asyncProperty(step, fc.integer({ min: 1, max: 500 }), async (change, people) => {
      const { day, ended, successors } = change;
      const until = november(day);
      const list = ended.map((unit) => ({
        unit,
        until,
        successors: successors.map((code) => ({ unit: code })),
      }));
      const unitOf = (code: string, isNew: boolean) =>
        [code, { code, reportsFrom: null, firstReport: null, lastReport: null, isNew }] as const;
      const settled = settleEnds(
        list,
        new Map([
          ...first.map((code) => unitOf(code, false)),
          ...successors.map((code) => unitOf(code, true)),
        ]),
      );
      if (!("ends" in settled)) throw new Error(settled.name);
      await store(key, settled, successors);
      await query(
        "delete from target_population where district_code = $1 and campaign_id = $2",
        key,
      );
      const gone = ended.length * people;
      // What the ended had is shared out among those that go on, to the last person.
      const shares = successors.map(
        (_, index) =>
          Math.floor((gone * (index + 1)) / successors.length) -
          Math.floor((gone * index) / successors.length),
      );
      const targets = [
        ...first.map((unit) => ({ unit, people })),
        ...successors.map((unit, index) => ({ unit, people: shares[index] ?? 0 })),
      ];
      await query(
        `insert into target_population (district_code, campaign_id, target_set_id, unit_code,
           intervention_code, target_group_code, people)
         select $1, $2, (select id from target_set where campaign_id = $2), unit, 'MR', 'anak', people
         from jsonb_to_recordset($3::jsonb) as told (unit text, people int)`,
        [...key, JSON.stringify(targets)],
      );
      await query("select refresh_place_target($1, $2)", key);

      for (let each = 1; each <= 30; each += 1) {
        const isOver = each > day;
        const whole = first.length * people - (isOver && successors.length === 0 ? gone : 0);
        const sums = await query(
          `select place_kind as kind, sum(people)::int as people from place_target
           where district_code = $1 and campaign_id = $2 and from_day <= $3 and $3 < until_day
           group by 1 order by 1`,
          [...key, november(each)],
        );
        expect(sums).toEqual(
          ["district", "subdistrict", "unit"].map((kind) => ({ kind, people: whole })),
        );
      }
      const doses = await query(
        `select place_kind as kind, sum(residents)::int as doses from expected_place_total($1, $2)
         group by 1 order by 1`,
        key,
      );
      expect(doses.map((row): unknown => row["doses"])).toEqual([120, 120, 120]);
      expect(
        await query(
          "select * from roll_up_differences($1, $2) where roll_up = 'place_target'",
          key,
        ),
      ).toEqual([]);
    }),
    { numRuns: 12, seed: 2026 },
  );
}, 120_000);

async function store(
  key: readonly unknown[],
  settled: Exclude<ReturnType<typeof settleEnds>, { readonly path: string }>,
  added: readonly string[],
) {
  const ofCampaign = "district_code = $1 and campaign_id = $2";
  await query(`delete from target_population where ${ofCampaign}`, [...key]);
  await query(`delete from unit_successor where ${ofCampaign}`, [...key]);
  await query(`update reporting_unit set reports_until = null where ${ofCampaign}`, [...key]);
  await query(`delete from reporting_unit where ${ofCampaign} and code = any($3)`, [
    ...key,
    [...selatLater],
  ]);
  await query(
    `insert into reporting_unit (
       district_code, campaign_id, code, name, kind, region_code, subdistrict_code, reports_from)
     select $1, $2, code, 'Desa ' || code, 'village', code, left(code, 8), began."from"
     from unnest($3::text[]) as code
     left join jsonb_to_recordset($4::jsonb) as began (unit text, "from" date) on began.unit = code`,
    [...key, [...added], JSON.stringify(settled.begins)],
  );
  await query(
    `update reporting_unit as unit set reports_until = ended.until
     from jsonb_to_recordset($3::jsonb) as ended (unit text, until date)
     where unit.district_code = $1 and unit.campaign_id = $2 and unit.code = ended.unit`,
    [...key, JSON.stringify(settled.ends)],
  );
  await query(
    `insert into unit_successor (district_code, campaign_id, unit_code, successor_code)
     select $1, $2, unit, successor
     from jsonb_to_recordset($3::jsonb) as told (unit text, successor text)`,
    [...key, JSON.stringify(settled.successions)],
  );
}
