import { emptyDatabase, query } from "@/tests/support/database";

import { beforeEach, describe, expect, it } from "vitest";

import type { Actor } from "@/lib/account/auth/policy";
import type { Campaign } from "@/lib/campaign/campaign";
import { campaignChange } from "@/lib/campaign/schema";
import { changeCampaign } from "@/lib/campaign/server/change-commands";
import { findCampaign } from "@/lib/campaign/server/queries";
import { importTargetPopulations } from "@/lib/campaign/target-population/server/commands";
import { successorsNotEnlarged } from "@/lib/campaign/target-population/server/standing-successor-queries";
import { parseCoverageParams } from "@/lib/monitor/coverage/params";
import { readCoverage } from "@/lib/monitor/coverage/server/read";
import { readSummary } from "@/lib/monitor/summary/server/queries";
import { coverageOf } from "@/lib/server/api/coverage";

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
} from "../monitor/selat-basarang";

const at = new Date(`${november(20)}T08:00:00Z`);
const today = november(20);
const [first = "", second = "", third = ""] = selat;
const [newOne = "", newTwo = ""] = selatLater;
const [elsewhere = ""] = basarang;
let dinkes: Actor;
let campaign: Campaign;

beforeEach(async () => {
  await emptyDatabase();
  ({ dinkes, campaign } = await makeCampaign());
  await target(Object.fromEntries([...selat, ...basarang].map((unit) => [unit, 100])));
  await report(campaign, [...selat, ...basarang], [1, 5]);
});

function target(people: Readonly<Record<string, number>>, day = 1) {
  return importTargetPopulations(
    grantOf(dinkes, "target:import"),
    campaign,
    {
      source: "local",
      asOf: november(day),
      decree: undefined,
      rows: Object.entries(people).map(([unit, number]) => ({
        unit,
        intervention: "MR",
        targetGroup: "anak",
        people: number,
      })),
    },
    { isDryRun: false, at },
  );
}

type End = { unit: string; until: string; successors: { unit: string; from?: string | null }[] };

async function change(unitEnds: End[], added: string[] = []): Promise<void> {
  // What may not change is no part of a change: the schema leaves it out.
  const input = campaignChange.parse({
    ...mrBody,
    removedUnits: [],
    unitEnds,
    ...(added.length > 0 && { reportingUnits: added.map(village) }),
  });
  const grant = grantOf(dinkes, "campaign:manage");
  await changeCampaign(grant, campaign, input, { today, reason: "pemekaran" });
  const changed = await findCampaign(dinkes, mrBody.slug);
  if (!changed) throw new Error("the campaign went");
  campaign = changed;
}

function end(unit: string, day: number, ...successors: string[]): End {
  return {
    unit,
    until: november(day),
    successors: successors.map((successor) => ({ unit: successor })),
  };
}

/** Target population, doses and missing targets of the kabupaten, then of its kecamatan, at doors that agree. */
async function sums(day: number) {
  const grant = grantOf(dinkes, "coverage:read");
  const asked = { asOf: november(day) };
  const params = parseCoverageParams({ sampai: november(day) }, campaign, today);
  const byUnit = await coverageOf(grant, campaign, { ...asked, by: "unit" }, at);
  const byKecamatan = await coverageOf(grant, campaign, { ...asked, by: "subdistrict" }, at);
  const screen = await readCoverage(grant, campaign, params, undefined);
  const summary = await readSummary(grant, campaign, { today, on: november(day) });
  const wholes = [
    byUnit.total[0],
    byKecamatan.total[0],
    screen?.view.total,
    summary.interventions[0]?.assessment,
  ].map((row) => [row?.targetPopulation, row?.dosesAdministered].join(" "));
  expect(wholes).toEqual(wholes.map(() => wholes[0]));
  const parts = byKecamatan.rows.map((row) => [row.targetPopulation, row.dosesAdministered]);
  const missing = [screen?.view.total, summary.interventions[0]?.assessment].map(
    (row) => row?.missingTargets,
  );
  expect(missing[0]).toBe(missing[1]);
  return [
    `${String(wholes[0])} ${String(missing[0])}`,
    ...parts.map((part) => part.map(String).join(" ")),
  ];
}

describe("a unit that is merged with one that stands", () => {
  const warned = async () =>
    (await successorsNotEnlarged(grantOf(dinkes, "target:import"), campaign)).map(
      ({ code, ended }) => [code, ended.unit, ended.until],
    );

  it("is told while that one's target population is what it was, until it grows from that day", async () => {
    expect(await warned()).toEqual([]);
    await change([end(first, 9, second)]);
    expect(await warned()).toEqual([[second, first, november(9)]]);

    // From another day on, and less: nobody of the other is in it.
    await target({ [second]: 150 }, 12);
    await target({ [second]: 90 }, 10);
    expect(await warned()).toEqual([[second, first, november(9)]]);
    await target({ [second]: 200 }, 10);
    expect(await warned()).toEqual([]);
  });

  it("is not told of one that begins with the day after", async () => {
    await change([end(first, 9, newOne)], [newOne]);
    expect(await warned()).toEqual([]);
  });
});

describe("a unit that is divided", () => {
  it("takes its target along and leaves its doses, from the day after its last", async () => {
    await change([end(first, 5, newOne, newTwo)], [newOne, newTwo]);
    await target({ [newOne]: 60, [newTwo]: 40 });
    await report(campaign, [newOne, newTwo], [6, 7]);
    expect(await sums(5)).toEqual(["600 300 0", "400 200", "200 100"]);
    expect(await sums(6)).toEqual(["600 320 0", "400 220", "200 100"]);
    expect(await sums(20)).toEqual(["600 340 0", "400 240", "200 100"]);
    expect(await query("select * from roll_up_differences('62.03', $1)", [campaign.id])).toEqual(
      [],
    );
  });

  it("says that targets are missing where its successors have none", async () => {
    await change([end(first, 5, newOne, newTwo)], [newOne, newTwo]);
    expect(await sums(5)).toEqual(["600 300 0", "400 200", "200 100"]);
    expect(await sums(6)).toEqual(["500 300 2", "300 200", "200 100"]);
  });

  it("is a row that says so beside its successors, which are none before their day", async () => {
    await change([end(first, 5, newOne, newTwo)], [newOne, newTwo]);
    const on = async (day: number) => {
      const params = parseCoverageParams({ sampai: november(day) }, campaign, today);
      const grant = grantOf(dinkes, "coverage:read");
      const view = (await readCoverage(grant, campaign, params, "62.03.01"))?.view;
      return [
        view?.parts.length,
        view?.rankedParts,
        view?.total.units,
        [...(view?.ended.keys() ?? [])],
      ];
    };
    expect(await on(5)).toEqual([4, 4, 4, []]);
    expect(await on(6)).toEqual([6, 5, 5, [first]]);
  });

  it("owes a report until its last day, and its successors from the next", async () => {
    await change([end(first, 5, newOne, newTwo)], [newOne, newTwo]);
    const due = await query(
      "select day::text as day, due from reports_due('62.03', $1, 1, 'district', $2, $3) order by day",
      [campaign.id, november(5), november(6)],
    );
    expect(due).toEqual([
      { day: november(5), due: 6 },
      { day: november(6), due: 7 },
    ]);
  });
});

describe("units that are merged, moved and closed", () => {
  it("count once when two become a new one, and when one goes into another", async () => {
    await change([end(first, 5, newOne), end(second, 5, newOne)], [newOne]);
    await target({ [newOne]: 200 });
    expect(await sums(5)).toEqual(["600 300 0", "400 200", "200 100"]);
    expect(await sums(6)).toEqual(["600 300 0", "400 200", "200 100"]);
    await change([end(first, 5, newOne), end(second, 5, newOne), end(third, 9, newOne)]);
    await target({ [newOne]: 300 }, 10);
    expect(await sums(9)).toEqual(["600 300 0", "400 200", "200 100"]);
    expect(await sums(10)).toEqual(["600 300 0", "400 200", "200 100"]);
  });

  it("count where they are on the day when one moves to another kecamatan", async () => {
    await change([end(elsewhere, 5, newOne)], [newOne]);
    await target({ [newOne]: 100 });
    expect(await sums(5)).toEqual(["600 300 0", "400 200", "200 100"]);
    expect(await sums(6)).toEqual(["600 300 0", "500 200", "100 100"]);
  });

  it("keep the doses of one that is closed, and no target", async () => {
    await change([end(first, 5)]);
    expect(await sums(6)).toEqual(["500 300 0", "300 200", "200 100"]);
  });
});

describe("an end that cannot be", () => {
  it.each([
    ["of no unit", [end("62.03.01.1009", 5)], "unknownUnit", "unitEnds.0.unit"],
    ["before its reports", [end(first, 4)], "hasReports", "unitEnds.0.until"],
    [
      "into one that ended",
      [end(first, 9, second), end(second, 7)],
      "successorEnded",
      "unitEnds.0.successors.0.unit",
    ],
    [
      "with days in between",
      [{ ...end(first, 9), successors: [{ unit: second, from: november(12) }] }],
      "successorGap",
      "unitEnds.0.successors.0.unit",
    ],
  ])("is refused: %s", async (_, ends, code, field) => {
    await expect(change(ends)).rejects.toMatchObject({ code, field });
  });
});
