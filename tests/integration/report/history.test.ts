import { emptyDatabase, query, rewrite } from "@/tests/support/database";

import { beforeEach, describe, expect, it } from "vitest";

import { authorize } from "@/lib/account/auth/grant";
import type { Campaign } from "@/lib/campaign/campaign";
import { regionCode } from "@/lib/base/region/code";
import { readCellHistory } from "@/lib/report/server/history-queries";
import { receiptsOf } from "@/lib/report/server/receipt-queries";

import { actorOf, grantFor, makeCampaign, today, units } from "./campaign";
import { mr, opv, report, submit, wib } from "./sending";

let campaign: Campaign;

beforeEach(async () => {
  await emptyDatabase();
  campaign = await makeCampaign();
});

const cell = { unit: units.hilir, day: today, intervention: "MR", targetGroup: "young" };

function reader(region: string) {
  return authorize(actorOf("healthOffice", region), "coverage:read", regionCode.parse(region));
}

describe("the history of a cell", () => {
  it("tells every value it had: who, when, from where and why, newest first", async () => {
    await submit(campaign, [report({ tallies: [mr(13), opv(1)], via: "offline" })], {
      region: units.hilir,
      at: wib("13.00"),
    });
    await submit(
      campaign,
      [report({ baseVersion: 1, tallies: [mr(31), opv(1)], reason: { code: "typingError" } })],
      { at: wib("14.00") },
    );
    await submit(campaign, [report({ baseVersion: 2, zero: true, tallies: [] })], {
      at: wib("14.30"),
    });
    await submit(
      campaign,
      [
        report({
          baseVersion: 3,
          tallies: [mr(8)],
          reason: { code: "other", note: "Salah tempat" },
        }),
      ],
      { region: "62.03", at: wib("19.00") },
    );

    const history = await readCellHistory(reader("62.03"), campaign, cell);
    expect(history?.values).toMatchObject([
      {
        version: 4,
        kind: "count",
        residents: 8,
        nonResidents: 0,
        by: "Dinkes Kapuas",
        via: "screen",
        reason: { code: "other", note: "Salah tempat" },
      },
      { version: 3, kind: "zero", residents: null, by: "Camat Selat", reason: null },
      { version: 2, kind: "count", residents: 31, reason: { code: "typingError" } },
      { version: 1, kind: "count", residents: 13, by: "Lurah Selat Hilir", via: "offline" },
    ]);
    expect(history?.events).toEqual([]);
  });

  it("tells a zero report that stands, also one that came with the demo data", async () => {
    await submit(campaign, [report({ zero: true, tallies: [] })]);
    await query("update submission set is_zero = false, via = 'seed'");
    const history = await readCellHistory(reader("62.03"), campaign, cell);
    expect(history?.values).toMatchObject([{ kind: "zero", via: "seed" }]);
  });

  it("leaves out versions that did not touch it, and tells that it was left out of one", async () => {
    await submit(campaign, [report({ tallies: [mr(13), opv(1)] })]);
    await submit(campaign, [report({ baseVersion: 1, tallies: [mr(13), opv(2)] })]);
    await submit(campaign, [report({ baseVersion: 2, tallies: [opv(2)] })]);

    const history = await readCellHistory(reader("62.03"), campaign, cell);
    expect(history?.values).toMatchObject([
      { version: 3, kind: "removed", residents: null },
      { version: 1, kind: "count", residents: 13 },
    ]);
  });

  it("tells the choice between two versions, either way", async () => {
    await submit(campaign, [report({ tallies: [mr(15)] })], {
      region: units.hilir,
      at: wib("13.00"),
    });
    await submit(campaign, [report({ tallies: [mr(9)], choice: { kept: "theirs", over: 1 } })], {
      at: wib("14.00"),
    });
    await submit(campaign, [report({ tallies: [mr(13)], choice: { kept: "mine", over: 1 } })], {
      at: wib("15.00"),
    });

    const history = await readCellHistory(reader("62.03"), campaign, cell);
    expect(history?.values).toMatchObject([
      { kind: "count", residents: 13, kept: "mine", reason: { code: "conflictChoice" } },
      { kind: "kept", residents: null, kept: "theirs", by: "Camat Selat" },
      { kind: "count", residents: 15, kept: null },
    ]);
  });

  it("tells what was decided about its report, from the audit trail", async () => {
    await submit(campaign, [report()]);
    await query(
      `insert into audit_entry (district_code, campaign_id, actor_id, action, subject, after)
       select district_code, campaign_id, submitted_by, 'report.returned', $1,
              '{"version": 1, "status": "returned", "reason": "MR tertukar"}'
       from daily_report`,
      [`bian/1/${units.hilir}/${today}`],
    );
    const history = await readCellHistory(reader("62.03"), campaign, cell);
    expect(history?.events).toMatchObject([
      { kind: "returned", by: "Camat Selat", version: 1, reason: "MR tertukar" },
    ]);
  });

  it("is not told of a unit outside the region, nor of a day in no round", async () => {
    await submit(campaign, [report()]);
    expect(await readCellHistory(reader("62.03.02"), campaign, cell)).toBeNull();
    expect(
      await readCellHistory(reader("62.03"), campaign, { ...cell, day: "2026-06-10" }),
    ).toBeNull();
  });
});

describe("a receipt", () => {
  it("tells the version that a submission made and the report that stands now", async () => {
    const first = report({ tallies: [mr(13)] });
    const second = report({ baseVersion: 1, tallies: [mr(15)] });
    await submit(campaign, [first]);
    await submit(campaign, [second]);

    const asked = [first.id.toUpperCase(), second.id, "00000000-0000-4000-8000-0000000000ff"];
    const receipts = await receiptsOf(grantFor("62.03.01"), campaign, asked);
    expect(receipts).toHaveLength(2);
    expect(receipts.find(({ id }) => id === first.id)).toMatchObject({
      unit: units.hilir,
      day: today,
      version: 1,
      standing: { version: 2, isOwn: true, status: "submitted", tallies: [{ residents: 15 }] },
    });
  });

  it("of a report that was withdrawn says that none stands", async () => {
    const sent = report();
    await submit(campaign, [sent]);
    await rewrite("delete from daily_report");
    expect(await receiptsOf(grantFor("62.03.01"), campaign, [sent.id])).toMatchObject([
      { version: 1, standing: null },
    ]);
  });

  it("is not given of a unit outside the region", async () => {
    const sent = report();
    await submit(campaign, [sent]);
    expect(await receiptsOf(grantFor("62.03.02"), campaign, [sent.id])).toEqual([]);
  });
});
