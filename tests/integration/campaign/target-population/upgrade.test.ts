import { readFile } from "node:fs/promises";

import { beforeEach, expect, test } from "vitest";

import { emptyDatabase, query } from "@/tests/support/database";

import { authorize } from "@/lib/account/auth/grant";
import type { Actor } from "@/lib/account/auth/policy";
import { createCampaign } from "@/lib/campaign/server/commands";
import { findCampaign } from "@/lib/campaign/server/queries";
import { importTargetPopulations } from "@/lib/campaign/target-population/server/commands";

import { bian, loadDistricts, person } from "../district";

const migration = "prisma/migrations/20261130022900_targets_by_date/migration.sql";
const unit = "62.03.01.1007";
let dinkes: Actor;

beforeEach(async () => {
  await emptyDatabase();
  await loadDistricts();
  dinkes = await person("healthOffice", "62.03");
  await createCampaign(authorize(dinkes, "campaign:manage", dinkes.homeRegion), bian({}));
});

test("a database of before keeps the set that was loaded last for every day", async () => {
  const campaign = await findCampaign(dinkes, "bian-kapuas-2022");
  if (!campaign) throw new Error("the campaign was not made");
  for (const [asOf, people] of [
    ["2022-05-12", 320],
    ["2022-01-02", 330],
    ["2022-05-25", 325],
  ] as const) {
    await importTargetPopulations(
      authorize(dinkes, "target:import", dinkes.homeRegion),
      campaign,
      {
        source: "local",
        asOf,
        decree: undefined,
        rows: [{ unit, intervention: "MR", targetGroup: "9-59-bulan", people }],
      },
      { isDryRun: false, at: new Date("2022-05-26T02:00:00Z") },
    );
  }
  const state = () =>
    query(
      `select people::int, from_day::text, until_day::text from place_target
       where place_kind = 'unit' and round_number = 1 order by from_day`,
    );
  expect(await state()).toMatchObject([{ people: 330 }, { people: 320 }, { people: 325 }]);

  await query(`alter table target_set drop in_force_from;
    alter table place_target drop from_day, drop until_day, drop detail, drop is_own`);
  await query(`delete from place_target;
    alter table place_target add primary key (district_code, campaign_id, source, round_number,
      place_kind, place_code, intervention_code, target_group_code)`);
  await query(await readFile(migration, "utf8"));
  await query("alter table place_target add detail bigint, add is_own boolean");
  await query("select refresh_place_target(district_code, id) from campaign");

  expect(await query("select distinct in_force_from::text from target_set")).toEqual([
    { in_force_from: "2022-01-02" },
  ]);
  expect(await state()).toEqual([{ people: 325, from_day: "-infinity", until_day: "infinity" }]);
});

test("a database of before tells figures of their own from sums", async () => {
  const campaign = await findCampaign(dinkes, "bian-kapuas-2022");
  if (!campaign) throw new Error("the campaign was not made");
  const column = { intervention: "MR", targetGroup: "9-59-bulan" };
  await importTargetPopulations(
    authorize(dinkes, "target:import", dinkes.homeRegion),
    campaign,
    {
      source: "local",
      asOf: "2022-05-12",
      decree: undefined,
      rows: [
        { unit, ...column, people: 320 },
        { unit: "62.03.09", ...column, people: 900 },
        { unit: "62.03", ...column, people: 4_560, round: 1 },
      ],
    },
    { isDryRun: false, at: new Date("2022-05-26T02:00:00Z") },
  );
  await query("alter table place_target drop is_own");
  await query(
    await readFile("prisma/migrations/20261130125500_withdrawn_targets/migration.sql", "utf8"),
  );
  const differences = `select * from roll_up_differences('62.03', $1)`;
  expect(await query(differences, [campaign.id])).toEqual([]);
  const own = `select place_code as code from place_target
    where is_own and place_kind <> 'unit' and round_number = 1 order by 1`;
  expect(await query(own)).toEqual([{ code: "62.03" }, { code: "62.03.09" }]);
});
