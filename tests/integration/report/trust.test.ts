import { emptyDatabase, query, rewrite } from "@/tests/support/database";

import { beforeEach, describe, expect, it } from "vitest";

import type { Campaign } from "@/lib/campaign/campaign";

import { makeCampaign, units } from "./campaign";
import {
  audit,
  mr,
  openAgain,
  opv,
  rejected,
  replayed,
  report,
  reports,
  rollUpDifferences,
  stored,
  submit,
  tallies,
  wib,
} from "./sending";

const dinkes = "62.03";
const nextMorning = wib("09.00", "2026-06-05");
let campaign: Campaign;

beforeEach(async () => {
  await emptyDatabase();
  campaign = await makeCampaign(1000);
});

function submissions() {
  return query(
    `select via, reason_code as code, reason_note as note, conflict_kept as kept, figures, version
     from submission order by received_at, version`,
  );
}

describe("a day that is closed", () => {
  it("takes a report that was typed in time and came late; it counts as late", async () => {
    const typed = wib("14.00").toISOString();
    const sent = report({ submittedAt: typed, via: "offline" });

    expect(await submit(campaign, [sent], { at: nextMorning, sentAt: nextMorning })).toEqual([
      stored(sent, 1),
    ]);
    expect(await reports()).toMatchObject([{ is_on_time: false, submitted_at: new Date(typed) }]);
    expect(await submissions()).toMatchObject([{ via: "offline" }]);
  });

  it("takes none that a program says was typed in time", async () => {
    const sent = report({ submittedAt: wib("14.00").toISOString() });
    expect(await submit(campaign, [sent], { at: nextMorning })).toMatchObject([
      { outcome: "rejected", problems: [{ code: "dayClosed" }] },
    ]);
    expect(await submissions()).toEqual([]);
  });

  it("takes reports again while it is open for the kecamatan, and of no other", async () => {
    await openAgain(campaign, "62.03.01", wib("08.00", "2026-06-05"), wib("08.00", "2026-06-06"));
    const sent = report();
    expect(await submit(campaign, [sent], { at: nextMorning })).toEqual([stored(sent, 1)]);

    const there = report({ unit: units.mambulau });
    expect(
      await submit(campaign, [there], { region: units.mambulau, at: nextMorning }),
    ).toMatchObject([{ problems: [{ code: "dayClosed" }] }]);
  });

  it("takes a report of the dinkes", async () => {
    const sent = report();
    expect(await submit(campaign, [sent], { region: dinkes, at: nextMorning })).toEqual([
      stored(sent, 1),
    ]);
  });
});

describe("a change of another's report", () => {
  it("is rejected without a reason, shows whose it is, and is judged anew with one", async () => {
    await submit(campaign, [report()], { region: units.hilir });
    const change = report({ baseVersion: 1, tallies: [mr(7)] });

    expect(await submit(campaign, [change])).toEqual([
      rejected(change, { code: "reasonNeeded" }, { receivedBy: "Lurah Selat Hilir" }),
    ]);
    const explained = { ...change, reason: { code: "other", note: "Dihitung ulang" } as const };
    expect(await submit(campaign, [explained])).toEqual([stored(change, 2)]);
    expect(await submissions()).toMatchObject([{ code: null }, { code: "other" }]);
    expect(await audit()).toMatchObject([
      { action: "report.received" },
      { action: "report.corrected", after: { reason: { code: "other", note: "Dihitung ulang" } } },
    ]);
  });

  it("of one's own on a day open again needs none where only empty cells are filled", async () => {
    await submit(campaign, [report({ tallies: [mr(13)] })]);
    await openAgain(campaign, "62.03.01", wib("08.00", "2026-06-05"), wib("08.00", "2026-06-06"));
    const filled = report({ baseVersion: 1, tallies: [mr(13), opv(5)] });
    expect(await submit(campaign, [filled], { at: nextMorning })).toEqual([stored(filled, 2)]);
    const changed = report({ baseVersion: 2, tallies: [mr(14), opv(5)] });
    expect(await submit(campaign, [changed], { at: nextMorning })).toMatchObject([
      { problems: [{ code: "reasonNeeded" }] },
    ]);
  });

  it('for the reason "other" needs words', async () => {
    await submit(campaign, [report()], { region: units.hilir });
    const change = report({ baseVersion: 1, tallies: [mr(7)], reason: { code: "other" } });
    expect(await submit(campaign, [change])).toMatchObject([
      { problems: [{ code: "reasonNeeded" }] },
    ]);
  });
});

describe("a verified report", () => {
  beforeEach(async () => {
    await submit(campaign, [report({ tallies: [mr(13), opv(5)] })]);
    await rewrite("update daily_report set status = 'verified', status_at = now()");
  });

  it("is nobody's to change but the dinkes's", async () => {
    const change = report({ baseVersion: 1, tallies: [mr(7)], reason: { code: "recount" } });
    expect(await submit(campaign, [change])).toEqual([
      rejected(change, { code: "verifiedReport" }, { status: "verified" }),
    ]);
    expect(await tallies()).toMatchObject([{ residents: 13 }, { residents: 5 }]);
  });

  it("stays verified when the dinkes changes it, in the dinkes's name, and is counted so", async () => {
    const change = report({ baseVersion: 1, tallies: [mr(7)], reason: { code: "recount" } });
    expect(await submit(campaign, [change], { region: dinkes })).toEqual([stored(change, 2)]);

    expect(
      await query(
        `select status, display_name as by from daily_report
         join app_user on app_user.id = status_by`,
      ),
    ).toEqual([{ status: "verified", by: "Dinkes Kapuas" }]);
    expect(await query("select unverified from place_total where unverified <> 0")).toEqual([]);
    expect(await rollUpDifferences()).toEqual([]);
  });
});

describe("a returned report", () => {
  beforeEach(async () => {
    await submit(campaign, [report({ tallies: [mr(13)] })]);
    await rewrite(
      "update daily_report set status = 'returned', return_reason = 'MR tertukar', status_at = now()",
    );
  });

  it.each([
    ["with other numbers", 31],
    ["with the same numbers", 13],
  ])("sent again %s is submitted, also the next day", async (_, residents) => {
    const again = report({ baseVersion: 1, tallies: [mr(residents)] });
    expect(await submit(campaign, [again], { at: nextMorning })).toEqual([stored(again, 2)]);
    expect(await reports()).toMatchObject([
      { status: "submitted", return_reason: null, status_at: null, version: 2 },
    ]);
    expect(await submissions()).toMatchObject([{}, { code: "returned", note: "MR tertukar" }]);
  });

  it("stays returned when an old copy of it arrives", async () => {
    const copy = report({ tallies: [mr(13)] });
    expect(await submit(campaign, [copy])).toEqual([replayed(copy, 1)]);
    expect(await reports()).toMatchObject([{ status: "returned" }]);
  });
});

describe("a conflict", () => {
  beforeEach(async () => {
    await submit(campaign, [report({ tallies: [mr(15)] })], { region: units.hilir });
  });

  it("ended for one's own version writes it, and says so", async () => {
    const mine = report({ tallies: [mr(13)] });
    expect(await submit(campaign, [mine])).toMatchObject([{ outcome: "conflict" }]);

    const chosen = { ...mine, choice: { kept: "mine", over: 1 } as const };
    expect(await submit(campaign, [chosen])).toEqual([stored(mine, 2)]);
    expect(await submissions()).toMatchObject([
      { kept: null },
      { kept: "mine", code: "conflictChoice" },
    ]);
    expect(await submit(campaign, [chosen])).toEqual([replayed(mine, 2)]);
    expect(await submit(campaign, [mine])).toEqual([replayed(mine, 2)]);
  });

  it("ended for the other's version writes nothing and is remembered once", async () => {
    const chosen = report({ tallies: [mr(13)], choice: { kept: "theirs", over: 1 } });
    const answers = await Promise.all(Array.from({ length: 4 }, () => submit(campaign, [chosen])));

    expect(answers.flat()).toEqual(Array.from({ length: 4 }, () => replayed(chosen, 1)));
    expect(await tallies()).toMatchObject([{ residents: 15 }]);
    expect(await submissions()).toMatchObject([{ kept: null }, { kept: "theirs", version: 1 }]);
    expect(await audit()).toMatchObject([
      { action: "report.received" },
      {
        action: "report.kept",
        after: { version: 1, kept: "theirs", sent: { tallies: [{ residents: 13 }] } },
      },
    ]);
  });
});

describe("cumulative figures", () => {
  const cumulative = (residents: number, figure: number) => ({
    figures: "cumulative" as const,
    tallies: [{ ...mr(residents), cumulative: figure }],
  });

  it("are checked against the days before, and one that falls takes doses back", async () => {
    const yesterday = report({ day: "2026-06-03", tallies: [mr(222)] });
    await submit(campaign, [yesterday], { at: wib("15.00", "2026-06-03") });

    const fell = report(cumulative(-8, 214));
    expect(await submit(campaign, [fell])).toMatchObject([
      { problems: [{ code: "cumulativeFell", before: 222, value: 214 }] },
    ]);
    const explained = { ...fell, reason: { code: "cumulativeFell" as const } };
    expect(await submit(campaign, [explained])).toEqual([stored(fell, 1)]);
    expect(await submissions()).toMatchObject([
      { figures: "daily" },
      { figures: "cumulative", code: "cumulativeFell" },
    ]);
    expect(await query("select residents from place_total where place_kind = 'unit'")).toEqual([
      { residents: "214" },
    ]);
    expect(await rollUpDifferences()).toEqual([]);
  });

  it("that took doses back keep what they took from being corrected away", async () => {
    const reason = { code: "cumulativeFell" as const };
    const first = report({ day: "2026-06-02", tallies: [mr(50)] });
    await submit(campaign, [first], { at: wib("15.00", "2026-06-02") });
    const fell = report({ day: "2026-06-03", ...cumulative(-30, 20), reason });
    await submit(campaign, [fell], { at: wib("15.00", "2026-06-03") });
    await submit(campaign, [report({ ...cumulative(25, 45) })]);

    const change = { ...report({ day: "2026-06-02", baseVersion: 1 }), reason };
    const of = (residents: number) => [{ ...change, tallies: [mr(residents)] }];
    expect(await submit(campaign, of(29), { region: dinkes })).toMatchObject([
      { problems: [{ code: "belowZero", before: 29, value: -1 }] },
    ]);
    expect(await submit(campaign, of(30), { region: dinkes })).toEqual([stored(change, 2)]);
    expect(await query("select residents from place_total where place_kind = 'unit'")).toEqual([
      { residents: "25" },
    ]);
  });

  it("without the figure itself, or with one below 0, are out of range", async () => {
    const sent = [
      report({ figures: "cumulative", tallies: [mr(3)] }),
      report({ ...cumulative(-3, -3), unit: units.hulu, reason: { code: "recount" } }),
    ];
    expect(await submit(campaign, sent)).toMatchObject([
      { problems: [{ code: "countOutOfRange" }] },
      { problems: [{ code: "countOutOfRange" }] },
    ]);
  });
});
