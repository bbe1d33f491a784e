import { query } from "@/tests/support/database";

import { beforeEach, describe, expect, test } from "vitest";

import { authorize } from "@/lib/account/auth/grant";
import type { Campaign } from "@/lib/campaign/campaign";
import {
  removeStatedTotal,
  restoreStatedTotal,
  stateTotal,
} from "@/lib/monitor/quality/server/commands";
import { readRemovedTotals, readStatedTotals } from "@/lib/monitor/quality/server/stated-queries";
import { regionCode } from "@/lib/base/region/code";

import { units } from "../../report/campaign";
import { mr, mrOld } from "../../report/sending";
import { campaignInOrder, dinkes, found, reported } from "./reviewing";

let campaign: Campaign;

beforeEach(async () => {
  campaign = await campaignInOrder();
});

describe("an announced total", () => {
  const said = {
    place: "62.03",
    intervention: "MR",
    day: "2026-06-02",
    span: "cumulative",
    doses: 40,
    source: "Siaran pers",
  } as const;

  beforeEach(async () => {
    await reported("2026-06-01", [mr(20), mrOld(5)]);
    await reported("2026-06-02", [mr(10)], units.mambulau);
  });

  test.each([
    { case: "the kabupaten so far", change: {}, sum: 35 },
    { case: "one kecamatan so far", change: { place: "62.03.01" }, sum: 25 },
    { case: "one day alone", change: { span: "day" }, sum: 10 },
    { case: "another intervention", change: { intervention: "OPV" }, sum: 0 },
  ] as const)("is held against the reports: $case", async ({ change, sum }) => {
    await stateTotal(dinkes, campaign, { ...said, ...change });

    expect((await found("statedTotal")).map(({ rows }) => rows[0]?.values)).toEqual([
      { stated: 40, sum, difference: sum - 40, source: "Siaran pers" },
    ]);
  });

  test("that agrees is no finding", async () => {
    await stateTotal(dinkes, campaign, { ...said, doses: 35 });

    expect(await found("statedTotal")).toEqual([]);
    expect(await readStatedTotals(dinkes, campaign)).toHaveLength(1);
  });

  test.each([
    { case: "a place elsewhere", change: { place: "62.04" }, code: "unknownRegion" },
    { case: "a village", change: { place: units.hilir }, code: "unknownRegion" },
    { case: "no such intervention", change: { intervention: "X" }, code: "invalid" },
    { case: "a day outside every round", change: { day: "2026-06-12" }, code: "roundClosed" },
  ])("is rejected: $case", async ({ change, code }) => {
    await expect(stateTotal(dinkes, campaign, { ...said, ...change })).rejects.toThrow(code);
    expect(await query("select * from stated_total")).toEqual([]);
  });

  test("is removed once", async () => {
    await stateTotal(dinkes, campaign, said);
    const [total] = await readStatedTotals(dinkes, campaign);
    await removeStatedTotal(
      dinkes,
      campaign,
      { id: total?.id ?? "", reason: "Salah ketik" },
      new Date(),
    );

    expect(await found("statedTotal")).toEqual([]);
    await expect(
      removeStatedTotal(
        dinkes,
        campaign,
        { id: total?.id ?? "", reason: "Salah ketik" },
        new Date(),
      ),
    ).rejects.toThrow("notFound");
    expect(
      await query("select before, after from audit_entry where action = 'statedTotal.removed'"),
    ).toEqual([
      {
        before: { doses: 40, source: "Siaran pers", isCumulative: true },
        after: { reason: "Salah ketik" },
      },
    ]);
  });

  test("is put back as it was for a day after it was removed, once", async () => {
    await stateTotal(dinkes, campaign, said);
    const [total] = await readStatedTotals(dinkes, campaign);
    const id = total?.id ?? "";
    const noon = new Date("2026-06-04T05:00:00Z");
    const later = (hours: number) => new Date(noon.getTime() + hours * 3_600_000);
    await removeStatedTotal(dinkes, campaign, { id, reason: "Salah tekan" }, noon);
    expect(await readRemovedTotals(dinkes, campaign, later(23))).toMatchObject([{ id, doses: 40 }]);
    expect(await readRemovedTotals(dinkes, campaign, later(25))).toEqual([]);
    await expect(restoreStatedTotal(dinkes, campaign, id, later(25))).rejects.toThrow("notFound");

    await restoreStatedTotal(dinkes, campaign, id, later(1));
    expect(await readStatedTotals(dinkes, campaign)).toEqual([total]);
    expect(await found("statedTotal")).toHaveLength(1);
    await expect(restoreStatedTotal(dinkes, campaign, id, later(1))).rejects.toThrow("notFound");
    expect(
      await query("select after from audit_entry where action = 'statedTotal.restored'"),
    ).toEqual([{ after: { doses: 40, source: "Siaran pers" } }]);
  });

  test("is not for who holds a part of the kabupaten", async () => {
    const part = authorize(dinkes.actor, "quality:review", regionCode.parse("62.03.01"));

    await expect(stateTotal(part, campaign, said)).rejects.toThrow("forbidden");
  });
});
