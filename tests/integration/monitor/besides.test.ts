import { emptyDatabase, query } from "@/tests/support/database";

import { beforeEach, expect, it } from "vitest";

import type { Actor } from "@/lib/account/auth/policy";
import { authorize } from "@/lib/account/auth/grant";
import type { Campaign } from "@/lib/campaign/campaign";
import { regionCode } from "@/lib/base/region/code";
import { besidesCsv } from "@/lib/monitor/coverage/besides-csv";
import { besidesOf } from "@/lib/monitor/coverage/besides";
import { readBesides } from "@/lib/monitor/coverage/server/besides-queries";

import { basarang, grantOf, makeCampaign, november, report, selat } from "./selat-basarang";

let dinkes: Actor;
let campaign: Campaign;

const parts = [
  { code: "62.03.01", name: "Selat", unitCodes: new Set(selat), completeDays: null },
  { code: "62.03.02", name: "Basarang", unitCodes: new Set(basarang), completeDays: null },
];

beforeEach(async () => {
  await emptyDatabase();
  ({ dinkes, campaign } = await makeCampaign());
  await report(campaign, [...selat, ...basarang], [1, 2]);
});

/** Answers beside the tallies of a day of November. */
async function say(
  unit: string | undefined,
  day: number,
  kind: string,
  code: string,
  count: number,
) {
  await query(
    `insert into report_part (district_code, campaign_id, round_number, unit_code, day, kind, code,
                              count, submission_id)
     select district_code, campaign_id, round_number, unit_code, day, $3, $4, $5, submission_id
     from daily_report where unit_code = $1 and day = $2`,
    [unit, november(day), kind, code, count],
  );
}

function read(until: string | null = null, region = "62.03") {
  const [round] = campaign.rounds;
  if (!round) throw new Error("no round");
  const grant =
    region === "62.03"
      ? grantOf(dinkes, "coverage:read")
      : authorize(
          { ...dinkes, role: "subdistrictHead", homeRegion: regionCode.parse(region) },
          "coverage:read",
          regionCode.parse(region),
        );
  return readBesides(grant, campaign, { round, until }, parts);
}

it("ranks reasons of a place and of each part, and keeps an answered zero from none", async () => {
  await say(selat[0], 1, "reason", "sick", 4);
  await say(selat[1], 2, "reason", "sick", 3);
  await say(selat[1], 2, "reason", "tooFar", 5);
  await say(basarang[0], 1, "reason", "travelling", 2);
  await say(basarang[0], 1, "reason", "sick", 0);
  await say(basarang[1], 1, "found", "people", 9);
  await say(basarang[1], 1, "recovered", "people", 7);
  await say(selat[2], 1, "vials", "MR", 6);

  const besides = besidesOf(await read(), parts);
  expect(besides).toMatchObject({
    people: 14,
    reasons: [
      { code: "sick", count: 7 },
      { code: "tooFar", count: 5 },
      { code: "travelling", count: 2 },
    ],
    found: 9,
    recovered: 7,
    vials: [{ code: "MR", count: 6 }],
    places: [
      { name: "Selat", people: 12, found: null },
      { name: "Basarang", people: 2, reasons: [{ code: "travelling", count: 2 }], found: 9 },
    ],
  });
  const rows = besidesCsv(
    { isSample: true },
    { round: campaign.rounds[0] } as never,
    {
      counts: await read(),
      parts,
    },
    {
      column: (name) => name,
      kind: (kind) => kind,
      number: ({ code }) => code,
      sample: "DATA CONTOH",
    },
  );
  expect(rows[0]).toEqual(["DATA CONTOH"]);
  expect(rows).toContainEqual(["62.03.01", "Selat", 1, "reason", "sick", 7, 2]);
  expect(rows).toContainEqual(["62.03.02", "Basarang", 1, "reason", "sick", 0, 1]);
});

it("ends with its day, and with the region that may be read", async () => {
  await say(selat[0], 1, "reason", "sick", 4);
  await say(selat[0], 2, "reason", "sick", 3);
  await say(basarang[0], 1, "reason", "sick", 2);
  expect(besidesOf(await read(november(1)), parts).people).toBe(6);
  expect(besidesOf(await read(null, "62.03.02"), parts).people).toBe(2);
  expect(besidesOf([], parts)).toMatchObject({ people: null, found: null, places: [] });
});
