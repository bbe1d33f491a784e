import { emptyDatabase, query } from "@/tests/support/database";

import { beforeEach, describe, expect, test } from "vitest";

import type { Campaign } from "@/lib/campaign/campaign";
import { makeCampaign, units } from "@/tests/integration/report/campaign";
import { mr, openAgain, report, submit, wib } from "@/tests/integration/report/sending";

import { cumulative, load, sheet, stands, toldBy } from "./importing";

let campaign: Campaign;

beforeEach(async () => {
  await emptyDatabase();
  campaign = await makeCampaign();
});

describe("cumulative figures", () => {
  test("become the differences of the days, in the order of the days", async () => {
    const file = sheet(
      `${units.hilir};2026-06-03;25`,
      `${units.hilir};2026-06-01;10;2`,
      `${units.hilir};2026-06-02;10;6`,
    );
    expect(toldBy(await load(campaign, file, cumulative))).toEqual([
      "2 stored",
      "3 stored",
      "4 stored",
    ]);
    expect(await stands()).toEqual([
      `${units.hilir} 2026-06-01 MR/young 10`,
      `${units.hilir} 2026-06-01 MR/old 2`,
      `${units.hilir} 2026-06-02 MR/young 0`,
      `${units.hilir} 2026-06-02 MR/old 4`,
      `${units.hilir} 2026-06-03 MR/young 15`,
    ]);
    expect(await query("select distinct figures from submission")).toEqual([
      { figures: "cumulative" },
    ]);
  });

  test("count on the days that are stored before the first row", async () => {
    await submit(campaign, [report({ day: "2026-06-01", tallies: [mr(30)] })], {
      region: "62.03",
    });
    await load(campaign, sheet(`${units.hilir};2026-06-03;42`), cumulative);
    expect(await stands()).toEqual([
      `${units.hilir} 2026-06-01 MR/young 30`,
      `${units.hilir} 2026-06-03 MR/young 12`,
    ]);
  });

  test("begin anew with each round", async () => {
    await submit(campaign, [report({ day: "2026-06-01", tallies: [mr(30)] })], {
      region: "62.03",
    });
    await load(campaign, sheet(`${units.hilir};2026-06-15;4`), {
      ...cumulative,
      at: wib("15.00", "2026-06-15"),
    });
    expect(await stands()).toContain(`${units.hilir} 2026-06-15 MR/young 4`);
  });

  test("that fall are rejected with both numbers, and the next row goes on", async () => {
    const file = sheet(
      `${units.hilir};2026-06-01;10`,
      `${units.hilir};2 Juni 2026;8`,
      `${units.hilir};2026-06-03;25`,
    );
    const outcome = await load(campaign, file, cumulative);
    expect(toldBy(outcome)).toEqual(["2 stored", "3 rejected cumulativeFell", "4 stored"]);
    expect(outcome.rejected).toMatchObject([
      { column: "MR 9–59 bulan", content: "8", params: { before: 10, value: 8 } },
    ]);
    expect(await stands()).toEqual([
      `${units.hilir} 2026-06-01 MR/young 10`,
      `${units.hilir} 2026-06-03 MR/young 15`,
    ]);
  });

  test("that fall below what is stored are rejected", async () => {
    await submit(campaign, [report({ day: "2026-06-01", tallies: [mr(30)] })], {
      region: "62.03",
    });
    expect(toldBy(await load(campaign, sheet(`${units.hilir};2026-06-02;29`), cumulative))).toEqual(
      ["2 rejected cumulativeFell"],
    );
  });

  test("loaded again store nothing again", async () => {
    const file = sheet(`${units.hilir};2026-06-01;10`, `${units.hilir};2026-06-02;25`);
    await load(campaign, file, cumulative);
    expect(toldBy(await load(campaign, file, cumulative))).toEqual(["2 same", "3 same"]);
    expect(await query("select sum(residents)::int from tally")).toEqual([{ sum: 25 }]);
  });

  test("after a row that was left alone count on what stands", async () => {
    await submit(campaign, [report({ day: "2026-06-01", tallies: [mr(7)] })], { region: "62.03" });
    const file = sheet(`${units.hilir};2026-06-01;10`, `${units.hilir};2026-06-02;25`);
    expect(toldBy(await load(campaign, file, cumulative))).toEqual(["2 conflict", "3 stored"]);
    expect(await stands()).toEqual([
      `${units.hilir} 2026-06-01 MR/young 7`,
      `${units.hilir} 2026-06-02 MR/young 18`,
    ]);
  });

  test("after a row that was written over count on the file", async () => {
    await submit(campaign, [report({ day: "2026-06-01", tallies: [mr(7)] })], { region: "62.03" });
    const file = sheet(`${units.hilir};2026-06-01;10`, `${units.hilir};2026-06-02;25`);
    const terms = { ...cumulative, overwriteUntil: wib("15.00") };
    expect(toldBy(await load(campaign, file, terms))).toEqual(["2 stored", "3 stored"]);
    expect(await stands()).toEqual([
      `${units.hilir} 2026-06-01 MR/young 10`,
      `${units.hilir} 2026-06-02 MR/young 15`,
    ]);
  });
});

describe("a file with a day below one that stands as cumulative figures", () => {
  const camat = { region: "62.03.01" };
  const over = { overwriteUntil: wib("15.00"), at: wib("15.30") };
  const early = `${units.hilir};2026-06-03;10`;
  const late = (doses: number) => `${units.hilir};2026-06-04;${String(doses)}`;

  beforeEach(async () => {
    const tallies = [{ ...mr(25), cumulative: 25 }];
    await submit(campaign, [report({ figures: "cumulative", tallies })]);
  });

  test.each(["daily", "cumulative"] as const)(
    "is not stored alone: %s figures",
    async (figures) => {
      const outcome = await load(campaign, sheet(early), { figures });
      expect(toldBy(outcome)).toEqual(["2 rejected laterDayStands"]);
      expect(outcome.rejected[0]).toMatchObject({ params: { day: Date.parse("2026-06-04") } });
      expect(await stands()).toEqual([`${units.hilir} 2026-06-04 MR/young 25`]);
    },
  );

  test("is not stored beside another figure that is left alone", async () => {
    expect(toldBy(await load(campaign, sheet(early, late(15))))).toEqual([
      "2 rejected laterDayStands",
      "3 conflict",
    ]);
  });

  test("is stored where the file says that day too: the same, or written over", async () => {
    expect(toldBy(await load(campaign, sheet(early, late(25))))).toEqual(["2 stored", "3 same"]);
    const file = sheet(`${units.hilir};2026-06-03;12`, late(13));
    expect(toldBy(await load(campaign, file, over))).toEqual(["2 stored", "3 stored"]);
    expect(await stands()).toEqual([
      `${units.hilir} 2026-06-03 MR/young 12`,
      `${units.hilir} 2026-06-04 MR/young 13`,
    ]);
    expect(
      await query("select reason_code as code from submission order by received_at, day"),
    ).toEqual([
      { code: "notInLater" },
      { code: null },
      { code: "notInLater" },
      { code: "lateData" },
    ]);
  });

  test("is not raised by writing over it alone, and may be lowered", async () => {
    const reason = { code: "notInLater" as const };
    await submit(campaign, [report({ day: "2026-06-03", tallies: [mr(10)], reason })], {
      region: "62.03",
    });
    const raised = sheet(`${units.hilir};2026-06-03;11`);
    expect(toldBy(await load(campaign, raised, over))).toEqual(["2 rejected laterDayStands"]);
    const lowered = sheet(`${units.hilir};2026-06-03;9`);
    expect(toldBy(await load(campaign, lowered, over))).toEqual(["2 stored"]);
  });

  test("is stored where that day counts another group, or was typed daily", async () => {
    const old = sheet(`${units.hilir};2026-06-03;;4`);
    expect(toldBy(await load(campaign, old))).toEqual(["2 stored"]);
    await submit(campaign, [report({ unit: units.hulu, tallies: [mr(7)] })], camat);
    expect(toldBy(await load(campaign, sheet(`${units.hulu};2026-06-03;3`)))).toEqual(["2 stored"]);
  });
});

describe("a file whose first days were closed, loaded again when they are open", () => {
  const camat = { ...cumulative, region: "62.03.01" };
  const [first, second] = ["2026-06-02", "2026-06-03"];
  const file = sheet(
    `${units.hilir};${first};10`,
    `${units.hilir};${second};18`,
    `${units.hilir};2026-06-04;25`,
  );

  beforeEach(async () => {
    expect(toldBy(await load(campaign, file, camat))).toEqual([
      "2 rejected dayClosed",
      "3 rejected dayClosed",
      "4 stored",
    ]);
    for (const day of [first, second]) {
      await openAgain(campaign, "62.03.01", wib("15.00"), wib("20.00"), day);
    }
  });

  test("counts no dose twice: the later day holds those of the days before it", async () => {
    const again = await load(campaign, file, camat);
    expect(toldBy(again)).toEqual([
      "2 rejected laterDayStands",
      "3 rejected laterDayStands",
      "4 same",
    ]);
    expect(again.rejected[0]).toMatchObject({ params: { day: Date.parse("2026-06-04") } });
    expect(await stands()).toEqual([`${units.hilir} 2026-06-04 MR/young 25`]);
  });

  test("goes on with the days after it", async () => {
    const longer = [file, `${units.hilir};2026-06-05;31`].join("\n");
    const terms = { ...camat, at: wib("15.00", "2026-06-05") };
    await query("update day_reopening set opens_until = '2026-06-06'");
    expect(toldBy(await load(campaign, longer, terms))).toEqual([
      "2 rejected laterDayStands",
      "3 rejected laterDayStands",
      "4 same",
      "5 stored",
    ]);
    expect(await query("select sum(residents)::int from tally")).toEqual([{ sum: 31 }]);
  });

  test("waits where the later day cannot be written over", async () => {
    const terms = { ...camat, at: wib("17.00"), overwriteUntil: wib("17.00") };
    await load(campaign, file, terms);
    expect(await stands()).toEqual([`${units.hilir} 2026-06-04 MR/young 25`]);
  });

  test("stores all its days when the later one is written over too", async () => {
    const terms = { ...camat, at: wib("15.30"), overwriteUntil: wib("15.00") };
    expect(toldBy(await load(campaign, file, terms))).toEqual(["2 stored", "3 stored", "4 stored"]);
    expect(await stands()).toEqual([
      `${units.hilir} ${first} MR/young 10`,
      `${units.hilir} ${second} MR/young 8`,
      `${units.hilir} 2026-06-04 MR/young 7`,
    ]);
  });
});
