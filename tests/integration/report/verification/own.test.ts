import { emptyDatabase } from "@/tests/support/database";

import { beforeEach, describe, expect, it } from "vitest";

import { readCellHistory } from "@/lib/report/server/history-queries";
import type { Campaign } from "@/lib/campaign/campaign";
import { verifyReports, returnReports } from "@/lib/report/verification/server/commands";
import { queueReports } from "@/lib/report/verification/server/queue-queries";
import { makeCampaign, today, units } from "@/tests/integration/report/campaign";
import { mr, report, submit } from "@/tests/integration/report/sending";

import { afterCutOff, deeds, mark, office, statuses } from "./office";

const at = { at: afterCutOff };
const ownReason = "Hanya satu petugas hari ini";
const dinkes = office("report:verify");
let campaign: Campaign;

/** Selat Hilir by the health office itself, Selat Hulu by the camat. */
beforeEach(async () => {
  await emptyDatabase();
  campaign = await makeCampaign();
  await submit(campaign, [report({ tallies: [mr(13)] })], { region: "62.03" });
  await submit(campaign, [report({ unit: units.hulu, tallies: [mr(5)] })]);
});

const queue = async (status: "submitted" | "verified") =>
  (await queueReports(dinkes, campaign, { place: null, day: null, status })).reports;

describe("a report of one's own", () => {
  it("is marked in the queue", async () => {
    const marks = (await queue("submitted")).map(({ unit, isOwn }) => [unit, isOwn]);
    expect(Object.fromEntries(marks)).toEqual({ [units.hilir]: true, [units.hulu]: false });
  });

  it("is left out where many are verified, and told", async () => {
    const both = [mark(), mark({ unit: units.hulu })];
    const settled = await verifyReports(dinkes, campaign, both, at);

    expect(settled.done.map(({ unit }) => unit)).toEqual([units.hulu]);
    expect(settled.own).toEqual([mark()]);
    expect(await statuses()).toMatchObject([
      { unit: units.hilir, status: "submitted" },
      { unit: units.hulu, status: "verified" },
    ]);
  });

  it("is verified alone with a reason, which the trail and its history keep", async () => {
    await verifyReports(dinkes, campaign, [mark()], { ...at, ownReason });

    expect(await deeds(campaign)).toMatchObject([
      { action: "report.verified", after: { reason: ownReason, ownReport: true } },
    ]);
    expect(await queue("verified")).toMatchObject([{ unit: units.hilir, isSelfVerified: true }]);
    const cell = { unit: units.hilir, day: today, intervention: "MR", targetGroup: "young" };
    const history = await readCellHistory(office("coverage:read"), campaign, cell);
    expect(history?.events).toMatchObject([{ kind: "verified", reason: ownReason }]);
  });

  it("is returned like another's", async () => {
    const settled = await returnReports(dinkes, campaign, [mark()], { ...at, reason: "Hitung" });
    expect(settled.done).toHaveLength(1);
  });
});

it("a reason of one's own says nothing about another's report", async () => {
  await verifyReports(dinkes, campaign, [mark({ unit: units.hulu })], { ...at, ownReason });

  expect(await queue("verified")).toMatchObject([{ unit: units.hulu, isSelfVerified: false }]);
  const [deed] = await deeds(campaign);
  expect(deed).toMatchObject({ after: { reason: null } });
  expect(deed).not.toHaveProperty("after.ownReport");
});
