import { emptyDatabase, query } from "@/tests/support/database";

import { beforeEach, expect, it } from "vitest";

import type { Campaign } from "@/lib/campaign/campaign";
import { withdrawZeroReport } from "@/lib/report/server/withdraw-commands";

import { beforeCutOff, grantFor, makeCampaign, today, units } from "./campaign";
import { load, sheet, toldBy } from "./import/importing";
import { rejected, report, stored, submit } from "./sending";

let campaign: Campaign;

beforeEach(async () => {
  await emptyDatabase();
  campaign = await makeCampaign();
});

/** As a colleague does it, after this request had read the campaign. */
const putAway = () => query("update campaign set archived_at = now()");

it("a report that meets the archive on its way is rejected, also one of the health office", async () => {
  await putAway();
  for (const region of ["62.03.01", "62.03"]) {
    const sent = report();
    expect(await submit(campaign, [sent], { region })).toEqual([
      rejected(sent, { code: "campaignArchived" }),
    ]);
  }
  expect(await query("select from daily_report")).toEqual([]);
});

it("a file is rejected row by row, and nothing of it stands", async () => {
  await putAway();
  const told = toldBy(
    await load({ ...campaign, isArchived: true }, sheet(`${units.hilir};${today};5`)),
  );
  expect(told).toEqual(["2 rejected campaignArchived"]);
  expect(await query("select from daily_report")).toEqual([]);
});

it("a file that was checked before is not stored after", async () => {
  await putAway();
  expect(toldBy(await load(campaign, sheet(`${units.hilir};${today};5`)))).toEqual([
    "2 rejected campaignArchived",
  ]);
  expect(await query("select from daily_report")).toEqual([]);
  expect(await query("select from audit_entry where action = 'tally.imported'")).toEqual([]);
});

it("a zero report stays as it is: taking it back would change what is read", async () => {
  const sent = report({ zero: true, tallies: [] });
  expect(await submit(campaign, [sent])).toEqual([stored(sent, 1)]);
  await putAway();
  const place = { unit: units.hilir, day: today, at: beforeCutOff };
  await expect(withdrawZeroReport(grantFor("62.03.01"), campaign, place)).rejects.toMatchObject({
    code: "campaignArchived",
  });
  expect(await query("select is_zero from daily_report")).toEqual([{ is_zero: true }]);
});
