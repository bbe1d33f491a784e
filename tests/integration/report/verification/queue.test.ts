import { emptyDatabase } from "@/tests/support/database";

import { beforeEach, describe, expect, it } from "vitest";

import type { Campaign } from "@/lib/campaign/campaign";
import { hasWarnings } from "@/lib/report/verification/queue";
import { verifyReports } from "@/lib/report/verification/server/commands";
import {
  openWork,
  placeProgress,
  queueReports,
} from "@/lib/report/verification/server/queue-queries";
import { askReopening } from "@/lib/report/verification/server/reopening-commands";
import { makeCampaign, grantFor, today, units } from "@/tests/integration/report/campaign";
import { mr, opv, report, submit } from "@/tests/integration/report/sending";

import { afterCutOff, mark, office } from "./office";

const waiting = { place: null, day: null, status: "submitted" } as const;
let campaign: Campaign;

beforeEach(async () => {
  await emptyDatabase();
  campaign = await makeCampaign();
});

async function sendDays(counts: readonly number[]): Promise<void> {
  for (const [index, count] of counts.entries()) {
    const day = `2026-06-0${String(index + 1)}`;
    await submit(campaign, [report({ day, tallies: [mr(count)], isAboveTargetConfirmed: true })], {
      at: new Date(`${day}T08:00:00Z`),
    });
  }
}

describe("the queue", () => {
  it("shows a report with who sent it and what it says", async () => {
    await submit(campaign, [report({ tallies: [mr(13), { ...opv(4), nonResidents: 2 }] })]);

    expect((await queueReports(office("report:verify"), campaign, waiting)).reports).toMatchObject([
      {
        unit: units.hilir,
        unitName: "Selat Hilir",
        placeName: "Selat",
        day: today,
        version: 1,
        sentBy: "Camat Selat",
        isOnTime: true,
        cells: [
          { key: "MR/young", residents: 13, nonResidents: 0, warning: null },
          { key: "OPV/young", residents: 4, nonResidents: 2, warning: null },
        ],
      },
    ]);
  });

  it("warns of a count far above the usual and above what remains, by the days before it", async () => {
    await sendDays([12, 14, 10, 90]);

    const reports = (await queueReports(office("report:verify"), campaign, waiting)).reports;
    const [, , , last] = reports;
    expect(last?.cells[0]?.warning).toMatchObject({
      entry: {
        kinds: ["exceedsRemaining", "threeTimesUsual"],
        remaining: 64,
        usual: { low: 10, high: 14 },
      },
      above: { doses: 126, people: 100 },
    });
    expect(reports.map(hasWarnings)).toEqual([false, false, false, true]);
  });

  it("keeps a late or a corrected report for a closer look", async () => {
    await submit(campaign, [report()]);
    await submit(campaign, [report({ baseVersion: 1, tallies: [mr(2)] })]);
    await submit(campaign, [report({ unit: units.mambulau })], {
      region: "62.03",
      at: afterCutOff,
    });

    const reports = (await queueReports(office("report:verify"), campaign, waiting)).reports;
    expect(reports).toMatchObject([{ version: 2 }, { isOnTime: false }]);
    expect(reports.every(hasWarnings)).toBe(true);
  });

  it("is narrowed by subdistrict, day and status, and by the region", async () => {
    await sendDays([5, 6]);
    await submit(campaign, [report({ unit: units.mambulau })], { region: "62.03.02" });
    await verifyReports(office("report:verify"), campaign, [mark({ day: "2026-06-01" })], {
      at: afterCutOff,
    });
    const found = async (filter: object, region = "62.03") =>
      (
        await queueReports(office("report:verify", region), campaign, { ...waiting, ...filter })
      ).reports.map(({ unit, day }) => `${unit} ${day}`);

    expect(await found({})).toEqual([`${units.hilir} 2026-06-02`, `${units.mambulau} ${today}`]);
    expect(await found({ place: "62.03.02" })).toEqual([`${units.mambulau} ${today}`]);
    expect(await found({ day: "2026-06-02" })).toEqual([`${units.hilir} 2026-06-02`]);
    expect(await found({ status: "verified" })).toEqual([`${units.hilir} 2026-06-01`]);
    expect(await found({ status: null })).toHaveLength(3);
    expect(await found({}, "62.03.01")).toEqual([`${units.hilir} 2026-06-02`]);
  });

  it("says how far each subdistrict is, and how much is left to do", async () => {
    await sendDays([5, 6]);
    await verifyReports(office("report:verify"), campaign, [mark({ day: "2026-06-01" })], {
      at: afterCutOff,
    });
    const wish = { place: "62.03.01", day: today, reason: "Jaringan putus" };
    await askReopening(grantFor("62.03.01"), campaign, wish, { at: afterCutOff });

    expect(await placeProgress(office("report:verify"), campaign)).toEqual([
      { code: "62.03.01", name: "Selat", waiting: 1, returned: 0, verified: 1 },
      { code: "62.03.02", name: "Kapuas Hilir", waiting: 0, returned: 0, verified: 0 },
    ]);
    expect(await openWork(office("report:verify"), campaign)).toBe(2);
  });
});
