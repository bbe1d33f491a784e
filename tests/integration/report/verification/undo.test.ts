import { emptyDatabase, query, rewrite } from "@/tests/support/database";

import { beforeEach, describe, expect, it } from "vitest";

import type { Campaign } from "@/lib/campaign/campaign";
import { returnReports, verifyReports } from "@/lib/report/verification/server/commands";
import {
  findLastPress,
  verificationQuestion,
} from "@/lib/report/verification/server/press-queries";
import { undoVerification } from "@/lib/report/verification/server/undo-commands";
import { makeCampaign, units } from "@/tests/integration/report/campaign";
import { mr, report, rollUpDifferences, submit } from "@/tests/integration/report/sending";

import { deeds, districtDoses, mark, office, statuses } from "./office";

/** The trail has the database's clock, so the test's is now as well. */
const at = { at: new Date() };
const grant = office("report:verify");
let campaign: Campaign;

beforeEach(async () => {
  await emptyDatabase();
  campaign = await makeCampaign();
  await submit(campaign, [
    report({ tallies: [mr(13)] }),
    report({ unit: units.hulu, tallies: [mr(5)] }),
  ]);
  await submit(campaign, [report({ unit: units.mambulau, tallies: [mr(7)] })], {
    region: "62.03.02",
  });
});

const both = [mark(), mark({ unit: units.mambulau })];

async function press(): Promise<string> {
  const last = await findLastPress(grant, campaign, new Date());
  if (!last) throw new Error("no press");
  return last.id;
}

describe("what verifying several reports would do", () => {
  it("says reports, villages, doses and the verified share of each intervention", async () => {
    await verifyReports(grant, campaign, [mark({ unit: units.hulu })], at);

    const question = await verificationQuestion(grant, campaign, both);
    expect(question).toMatchObject({ reports: 2, units: 2, doses: 20 });
    // 5 of 25 doses are verified, then all of them.
    expect(question.interventions[0]).toMatchObject({
      doses: 25,
      verifiedNow: 5,
      verifiedThen: 25,
    });
  });

  it("leaves out what changed since it was shown", async () => {
    const shown = [mark({ version: 2 }), mark({ unit: units.mambulau })];
    expect(await verificationQuestion(grant, campaign, shown)).toMatchObject({
      reports: 1,
      doses: 7,
    });
  });

  it("counts those that give reason to look closer", async () => {
    await returnReports(grant, campaign, [mark()], { ...at, reason: "Angka tertukar" });
    await rewrite("update daily_report set is_on_time = true");
    const shown = [mark({ status: "returned" }), mark({ unit: units.mambulau })];
    expect(await verificationQuestion(grant, campaign, shown)).toMatchObject({ remarked: 1 });
  });
});

describe("taking a press back", () => {
  it("lets exactly its reports wait again, with the trail and the roll-ups", async () => {
    await verifyReports(grant, campaign, [mark({ unit: units.hulu })], at);
    await verifyReports(grant, campaign, both, at);
    expect(await findLastPress(grant, campaign, new Date())).toMatchObject({ reports: 2 });

    expect(await undoVerification(grant, campaign, await press(), at)).toBe(2);

    expect(await statuses()).toMatchObject([
      { unit: units.hilir, status: "submitted", reason: null },
      { unit: units.hulu, status: "verified" },
      { unit: units.mambulau, status: "submitted", reason: null },
    ]);
    expect(await districtDoses()).toEqual({ doses: 25, unverified: 20 });
    expect(await rollUpDifferences()).toEqual([]);
    const undone = await query("select after from audit_entry where action = 'report.unverified'");
    expect(undone).toMatchObject([
      { after: { version: 1, status: "submitted" } },
      { after: { version: 1, status: "submitted" } },
    ]);
    // The press before it can be taken back next.
    expect(await findLastPress(grant, campaign, new Date())).toMatchObject({ reports: 1 });
  });

  it("puts a report that had been given back where it was", async () => {
    await returnReports(grant, campaign, [mark()], { ...at, reason: "Angka tertukar" });
    await verifyReports(grant, campaign, [mark({ status: "returned" })], at);
    await undoVerification(grant, campaign, await press(), at);

    const [hilir] = await query(
      "select status, return_reason as reason, status_by is not null as told from daily_report where unit_code = $1",
      [units.hilir],
    );
    expect(hilir).toEqual({ status: "returned", reason: "Angka tertukar", told: true });
  });

  it.each([
    [
      "was given back",
      () =>
        returnReports(grant, campaign, [mark({ status: "verified" })], { ...at, reason: "Keliru" }),
    ],
    [
      "was given back and verified again",
      async () => {
        const keep = mark({ status: "verified" });
        await returnReports(grant, campaign, [keep], { ...at, reason: "Keliru" });
        await verifyReports(grant, campaign, [mark({ status: "returned" })], at);
      },
    ],
  ])("is rejected whole when one report %s since", async (_, change) => {
    await verifyReports(grant, campaign, both, at);
    const id = await press();
    await change();

    await expect(undoVerification(grant, campaign, id, at)).rejects.toMatchObject({
      code: "undoChanged",
    });
    expect((await statuses())[2]).toMatchObject({ unit: units.mambulau, status: "verified" });
  });

  it("is the person's own alone, once, and for a day", async () => {
    await verifyReports(grant, campaign, both, at);
    const id = await press();
    const tomorrow = { at: new Date(Date.now() + 25 * 3_600_000) };
    const notThere = { code: "notFound" };
    await expect(undoVerification(grant, campaign, id, tomorrow)).rejects.toMatchObject(notThere);
    expect(await findLastPress(grant, campaign, tomorrow.at)).toBeNull();

    await undoVerification(grant, campaign, id, at);
    await expect(undoVerification(grant, campaign, id, at)).rejects.toMatchObject(notThere);
    expect(await deeds(campaign)).toHaveLength(2);
  });
});
