import { emptyDatabase, query } from "@/tests/support/database";

import { randomUUID } from "node:crypto";

import pg from "pg";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import type { Campaign } from "@/lib/campaign/campaign";
import { submitDailyReports } from "@/lib/report/server/commands";
import { dailyReportBatch, dailyReportSubmission } from "@/lib/report/schema";

import { grantFor, makeCampaign, today } from "./campaign";

/** Twenty villages: a large kecamatan. */
const villages = Array.from({ length: 20 }, (_, index) => `62.03.01.${String(2001 + index)}`);
let campaign: Campaign;

beforeEach(async () => {
  await emptyDatabase();
  campaign = await makeCampaign();
  await query(
    `insert into region (code, parent_code, level, name, kind)
     select code, '62.03.01', 4, code, 'desa' from unnest($1::text[]) as code`,
    [villages],
  );
  await query(
    `insert into reporting_unit
     select '62.03', $2, code, code, 'village', code, '62.03.01' from unnest($1::text[]) as code`,
    [villages, campaign.id],
  );
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe("a batch of reports", () => {
  it("of twenty villages takes as many statements as one of one village", async () => {
    await statementsOf(villages.slice(0, 1), "2026-06-01");
    const one = await statementsOf(villages.slice(0, 1), "2026-06-02");
    const twenty = await statementsOf(villages, "2026-06-03");

    expect(twenty).toBe(one);
    // BEGIN, the lock, what is known, the room that is left, one write, the trail, COMMIT.
    expect(one).toBeLessThanOrEqual(7);
  });

  it("of corrections takes as many", async () => {
    const first = await statementsOf(villages, today, 0);
    const corrections = await statementsOf(villages, today, 1);
    expect(corrections).toBe(first);
  });

  it("leaves the roll-ups equal to what the tallies add up to", async () => {
    await statementsOf(villages, today, 0);
    await statementsOf(villages, today, 1);
    expect(await query("select * from campaign, roll_up_differences(district_code, id)")).toEqual(
      [],
    );
  });

  it("has at most 500 reports", () => {
    const report = { id: randomUUID(), unit: "x", day: today, tallies: [] };
    const reports = (count: number) => ({ reports: Array.from({ length: count }, () => report) });

    expect(dailyReportBatch.safeParse(reports(500)).success).toBe(true);
    expect(dailyReportBatch.safeParse(reports(501)).success).toBe(false);
  });

  it("from many people at once is stored whole, without a deadlock", async () => {
    const days = ["2026-06-01", "2026-06-02", "2026-06-03", "2026-06-04"];
    const answers = await Promise.all(
      days.flatMap((day) => [send(villages.slice(0, 12), day), send([...villages].reverse(), day)]),
    );
    const outcomes = answers.flat().map(({ outcome }) => outcome);
    expect(outcomes.filter((outcome) => outcome === "stored")).toHaveLength(80);
    expect(await query("select * from campaign, roll_up_differences(district_code, id)")).toEqual(
      [],
    );
  });
});

/** Statements that the server was sent, BEGIN and COMMIT included. */
async function statementsOf(units: readonly string[], day: string, baseVersion = 0) {
  const spy = vi.spyOn(pg.Client.prototype, "query");
  const results = await send(units, day, baseVersion);
  expect(results.every(({ outcome }) => outcome === "stored")).toBe(true);
  const { length } = spy.mock.calls;
  spy.mockRestore();
  return length;
}

function send(units: readonly string[], day: string, baseVersion = 0) {
  const reports = units.map((unit, index) =>
    dailyReportSubmission.parse({
      id: randomUUID(),
      unit,
      day,
      baseVersion,
      ...(baseVersion > 0 && { reason: { code: "recount" } }),
      tallies: [
        { intervention: "MR", targetGroup: "young", residents: index + baseVersion },
        { intervention: "MR", targetGroup: "old", residents: 3 },
      ],
    }),
  );
  return submitDailyReports(grantFor("62.03"), campaign, reports, {
    at: new Date("2026-06-20T08:00:00Z"),
    via: "api",
  });
}
