import { describe, expect, it } from "vitest";

import { sourceAddress, type NumberOf } from "@/lib/monitor/source/address";
import { parseSourceParams } from "@/lib/monitor/source/params";

import { campaignOf } from "./coverage-view-campaign";

const today = "2026-06-04";

function read(address: string, campaign = campaignOf({})) {
  const query = Object.fromEntries(new URL(address, "http://localhost").searchParams);
  return parseSourceParams(query, campaign, today);
}

describe("the address of the page behind a number", () => {
  it.each<[string, NumberOf]>([
    ["all doses", { place: null, intervention: "MR", round: 1 }],
    ["a village's", { place: "62.03.01.1001", intervention: "OPV", round: 1 }],
    ["one group's", { place: "62.03.01", intervention: "MR", targetGroup: "5-7-tahun", round: 1 }],
    ["up to a day", { place: null, intervention: "MR", round: 1, to: "2026-06-01" }],
    [
      "a day's",
      { place: null, intervention: "MR", round: 1, from: "2026-06-01", to: "2026-06-01" },
    ],
    ["not yet verified", { place: null, intervention: "MR", round: 1, isUnverified: true }],
    ["of all interventions", { place: null, intervention: null, round: 1, isUnverified: true }],
    [
      "a target population",
      { place: "62.03.01", intervention: "MR", round: 1, target: "pusdatin" },
    ],
  ])("asks the question of the number: %s", (_, of) => {
    const params = read(sourceAddress(campaignOf({}), of));
    expect(params.of).toEqual({
      targetGroup: null,
      from: null,
      to: null,
      isUnverified: false,
      ...of,
    });
    expect(params.ignored).toEqual([]);
  });

  it("names the round where there are several", () => {
    const campaign = campaignOf({ hasSecondRound: true });
    const address = sourceAddress(campaign, { place: null, intervention: "MR", round: 2 });
    expect(read(address, campaign).of.round).toBe(2);
  });

  it("takes today's number as everything entered", () => {
    const of = { place: null, intervention: "MR", round: 1, from: today, to: today };
    expect(read(sourceAddress(campaignOf({}), of)).of).toMatchObject({ from: today, to: null });
  });

  it("opens a report and a page", () => {
    const params = read("/cakupan/sumber?halaman=3&laporan=62.03.01.1001/2026-06-01");
    expect(params).toMatchObject({
      page: 3,
      opened: { unit: "62.03.01.1001", day: "2026-06-01" },
    });
  });

  it.each(["halaman=0", "halaman=x", "laporan=x", "laporan=/2026-06-01", "laporan=a/2026-06-31"])(
    "opens all the same with %s, and says what it leaves out",
    (text) => {
      const params = read(`/cakupan/sumber?${text}`);
      expect(params).toMatchObject({ page: 1, opened: null });
      expect(params.ignored).toMatchObject([{ name: text.split("=")[0], reason: "unknown" }]);
    },
  );
});
