import { randomUUID } from "node:crypto";

import type pg from "pg";

import type { CalendarDay } from "@/lib/base/time/calendar-day";

import { insertDemoAccounts, readDemoAccountIds } from "./demo/accounts";
import { planDocuments } from "./demo/documents/documents";
import { writeKapuasCovidStock } from "./demo/documents/kapuas-covid-stock";
import {
  kampungKbSlug,
  kapuasHuluOffices,
  writeKampungKbIndicators,
  writeKampungKbMeeting,
} from "./demo/documents/kapuas-hulu-kampung-kb";
import type { District } from "./demo/villages";
import { anambasOffices, insertDemoOffices, kapuasOffices, puskesmasSelat } from "./demo/offices";
import { planGunungMas } from "./demo/gunung-mas";
import { kapuasSlug, planKapuas } from "./demo/kapuas";
import { writeKapuasInstruction } from "./demo/kapuas-instruction";
import { writeKapuasSafety } from "./demo/kapuas-safety";
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
  /** The campaigns of the documents too, and people of their kabupaten. */
  readonly hasDocuments?: boolean;
};
type DemoCount = { readonly campaigns: number; readonly users: number };

/**
 * Loads what there is to try: BIAN Kapuas on day 18 of 31 (invented, marked as a sample), the
 * published BIAN 2022 of Gunung Mas, and people to sign in as; when asked for, the campaigns of the
 * documents as well. One transaction.
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
  { today, now = new Date(), password = randomUUID(), hasDocuments = false }: DemoSetting,
): Promise<DemoCount> {
  return inTransaction(databaseUrl, async (client) => {
    // Two starts at once: the second waits here and then finds everything.
    await client.query("lock table campaign in share row exclusive mode");
    const { villages } = await readDistrict(client, "62.03");
    const documents = hasDocuments ? await readDocumentDistricts(client) : null;
    const { opd, camat } = anambasOffices(documents?.["21.05"].subdistricts ?? []);
    await insertDemoOffices(client, [
      puskesmasSelat,
      ...kapuasOffices,
      ...(documents ? [...opd, ...camat, ...kapuasHuluOffices] : []),
    ]);
    const users = await insertDemoAccounts(client, password, { hasDocuments });
    const accountIds = await readDemoAccountIds(client);

    const taken = await readAddresses(client);
    const plans = [
      planKapuas({ today, now, villages, accountIds }),
      planGunungMas(accountIds.get("dinkes.gunungmas") ?? null),
      ...(documents ? planDocuments(documents) : []),
    ].filter(({ districtCode, slug }) => !taken.has(`${districtCode}.${slug}`));
    for (const plan of plans) await writeDemoCampaign(client, plan);
    if (plans.some(({ slug }) => slug === kapuasSlug)) {
      await writeKapuasInstruction(client, { today, accountIds });
      await writeKapuasSafety(client, { today, now, accountIds });
    }
    if (plans.some(({ slug }) => slug === "covid-kapuas-2021")) await writeKapuasCovidStock(client);
    if (plans.some(({ slug }) => slug === kampungKbSlug)) {
      await writeKampungKbIndicators(client);
      await writeKampungKbMeeting(client);
    }
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

async function readDocumentDistricts(
  client: pg.Client,
): Promise<Parameters<typeof planDocuments>[0]> {
  return {
    "21.05": await readDistrict(client, "21.05"),
    "36.02": await readDistrict(client, "36.02"),
    "61.06": await readDistrict(client, "61.06"),
    "62.03": await readDistrict(client, "62.03"),
  };
}

/** Kecamatan and villages of a kabupaten, each by its code. */
async function readDistrict(client: pg.Client, districtCode: string): Promise<District> {
  const { rows } = await client.query<{
    level: number;
    code: string;
    name: string;
    parent: string;
  }>(
    `select level, code, name, parent_code as parent from region
     where level in (3, 4) and code like $1 || '.%' order by code`,
    [districtCode],
  );
  const villages = rows.flatMap(({ level, code, name, parent }) =>
    level === 4 ? [{ code, name, subdistrictCode: parent }] : [],
  );
  if (villages.length === 0) throw new Error("The areas are not loaded: run loadAreas first.");
  const subdistricts = rows.flatMap(({ level, code, name }) =>
    level === 3 ? [{ code, name }] : [],
  );
  return { villages, subdistricts };
}

/** Addresses that campaigns have already, demo or not. */
async function readAddresses(client: pg.Client): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ address: string }>(
    "select district_code || '.' || slug as address from campaign",
  );
  return new Set(rows.map(({ address }) => address));
}
