import { emptyDatabase, query } from "@/tests/support/database";

import { beforeEach, describe, expect, it } from "vitest";

import { authorize } from "@/lib/account/auth/grant";
import type { Campaign } from "@/lib/campaign/campaign";
import { addDayNote, changeDayNote, removeDayNote } from "@/lib/campaign/day-note/server/commands";
import { notesOf } from "@/lib/campaign/day-note/place";
import { listDayNotes } from "@/lib/campaign/day-note/server/queries";
import { dayNoteInput, type DayNoteInput } from "@/lib/campaign/day-note/schema";
import { regionCode } from "@/lib/base/region/code";

import { actorOf, grantFor, makeCampaign, units } from "../../report/campaign";

const [kapuas, selat, hilir] = ["62.03", "62.03.01", "62.03.02"].map((code) =>
  regionCode.parse(code),
) as [DayNoteInput["place"], DayNoteInput["place"], DayNoteInput["place"]];

let campaign: Campaign;

beforeEach(async () => {
  await emptyDatabase();
  campaign = await makeCampaign();
  await query(
    `insert into region (code, parent_code, level, name, kind) values
       ('62.04', '62', 2, 'Kabupaten Barito', 'kabupaten'),
       ('62.04.01', '62.04', 3, 'Karau', 'subdistrict')`,
  );
});

const rain = (place: DayNoteInput["place"], day = "2026-06-02"): DayNoteInput => ({
  place,
  day,
  kind: "weather",
  note: "Hujan deras",
});

const readIn = (region: string) =>
  listDayNotes(
    authorize(
      actorOf(region.length > 5 ? "subdistrictHead" : "healthOffice", region),
      "completeness:read",
      regionCode.parse(region),
    ),
    campaign,
    first(),
  );

describe("a note on a day", () => {
  it("is written by the dinkes on the kabupaten or a kecamatan, and read by whom it concerns", async () => {
    await addDayNote(grantFor("62.03"), campaign, rain(kapuas));
    await addDayNote(grantFor("62.03"), campaign, rain(selat));

    const told = (notes: Awaited<ReturnType<typeof readIn>>) =>
      notes.map(({ placeName, kind, note }) => [placeName, kind, note]);
    const whole = ["Kabupaten Kapuas", "weather", "Hujan deras"];
    const own = ["Selat", "weather", "Hujan deras"];
    expect(told(await readIn("62.03"))).toEqual([whole, own]);
    expect(told(await readIn("62.03.01"))).toEqual([whole, own]);
    expect(told(await readIn("62.03.02"))).toEqual([whole]);
    expect(told(await readIn(units.hilir))).toEqual([whole, own]);
    expect(told(notesOf(await readIn("62.03"), kapuas))).toEqual([whole]);
    expect(told(notesOf(await readIn("62.03"), selat))).toEqual([whole, own]);
  });

  it("is a camat's on the own kecamatan, and nobody's below it", async () => {
    await addDayNote(grantFor("62.03.01"), campaign, rain(selat));
    for (const [region, place] of [
      ["62.03.01", kapuas],
      ["62.03.01", hilir],
      [units.hilir, selat],
      [units.hilir, regionCode.parse(units.hilir)],
      ["62.03", regionCode.parse(units.hilir)],
      ["62.03", regionCode.parse("62.04.01")],
      ["62.03", regionCode.parse("62.03.99")],
    ] as const) {
      await expect(addDayNote(grantFor(region), campaign, rain(place))).rejects.toMatchObject({
        code: "notFound",
        field: "place",
      });
    }
    expect(await count()).toBe(1);
  });

  it.each(["2026-05-31", "2026-06-09", "2026-06-19"])(
    "is rejected on %s, which is a day of no round",
    async (day) => {
      await expect(
        addDayNote(grantFor("62.03"), campaign, rain(kapuas, day)),
      ).rejects.toMatchObject({ code: "roundClosed", field: "day" });
      expect(await count()).toBe(0);
    },
  );

  it("is changed and taken away, and the trail keeps what it said", async () => {
    const { id } = await addDayNote(grantFor("62.03.01"), campaign, rain(selat));
    await changeDayNote(grantFor("62.03.01"), campaign, id, {
      ...rain(selat),
      kind: "stockOut",
      note: "Vaksin MR habis",
    });
    expect(await readIn("62.03.01")).toMatchObject([{ kind: "stockOut", note: "Vaksin MR habis" }]);
    await removeDayNote(grantFor("62.03"), campaign, id);
    expect(await readIn("62.03.01")).toEqual([]);

    const trail = await query(
      `select action, subject, before ->> 'note' as before, after ->> 'note' as after
       from audit_entry order by id`,
    );
    const subject = "bian/62.03.01/2026-06-02";
    expect(trail).toEqual([
      { action: "dayNote.added", subject, before: null, after: "Hujan deras" },
      { action: "dayNote.changed", subject, before: "Hujan deras", after: "Vaksin MR habis" },
      { action: "dayNote.removed", subject, before: "Vaksin MR habis", after: null },
    ]);
  });

  it("stays as it is when another's camat, or a camat for the kabupaten's, would change it", async () => {
    const { id } = await addDayNote(grantFor("62.03"), campaign, rain(selat));
    const { id: whole } = await addDayNote(grantFor("62.03"), campaign, rain(kapuas));
    for (const [region, note] of [
      ["62.03.02", id],
      [units.hilir, id],
      ["62.03.01", whole],
    ] as const) {
      const rejected = { code: "notFound" };
      await expect(removeDayNote(grantFor(region), campaign, note)).rejects.toMatchObject(rejected);
      await expect(
        changeDayNote(grantFor(region), campaign, note, rain(selat)),
      ).rejects.toMatchObject(rejected);
    }
    // Nor may the own one be moved to where one may not write.
    await expect(
      changeDayNote(grantFor("62.03.01"), campaign, id, rain(kapuas)),
    ).rejects.toMatchObject({ code: "notFound", field: "place" });
    expect(await count()).toBe(2);
  });
});

it("says something, and not too much", () => {
  expect(dayNoteInput.safeParse({ ...rain(kapuas), note: "  " }).success).toBe(false);
  expect(dayNoteInput.safeParse({ ...rain(kapuas), note: "x".repeat(121) }).success).toBe(false);
  expect(dayNoteInput.safeParse({ ...rain(kapuas), kind: "strike" }).success).toBe(false);
  expect(dayNoteInput.safeParse({ ...rain(kapuas), day: "2026-06-31" }).success).toBe(false);
});

async function count(): Promise<number> {
  const [row] = await query<{ count: number }>(`select count(*)::int as count from day_note`);
  return row?.count ?? 0;
}

function first() {
  const [round] = campaign.rounds;
  if (!round) throw new Error("no round");
  return round;
}
