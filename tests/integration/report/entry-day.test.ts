import { emptyDatabase, query } from "@/tests/support/database";

import { randomUUID } from "node:crypto";

import { beforeEach, describe, expect, it } from "vitest";

import type { Campaign, Round } from "@/lib/campaign/campaign";
import { submitDailyReports } from "@/lib/report/server/commands";
import { entryPlaces, entryRows, missingUnits } from "@/lib/report/server/queries";
import { dailyReportSubmission } from "@/lib/report/schema";

import { grantFor, makeCampaign, today, units } from "./campaign";

const later = new Date("2026-06-20T08:00:00Z");
let campaign: Campaign;
let round: Round;

beforeEach(async () => {
  await emptyDatabase();
  campaign = await makeCampaign();
  [round] = campaign.rounds as [Round];
});

describe("the entry screen of a day", () => {
  it("shows a camat the villages of the kecamatan, with target population and nothing yet", async () => {
    const rows = await entryRows(grantFor("62.03.01"), campaign, { round, day: today });

    expect(rows.map(({ unit }) => unit.name)).toEqual(["Selat Hilir", "Selat Hulu"]);
    expect(rows[0]).toMatchObject({
      unit: { code: units.hilir, villageKind: "kelurahan" },
      standing: null,
      cells: [
        { before: 0, yesterday: null, target: 100, usual: [], deviations: 3 },
        { before: 0, yesterday: null, target: 100, usual: [], deviations: 3 },
        { before: 0, yesterday: null, target: 100, usual: [], deviations: 3 },
      ],
    });
  });

  it("tells sudah up to the day before, kemarin, and what is usual; not what came after", async () => {
    for (const [day, residents] of [
      ["2026-06-01", 11],
      ["2026-06-02", 12],
      ["2026-06-03", 13],
      ["2026-06-04", 14],
      ["2026-06-05", 15],
    ] as const) {
      await send(units.hilir, day, { residents });
    }
    const [hilir] = await entryRows(grantFor("62.03.01"), campaign, { round, day: today });

    expect(hilir?.cells[0]).toEqual({
      before: 36,
      yesterday: 13,
      target: 100,
      usual: [11, 12, 13],
      deviations: 3,
    });
    expect(hilir?.standing).toMatchObject({
      version: 1,
      zero: false,
      receivedBy: "Dinkes Kapuas",
      tallies: [{ intervention: "MR", targetGroup: "young", residents: 14, nonResidents: 1 }],
    });
  });

  it("tells yesterday's zero report as 0, and a column that yesterday left out as not known", async () => {
    await send(units.hilir, "2026-06-03", { zero: true });
    await send(units.hulu, "2026-06-03", { residents: 5 });
    const [hilir, hulu] = await entryRows(grantFor("62.03.01"), campaign, { round, day: today });

    expect(hilir?.cells.map(({ yesterday }) => yesterday)).toEqual([0, 0, 0]);
    expect(hulu?.cells.map(({ yesterday }) => yesterday)).toEqual([5, null, null]);
  });

  it("says that a target population is not loaded", async () => {
    const [, hulu] = await entryRows(grantFor("62.03.01"), campaign, { round, day: today });
    expect(hulu?.cells.map(({ target }) => target)).toEqual([100, 100, null]);
  });

  it("counts the doses of its own round only", async () => {
    await send(units.hilir, "2026-06-01", { residents: 11 });
    const second = campaign.rounds[1] as Round;
    const [hilir] = await entryRows(grantFor("62.03.01"), campaign, {
      round: second,
      day: "2026-06-15",
    });
    expect(hilir?.cells[0]).toMatchObject({ before: 0, usual: [] });
  });

  it("shows a village head one village, and never another camat's, whatever the address says", async () => {
    const own = await entryRows(grantFor(units.hilir), campaign, { round, day: today });
    expect(own.map(({ unit }) => unit.code)).toEqual([units.hilir]);

    for (const within of [units.mambulau, "62.03.02"]) {
      expect(
        await entryRows(grantFor("62.03.01"), campaign, { round, day: today, within }),
      ).toEqual([]);
    }
  });

  it("tells the dinkes which kecamatan have reports missing", async () => {
    await send(units.hilir, today, { residents: 1 });
    await send(units.mambulau, today, { zero: true });
    await send(units.barimba, today, { zero: true });

    expect(await entryPlaces(grantFor("62.03"), campaign, { round, day: today })).toEqual([
      { code: "62.03.01", name: "Selat", units: 2, due: 2, received: 1 },
      { code: "62.03.02", name: "Kapuas Hilir", units: 2, due: 2, received: 2 },
    ]);
    expect(await missingUnits(grantFor("62.03"), campaign, { round, day: today })).toEqual([
      { code: units.hulu, name: "Selat Hulu" },
    ]);
  });

  it("takes the number of the newest target population of the deciding source", async () => {
    await query(`insert into target_set (district_code, campaign_id, source, as_of, in_force_from)
                 values ('62.03', '${campaign.id}', 'local', '2026-06-01', '2026-06-01'),
                        ('62.03', '${campaign.id}', 'pusdatin', '2026-06-02', '2026-06-02')`);
    await query(`insert into target_population
                 select district_code, campaign_id, id, '${units.hilir}', 'MR', 'young', 0,
                        case source when 'local' then 120 else 900 end
                 from target_set where as_of >= '2026-06-01'`);
    await query(`select refresh_place_target('62.03', '${campaign.id}')`);

    const [hilir] = await entryRows(grantFor("62.03.01"), campaign, { round, day: today });
    expect(hilir?.cells[0]?.target).toBe(120);
  });
});

function send(unit: string, day: string, what: { residents?: number; zero?: boolean }) {
  const tallies =
    what.residents === undefined
      ? []
      : [
          {
            intervention: "MR",
            targetGroup: "young",
            residents: what.residents,
            nonResidents: 1,
          },
        ];
  const report = { id: randomUUID(), unit, day, zero: what.zero ?? false, tallies };
  return submitDailyReports(grantFor("62.03"), campaign, [dailyReportSubmission.parse(report)], {
    at: later,
    via: "screen",
  });
}
