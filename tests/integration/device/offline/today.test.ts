import { emptyDatabase, query } from "@/tests/support/database";

import { beforeEach, expect, it } from "vitest";

import type { Actor } from "@/lib/account/auth/policy";
import type { Campaign } from "@/lib/campaign/campaign";
import { campaignInput } from "@/lib/campaign/schema";
import { createCampaign } from "@/lib/campaign/server/commands";
import { listCampaigns, findCampaign } from "@/lib/campaign/server/queries";
import { readEntryKit } from "@/lib/device/offline/kit/server/queries";
import { entryKit, type EntryKit } from "@/lib/device/offline/schema";
import { kitToday } from "@/lib/device/offline/today";
import { todayRows } from "@/lib/report/server/today-queries";
import { todayOf } from "@/lib/report/today";

import {
  grantOf,
  makeCampaign,
  mrBody,
  november,
  report,
  selat,
  village,
} from "../../monitor/selat-basarang";

let dinkes: Actor;
let campaign: Campaign;

/** MR in six villages, and a second campaign in two of Selat's, with two rounds. */
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
      endsOn: november(16),
      rounds: [
        { number: 1, startsOn: november(10), endsOn: november(12) },
        { number: 2, startsOn: november(15), endsOn: november(16) },
      ],
      reportingUnits: selat.slice(0, 2).map(village),
    }),
  );
});

const noon = (day: number) => new Date(`${november(day)}T05:00:00Z`);

async function kitsAt(region: string, at: Date): Promise<EntryKit[]> {
  const grant = grantOf(dinkes, "tally:submit", region);
  const kits: EntryKit[] = [];
  for (const { slug } of await listCampaigns(dinkes)) {
    const known = await findCampaign(dinkes, slug);
    if (known) kits.push(entryKit.parse(await readEntryKit(grant, known, at)));
  }
  return kits;
}

/** The list of a day, as the server reads it and as a device draws it that fetched its kits at `fetched`. */
async function bothAt(region: string, day: number, fetched = day) {
  const grant = grantOf(dinkes, "tally:submit", region);
  const kits = await kitsAt(region, noon(fetched));
  return [0, 1].map(async (ahead) => {
    const daysAhead = ahead === 0 ? 0 : 1;
    return {
      server: todayOf(await todayRows(grant, noon(day), daysAhead)),
      device: todayOf(kitToday(kits, noon(day), daysAhead)),
    };
  });
}

async function expectAlike(region: string, day: number, fetched = day) {
  for (const each of await Promise.all(await bothAt(region, day, fetched))) {
    expect(each.device, `${region} on ${String(day)}`).toEqual(each.server);
  }
}

it("is drawn on the device as the server reads it, in every part and on every day", async () => {
  await report(campaign, [selat[0] ?? ""], [10, 10]);
  for (const region of ["62.03", "62.03.01", "62.03.02", selat[1] ?? ""]) {
    for (const day of [9, 10, 12, 13, 14, 15, 16]) await expectAlike(region, day);
  }
});

it("holds days later, when nothing was reported meanwhile", async () => {
  for (const day of [10, 11, 12, 13, 15, 16]) await expectAlike("62.03.01", day, 9);
});

it("knows closed days, sessions and periods by the server's word", async () => {
  await query(
    `insert into day_note (district_code, campaign_id, place_code, day, kind, note, closes)
     values ('62.03', $1, '62.03.01', $2, 'holiday', 'Libur', true)`,
    [campaign.id, november(11)],
  );
  await query("update campaign set rhythm = 'sessions' where slug = 'klasik'");
  for (const day of [10, 11]) {
    await expectAlike("62.03.01", day, 10);
    await expectAlike("62.03", day, 10);
  }
  await query("update campaign set rhythm = 'periods', period = 'month' where slug = 'klasik'");
  for (const day of [10, 12, 16]) await expectAlike("62.03.01", day, 10);
});
