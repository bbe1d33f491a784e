import { emptyDatabase } from "@/tests/support/database";

import { beforeEach, describe, expect, it } from "vitest";

import type { Campaign } from "@/lib/campaign/campaign";
import type { DailyReportSubmission } from "@/lib/report/schema";

import { makeCampaign, today, units } from "./campaign";
import { mr, opv, rejected, report, reports, stored, submit } from "./sending";

let campaign: Campaign;

beforeEach(async () => {
  await emptyDatabase();
  campaign = await makeCampaign();
});

describe("a report is rejected", () => {
  const cell = { intervention: "MR", targetGroup: "young" };
  it.each<[string, Partial<DailyReportSubmission>, object]>([
    ["of a unit that the campaign has not", { unit: "99.99" }, { code: "unknownUnit" }],
    ["of a unit code that no database would take", { unit: "\u0000'" }, { code: "unknownUnit" }],
    ["of another camat's village", { unit: units.mambulau }, { code: "unknownUnit" }],
    ["of a day that does not exist", { day: "2026-06-31" }, { code: "noSuchDay" }],
    ["of a day that is no day", { day: "2026-06-0x" }, { code: "noSuchDay" }],
    ["of a day before the campaign", { day: "2026-05-31" }, { code: "dayOutsideRound" }],
    ["of a day between two rounds", { day: "2026-06-10" }, { code: "dayOutsideRound" }],
    ["of a day of another round", { round: 2 }, { code: "dayOutsideRound" }],
    ["of tomorrow", { day: "2026-06-05" }, { code: "futureDay" }],
    [
      "of something that is not given",
      { tallies: [{ ...mr(1), intervention: "BCG" }] },
      { ...cell, intervention: "BCG", code: "unknownIntervention" },
    ],
    [
      "of a group that is not there",
      { tallies: [{ ...mr(1), targetGroup: "elderly" }] },
      { ...cell, targetGroup: "elderly", code: "unknownTargetGroup" },
    ],
    [
      "of a group that it is not given to",
      { tallies: [{ ...opv(1), targetGroup: "old" }] },
      { intervention: "OPV", targetGroup: "old", code: "notGiven" },
    ],
    ["with a cell twice", { tallies: [mr(1), mr(1)] }, { ...cell, code: "cellTwice" }],
    ["with a fraction of a child", { tallies: [mr(12.5)] }, { ...cell, code: "countOutOfRange" }],
    ["with a negative count", { tallies: [mr(-1)] }, { ...cell, code: "countOutOfRange" }],
    ["with a million children", { tallies: [mr(1_000_000)] }, { ...cell, code: "countOutOfRange" }],
    [
      "with half a child from elsewhere",
      { tallies: [{ ...mr(1), nonResidents: 0.5 }] },
      { ...cell, code: "countOutOfRange" },
    ],
    ["that says nil and has counts", { zero: true }, { code: "zeroWithCounts" }],
    ["that says nothing: empty is not nil", { tallies: [] }, { code: "emptyReport" }],
  ])("%s", async (_, wrong, problem) => {
    const bad = report(wrong);
    const good = report({ unit: units.hulu });

    expect(await submit(campaign, [bad, good])).toEqual([rejected(bad, problem), stored(good, 1)]);
    expect(await reports()).toMatchObject([{ unit_code: units.hulu }]);
  });

  it("names everything that is wrong with it", async () => {
    const [result] = await submit(campaign, [report({ day: today, tallies: [mr(-1), opv(0.5)] })]);
    expect(result?.problems.map(({ intervention }) => intervention)).toEqual(["MR", "OPV"]);
  });

  it("of another village by a village head, though the village is in the same kecamatan", async () => {
    const sent = report({ unit: units.hulu });
    expect(await submit(campaign, [sent], { region: units.hilir })).toEqual([
      rejected(sent, { code: "unknownUnit" }),
    ]);
  });

  it("of another camat's village even when its submission is known", async () => {
    const sent = report({ unit: units.mambulau });
    await submit(campaign, [sent], { region: "62.03" });
    expect(await submit(campaign, [sent])).toEqual([rejected(sent, { code: "unknownUnit" })]);
  });
});

describe("the day by which reports are judged", () => {
  it("is the campaign's: at 00.30 WIB its day has begun, though it is yesterday in London", async () => {
    const sent = report();
    const midnight = new Date("2026-06-03T17:00:00Z");
    const before = new Date("2026-06-03T16:59:59Z");

    expect(await submit(campaign, [sent], { at: before })).toMatchObject([{ outcome: "rejected" }]);
    expect(await submit(campaign, [sent], { at: midnight })).toMatchObject([{ outcome: "stored" }]);
  });

  it("may be any earlier day of any round, sweeping days too, after the campaign as well, for the dinkes", async () => {
    const sent = ["2026-06-01", "2026-06-08", "2026-06-18"].map((day) => report({ day }));
    const context = { region: "62.03", at: new Date("2026-07-01T00:00:00Z") };
    expect(await submit(campaign, sent, context)).toEqual(sent.map((each) => stored(each, 1)));
  });
});
