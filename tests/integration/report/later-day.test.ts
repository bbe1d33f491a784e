import { emptyDatabase, query } from "@/tests/support/database";

import { beforeEach, describe, expect, it } from "vitest";

import { authorize } from "@/lib/account/auth/grant";
import type { Campaign } from "@/lib/campaign/campaign";
import { regionCode } from "@/lib/base/region/code";
import { readCellHistory } from "@/lib/report/server/history-queries";
import type { DailyReportSubmission } from "@/lib/report/schema";

import { actorOf, makeCampaign, units } from "./campaign";
import {
  audit,
  mr,
  mrOld,
  opv,
  rejected,
  replayed,
  report,
  rollUpDifferences,
  stored,
  submit,
  wib,
} from "./sending";

/** The dinkes, whom no day is closed to. */
const dinkes = { region: "62.03", at: wib("15.00") };
const missed = "2026-06-03";
const cell = { intervention: "MR", targetGroup: "young" };
let campaign: Campaign;

beforeEach(async () => {
  await emptyDatabase();
  campaign = await makeCampaign(1000);
});

/** Sends one report and says what became of it. */
async function send(what: Partial<DailyReportSubmission>) {
  const sent = report(what);
  const [result] = await submit(campaign, [sent], dinkes);
  return { sent, result };
}

function counted(
  tally: ReturnType<typeof mr>,
  cumulative: number,
): Pick<DailyReportSubmission, "figures" | "tallies"> {
  return { figures: "cumulative", tallies: [{ ...tally, cumulative }] };
}

function total() {
  return query("select sum(residents)::int as doses from tally");
}

describe("a missed day below one that was typed cumulatively", () => {
  beforeEach(async () => {
    await send(counted(mr(150), 150));
  });

  const problem = { code: "laterCumulative", ...cell, later: "2026-06-04", before: 150 };

  it.each([
    ["daily", { tallies: [mr(100)] }],
    ["cumulative", counted(mr(100), 100)],
  ])("is rejected with what the doses would become: %s figures", async (_, what) => {
    const { sent, result } = await send({ day: missed, ...what });
    expect(result).toEqual(rejected(sent, { ...problem, value: 250 }));
    expect(await total()).toEqual([{ doses: 150 }]);
  });

  it("is stored with an answer, which history and audit trail tell", async () => {
    const { sent, result } = await send({
      day: missed,
      tallies: [mr(100)],
      reason: { code: "inLater", note: "Baru dilaporkan" },
    });
    expect(result).toEqual(stored(sent, 1));
    expect(await total()).toEqual([{ doses: 250 }]);
    const region = regionCode.parse("62.03");
    const grant = authorize(actorOf("healthOffice", region), "coverage:read", region);
    const history = await readCellHistory(grant, campaign, {
      unit: units.hilir,
      day: missed,
      ...cell,
    });
    expect(history).toMatchObject({
      values: [{ residents: 100, reason: { code: "inLater", note: "Baru dilaporkan" } }],
    });
    expect((await audit()).at(-1)).toMatchObject({
      action: "report.received",
      after: { reason: { code: "inLater" } },
    });

    // The later day typed anew takes the doubled doses back, and nothing more is asked.
    const { result: mended } = await send({
      ...counted(mr(50), 150),
      baseVersion: 1,
      reason: { code: "recount" },
    });
    expect(mended).toMatchObject({ outcome: "stored", version: 2 });
    expect(await total()).toEqual([{ doses: 150 }]);
    expect(await rollUpDifferences()).toEqual([]);
  });

  it("is rejected as it arrives late from a phone that was without signal", async () => {
    const sent = report({
      day: missed,
      ...counted(mr(100), 100),
      submittedAt: wib("14.00", missed).toISOString(),
      via: "offline",
    });
    expect(await submit(campaign, [sent], { sentAt: wib("15.00") })).toEqual([
      rejected(sent, { ...problem, value: 250 }),
    ]);
  });

  it("is rejected for the cells that the later day counts, and for no other", async () => {
    const { sent, result } = await send({ day: missed, tallies: [mr(100), mrOld(7), opv(5)] });
    expect(result).toEqual(rejected(sent, { ...problem, value: 250 }));
    expect((await send({ day: missed, tallies: [mrOld(7), opv(5)] })).result).toMatchObject({
      outcome: "stored",
    });
  });

  it("is stored as a zero report, then rejected when it is corrected upwards", async () => {
    expect((await send({ day: missed, zero: true, tallies: [] })).result).toMatchObject({
      outcome: "stored",
    });
    const { sent, result } = await send({
      day: missed,
      baseVersion: 1,
      reason: { code: "lateData" },
    });
    expect(result).toEqual(rejected(sent, { ...problem, value: 151 }, { version: 1 }));
  });

  it("is stored in another unit, and after that day", async () => {
    expect((await send({ unit: units.hulu, day: missed })).result).toMatchObject({
      outcome: "stored",
    });
    const after = report({ day: "2026-06-05", tallies: [mr(3)] });
    expect(await submit(campaign, [after], { ...dinkes, at: wib("15.00", "2026-06-05") })).toEqual([
      stored(after, 1),
    ]);
  });

  it("is stored once that day was corrected in daily figures", async () => {
    await send({ tallies: [mr(50)], baseVersion: 1, reason: { code: "recount" } });
    expect((await send({ day: missed, tallies: [mr(100)] })).result).toMatchObject({
      outcome: "stored",
    });
  });

  it("names the first such day, with the doses of all days up to it", async () => {
    const next = report({ day: "2026-06-05", ...counted(mr(30), 180) });
    await submit(campaign, [next], { ...dinkes, at: wib("15.00", "2026-06-05") });
    await send({ day: "2026-06-01", tallies: [mr(20)], reason: { code: "notInLater" } });
    const { sent, result } = await send({ day: missed, tallies: [mr(100)] });
    expect(result).toEqual(rejected(sent, { ...problem, before: 170, value: 270 }));
  });
});

describe("a day that stands below one that was typed cumulatively", () => {
  it("is not corrected upwards silently, whatever the reason; downwards it is", async () => {
    await send({ day: missed, tallies: [mr(100), mrOld(3)] });
    await send(counted(mr(50), 150));
    const change = (young: number, old: number) => ({
      day: missed,
      baseVersion: 1,
      tallies: [mr(young), mrOld(old)],
      reason: { code: "typingError" as const },
    });

    const raised = await send(change(110, 3));
    expect(raised.result).toEqual(
      rejected(
        raised.sent,
        { code: "laterCumulative", ...cell, later: "2026-06-04", before: 150, value: 160 },
        { version: 1 },
      ),
    );
    // The other group is not counted by the later day.
    const lowered = await send(change(90, 9));
    expect(lowered.result).toEqual(stored(lowered.sent, 2));
    // Sent again it gets its first answer.
    expect(await submit(campaign, [lowered.sent], dinkes)).toEqual([replayed(lowered.sent, 2)]);
  });

  it("is corrected freely where the later day was typed daily", async () => {
    await send({ day: missed, tallies: [mr(100)] });
    await send({ tallies: [mr(50)] });
    const { sent, result } = await send({
      day: missed,
      baseVersion: 1,
      tallies: [mr(110)],
      reason: { code: "typingError" },
    });
    expect(result).toEqual(stored(sent, 2));
  });
});
