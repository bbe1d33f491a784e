import { randomUUID } from "node:crypto";

import pg from "pg";
import { beforeEach, expect, test, vi } from "vitest";

import { databaseUrl, emptyDatabase, query } from "@/tests/support/database";

import { authorize } from "@/lib/account/auth/grant";
import type { Actor } from "@/lib/account/auth/policy";
import type { Campaign } from "@/lib/campaign/campaign";
import { createCampaign } from "@/lib/campaign/server/commands";
import { deleteCampaign } from "@/lib/campaign/server/delete-commands";
import { campaignHoldings, findCampaign } from "@/lib/campaign/server/queries";
import { regionCode } from "@/lib/base/region/code";
import { dailyReportSubmission } from "@/lib/report/schema";
import { submitDailyReports } from "@/lib/report/server/commands";
import { importTargetPopulations } from "@/lib/campaign/target-population/server/commands";

import { bian, loadDistricts, person } from "./district";

const insertSubmission = `insert into submission (district_code, campaign_id, id, round_number, unit_code, day, content,
                           version, submitted_at, via)
   values ($1, $2, gen_random_uuid(), 1, '62.03.01.1007', '2022-05-18', 'x', 1, now(), 'screen')`;

let dinkes: Actor;
let campaign: Campaign;

beforeEach(async () => {
  await emptyDatabase();
  await loadDistricts();
  dinkes = await person("healthOffice", "62.03");
  await createCampaign(manage(), bian());
  const found = await findCampaign(dinkes, "bian-kapuas-2022");
  if (!found) throw new Error("the campaign is not there");
  campaign = found;
  const row = { unit: "62.03.01.1007", intervention: "MR", targetGroup: "9-59-bulan", people: 90 };
  await importTargetPopulations(
    authorize(dinkes, "target:import", dinkes.homeRegion),
    campaign,
    { source: "local", asOf: "2022-05-01", decree: undefined, rows: [row] },
    { isDryRun: false, at: new Date("2022-05-02T01:00:00Z") },
  );
});

const manage = (region = "62.03") => authorize(dinkes, "campaign:manage", regionCode.parse(region));

/** Tables that still have a row of the campaign; the audit trail keeps its own. */
async function remains(): Promise<string[]> {
  const tables = await query<{ name: string }>(
    `select table_name as name from information_schema.columns
     where table_schema = 'public' and column_name = 'campaign_id'
       and table_name not like 'audit%'`,
  );
  const left = await Promise.all(
    tables.map(async ({ name }) => {
      const rows = await query(`select from ${name} where campaign_id = $1 limit 1`, [campaign.id]);
      return rows.length > 0 ? [name] : [];
    }),
  );
  return left.flat();
}

test("a campaign that nobody reported to goes with all that is its own, and the trail says so", async () => {
  expect(await campaignHoldings(manage(), campaign)).toEqual({ reports: 0, targetSets: 1 });
  expect(await remains()).toContain("place_target");

  await deleteCampaign(manage(), campaign);

  expect(await findCampaign(dinkes, campaign.slug)).toBeNull();
  expect(await remains()).toEqual([]);
  expect(
    await query(
      `select subject, campaign_id as id, before ->> 'name' as name,
              before ->> 'targetSets' as "targetSets", after
       from audit_entry where action = 'campaign.deleted'`,
    ),
  ).toEqual([
    { subject: campaign.slug, id: campaign.id, name: campaign.name, targetSets: "1", after: null },
  ]);
});

test("its address can be used again", async () => {
  await deleteCampaign(manage(), campaign);
  await expect(createCampaign(manage(), bian())).resolves.toEqual({ slug: campaign.slug });
});

test("deleted twice it is not found, and the trail says it once", async () => {
  await deleteCampaign(manage(), campaign);
  await expect(deleteCampaign(manage(), campaign)).rejects.toThrow("notFound");
  expect(await query("select from audit_entry where action = 'campaign.deleted'")).toHaveLength(1);
});

test("once a report was ever sent, also one that was taken back, it stays", async () => {
  await query(insertSubmission, [campaign.districtCode, campaign.id]);

  await expect(deleteCampaign(manage(), campaign)).rejects.toThrow("campaignHasReports");
  expect(await campaignHoldings(manage(), campaign)).toMatchObject({ reports: 1 });
  expect(await findCampaign(dinkes, campaign.slug)).not.toBeNull();
  expect(await query("select from audit_entry where action = 'campaign.deleted'")).toEqual([]);
});

test("who holds a part of the kabupaten may not", async () => {
  await expect(deleteCampaign(manage("62.03.01"), campaign)).rejects.toThrow("forbidden");
});

test("a report that comes as it is deleted is waited for, and keeps the campaign", async () => {
  const deleting = await whileReporting(() => deleteCampaign(manage(), campaign), true);

  expect(deleting).toMatchObject({ code: "campaignHasReports" });
  expect(await findCampaign(dinkes, campaign.slug)).not.toBeNull();
  expect(await query("select from submission")).toHaveLength(1);
  expect(await query("select from audit_entry where action = 'campaign.deleted'")).toEqual([]);
});

test("a report that waits while it is deleted is rejected, and nothing of it is stored", async () => {
  const [deleted, sent] = (await whileReporting(async () => {
    const deleting = deleteCampaign(manage(), campaign);
    await waiters(1);
    return Promise.all([deleting, submit()]);
  }, false)) as [unknown, unknown];

  expect(deleted).toMatchObject({ slug: campaign.slug });
  expect(sent).toMatchObject([{ outcome: "rejected" }]);
  expect(await remains()).toEqual([]);
});

/** What becomes of work that begins while somebody else is writing to the campaign. */
async function whileReporting(work: () => Promise<unknown>, isReported: boolean): Promise<unknown> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query("begin");
    await client.query("select from campaign where id = $1 for no key update", [campaign.id]);
    if (isReported) await client.query(insertSubmission, [campaign.districtCode, campaign.id]);
    const working = work().catch((error: unknown) => error);
    await waiters(isReported ? 1 : 2);
    await client.query("commit");
    return await working;
  } finally {
    await client.end();
  }
}

async function waiters(count: number): Promise<void> {
  const waiting = `select from pg_stat_activity
                   where datname = current_database() and wait_event_type = 'Lock'`;
  await vi.waitFor(async () => expect(await query(waiting)).toHaveLength(count), {
    timeout: 10_000,
  });
}

function submit() {
  const tallies = [{ intervention: "MR", targetGroup: "9-59-bulan", residents: 3 }];
  const report = { id: randomUUID(), unit: "62.03.01.1007", day: "2022-05-18", tallies };
  const grant = authorize(dinkes, "tally:submit", regionCode.parse("62.03"));
  return submitDailyReports(grant, campaign, [dailyReportSubmission.parse(report)], {
    at: new Date("2022-05-18T08:00:00Z"),
    via: "screen",
  });
}
