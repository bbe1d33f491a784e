import { emptyDatabase, query } from "@/tests/support/database";

import { beforeEach, describe, expect, it } from "vitest";

import type { Campaign } from "@/lib/campaign/campaign";

import { makeCampaign, units } from "./campaign";
import {
  audit,
  history,
  mr,
  mrOld,
  opv,
  replayed,
  rejected,
  report,
  reports,
  rollUpDifferences,
  stored,
  submit,
  tallies,
  wib,
} from "./sending";

let campaign: Campaign;

beforeEach(async () => {
  await emptyDatabase();
  campaign = await makeCampaign();
});

describe("a village's report", () => {
  it("is stored with its counts, its submission and its audit entry", async () => {
    const sent = report({ tallies: [mr(13), { ...opv(5), nonResidents: 2 }] });

    expect(await submit(campaign, [sent])).toEqual([stored(sent, 1)]);
    expect(await tallies()).toEqual([
      { cell: "MR/young", residents: 13, nonResidents: 0, submission: sent.id },
      { cell: "OPV/young", residents: 5, nonResidents: 2, submission: sent.id },
    ]);
    expect(await reports()).toMatchObject([
      { version: 1, is_zero: false, is_on_time: true, submission_id: sent.id },
    ]);
    expect(await audit()).toMatchObject([
      { action: "report.received", before: null, after: { version: 1 } },
    ]);
    expect(await rollUpDifferences()).toEqual([]);
  });

  it("of nothing given is a report without counts", async () => {
    const sent = report({ zero: true, tallies: [mr(0)] });

    expect(await submit(campaign, [sent])).toEqual([stored(sent, 1)]);
    expect(await tallies()).toEqual([]);
    expect(await reports()).toMatchObject([{ is_zero: true }]);
  });

  it("is late from the cut-off hour on, by the campaign's clock", async () => {
    const sent = [report({ unit: units.hilir }), report({ unit: units.hulu })];
    const region = "62.03";
    await submit(campaign, sent.slice(0, 1), { region, at: new Date("2026-06-04T08:59:59Z") });
    await submit(campaign, sent.slice(1), { region, at: new Date("2026-06-04T09:00:00Z") });

    expect(await reports()).toMatchObject([{ is_on_time: true }, { is_on_time: false }]);
  });

  it("is typed no later than it is received, whatever the phone's clock says", async () => {
    await submit(campaign, [report({ submittedAt: "2031-01-01T00:00:00Z" })]);

    const [row] = await query<{ isAfter: boolean }>(
      `select submitted_at > received_at as "isAfter" from daily_report`,
    );
    expect(row?.isAfter).toBe(false);
  });
});

describe("the same submission again", () => {
  it("is answered as the first time and stored once", async () => {
    const sent = report();
    await submit(campaign, [sent]);

    expect(await submit(campaign, [sent])).toEqual([replayed(sent, 1)]);
    expect(await reports()).toHaveLength(1);
    expect(await audit()).toHaveLength(1);
  });

  it("is stored once when it comes twice in one batch", async () => {
    const sent = report();

    expect(await submit(campaign, [sent, sent])).toEqual([stored(sent, 1), replayed(sent, 1)]);
    expect(await audit()).toHaveLength(1);
  });

  it("is stored once when it comes many times at the same moment", async () => {
    const sent = report();
    const answers = await Promise.all(Array.from({ length: 12 }, () => submit(campaign, [sent])));

    const outcomes = answers.flat().map(({ outcome }) => outcome);
    expect(outcomes.filter((outcome) => outcome === "stored")).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === "replayed")).toHaveLength(11);
    expect(await audit()).toHaveLength(1);
    expect(await rollUpDifferences()).toEqual([]);
  });

  it("keeps its first answer after the report was corrected", async () => {
    const first = report({ tallies: [mr(13)] });
    await submit(campaign, [first]);
    await submit(campaign, [report({ baseVersion: 1, tallies: [mr(15)] })]);

    expect(await submit(campaign, [first])).toEqual([replayed(first, 1)]);
    expect(await tallies()).toMatchObject([{ residents: 15 }]);
  });

  it("is rejected when its content is another", async () => {
    const first = report({ tallies: [mr(13)] });
    await submit(campaign, [first]);

    for (const other of [
      { ...first, tallies: [mr(14)] },
      { ...first, unit: units.hulu },
      { ...first, day: "2026-06-03" },
      { ...first, zero: true, tallies: [] },
    ]) {
      expect(await submit(campaign, [other])).toEqual([rejected(other, { code: "idReused" })]);
    }
    expect(await tallies()).toMatchObject([{ residents: 13 }]);
  });

  it("is the same whatever the order of its cells and the case of its id", async () => {
    const first = report({ tallies: [mr(13), opv(5)] });
    await submit(campaign, [first]);
    const again = {
      ...first,
      id: first.id.toUpperCase(),
      tallies: [{ ...opv(5), nonResidents: 0 }, mr(13)],
    };

    expect(await submit(campaign, [again])).toEqual([replayed(again, 1)]);
  });
});

describe("a second report of the same village and day", () => {
  it("that knows nothing of the first is a conflict and shows both", async () => {
    await submit(campaign, [report({ tallies: [mr(15)] })], { region: units.hilir });
    const mine = report({ tallies: [mr(13)] });

    expect(await submit(campaign, [mine])).toEqual([
      {
        id: mine.id,
        outcome: "conflict",
        version: 1,
        problems: [{ code: "newerVersion" }],
        standing: {
          version: 1,
          zero: false,
          receivedAt: expect.stringMatching(/^2026-06-04T/) as string,
          receivedBy: "Lurah Selat Hilir",
          isOwn: false,
          status: "submitted",
          returnReason: null,
          tallies: [{ ...mr(15), nonResidents: 0 }],
        },
      },
    ]);
    expect(await tallies()).toMatchObject([{ residents: 15 }]);
  });

  it("that says the same is no conflict, and changes nothing", async () => {
    await submit(campaign, [report({ tallies: [mr(13)] })], { region: units.hilir });
    const mine = report({ tallies: [mr(13)] });

    expect(await submit(campaign, [mine])).toEqual([replayed(mine, 1)]);
    expect(await reports()).toMatchObject([{ version: 1 }]);
    expect(await audit()).toHaveLength(1);
  });

  it("sent at the same moment by two people is stored once and a conflict once", async () => {
    const [a, b] = [report({ tallies: [mr(13)] }), report({ tallies: [mr(15)] })];
    const outcomes = (await Promise.all([submit(campaign, [a]), submit(campaign, [b])]))
      .flat()
      .map((r) => r.outcome);

    expect([...outcomes].sort()).toEqual(["conflict", "stored"]);
  });

  it("that believes in a version that is not there is a conflict", async () => {
    const sent = report({ baseVersion: 3 });
    expect(await submit(campaign, [sent])).toMatchObject([{ outcome: "conflict", version: null }]);
    expect(await reports()).toEqual([]);
  });
});

describe("a correction", () => {
  it("replaces the report as a whole and keeps what was there", async () => {
    const first = report({ tallies: [mr(13), opv(5), mrOld(7)] });
    await submit(campaign, [first]);
    const correction = report({ baseVersion: 1, tallies: [mr(31), opv(5)] });

    expect(await submit(campaign, [correction], { at: wib("15.59") })).toEqual([
      stored(correction, 2),
    ]);
    expect(await tallies()).toEqual([
      { cell: "MR/young", residents: 31, nonResidents: 0, submission: correction.id },
      // Untouched, so it still says who wrote it.
      { cell: "OPV/young", residents: 5, nonResidents: 0, submission: first.id },
    ]);
    expect(await history()).toEqual([
      { cell: "MR/old", before: 7, after: null },
      { cell: "MR/young", before: 13, after: 31 },
    ]);
    expect(await rollUpDifferences()).toEqual([]);
  });

  it("the next day leaves the report on time and its first receipt as it was", async () => {
    await submit(campaign, [report()]);
    const [before] = await reports();
    const correction = report({
      baseVersion: 1,
      tallies: [mr(2)],
      reason: { code: "recount" },
    });
    await submit(campaign, [correction], { region: "62.03", at: wib("10.00", "2026-06-05") });

    expect(await reports()).toMatchObject([
      { version: 2, is_on_time: true, first_received_at: before?.first_received_at },
    ]);
    expect(await audit()).toMatchObject([
      { action: "report.received" },
      {
        action: "report.corrected",
        before: { version: 1, tallies: [{ residents: 1 }] },
        after: { version: 2, tallies: [{ residents: 2 }], reason: { code: "recount" } },
      },
    ]);
  });

  it("turns a zero report into counts and back", async () => {
    await submit(campaign, [report({ zero: true, tallies: [] })]);
    await submit(campaign, [report({ baseVersion: 1, tallies: [mr(4)] })]);
    expect(await reports()).toMatchObject([{ is_zero: false, version: 2 }]);

    await submit(campaign, [report({ baseVersion: 2, zero: true, tallies: [] })]);
    expect(await reports()).toMatchObject([{ is_zero: true, version: 3 }]);
    expect(await tallies()).toEqual([]);
    expect(await rollUpDifferences()).toEqual([]);
  });

  it("may follow its report in the same batch", async () => {
    const [first, second] = [
      report({ tallies: [mr(1)] }),
      report({ baseVersion: 1, tallies: [mr(2)] }),
    ];

    expect(await submit(campaign, [first, second])).toEqual([stored(first, 1), stored(second, 2)]);
    expect(await history()).toEqual([{ cell: "MR/young", before: 1, after: 2 }]);
    expect(await rollUpDifferences()).toEqual([]);
  });
});
