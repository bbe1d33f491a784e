import { databaseUrl } from "@/tests/support/database";

import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { insertCampaign, insertRegions, type Key } from "./roll-up-campaign";
import { operation, reportOperation } from "./roll-up-operations";
import { perform } from "./roll-up-perform";

const client = new pg.Client({ connectionString: databaseUrl });
let campaigns = 0;

beforeAll(async () => {
  await client.connect();
  await insertRegions(client);
});
afterAll(async () => {
  await client.end();
});

describe("roll-ups", () => {
  it(
    "equal what the tallies, reports and target populations add up to, whatever was done",
    { timeout: 180_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(operation, { minLength: 10, maxLength: 40, size: "max" }),
          async (operations) => {
            const key = await newCampaign();
            for (const each of operations) await perform(client, key, each);

            expect(await differences(key)).toEqual([]);
            const kept = await readRollUps(key);
            await client.query("select recompute_roll_ups($1, $2)", [...key]);
            expect(await readRollUps(key)).toEqual(kept);
          },
        ),
        { numRuns: 60, seed: 20_260_604 },
      );
    },
  );

  it("say what is wrong with them, and are repaired by recomputing", async () => {
    const key = await filledCampaign();
    const sound = await readRollUps(key);

    for (const damage of [
      "update place_total set residents = residents + 1 where place_kind = 'subdistrict'",
      "delete from place_day_total where place_kind = 'district'",
      "update place_reports set on_time = on_time + 1",
      "delete from place_day_reports",
      "update place_target set people = people + 1 where place_kind = 'unit'",
    ]) {
      await client.query(damage);
      const table = /place_\w+/.exec(damage)?.[0];
      const found = await differences(key);
      expect(found.length).toBeGreaterThan(0);
      expect(new Set(found.map(({ roll_up }) => roll_up))).toEqual(new Set([table]));

      await client.query("select recompute_roll_ups($1, $2)", [...key]);
      expect(await differences(key)).toEqual([]);
      expect(await readRollUps(key)).toEqual(sound);
    }
  });

  it("leave other campaigns alone", async () => {
    const neighbour = await filledCampaign();
    const before = await readRollUps(neighbour);

    await filledCampaign();
    expect(await readRollUps(neighbour)).toEqual(before);
  });
});

describe("the version of a campaign", () => {
  it(
    "rises with each write of reports and stays when nothing is written",
    { timeout: 180_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(reportOperation, { minLength: 5, maxLength: 20 }),
          async (operations) => {
            const key = await newCampaign();
            for (const each of operations) {
              const before = await readVersion(key);
              const hasWritten = await perform(client, key, each);
              const after = await readVersion(key);
              expect(after - before, each.kind).toBe(hasWritten ? 1n : 0n);
            }
          },
        ),
        { numRuns: 30, seed: 20_260_605 },
      );
    },
  );
});

describe("the history of tallies", () => {
  it("leads from each tally's first number to its last", async () => {
    const key = await newCampaign();
    const place = { unit: "a1", round: 1, dayOfRound: 0 };
    const send = (residents: number) =>
      perform(client, key, {
        kind: "report",
        reports: [
          { ...place, isOnTime: true, tallies: [{ column: 0, residents, nonResidents: 0 }] },
        ],
      });
    await send(12);
    await send(12);
    await send(21);
    await perform(client, key, { kind: "removeReport", place });

    const { rows } = await client.query(
      `select residents_before as before, residents_after as after from tally_history
       where (district_code, campaign_id) = ($1, $2) order by id`,
      [...key],
    );
    expect(rows).toEqual([
      { before: 12, after: 21 },
      { before: 21, after: null },
    ]);
  });
});

async function newCampaign(): Promise<Key> {
  campaigns += 1;
  return insertCampaign(client, `campaign-${String(campaigns)}`);
}

/** With a report in each kecamatan and a target population. */
async function filledCampaign(): Promise<Key> {
  const key = await newCampaign();
  const tallies = [{ column: 0, residents: 30, nonResidents: 2 }];
  await perform(client, key, {
    kind: "report",
    reports: [
      { unit: "a1", round: 1, dayOfRound: 0, isOnTime: true, tallies },
      { unit: "b1", round: 2, dayOfRound: 1, isOnTime: false, tallies },
    ],
  });
  await perform(client, key, {
    kind: "importTargets",
    source: "local",
    rows: [{ unit: "a1", column: 0, round: 0, people: 100 }],
  });
  return key;
}

async function readVersion([districtCode, id]: Key): Promise<bigint> {
  const { rows } = await client.query<{ version: string }>(
    "select version from campaign where (district_code, id) = ($1, $2)",
    [districtCode, id],
  );
  return BigInt(rows[0]?.version ?? 0);
}

async function differences(key: Key) {
  const { rows } = await client.query<{ roll_up: string; kept: string; computed: string }>(
    "select * from roll_up_differences($1, $2)",
    [...key],
  );
  return rows;
}

/** All rows of the roll-ups in a fixed order; those of nothing but zeros count as absent. */
async function readRollUps(key: Key): Promise<readonly string[]> {
  const { rows } = await client.query<{ fact: string }>(
    `select 'total ' || to_jsonb(t)::text as fact from place_total as t
     where (district_code, campaign_id) = ($1, $2) and (residents, non_residents) <> (0, 0)
     union all select 'day total ' || to_jsonb(t)::text from place_day_total as t
     where (district_code, campaign_id) = ($1, $2) and (residents, non_residents) <> (0, 0)
     union all select 'reports ' || to_jsonb(t)::text from place_reports as t
     where (district_code, campaign_id) = ($1, $2) and received <> 0
     union all select 'day reports ' || to_jsonb(t)::text from place_day_reports as t
     where (district_code, campaign_id) = ($1, $2) and received <> 0
     union all select 'target ' || to_jsonb(t)::text from place_target as t
     where (district_code, campaign_id) = ($1, $2)
     order by fact`,
    [...key],
  );
  return rows.map(({ fact }) => fact);
}
