import { emptyDatabase, query } from "@/tests/support/database";

import { beforeEach, describe, expect, it } from "vitest";

import type { Campaign } from "@/lib/campaign/campaign";
import {
  askReopening,
  decideReopening,
  openDay,
} from "@/lib/report/verification/server/reopening-commands";
import {
  dayAccess,
  openedDays,
  openQuestions,
} from "@/lib/report/verification/server/reopening-queries";
import {
  beforeCutOff,
  grantFor,
  makeCampaign,
  today,
  units,
} from "@/tests/integration/report/campaign";
import { report, stored, submit } from "@/tests/integration/report/sending";

import { afterCutOff, deeds, grantOf, office } from "./office";

const selat = "62.03.01";
const hilir = "62.03.02";
const wish = { place: selat, day: today, reason: "Jaringan putus sejak pagi" };
const at = { at: afterCutOff };
const hours = (count: number) => new Date(afterCutOff.getTime() + count * 3_600_000);
let campaign: Campaign;

beforeEach(async () => {
  await emptyDatabase();
  campaign = await makeCampaign();
});

const access = (region = selat, when = afterCutOff, place = selat) =>
  dayAccess(grantFor(region), campaign, { day: today, place, at: when });

async function question(): Promise<string> {
  await askReopening(grantFor(selat), campaign, wish, at);
  const [asked] = await openQuestions(office("report:verify"), campaign);
  if (!asked) throw new Error("nothing was asked");
  return asked.id;
}

describe("a day", () => {
  it("is open for the camat until its cut-off, and closed from then on", async () => {
    expect(await access(selat, beforeCutOff)).toMatchObject({ isClosed: false, openUntil: null });
    expect(await access(selat, new Date("2026-06-04T09:00:00Z"))).toMatchObject({
      isClosed: true,
      closesAt: "2026-06-04T09:00:00.000Z",
      latest: null,
    });
  });

  it("is never closed for the health office", async () => {
    expect(await access("62.03")).toMatchObject({ isClosed: false, openUntil: null });
  });
});

describe("asking to open a day", () => {
  it("waits for the health office, and says so to who asked and to their colleagues", async () => {
    expect(await askReopening(grantFor(selat), campaign, wish, at)).toBe("asked");

    expect(await access()).toMatchObject({
      isClosed: true,
      latest: { decision: null, isOwn: true, reason: wish.reason },
    });
    expect(await access(units.hilir)).toMatchObject({
      latest: { askedBy: "Camat Selat", isOwn: false },
    });
    expect(await openQuestions(office("report:verify"), campaign)).toMatchObject([
      { place: selat, placeName: "Selat", day: today, askedBy: "Camat Selat" },
    ]);
    expect(await deeds(campaign)).toMatchObject([
      { action: "day.reopening.asked", subject: `bian/${selat}/${today}` },
    ]);
  });

  it("is for the subdistrict of a lurah's own village", async () => {
    expect(await askReopening(grantFor(units.hilir), campaign, wish, at)).toBe("asked");
  });

  it("twice is one question", async () => {
    await askReopening(grantFor(selat), campaign, wish, at);
    expect(await askReopening(grantFor(selat), campaign, wish, at)).toBe("alreadyAsked");

    expect(await openQuestions(office("report:verify"), campaign)).toHaveLength(1);
    expect(await deeds(campaign)).toHaveLength(1);
  });

  it("at the same moment by camat and lurah is one question", async () => {
    const both = await Promise.all([
      askReopening(grantFor(selat), campaign, wish, at),
      askReopening(grantFor(units.hilir), campaign, wish, at),
    ]);
    expect([...both].sort()).toEqual(["alreadyAsked", "asked"]);
  });

  it.each([
    ["another subdistrict", { ...wish, place: hilir }, afterCutOff, "notFound"],
    ["a day that is not closed yet", wish, beforeCutOff, "conflict"],
    ["a day to come", { ...wish, day: "2026-06-05" }, afterCutOff, "roundClosed"],
    ["a day between two rounds", { ...wish, day: "2026-06-10" }, afterCutOff, "roundClosed"],
  ])("is rejected for %s", async (_, asked, when, code) => {
    await expect(
      askReopening(grantFor(selat), campaign, asked, { at: when }),
    ).rejects.toMatchObject({ code });
    expect(await query("select 1 from day_reopening")).toEqual([]);
  });
});

describe("the answer", () => {
  it("opens the day for 24 hours: what was rejected is stored", async () => {
    const late = report();
    const [rejected] = await submit(campaign, [late], { at: afterCutOff });
    expect(rejected).toMatchObject({ problems: [{ code: "dayClosed" }] });

    const id = await question();
    const answer = await decideReopening(
      office("report:verify"),
      campaign,
      id,
      { decision: "opened", note: null },
      at,
    );

    expect(answer).toEqual({ place: selat, day: today, openUntil: hours(24).toISOString() });
    expect(await access()).toMatchObject({
      isClosed: false,
      openUntil: hours(24).toISOString(),
    });
    const again = report();
    expect(await submit(campaign, [again], { at: hours(1) })).toEqual([stored(again, 1)]);
    expect(await openedDays(office("report:verify"), campaign, hours(1))).toHaveLength(1);
    expect(await deeds(campaign)).toMatchObject([
      { action: "day.reopening.asked" },
      { action: "day.reopened", subject: `bian/${selat}/${today}` },
    ]);
  });

  it("opens it for that subdistrict and no other", async () => {
    await decideReopening(
      office("report:verify"),
      campaign,
      await question(),
      { decision: "opened", note: null },
      at,
    );
    const elsewhere = report({ unit: units.mambulau });
    const [result] = await submit(campaign, [elsewhere], { region: hilir, at: hours(1) });
    expect(result).toMatchObject({ problems: [{ code: "dayClosed" }] });
  });

  it("ends after 24 hours, and may be asked for again", async () => {
    const id = await question();
    const answer = { decision: "opened", note: null } as const;
    await decideReopening(office("report:verify"), campaign, id, answer, at);

    expect(await access(selat, hours(24))).toMatchObject({
      isClosed: true,
      latest: { decision: "opened" },
    });
    const [result] = await submit(campaign, [report()], { at: hours(24.5) });
    expect(result).toMatchObject({ problems: [{ code: "dayClosed" }] });
    expect(await askReopening(grantFor(selat), campaign, wish, { at: hours(25) })).toBe("asked");
  });

  it("may be no, with a note, and the camat may ask again", async () => {
    const id = await question();
    const no = { decision: "declined", note: "Kirim besok pagi lewat puskesmas" } as const;
    await decideReopening(office("report:verify"), campaign, id, no, at);

    expect(await access()).toMatchObject({
      isClosed: true,
      latest: { decision: "declined", note: no.note },
    });
    expect(await deeds(campaign)).toMatchObject([{}, { action: "day.reopening.declined" }]);
    expect(await askReopening(grantFor(selat), campaign, wish, { at: hours(1) })).toBe("asked");
  });

  it("given twice is given once, and keeps its hour", async () => {
    const id = await question();
    const yes = { decision: "opened", note: null } as const;
    await decideReopening(office("report:verify"), campaign, id, yes, at);
    const again = await decideReopening(office("report:verify"), campaign, id, yes, {
      at: hours(2),
    });

    expect(again.openUntil).toBe(hours(24).toISOString());
    expect(await deeds(campaign)).toHaveLength(2);
    const no = { decision: "declined", note: "Tidak" } as const;
    await expect(
      decideReopening(office("report:verify"), campaign, id, no, at),
    ).rejects.toMatchObject({ code: "conflict" });
  });

  it("comes from nobody outside the region, and from no camat", async () => {
    const id = await question();
    const yes = { decision: "opened", note: null } as const;
    await expect(
      decideReopening(office("report:verify", hilir), campaign, id, yes, at),
    ).rejects.toMatchObject({ code: "notFound" });
    expect(() => grantOf("subdistrictHead", "report:verify", selat)).toThrow("forbidden");
  });
});

describe("the health office opens a day itself", () => {
  it("for 24 hours, once however often it is pressed", async () => {
    const until = await openDay(office("report:verify"), campaign, wish, at);
    const again = await openDay(office("report:verify"), campaign, wish, { at: hours(3) });

    expect([until, again]).toEqual([hours(24).toISOString(), hours(24).toISOString()]);
    expect(await deeds(campaign)).toHaveLength(1);
    expect(await askReopening(grantFor(selat), campaign, wish, { at: hours(1) })).toBe("isOpen");
  });

  it("and answers by it the question that waits", async () => {
    await question();
    await openDay(office("report:verify"), campaign, wish, at);

    expect(await openQuestions(office("report:verify"), campaign)).toEqual([]);
    expect(await query("select 1 from day_reopening")).toHaveLength(1);
  });

  it("but not in another region", async () => {
    await expect(openDay(office("report:verify", hilir), campaign, wish, at)).rejects.toMatchObject(
      { code: "notFound" },
    );
  });
});
