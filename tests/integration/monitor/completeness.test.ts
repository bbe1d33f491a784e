import { emptyDatabase, query, rewrite } from "@/tests/support/database";

import { beforeEach, describe, expect, it } from "vitest";

import { authorize } from "@/lib/account/auth/grant";
import type { Campaign } from "@/lib/campaign/campaign";
import { completenessCsv } from "@/lib/monitor/completeness/csv";
import { parseCompletenessParams } from "@/lib/monitor/completeness/params";
import { countAwaited } from "@/lib/monitor/completeness/server/queries";
import { readCompleteness } from "@/lib/monitor/completeness/server/read";
import { remindersOf } from "@/lib/monitor/completeness/reminders";
import { regionCode } from "@/lib/base/region/code";
import { toCsv } from "@/lib/base/spreadsheet/csv";

import { actorOf, makeCampaign, units } from "../report/campaign";

let campaign: Campaign;

beforeEach(async () => {
  await emptyDatabase();
  campaign = await makeCampaign();
});

/** Day 4 of round 1, an hour after the cut-off. */
const today = "2026-06-04";
const now = new Date("2026-06-04T10:00:00Z");

const grantIn = (region: string) =>
  authorize(
    actorOf(
      region.length > 8 ? "villageHead" : region.length > 5 ? "subdistrictHead" : "healthOffice",
      region,
    ),
    "completeness:read",
    regionCode.parse(region),
  );

const read = (region: string, address: Record<string, string> = {}, on = today) =>
  readCompleteness(grantIn(region), campaign, parseCompletenessParams(address, campaign, on), {
    today: on,
    now,
  });

/** A report by unit and day, at a local hour; "nihil" or not makes no difference here. */
async function report(unit: string, day: string, hour = "14:00") {
  await rewrite(
    `insert into daily_report (
       district_code, campaign_id, round_number, unit_code, day, submission_id, is_zero, is_on_time,
       is_sweeping, first_received_at, submitted_at, received_at)
     values ('62.03', $1, 1, $2, $3, gen_random_uuid(), true, $4, $5, $6, $6, $6)`,
    [campaign.id, unit, day, hour < "16:00", day > "2026-06-05", `${day} ${hour}+07`],
  );
}

describe("the calendar of a kabupaten", () => {
  it("counts reports of kecamatan by day, on time and late, and the whole as their sum", async () => {
    await report(units.hilir, "2026-06-01");
    await report(units.hulu, "2026-06-01", "19:00");
    await report(units.hilir, "2026-06-04");
    const view = await read("62.03");

    expect(
      view?.rows.map(({ name, received, onTime, expected }) => [name, received, onTime, expected]),
    ).toEqual([
      ["Selat", 3, 2, 8],
      ["Kapuas Hilir", 0, 0, 8],
    ]);
    expect(view?.rows[0]?.cells.map(({ state, isLate }) => [state, isLate])).toEqual([
      ["complete", true],
      ["nothing", false],
      ["nothing", false],
      ["below", false],
    ]);
    expect(view?.total).toMatchObject({ received: 3, onTime: 2, expected: 16 });
    expect(view?.belowDays).toEqual(["2026-06-01", "2026-06-02", "2026-06-03", "2026-06-04"]);
    expect(view).toMatchObject({ completeRows: 0, isPastCutOff: true, dayNumber: 4 });
    expect(view?.lastReceivedAt).toEqual(new Date("2026-06-04T07:00:00Z"));
  });

  it("names who is awaited, most first, and who has never been heard of", async () => {
    await report(units.hilir, today);
    const view = await read("62.03");

    expect(view?.waiting).toEqual([
      {
        code: "62.03.02",
        name: "Kapuas Hilir",
        units: 2,
        missing: ["Barimba", "Mambulau"],
        hasNeverReported: true,
      },
      {
        code: "62.03.01",
        name: "Selat",
        units: 2,
        missing: ["Selat Hulu"],
        hasNeverReported: false,
      },
    ]);
    expect(view?.neverReported).toEqual(["Kapuas Hilir"]);
    expect(await countAwaited(grantIn("62.03"), campaign, { round: first(), day: today })).toBe(3);
  });

  it("lists the longest silent, without kecamatan that never reported and who reports today", async () => {
    await report(units.hilir, "2026-06-01");
    await report(units.hulu, "2026-06-03");
    await report(units.mambulau, today);
    const view = await read("62.03");

    expect(
      view?.silent.map(({ name, missed, inARow, lastDay }) => [name, missed, inARow, lastDay]),
    ).toEqual([
      ["Barimba", 4, 4, null],
      ["Selat Hilir", 3, 3, "2026-06-01"],
      ["Selat Hulu", 3, 1, "2026-06-03"],
    ]);
  });

  it("awaits nothing on a sweeping day, and says what came on it", async () => {
    await report(units.hilir, "2026-06-07");
    const view = await read("62.03", { hari: "2026-06-07" }, "2026-06-07");

    expect(view?.onDay).toMatchObject({ received: 1, expected: 0, state: "notExpected" });
    expect(view?.waiting).toEqual([]);
    expect(view?.total).toMatchObject({ received: 0, expected: 20 });
  });

  it("keeps rounds apart, and has no days before the first", async () => {
    await report(units.hilir, "2026-06-01");
    expect((await read("62.03", { putaran: "2" }, "2026-06-15"))?.total.received).toBe(0);
    const before = await read("62.03", {}, "2026-05-20");
    expect(before).toMatchObject({ calendar: { phase: "before" }, window: { days: [] } });
  });
});

describe("the part that someone may read", () => {
  it("is the own kecamatan's villages for a camat, each day of each", async () => {
    await report(units.hilir, "2026-06-01");
    await report(units.mambulau, "2026-06-01");
    const view = await read("62.03.01");

    expect(view?.root).toMatchObject({ kind: "subdistrict", name: "Selat", rowsAre: "unit" });
    expect(view?.rows.map(({ name, received }) => [name, received])).toEqual([
      ["Selat Hilir", 1],
      ["Selat Hulu", 0],
    ]);
    expect(view?.waiting.map(({ missing }) => missing)).toEqual([["Selat Hilir", "Selat Hulu"]]);
    expect(await countAwaited(grantIn("62.03.01"), campaign, { round: first(), day: today })).toBe(
      2,
    );
  });

  it("is the same villages for the dinkes that opens the kecamatan", async () => {
    await report(units.hilir, today, "17:30");
    const view = await read("62.03", { kecamatan: "62.03.01" });

    expect(view?.rows.map(({ name }) => name)).toEqual(["Selat Hilir", "Selat Hulu"]);
    expect(view?.root.units[0]).toMatchObject({
      name: "Selat Hilir",
      isOnTime: false,
      isZero: true,
      receivedAt: new Date("2026-06-04T10:30:00Z"),
    });
  });

  it("is one village for its head", async () => {
    await report(units.hilir, today);
    const view = await read(units.hilir);
    expect(view?.root).toMatchObject({ kind: "unit", name: "Selat Hilir" });
    expect(view?.rows).toHaveLength(1);
  });

  it("is never another's: a kecamatan that is not theirs is not there", async () => {
    expect(await read("62.03.01", { kecamatan: "62.03.02" })).toBeNull();
    expect(await read(units.hilir, { kecamatan: "62.03.02" })).toBeNull();
    expect(await read("62.03", { kecamatan: "62.04.01" })).toBeNull();
  });
});

it("writes every day of every row to the file, invented figures marked as such", async () => {
  await report(units.hilir, "2026-06-01", "19:00");
  const view = await read("62.03", {}, "2026-06-01");
  if (!view) throw new Error("no view");
  const note = {
    id: "1",
    placeCode: "62.03.01",
    placeName: "Selat",
    day: "2026-06-01",
    kind: "weather" as const,
    closes: false,
    note: "=Hujan",
  };
  const file = toCsv(
    completenessCsv({ ...campaign, isSample: true }, view, [note], {
      column: (name) => name,
      state: (state) => state,
      note: ({ note: text }) => text,
      total: "Jumlah",
      sample: "DATA CONTOH",
      published: "Sumber",
      ended: ({ unit }) => `ended ${unit}`,
    }),
  );
  expect(file.slice(1).trimEnd().split("\r\n")).toEqual([
    "DATA CONTOH",
    "campaign;round;day;dayNumber;code;name;received;expected;completeness;onTime;timeliness;state;note;ended",
    "BIAN;1;2026-06-01;1;62.03.01;Selat;1;2;50,00;0;0,00;below;'=Hujan;",
    "BIAN;1;2026-06-01;1;62.03.02;Kapuas Hilir;0;2;0,00;0;0,00;nothing;;",
    "BIAN;1;2026-06-01;1;62.03;Jumlah;1;4;25,00;0;0,00;below;;",
  ]);
});

function first() {
  const [round] = campaign.rounds;
  if (!round) throw new Error("no round");
  return round;
}

describe("a reminder", () => {
  it("is the dinkes's and the camat's to send, and no kepala desa's", async () => {
    await query(
      `insert into reporting_unit (district_code, campaign_id, code, name, kind, region_code,
                                   subdistrict_code)
       values ('62.03', $1, 'sdn-1', 'SDN 1 Selat Hilir', 'school', $2, '62.03.01')`,
      [campaign.id, units.hilir],
    );
    const senders = async (region: string) => {
      const { actor } = grantIn(region);
      const view = await read(region);
      if (!view) throw new Error(`nothing to read in ${region}`);
      const reminders = remindersOf({
        view,
        campaign,
        role: actor.role,
        opened: [],
        address: "https://cakupan.go.id/input",
      });
      return reminders?.map(({ reminder }) => reminder.from) ?? null;
    };

    const office = "Dinas Kesehatan Kabupaten Kapuas";
    expect(await senders("62.03")).toEqual([office, office]);
    expect(await senders("62.03.01")).toEqual(["Camat Selat"]);
    expect((await read(units.hilir))?.waiting).toHaveLength(1);
    expect(await senders(units.hilir)).toBeNull();
  });
});
