import { emptyDatabase, query } from "@/tests/support/database";

import { randomUUID } from "node:crypto";

import { beforeEach, describe, expect, it } from "vitest";

import type { Campaign } from "@/lib/campaign/campaign";
import { submitDailyReports } from "@/lib/tally/commands";
import { dailyReportSubmission, type DailyReportSubmission } from "@/lib/tally/schema";

import { beforeCutOff, grantFor, makeCampaign, today, units } from "./campaign";

let campaign: Campaign;

beforeEach(async () => {
  await emptyDatabase();
  campaign = await makeCampaign();
});

describe("a village's report", () => {
  it("is stored with its counts, its submission and its audit entry", async () => {
    const sent = report({ tallies: [mr(13), { ...opv(5), nonResidents: 2 }] });

    expect(await submit([sent])).toEqual([stored(sent, 1)]);
    expect(await tallies()).toEqual([
      { cell: "MR/young", residents: 13, outside: 0, submission: sent.id },
      { cell: "OPV/young", residents: 5, outside: 2, submission: sent.id },
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

    expect(await submit([sent])).toEqual([stored(sent, 1)]);
    expect(await tallies()).toEqual([]);
    expect(await reports()).toMatchObject([{ is_zero: true }]);
  });

  it("is late from the cut-off hour on, by the campaign's clock", async () => {
    const sent = [report({ unit: units.hilir }), report({ unit: units.hulu })];
    await submit(sent.slice(0, 1), { at: new Date("2026-06-04T08:59:59Z") });
    await submit(sent.slice(1), { at: new Date("2026-06-04T09:00:00Z") });

    expect(await reports()).toMatchObject([{ is_on_time: true }, { is_on_time: false }]);
  });

  it("is typed no later than it is received, whatever the phone's clock says", async () => {
    await submit([report({ submittedAt: "2031-01-01T00:00:00Z" })]);

    const [row] = await query<{ isAfter: boolean }>(
      `select submitted_at > received_at as "isAfter" from daily_report`,
    );
    expect(row?.isAfter).toBe(false);
  });
});

describe("the same submission again", () => {
  it("is answered as the first time and stored once", async () => {
    const sent = report();
    await submit([sent]);

    expect(await submit([sent])).toEqual([replayed(sent, 1)]);
    expect(await reports()).toHaveLength(1);
    expect(await audit()).toHaveLength(1);
  });

  it("is stored once when it comes twice in one batch", async () => {
    const sent = report();

    expect(await submit([sent, sent])).toEqual([stored(sent, 1), replayed(sent, 1)]);
    expect(await audit()).toHaveLength(1);
  });

  it("is stored once when it comes many times at the same moment", async () => {
    const sent = report();
    const answers = await Promise.all(Array.from({ length: 12 }, () => submit([sent])));

    const outcomes = answers.flat().map(({ outcome }) => outcome);
    expect(outcomes.filter((outcome) => outcome === "stored")).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === "replayed")).toHaveLength(11);
    expect(await audit()).toHaveLength(1);
    expect(await rollUpDifferences()).toEqual([]);
  });

  it("keeps its first answer after the report was corrected", async () => {
    const first = report({ tallies: [mr(13)] });
    await submit([first]);
    await submit([report({ baseVersion: 1, tallies: [mr(15)] })]);

    expect(await submit([first])).toEqual([replayed(first, 1)]);
    expect(await tallies()).toMatchObject([{ residents: 15 }]);
  });

  it("is refused when its content is another", async () => {
    const first = report({ tallies: [mr(13)] });
    await submit([first]);

    for (const other of [
      { ...first, tallies: [mr(14)] },
      { ...first, unit: units.hulu },
      { ...first, day: "2026-06-03" },
      { ...first, zero: true, tallies: [] },
    ]) {
      expect(await submit([other])).toEqual([rejected(other, { code: "idReused" })]);
    }
    expect(await tallies()).toMatchObject([{ residents: 13 }]);
  });

  it("is the same whatever the order of its cells and the case of its id", async () => {
    const first = report({ tallies: [mr(13), opv(5)] });
    await submit([first]);
    const again = {
      ...first,
      id: first.id.toUpperCase(),
      tallies: [{ ...opv(5), nonResidents: 0 }, mr(13)],
    };

    expect(await submit([again])).toEqual([replayed(again, 1)]);
  });
});

describe("a second report of the same village and day", () => {
  it("that knows nothing of the first is a conflict and shows both", async () => {
    await submit([report({ tallies: [mr(15)] })], { region: units.hilir });
    const mine = report({ tallies: [mr(13)] });

    expect(await submit([mine])).toEqual([
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
          tallies: [{ ...mr(15), nonResidents: 0 }],
        },
      },
    ]);
    expect(await tallies()).toMatchObject([{ residents: 15 }]);
  });

  it("that says the same is no conflict, and changes nothing", async () => {
    await submit([report({ tallies: [mr(13)] })], { region: units.hilir });
    const mine = report({ tallies: [mr(13)] });

    expect(await submit([mine])).toEqual([replayed(mine, 1)]);
    expect(await reports()).toMatchObject([{ version: 1 }]);
    expect(await audit()).toHaveLength(1);
  });

  it("sent at the same moment by two people is stored once and a conflict once", async () => {
    const [a, b] = [report({ tallies: [mr(13)] }), report({ tallies: [mr(15)] })];
    const outcomes = (await Promise.all([submit([a]), submit([b])])).flat().map((r) => r.outcome);

    expect([...outcomes].sort()).toEqual(["conflict", "stored"]);
  });

  it("that believes in a version that is not there is a conflict", async () => {
    const sent = report({ baseVersion: 3 });
    expect(await submit([sent])).toMatchObject([{ outcome: "conflict", version: null }]);
    expect(await reports()).toEqual([]);
  });
});

describe("a correction", () => {
  it("replaces the report as a whole and keeps what was there", async () => {
    const first = report({ tallies: [mr(13), opv(5), mrOld(7)] });
    await submit([first]);
    const correction = report({ baseVersion: 1, tallies: [mr(31), opv(5)] });

    expect(await submit([correction], { at: new Date("2026-06-05T03:00:00Z") })).toEqual([
      stored(correction, 2),
    ]);
    expect(await tallies()).toEqual([
      { cell: "MR/young", residents: 31, outside: 0, submission: correction.id },
      // Untouched, so it still says who wrote it.
      { cell: "OPV/young", residents: 5, outside: 0, submission: first.id },
    ]);
    expect(await history()).toEqual([
      { cell: "MR/old", before: 7, after: null },
      { cell: "MR/young", before: 13, after: 31 },
    ]);
    expect(await rollUpDifferences()).toEqual([]);
  });

  it("the next day leaves the report on time and its first receipt as it was", async () => {
    await submit([report()]);
    const [before] = await reports();
    await submit([report({ baseVersion: 1, tallies: [mr(2)] })], {
      at: new Date("2026-06-05T03:00:00Z"),
    });

    expect(await reports()).toMatchObject([
      { version: 2, is_on_time: true, first_received_at: before?.first_received_at },
    ]);
    expect(await audit()).toMatchObject([
      { action: "report.received" },
      {
        action: "report.corrected",
        before: { version: 1, tallies: [{ residents: 1 }] },
        after: { version: 2, tallies: [{ residents: 2 }] },
      },
    ]);
  });

  it("turns a zero report into counts and back", async () => {
    await submit([report({ zero: true, tallies: [] })]);
    await submit([report({ baseVersion: 1, tallies: [mr(4)] })]);
    expect(await reports()).toMatchObject([{ is_zero: false, version: 2 }]);

    await submit([report({ baseVersion: 2, zero: true, tallies: [] })]);
    expect(await reports()).toMatchObject([{ is_zero: true, version: 3 }]);
    expect(await tallies()).toEqual([]);
    expect(await rollUpDifferences()).toEqual([]);
  });

  it("may follow its report in the same batch", async () => {
    const [first, second] = [
      report({ tallies: [mr(1)] }),
      report({ baseVersion: 1, tallies: [mr(2)] }),
    ];

    expect(await submit([first, second])).toEqual([stored(first, 1), stored(second, 2)]);
    expect(await history()).toEqual([{ cell: "MR/young", before: 1, after: 2 }]);
    expect(await rollUpDifferences()).toEqual([]);
  });
});

describe("a report is refused", () => {
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

    expect(await submit([bad, good])).toEqual([rejected(bad, problem), stored(good, 1)]);
    expect(await reports()).toMatchObject([{ unit_code: units.hulu }]);
  });

  it("names everything that is wrong with it", async () => {
    const [result] = await submit([report({ day: today, tallies: [mr(-1), opv(0.5)] })]);
    expect(result?.problems.map(({ intervention }) => intervention)).toEqual(["MR", "OPV"]);
  });

  it("of another village by a village head, though the village is in the same kecamatan", async () => {
    const sent = report({ unit: units.hulu });
    expect(await submit([sent], { region: units.hilir })).toEqual([
      rejected(sent, { code: "unknownUnit" }),
    ]);
  });

  it("of another camat's village even when its submission is known", async () => {
    const sent = report({ unit: units.mambulau });
    await submit([sent], { region: "62.03" });
    expect(await submit([sent])).toEqual([rejected(sent, { code: "unknownUnit" })]);
  });
});

describe("the day by which reports are judged", () => {
  it("is the campaign's: at 00.30 WIB its day has begun, though it is yesterday in London", async () => {
    const sent = report();
    const midnight = new Date("2026-06-03T17:00:00Z");
    const before = new Date("2026-06-03T16:59:59Z");

    expect(await submit([sent], { at: before })).toMatchObject([{ outcome: "rejected" }]);
    expect(await submit([sent], { at: midnight })).toMatchObject([{ outcome: "stored" }]);
  });

  it("may be any earlier day of any round, sweeping days too, after the campaign as well", async () => {
    const sent = ["2026-06-01", "2026-06-08", "2026-06-18"].map((day) => report({ day }));
    expect(await submit(sent, { at: new Date("2026-07-01T00:00:00Z") })).toEqual(
      sent.map((each) => stored(each, 1)),
    );
  });
});

function report(what: Partial<DailyReportSubmission> = {}): DailyReportSubmission {
  return dailyReportSubmission.parse({
    id: randomUUID(),
    unit: units.hilir,
    day: today,
    tallies: [mr(1)],
    ...what,
  });
}

function mr(residents: number) {
  return { intervention: "MR", targetGroup: "young", residents };
}

function mrOld(residents: number) {
  return { intervention: "MR", targetGroup: "old", residents };
}

function opv(residents: number) {
  return { intervention: "OPV", targetGroup: "young", residents };
}

function submit(
  sent: readonly DailyReportSubmission[],
  { region = "62.03.01", at = beforeCutOff }: { region?: string; at?: Date } = {},
) {
  return submitDailyReports(grantFor(region), campaign, sent, { at, via: "screen" });
}

function stored({ id }: { id: string }, version: number) {
  return { id, outcome: "stored", version, problems: [] };
}

function replayed({ id }: { id: string }, version: number) {
  return { id, outcome: "replayed", version, problems: [] };
}

function rejected({ id }: { id: string }, problem: object) {
  return { id, outcome: "rejected", version: null, problems: [problem] };
}

function tallies() {
  return query<{ cell: string; residents: number; outside: number; submission: string }>(
    `select intervention_code || '/' || target_group_code as cell, residents,
            non_residents as outside, submission_id as submission
     from tally order by unit_code, day, 1`,
  );
}

function reports() {
  return query<{ version: number; first_received_at: Date }>(
    "select * from daily_report order by unit_code, day",
  );
}

function audit() {
  return query("select action, before, after from audit_entry order by id");
}

function history() {
  return query(
    `select intervention_code || '/' || target_group_code as cell, residents_before as before,
            residents_after as after from tally_history order by 1`,
  );
}

function rollUpDifferences() {
  return query("select * from campaign, roll_up_differences(district_code, id)");
}
