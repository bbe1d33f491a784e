import { randomUUID } from "node:crypto";

import { beforeEach, describe, expect, it } from "vitest";

import { authorize } from "@/lib/account/auth/grant";
import { ownPlace } from "@/lib/account/auth/policy";
import { storeRecord } from "@/lib/campaign/record/server/commands";
import { readRecordHistory, readSentRecord } from "@/lib/campaign/record/server/queries";
import { emptyDatabase, query } from "@/tests/support/database";
import { findCampaign } from "@/lib/campaign/server/queries";
import type { Campaign } from "@/lib/campaign/campaign";
import { areas, setScene, slugs, systemGrant } from "@/tests/support/scene";
import { regionCode } from "@/lib/base/region/code";

import { person } from "./district";

let campaign: Campaign;

beforeEach(async () => {
  await emptyDatabase();
  await setScene();
  const found = await findCampaign(systemGrant("coverage:read").actor, slugs.home);
  if (!found) throw new Error("the scene has no campaign");
  campaign = found;
});

async function grantOf() {
  const dinkes = await person("healthOffice", areas.home);
  return authorize(dinkes, "coverage:read", ownPlace(dinkes));
}

const nothing = () => Promise.resolve();

describe("a record of a register", () => {
  it("is stored once however often it is sent, and its versions stand", async () => {
    const grant = await grantOf();
    const key = { campaign, kind: "team", id: randomUUID() } as const;
    const first = { sent: randomUUID(), version: 0, name: "Tim 1" };
    const sent = await Promise.all(
      Array.from({ length: 5 }, async () => storeRecord(grant, key, first, "tim-1", nothing)),
    );
    expect(sent.filter(({ replayed }) => !replayed)).toEqual([
      { id: key.id, version: 1, replayed: false },
    ]);
    const second = { sent: randomUUID(), version: 1, name: "Tim 1 Selat" };
    expect(await storeRecord(grant, key, second, "tim-1", nothing)).toMatchObject({ version: 2 });
    expect(await readRecordHistory(grant, key)).toMatchObject([
      { version: 2, actorName: grant.actor.displayName, body: { name: "Tim 1 Selat" } },
      { version: 1, body: { name: "Tim 1" } },
    ]);
    const trail = await query<{ action: string; before: unknown; after: unknown }>(
      "select action, before, after from audit_entry where action like 'team.%' order by id",
    );
    expect(trail).toEqual([
      { action: "team.added", before: null, after: { name: "Tim 1" } },
      { action: "team.changed", before: { name: "Tim 1" }, after: { name: "Tim 1 Selat" } },
    ]);
  });

  it("is not stored over a version that somebody else wrote, nor under an id that says another thing", async () => {
    const grant = await grantOf();
    const key = { campaign, kind: "team", id: randomUUID() } as const;
    const first = { sent: randomUUID(), version: 0, name: "Tim 1" };
    await storeRecord(grant, key, first, "tim-1", nothing);
    const again = { sent: randomUUID(), version: 0, name: "Tim 2" };
    await expect(storeRecord(grant, key, again, "tim-1", nothing)).rejects.toMatchObject({
      code: "recordChanged",
    });
    const other = { ...first, name: "Tim 2" };
    await expect(storeRecord(grant, key, other, "tim-1", nothing)).rejects.toMatchObject({
      code: "conflict",
    });
    expect(await readRecordHistory(grant, key)).toHaveLength(1);
  });

  it("leaves nothing when its own rows cannot be written, or its campaign is put away", async () => {
    const grant = await grantOf();
    const key = { campaign, kind: "team", id: randomUUID() } as const;
    const input = { sent: randomUUID(), version: 0, name: "Tim 1" };
    await expect(
      storeRecord(grant, key, input, "tim-1", () => Promise.reject(new Error("no room"))),
    ).rejects.toThrow("no room");
    await query("update campaign set archived_at = now() where slug = $1", [slugs.home]);
    await expect(storeRecord(grant, key, input, "tim-1", nothing)).rejects.toMatchObject({
      code: "campaignArchived",
    });
    expect(await readRecordHistory(grant, key)).toEqual([]);
  });

  it("is read back by who sent it alone", async () => {
    const grant = await grantOf();
    const key = { campaign, kind: "team", id: randomUUID() } as const;
    const input = { sent: randomUUID(), version: 0, name: "Tim 1", perDay: 40 };
    await storeRecord(grant, key, input, "tim-1", nothing);
    const district = regionCode.parse(areas.home);
    expect(await readSentRecord(grant, district, input.sent)).toEqual({
      body: { name: "Tim 1", perDay: 40 },
    });
    expect(await readSentRecord(grant, regionCode.parse(areas.away), input.sent)).toBeNull();
    const camat = await person("subdistrictHead", areas.homeSelat);
    const stranger = authorize(camat, "coverage:read", ownPlace(camat));
    expect(await readSentRecord(stranger, district, input.sent)).toBeNull();
    expect(await readSentRecord(grant, district, randomUUID())).toBeNull();
  });
});
