import { emptyDatabase, query, rewrite } from "@/tests/support/database";

import { randomUUID } from "node:crypto";

import { beforeEach, describe, expect, it } from "vitest";

import { authorize } from "@/lib/account/auth/grant";
import type { Campaign } from "@/lib/campaign/campaign";
import { regionCode } from "@/lib/base/region/code";
import { submitDailyReports } from "@/lib/report/server/commands";
import { dailyReportSubmission, type DailyReportSubmission } from "@/lib/report/schema";
import { withdrawZeroReport } from "@/lib/report/server/withdraw-commands";
import { verifyReports } from "@/lib/report/verification/server/commands";

import { actorOf, beforeCutOff, grantFor, makeCampaign, today, units } from "./campaign";
import { mr, openAgain, report, submit as send, wib } from "./sending";

const region = regionCode.parse("62.03");
const place = { unit: units.hilir, day: today };
const withdrawn = { ...place, at: beforeCutOff };
let campaign: Campaign;

beforeEach(async () => {
  await emptyDatabase();
  campaign = await makeCampaign();
});

const evening = { ...withdrawn, at: wib("19.00") };

describe("a zero report of a day that is closed", () => {
  it("stays, until the kecamatan's day is opened again", async () => {
    await submit({ zero: true });
    const grant = grantFor("62.03.01");
    await expect(withdrawZeroReport(grant, campaign, evening)).rejects.toMatchObject({
      code: "conflict",
    });

    await openAgain(campaign, "62.03.01", wib("18.00"), wib("20.00"));
    await withdrawZeroReport(grant, campaign, evening);
    expect(await query("select 1 from daily_report")).toEqual([]);
  });

  it("is the dinkes's own to take back at any hour", async () => {
    await submit({ zero: true }, "62.03");
    await withdrawZeroReport(grantFor("62.03"), campaign, evening);
    expect(await query("select 1 from daily_report")).toEqual([]);
  });
});

describe("a zero report pressed by mistake", () => {
  it("stays when it was verified", async () => {
    await submit({ zero: true });
    await rewrite("update daily_report set status = 'verified'");
    await expect(
      withdrawZeroReport(grantFor("62.03.01"), campaign, withdrawn),
    ).rejects.toMatchObject({ code: "conflict" });
  });

  it("is taken back: the village has not reported, and the trail says who did it", async () => {
    await submit({ zero: true });
    await withdrawZeroReport(grantFor("62.03.01"), campaign, withdrawn);

    expect(await query("select * from daily_report")).toEqual([]);
    expect(await query("select action from audit_entry order by id")).toEqual([
      { action: "report.received" },
      { action: "report.withdrawn" },
    ]);
    expect(await query("select * from campaign, roll_up_differences(district_code, id)")).toEqual(
      [],
    );
  });

  it("does not come back when the same submission arrives once more", async () => {
    const sent = await submit({ zero: true });
    await withdrawZeroReport(grantFor("62.03.01"), campaign, withdrawn);
    await submit(sent);

    expect(await query("select * from daily_report")).toEqual([]);
  });

  it("makes room for the real report", async () => {
    await submit({ zero: true });
    await withdrawZeroReport(grantFor("62.03.01"), campaign, withdrawn);
    await submit({
      tallies: [{ intervention: "MR", targetGroup: "young", residents: 13 }],
    });

    expect(await query("select version, is_zero from daily_report")).toEqual([
      { version: 2, is_zero: false },
    ]);
  });

  it("does not give its version to another's report: who still sees it is told of the new one", async () => {
    await submit({ zero: true });
    await withdrawZeroReport(grantFor("62.03.01"), campaign, withdrawn);
    await submit({ tallies: [mr(13)] });

    const seen = report({ baseVersion: 1, tallies: [mr(31)], reason: { code: "lateData" } });
    expect(await send(campaign, [seen], { region: "62.03" })).toMatchObject([
      { outcome: "conflict", standing: { version: 2, tallies: [{ residents: 13 }] } },
    ]);
    const marks = [{ unit: units.hilir, day: today, version: 1, status: "submitted" as const }];
    const office = authorize(actorOf("healthOffice", "62.03"), "report:verify", region);
    expect(await verifyReports(office, campaign, marks, { at: wib("15.30") })).toMatchObject({
      done: [],
      changed: marks,
    });
    expect(await query("select version, status from daily_report")).toEqual([
      { version: 2, status: "submitted" },
    ]);
  });

  it("is taken back a second time, and the trail says which version and what had become of it", async () => {
    await submit({ zero: true });
    await withdrawZeroReport(grantFor("62.03.01"), campaign, withdrawn);
    await submit({ zero: true }, "62.03.01", wib("15.10"));
    await rewrite("update daily_report set status = 'returned', return_reason = 'Cek lagi'");
    await withdrawZeroReport(grantFor("62.03.01"), campaign, { ...place, at: wib("15.20") });

    expect(await query("select 1 from daily_report")).toEqual([]);
    const told = { zero: true, tallies: [] };
    expect(
      await query("select before from audit_entry where action = 'report.withdrawn' order by id"),
    ).toEqual([
      { before: { ...told, version: 1, status: "submitted", reason: null } },
      { before: { ...told, version: 2, status: "returned", reason: "Cek lagi" } },
    ]);
  });

  it.each<[string, string, () => Promise<unknown>]>([
    ["that somebody else sent", units.hilir, () => submit({ zero: true }, units.hilir)],
    ["that is not there", units.hilir, () => Promise.resolve()],
    [
      "of another camat's village",
      units.mambulau,
      () => submit({ zero: true, unit: units.mambulau }, "62.03"),
    ],
    [
      "when it is a report of counts",
      units.hilir,
      () => submit({ tallies: [{ intervention: "MR", targetGroup: "young", residents: 1 }] }),
    ],
    [
      "when it replaced an earlier report",
      units.hilir,
      async () => {
        await submit({ tallies: [{ intervention: "MR", targetGroup: "young", residents: 1 }] });
        await submit({ zero: true, baseVersion: 1 });
      },
    ],
  ])("cannot be taken back %s", async (_, unit, before) => {
    await before();

    await expect(
      withdrawZeroReport(grantFor("62.03.01"), campaign, { ...withdrawn, unit }),
    ).rejects.toMatchObject({ code: "conflict" });
  });
});

async function submit(
  what: Partial<DailyReportSubmission>,
  region = "62.03.01",
  at = beforeCutOff,
): Promise<DailyReportSubmission> {
  const sent = dailyReportSubmission.parse({ id: randomUUID(), ...place, ...what });
  await submitDailyReports(grantFor(region), campaign, [sent], { at, via: "screen" });
  return sent;
}
