import { emptyDatabase, query } from "@/tests/support/database";

import { beforeEach, expect, it } from "vitest";

import type { Actor } from "@/lib/account/auth/policy";
import type { Campaign } from "@/lib/campaign/campaign";
import { createCampaign } from "@/lib/campaign/server/commands";
import { campaignInput } from "@/lib/campaign/schema";
import { todayRows } from "@/lib/report/server/today-queries";
import { todayOf } from "@/lib/report/today";

import {
  basarang,
  grantOf,
  makeCampaign,
  mrBody,
  november,
  report,
  selat,
  village,
} from "../monitor/selat-basarang";

let dinkes: Actor;
let campaign: Campaign;

/** MR in six villages, and a second campaign in two of Selat's with a later cut-off. */
beforeEach(async () => {
  await emptyDatabase();
  ({ dinkes, campaign } = await makeCampaign());
  await createCampaign(
    grantOf(dinkes, "campaign:manage"),
    campaignInput.parse({
      ...mrBody,
      slug: "klasik",
      name: "KLASIK",
      reportCutOff: "20:00",
      endsOn: november(12),
      rounds: [{ number: 1, startsOn: november(10), endsOn: november(12) }],
      reportingUnits: selat.slice(0, 2).map(village),
    }),
  );
});

async function todayIn(region: string, day: number, daysAhead: 0 | 1 = 0) {
  const at = new Date(`${november(day)}T05:00:00Z`);
  const { campaigns, missing } = todayOf(
    await todayRows(grantOf(dinkes, "tally:submit", region), at, daysAhead),
  );
  return { missing, of: campaigns.map((each) => [each.slug, each.due, each.missing]) };
}

it("is what is due in every campaign of one's own part that runs today", async () => {
  await report(campaign, [selat[0] ?? ""], [10, 10]);

  expect(await todayIn("62.03.01", 10)).toEqual({
    missing: 5,
    of: [
      ["mr-kapuas", 4, 3],
      ["klasik", 2, 2],
    ],
  });
  expect(await todayIn("62.03.02", 10)).toEqual({ missing: 2, of: [["mr-kapuas", 2, 2]] });
  expect(await todayIn("62.03.01", 13)).toEqual({ missing: 4, of: [["mr-kapuas", 4, 4]] });
});

it("knows tomorrow, closed days and days of sessions", async () => {
  expect((await todayIn("62.03.01", 9, 1)).of).toEqual([
    ["mr-kapuas", 4, 4],
    ["klasik", 2, 2],
  ]);
  await query(
    `insert into day_note (district_code, campaign_id, place_code, day, kind, note, closes)
     values ('62.03', $1, '62.03.01', $2, 'holiday', 'Libur', true)`,
    [campaign.id, november(10)],
  );
  await query("update campaign set rhythm = 'sessions' where slug = 'klasik'");

  expect(await todayIn("62.03.01", 10)).toEqual({
    missing: 0,
    of: [
      ["mr-kapuas", 0, 0],
      ["klasik", 0, 0],
    ],
  });
  expect((await todayIn("62.03", 10)).of).toEqual([
    ["mr-kapuas", basarang.length, basarang.length],
    ["klasik", 0, 0],
  ]);
});

it("is nobody's who holds more than a kabupaten", async () => {
  const nation = { ...dinkes, homeRegion: "00" } as Actor;
  const grant = grantOf(nation, "tally:submit", "00");
  expect(await todayRows(grant, new Date(`${november(10)}T05:00:00Z`), 0)).toEqual([]);
});
