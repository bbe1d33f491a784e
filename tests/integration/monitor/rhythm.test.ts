import { emptyDatabase, query } from "@/tests/support/database";

import { beforeEach, describe, expect, it } from "vitest";

import type { Actor } from "@/lib/account/auth/policy";
import { regionCode } from "@/lib/base/region/code";
import { campaignsWithUnits } from "@/lib/campaign/server/entry-campaigns-queries";
import type { Campaign } from "@/lib/campaign/campaign";
import { addDayNote, removeDayNote } from "@/lib/campaign/day-note/server/commands";
import { findCampaign } from "@/lib/campaign/server/queries";
import { parseCompletenessParams } from "@/lib/monitor/completeness/params";
import { countAwaited } from "@/lib/monitor/completeness/server/queries";
import { readCompleteness } from "@/lib/monitor/completeness/server/read";
import { parseCoverageParams } from "@/lib/monitor/coverage/params";
import { readCoverage } from "@/lib/monitor/coverage/server/read";
import { readSummary } from "@/lib/monitor/summary/server/queries";

import { basarang, grantOf, makeCampaign, mrBody, november, report, selat } from "./selat-basarang";

let dinkes: Actor;
let campaign: Campaign;

beforeEach(async () => {
  await emptyDatabase();
  ({ dinkes, campaign } = await makeCampaign());
  await query(
    `insert into target_set (district_code, campaign_id, source, as_of, in_force_from)
     values ('62.03', $1, 'local', '2026-10-01', '2026-10-01')`,
    [campaign.id],
  );
  await query(
    `insert into target_population (district_code, campaign_id, target_set_id, unit_code,
       intervention_code, target_group_code, round_number, people)
     select district_code, campaign_id, (select max(id) from target_set), code, 'MR', 'anak', 0, 400
     from reporting_unit`,
  );
  await query("select refresh_place_target('62.03', $1)", [campaign.id]);
});

async function stored(): Promise<Campaign> {
  const found = await findCampaign(dinkes, mrBody.slug);
  if (!found) throw new Error("the campaign is not there");
  return found;
}

async function coverage(on: number, place?: string) {
  const now = await stored();
  const params = parseCoverageParams({}, now, november(on));
  const reading = await readCoverage(grantOf(dinkes, "coverage:read"), now, params, place);
  if (!reading) throw new Error("the screen is not there");
  return reading.view;
}

async function completeness(on: number, day = on) {
  const now = await stored();
  const view = await readCompleteness(
    grantOf(dinkes, "completeness:read"),
    now,
    parseCompletenessParams({ hari: november(day) }, now, november(on)),
    { today: november(on), now: new Date(`${november(on)}T10:00:00Z`) },
  );
  if (!view) throw new Error("the screen is not there");
  return view;
}

async function awaited(day: number): Promise<number> {
  const now = await stored();
  const [round] = now.rounds;
  if (!round) throw new Error("no round");
  return countAwaited(grantOf(dinkes, "completeness:read"), now, { round, day: november(day) });
}

const missingToday = async (day: number) =>
  (await campaignsWithUnits(dinkes, new Date(`${november(day)}T05:00:00Z`))).map(
    ({ missing }) => missing,
  );

describe("a campaign whose units report on days of sessions", () => {
  beforeEach(async () => {
    await query("update campaign set rhythm = 'sessions'");
  });

  it("owes what came, nothing more, and is waited for by nobody", async () => {
    await report(campaign, selat.slice(0, 1), [2, 2]);
    await report(campaign, basarang, [4, 5]);

    const view = await completeness(20);
    expect(view.total).toMatchObject({ received: 5, expected: 5 });
    expect(view.total.cells[0]?.state).toBe("notExpected");
    expect(view).toMatchObject({ waiting: [], belowDays: [], silent: [] });
    expect(await awaited(20)).toBe(0);
    expect(await missingToday(20)).toEqual([0]);
  });

  it("has pace and forecast over every service day, with or without a report", async () => {
    // 4 villages, 10 doses, on 2 of the 14 days up to the 20th: 80 ÷ 14 a day.
    await report(campaign, selat, [8, 8]);
    await report(campaign, selat, [18, 18]);

    const { total } = await coverage(21);
    expect(total.base).toMatchObject({ isLookedAt: false, day: 20 });
    expect(total.verdict.recentPace).toBeCloseTo(80 / 14);
    expect(total.verdict.forecast).not.toBeNull();
    const summary = await readSummary(grantOf(dinkes, "coverage:read"), await stored(), {
      today: november(21),
    });
    expect(summary.paceDays).toHaveLength(14);
    expect(summary.interventions[0]?.verdict.recentPace).toBeCloseTo(80 / 14);
  });
});

describe("a campaign whose units report once a month", () => {
  it("waits for a report on the last day of the month, unless one came before", async () => {
    await query("update campaign set rhythm = 'periods', period = 'month'");
    await report(campaign, selat, [12, 12]);

    expect(await awaited(29)).toBe(0);
    expect(await awaited(30)).toBe(2);
    const view = await completeness(30);
    expect(view.total).toMatchObject({ received: 4, expected: 6 });
    expect(view.waiting.map(({ name, missing }) => [name, missing.length])).toEqual([
      ["Basarang", 2],
    ]);
  });
});

describe("a day on which a kecamatan is closed", () => {
  const closing = {
    place: regionCode.parse("62.03.01"),
    day: november(5),
    kind: "closed",
    note: "Hari jadi kecamatan",
  } as const;
  const close = async () => addDayNote(grantOf(dinkes, "tally:submit"), campaign, closing);

  it("is no service day there, and one in the rest of the kabupaten", async () => {
    await report(campaign, [...selat, ...basarang], [1, 4]);
    await close();

    const view = await coverage(5);
    expect(view.calendar).toMatchObject({ day: 5, days: 30, closed: 0 });
    expect(view.parts.map(({ name, calendar }) => [name, calendar.day, calendar.days])).toEqual([
      ["Selat", 4, 29],
      ["Basarang", 5, 30],
    ]);
    expect(view.parts.map(({ base }) => base.daysLeft)).toEqual([26, 26]);
    expect(await awaited(5)).toBe(2);
    const day = await completeness(6, 5);
    expect(day.onDay).toMatchObject({ expected: 2, missing: 2 });
    expect(day.waiting.map(({ name }) => name)).toEqual(["Basarang"]);
    expect(day).toMatchObject({ completeRows: 0, owingRows: 1 });
  });

  it("counts a report that comes all the same, and moves no pace", async () => {
    await report(campaign, [...selat, ...basarang], [2, 4]);
    await close();
    await query("update day_note set place_code = '62.03'");
    await report(campaign, selat.slice(0, 1), [5, 5]);

    expect((await completeness(6)).rows[0]?.cells[4]).toMatchObject({ received: 1, expected: 1 });
    const { total } = await coverage(6);
    expect(total.dosesAdministered).toBe(18 * 10 + 10);
    expect(total.verdict.recentPace).toBe(60);
    expect(total.calendar).toMatchObject({ day: 5, days: 29, closed: 1 });
  });

  it("is a day as any other once the note is taken away", async () => {
    const { id } = await close();
    expect(await awaited(5)).toBe(2);
    await removeDayNote(grantOf(dinkes, "tally:submit"), campaign, id);
    expect(await awaited(5)).toBe(6);
    expect((await stored()).closedDays).toEqual([]);
  });

  it("is closed and opened by the health office alone", async () => {
    const { id } = await close();
    const camat = { ...dinkes, role: "subdistrictHead", homeRegion: closing.place } as const;
    const own = grantOf(camat, "tally:submit", closing.place);
    await expect(addDayNote(own, campaign, closing)).rejects.toMatchObject({ code: "forbidden" });
    await expect(removeDayNote(own, campaign, id)).rejects.toMatchObject({ code: "forbidden" });
    await addDayNote(own, campaign, { ...closing, kind: "holiday" });
    expect((await stored()).closedDays).toEqual([{ place: closing.place, day: closing.day }]);
  });
});
