import { emptyDatabase, query, rewrite } from "@/tests/support/database";

import { beforeEach, describe, expect, it } from "vitest";

import { coverageOf } from "@/lib/server/api/coverage";
import { readTrend } from "@/lib/server/api/trend";
import type { Actor } from "@/lib/account/auth/policy";
import type { Campaign } from "@/lib/campaign/campaign";
import { changeCampaign } from "@/lib/campaign/server/change-commands";
import { findCampaign } from "@/lib/campaign/server/queries";
import { campaignChange } from "@/lib/campaign/schema";
import { parseCompletenessParams } from "@/lib/monitor/completeness/params";
import { countAwaited } from "@/lib/monitor/completeness/server/queries";
import { readCompleteness } from "@/lib/monitor/completeness/server/read";
import { remindersOf } from "@/lib/monitor/completeness/reminders";
import { parseCoverageParams } from "@/lib/monitor/coverage/params";
import { readCoverage } from "@/lib/monitor/coverage/server/read";
import { dayCountsBy } from "@/lib/monitor/server/day-queries";
import { placeCountsBy } from "@/lib/monitor/server/queries";
import { readSummary } from "@/lib/monitor/summary/server/queries";

import {
  basarang,
  grantOf,
  makeCampaign,
  mrBody,
  november,
  report,
  selat,
  selatLater,
  village,
} from "./selat-basarang";

let dinkes: Actor;
let campaign: Campaign;

/** Six villages report every day; on the 22nd, three more join in Selat. */
beforeEach(async () => {
  await emptyDatabase();
  ({ dinkes, campaign } = await makeCampaign());
  await report(campaign, [...selat, ...basarang], [1, 21]);
});

async function join(on: number): Promise<void> {
  const input = campaignChange.parse({
    ...mrBody,
    removedUnits: [],
    reportingUnits: selatLater.map(village),
  });
  await changeCampaign(grantOf(dinkes, "campaign:manage"), campaign, input, {
    today: november(on),
    reason: "Uji",
  });
}

async function completeness(on: number, day: number, place?: string) {
  const address = { hari: november(day), ...(place && { kecamatan: place }) };
  const view = await readCompleteness(
    grantOf(dinkes, "completeness:read"),
    campaign,
    parseCompletenessParams(address, campaign, november(on)),
    { today: november(on), now: new Date(`${november(on)}T10:00:00Z`) },
  );
  if (!view) throw new Error("the screen is not there");
  return view;
}

async function coverage(on: number, asOf = on, place?: string) {
  const address = asOf === on ? {} : { sampai: november(asOf) };
  const params = parseCoverageParams(address, campaign, november(on));
  const reading = await readCoverage(grantOf(dinkes, "coverage:read"), campaign, params, place);
  if (!reading) throw new Error("the screen is not there");
  return reading.view;
}

const noon = (day: number) => new Date(`${november(day)}T05:00:00Z`);

/** Every day of every kind of place, with what was received of what was expected. */
async function reportsOfDays(until: number) {
  const [round] = campaign.rounds;
  if (!round) throw new Error("no round");
  const from = { round, source: "local", from: november(1), to: november(until) } as const;
  const rows = await Promise.all(
    (["unit", "village", "subdistrict", "district"] as const).map((by) =>
      dayCountsBy(grantOf(dinkes, "coverage:read"), campaign, { ...from, by }),
    ),
  );
  return rows.map((days) =>
    days.map(({ place, day, received, expected }) => ({ place, day, received, expected })),
  );
}

describe("villages that join a campaign midway", () => {
  it("leave the days before as complete as they were, on every screen and in the API", async () => {
    await join(22);
    await report(campaign, selat, [22, 22]);

    const past = await completeness(22, 5);
    expect(past.onDay).toMatchObject({ received: 6, expected: 6, state: "complete" });
    expect(past.waiting).toEqual([]);
    expect(past.total).toMatchObject({ received: 130, expected: 21 * 6 + 9 });
    expect(past.belowDays).toEqual([november(22)]);
    const ownPast = await completeness(22, 5, "62.03.01");
    expect(ownPast.rows.map(({ expected }) => expected)).toEqual([22, 22, 22, 22, 1, 1, 1]);
    expect(ownPast.rows[6]?.cells[4]?.state).toBe("notExpected");

    const view = await coverage(22);
    expect(view.parts.map((row) => [row.code, row.reportsReceived, row.reportsExpected])).toEqual([
      ["62.03.01", 88, 4 * 21 + 7],
      ["62.03.02", 42, 44],
    ]);
    expect(view.total).toMatchObject({ reportsExpected: 135, unitsReported: 4, unitsAwaited: 9 });
    expect(view.total.verdict.recentPace).toBe(60);
    expect(view.trend.days[4]).toMatchObject({ received: 6, expected: 6, isComplete: true });
    expect((await coverage(22, 22, "62.03.01")).parts.at(-1)).toMatchObject({
      reportsExpected: 1,
    });
    expect(await coverage(22, 5)).toMatchObject({
      total: { reportsReceived: 30, reportsExpected: 30, unitsReported: 6, unitsAwaited: 6 },
      completeParts: 2,
    });

    const grant = grantOf(dinkes, "coverage:read");
    const summary = await readSummary(grant, campaign, { today: november(22) });
    expect(summary.reports).toMatchObject({ received: 4, expected: 9 });
    expect(summary.interventions[0]).toMatchObject({
      assessment: { reportsReceived: 130, reportsExpected: 135 },
      verdict: { recentPace: 60 },
    });
    expect(summary.parts.map(({ recentPace }) => recentPace)).toEqual([40, 20]);

    const { days } = await readTrend(grant, campaign, {}, noon(22));
    expect([days[4], days[21]]).toMatchObject([
      { reportsReceived: 6, reportsExpected: 6 },
      { reportsReceived: 4, reportsExpected: 9 },
    ]);
    const { total } = await coverageOf(grant, campaign, {}, noon(22));
    expect(total).toMatchObject([{ reportsReceived: 130, reportsExpected: 135 }]);
    const early = await coverageOf(grant, campaign, { asOf: november(5) }, noon(22));
    expect(early.total).toMatchObject([{ reportsReceived: 30, reportsExpected: 30 }]);
  });

  it("are awaited from the day on which they joined", async () => {
    await join(22);
    await report(campaign, [...selat, ...basarang], [22, 25]);
    const view = await completeness(25, 25);

    expect(view.waiting).toMatchObject([
      { code: "62.03.01", units: 7, missing: ["Desa 5", "Desa 6", "Desa 7"] },
    ]);
    expect(
      view.silent.map(({ code, owed, missed, inARow }) => [code, owed, missed, inARow]),
    ).toEqual(selatLater.map((code) => [code, 4, 4, 4]));
    expect((await completeness(25, 21)).waiting).toEqual([]);
    const reader = {
      view: await completeness(25, 21),
      campaign,
      role: dinkes.role,
      opened: [],
      address: "https://cakupan.go.id/input",
    };
    expect(remindersOf(reader)).toEqual([]);

    const [round] = campaign.rounds;
    if (!round) throw new Error("no round");
    const awaited = (day: number) =>
      countAwaited(grantOf(dinkes, "completeness:read"), campaign, { round, day: november(day) });
    expect([await awaited(21), await awaited(22)]).toEqual([0, 3]);
  });

  it("count a report of an earlier day as one that was owed, so that no day has more than all", async () => {
    await join(22);
    await report(campaign, selatLater.slice(0, 1), [5, 6]);
    await rewrite("delete from tally where unit_code = $1 and day = $2", [selat[0], november(6)]);
    await rewrite("delete from daily_report where unit_code = $1 and day = $2", [
      selat[0],
      november(6),
    ]);

    const whole = await completeness(22, 5);
    expect(whole.total.cells.slice(4, 6)).toMatchObject([
      { received: 7, expected: 7, state: "complete" },
      { received: 6, expected: 7, state: "enough" },
    ]);
    expect((await completeness(22, 6)).waiting).toMatchObject([{ units: 5, missing: ["Desa 1"] }]);
    const view = await coverage(22);
    expect(view.trend.days[4]).toMatchObject({ doses: 70, received: 7, expected: 7 });
    expect(view.total).toMatchObject({ reportsReceived: 127, reportsExpected: 137 });
    expect(view.parts.map(({ reportsExpected }) => reportsExpected)).toEqual([93, 44]);

    const [units = [], ...places] = await reportsOfDays(22);
    for (const { received, expected } of [units, ...places].flat()) {
      expect(received).toBeLessThanOrEqual(expected);
    }
    const expectedOf = (rows: typeof units) =>
      rows.reduce((sum, { expected }) => sum + expected, 0);
    expect(places.map(expectedOf)).toEqual([137, 137, 137]);
    expect(expectedOf(units)).toBe(137);
    const differences = await query("select * from roll_up_differences($1, $2)", [
      campaign.districtCode,
      campaign.id,
    ]);
    expect(differences).toEqual([]);
  });

  it("owe a later round from its first day", async () => {
    await join(22);
    const second = { number: 2, startsOn: november(26), endsOn: november(30) };
    const first = { ...mrBody.rounds[0], endsOn: november(25) };
    const input = campaignChange.parse({ ...mrBody, removedUnits: [], rounds: [first, second] });
    const manage = grantOf(dinkes, "campaign:manage");
    await changeCampaign(manage, campaign, input, { today: november(26), reason: "Uji" });

    const changed = await findCampaign(dinkes, campaign.slug);
    if (!changed) throw new Error("the campaign is not there");
    const grant = grantOf(dinkes, "coverage:read");
    const { total } = await coverageOf(grant, changed, {}, noon(27));
    expect(total).toMatchObject([{ reportsExpected: 18 }]);
  });
});

it.each([
  { day: 1, from: null },
  { day: 2, from: november(2) },
])("a village added on day $day reports from $from", async ({ day, from }) => {
  await join(day);

  const stored = await query(
    "select code, reports_from::text as day from reporting_unit order by 1",
  );
  expect(stored.filter(({ code }) => selatLater.includes(String(code)))).toEqual(
    selatLater.map((code) => ({ code, day: from })),
  );
  expect(stored.find(({ code }) => code === selat[0])).toEqual({ code: selat[0], day: null });
});

it("counts of places have the reports that are due beside those received", async () => {
  await join(22);
  const [round] = campaign.rounds;
  if (!round) throw new Error("no round");
  const question = {
    by: "village",
    round,
    source: "local",
    asOf: null,
    on: null,
    today: november(22),
  } as const;
  const rows = await placeCountsBy(grantOf(dinkes, "coverage:read"), campaign, question);

  expect(rows.map(({ reportsDue }) => reportsDue)).toEqual([22, 22, 22, 22, 1, 1, 1, 22, 22]);
});
