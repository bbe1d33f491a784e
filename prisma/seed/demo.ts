import { randomUUID } from "node:crypto";

import type pg from "pg";

import type { CalendarDay } from "@/lib/base/time/calendar-day";

import { insertDemoAccounts, readDemoAccountIds } from "./demo/accounts";
import { planGunungMas } from "./demo/gunung-mas";
import { planKapuas, type KapuasVillage } from "./demo/kapuas";
import { removeDemoRows } from "./demo/remove";
import { writeDemoCampaign } from "./demo/write-campaign";
import { inTransaction } from "./transaction";

const filledTables = [
  "reporting_unit",
  "target_population",
  "submission",
  "daily_report",
  "tally",
  "place_total",
  "place_day_total",
  "place_reports",
  "place_day_reports",
  "place_target",
];

type DemoSetting = {
  readonly today: CalendarDay;
  readonly now?: Date;
  readonly password?: string;
};
type DemoCount = { readonly campaigns: number; readonly users: number };

/**
 * Loads what there is to try: BIAN Kapuas on day 18 of 31 (invented, marked as a sample), the
 * published BIAN 2022 of Gunung Mas, and people to sign in as. One transaction.
 *
 * What is there already stays as it is: a second load does nothing. The same `today` gives the
 * same counts.
 *
 * @param today Local day in Kapuas (Asia/Jakarta), "2026-06-04".
 * @param now No report is received after it; the clock's time unless given.
 * @param password of all the people; without it nobody knows theirs.
 * @returns how many campaigns and users were made.
 * @throws when the areas are not loaded.
 */
export async function loadDemo(
  databaseUrl: string,
  { today, now = new Date(), password = randomUUID() }: DemoSetting,
): Promise<DemoCount> {
  return inTransaction(databaseUrl, async (client) => {
    // Two starts at once: the second waits here and then finds everything.
    await client.query("lock table campaign in share row exclusive mode");
    const villages = await readVillages(client, "62.03");
    const users = await insertDemoAccounts(client, password);
    const accountIds = await readDemoAccountIds(client);

    const taken = await readAddresses(client);
    const plans = [
      planKapuas({ today, now, villages, accountIds }),
      planGunungMas(accountIds.get("dinkes.gunungmas") ?? null),
    ].filter(({ districtCode, slug }) => !taken.has(`${districtCode}.${slug}`));
    for (const plan of plans) await writeDemoCampaign(client, plan);
    // Without statistics the planner takes the new tables for tiny ones, and the first screens wait.
    if (plans.length > 0) await client.query(`analyze ${filledTables.join(", ")}`);

    return { campaigns: plans.length, users };
  });
}

/**
 * Takes the demo campaigns, with everything in them, and the demo accounts away. One transaction.
 * What real people made elsewhere stays, audit entries included.
 *
 * @returns how many campaigns and users went.
 */
export async function removeDemo(databaseUrl: string): Promise<DemoCount> {
  return inTransaction(databaseUrl, removeDemoRows);
}

async function readVillages(
  client: pg.Client,
  districtCode: string,
): Promise<readonly KapuasVillage[]> {
  const { rows } = await client.query<KapuasVillage>(
    `select code, name, parent_code as "subdistrictCode" from region
     where level = 4 and code like $1 || '.%' order by code`,
    [districtCode],
  );
  if (rows.length === 0) throw new Error("The areas are not loaded: run loadAreas first.");
  return rows;
}

/** Addresses that campaigns have already, demo or not. */
async function readAddresses(client: pg.Client): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ address: string }>(
    "select district_code || '.' || slug as address from campaign",
  );
  return new Set(rows.map(({ address }) => address));
}
