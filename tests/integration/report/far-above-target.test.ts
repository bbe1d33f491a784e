import { emptyDatabase, query } from "@/tests/support/database";

import { beforeEach, describe, expect, it } from "vitest";

import { authorize } from "@/lib/account/auth/grant";
import type { Campaign } from "@/lib/campaign/campaign";
import { regionCode } from "@/lib/base/region/code";
import { readCellHistory } from "@/lib/report/server/history-queries";

import { actorOf, makeCampaign, units } from "./campaign";
import { audit, mr, mrOld, opv, rejected, report, stored, submit, tallies, wib } from "./sending";

/** The dinkes, whom no day is closed to. */
const dinkes = { region: "62.03", at: wib("15.00") };
const [first, second, third] = ["2026-06-01", "2026-06-02", "2026-06-03"];
const far = { code: "farAboveTarget", intervention: "MR", targetGroup: "young" };
let campaign: Campaign;

beforeEach(async () => {
  await emptyDatabase();
  campaign = await makeCampaign(4000);
});

describe("a count far above what the target population has left", () => {
  it("is rejected with both numbers, and stored once its sender says that it is right", async () => {
    const spike = report({ tallies: [mr(587_903)] });
    const problem = { ...far, before: 4000, value: 587_903 };
    expect(await submit(campaign, [spike])).toEqual([rejected(spike, problem)]);
    expect(await tallies()).toEqual([]);

    const confirmed = { ...spike, isAboveTargetConfirmed: true };
    expect(await submit(campaign, [confirmed])).toEqual([stored(spike, 1)]);
    expect(await tallies()).toMatchObject([{ residents: 587_903 }]);
  });

  it("is remembered as confirmed, in the history and in the audit trail", async () => {
    await submit(campaign, [report({ tallies: [mr(5000)], isAboveTargetConfirmed: true })]);
    await submit(campaign, [report({ unit: units.hulu, tallies: [mr(5)] })]);
    const actor = actorOf("healthOffice", "62.03");
    const grant = authorize(actor, "coverage:read", regionCode.parse("62.03"));
    const cell = { day: "2026-06-04", intervention: "MR", targetGroup: "young" };
    const confirmedOf = async (unit: string) =>
      (await readCellHistory(grant, campaign, { ...cell, unit }))?.values.map(
        ({ isAboveTargetConfirmed }) => isAboveTargetConfirmed,
      );
    expect(await confirmedOf(units.hilir)).toEqual([true]);
    expect(await confirmedOf(units.hulu)).toEqual([false]);
    const [spike, other] = await audit();
    expect(spike).toMatchObject({ after: { aboveTarget: "confirmed" } });
    expect(other).not.toHaveProperty("after.aboveTarget");
  });

  it("counts the days before it, of the same batch too", async () => {
    const [a, b, c] = [
      report({ day: first, tallies: [mr(3900)] }),
      report({ day: second, tallies: [mr(110)] }),
      report({ day: third, tallies: [mr(111)] }),
    ];
    // 100 are left on the second day and none on the third; ten more than that is no question.
    expect(await submit(campaign, [a, b, c], dinkes)).toEqual([
      stored(a, 1),
      stored(b, 1),
      rejected(c, { ...far, before: 0, value: 111 }),
    ]);
  });

  it("is none where days like it are usual, however far the unit is above its target", async () => {
    const days = [first, second, third].map((day) => report({ day, tallies: [mr(1500)] }));
    await submit(
      campaign,
      days.map((each) => ({ ...each, isAboveTargetConfirmed: true })),
      dinkes,
    );
    const usual = report({ tallies: [mr(1600)] });
    expect(await submit(campaign, [usual], dinkes)).toEqual([stored(usual, 1)]);
  });

  it("is not asked about again where another cell of its report is changed", async () => {
    await submit(campaign, [report({ tallies: [mr(5000)], isAboveTargetConfirmed: true })]);
    const more = report({ baseVersion: 1, tallies: [mr(5000), mrOld(7)] });
    expect(await submit(campaign, [more])).toEqual([stored(more, 2)]);
    const higher = report({ baseVersion: 2, tallies: [mr(5001), mrOld(7)] });
    expect(await submit(campaign, [higher])).toMatchObject([{ problems: [far] }]);
  });

  it("is asked about together with the reason of a change", async () => {
    await submit(campaign, [report({ day: first, tallies: [mr(5)] })], dinkes);
    const changed = report({ day: first, baseVersion: 1, tallies: [mr(5000)] });
    expect(await submit(campaign, [changed], dinkes)).toMatchObject([
      { problems: [{ code: "reasonNeeded" }, far] },
    ]);
  });

  it("is judged by the doses of the day where a total was typed", async () => {
    await submit(campaign, [report({ day: first, tallies: [mr(3000)] })], dinkes);
    const total = report({ figures: "cumulative", tallies: [{ ...mr(900), cumulative: 3900 }] });
    expect(await submit(campaign, [total], dinkes)).toEqual([stored(total, 1)]);
  });

  it("is not known of a cell without a target population", async () => {
    const sent = report({ unit: units.hulu, tallies: [opv(900_000)] });
    expect(await submit(campaign, [sent])).toEqual([stored(sent, 1)]);
    expect(await query("select 1 as one from tally")).toHaveLength(1);
  });
});
