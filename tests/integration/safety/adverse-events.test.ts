import { randomUUID } from "node:crypto";

import { beforeEach, describe, expect, it, vi, afterEach } from "vitest";

import { emptyDatabase, query } from "@/tests/support/database";

import { authorize } from "@/lib/account/auth/grant";
import { ownPlace, type Actor } from "@/lib/account/auth/policy";
import type { Campaign } from "@/lib/campaign/campaign";
import { readRecordHistory } from "@/lib/campaign/record/server/queries";
import { createCampaign } from "@/lib/campaign/server/commands";
import { deleteCampaign } from "@/lib/campaign/server/delete-commands";
import { findCampaign } from "@/lib/campaign/server/queries";
import { adverseEventInput } from "@/lib/safety/schema";
import { storeAdverseEvent } from "@/lib/safety/server/adverse-event-commands";
import {
  countAdverseEvents,
  countGiven,
  lastZeroReport,
  listAdverseEvents,
  listAwaiting,
  readAdverseEvent,
} from "@/lib/safety/server/adverse-event-queries";
import { recordedSafety } from "@/lib/safety/server/presence-queries";

import { bian, loadDistricts, person } from "../campaign/district";

let dinkes: Actor;
let camat: Actor;
let lurah: Actor;
let campaign: Campaign;

const all = { only: null, state: null, subdistrict: null };
/** Thursday 4 June 2022, 17.05 WIB. */
const at = new Date("2022-06-04T10:05:00Z");
const report = (actor: Actor) => authorize(actor, "safety:report", ownPlace(actor));
const page = { at, after: null, perPage: 50 };

beforeEach(async () => {
  vi.useFakeTimers({ now: at, toFake: ["Date"] });
  await emptyDatabase();
  await loadDistricts();
  dinkes = await person("healthOffice", "62.03");
  camat = await person("subdistrictHead", "62.03.01");
  lurah = await person("villageHead", "62.03.01.1006");
  await createCampaign(authorize(dinkes, "campaign:manage", dinkes.homeRegion), bian());
  campaign = (await findCampaign(dinkes, "bian-kapuas-2022")) as Campaign;
});

afterEach(() => {
  vi.useRealTimers();
});

const event = (change: object = {}) =>
  adverseEventInput.parse({
    sent: randomUUID(),
    version: 0,
    unit: "62.03.01.1007",
    day: "2022-06-03",
    foundAt: "2022-06-04T10:00",
    interventions: ["MR"],
    batch: "mr-2604",
    targetGroup: "9-59-bulan",
    isSerious: true,
    onsetHours: 6,
    signs: "demam tinggi, rawat inap",
    toldDistrictAt: "2022-06-04T13:20",
    ...change,
  });

async function store(change: object = {}, actor = camat, id: string = randomUUID()) {
  await storeAdverseEvent(report(actor), campaign, id, event(change));
  return id;
}

describe("an adverse event", () => {
  it("is recorded by whoever heads the area of its unit, with the hours of the campaign's zone", async () => {
    const id = await store();
    expect(await readAdverseEvent(report(camat), campaign, id)).toEqual({
      id,
      version: 1,
      unit: "62.03.01.1007",
      unitName: "Selat Hilir",
      subdistrict: "62.03.01",
      subdistrictName: "Selat",
      day: "2022-06-03",
      foundAt: "2022-06-04T03:00:00Z",
      interventions: ["MR"],
      batch: "MR-2604",
      targetGroup: "9-59-bulan",
      isSerious: true,
      criteria: [],
      onsetHours: 6,
      signs: "demam tinggi, rawat inap",
      toldDistrictAt: "2022-06-04T06:20:00Z",
      toldProvinceAt: null,
      toldNationAt: null,
      state: "recorded",
      isSample: false,
    });
    const trail = await query<{ action: string; subject: string }>(
      "select action, subject from audit_entry order by id desc limit 1",
    );
    expect(trail).toEqual([
      { action: "adverseEvent.added", subject: `adverseEvent/${id}/62.03.01.1007` },
    ]);
  });

  it("has no column in which a person could stand", async () => {
    const columns = await query<{ name: string }>(
      `select column_name as name from information_schema.columns
       where table_name = 'adverse_event' order by 1`,
    );
    expect(
      columns.map(({ name }) => name).filter((name) => /name|nik|birth|phone/.test(name)),
    ).toEqual([]);
  });

  it("tells the kabupaten by being recorded, where nothing else is said", async () => {
    const id = await store({ toldDistrictAt: null });
    const found = await readAdverseEvent(report(camat), campaign, id);
    expect(found?.toldDistrictAt).toBe("2022-06-04T10:05:00Z");
    // A correction that says nothing of it leaves it.
    vi.setSystemTime(new Date("2022-06-05T10:05:00Z"));
    await store({ version: 1, toldDistrictAt: null }, camat, id);
    expect((await readAdverseEvent(report(camat), campaign, id))?.toldDistrictAt).toBe(
      "2022-06-04T10:05:00Z",
    );
  });

  it("is nobody else's: of another area it is not found, and none is recorded there", async () => {
    const id = await store();
    expect(await readAdverseEvent(report(lurah), campaign, id)).toBeNull();
    expect(await listAdverseEvents(report(lurah), campaign, all, page)).toEqual([]);
    await expect(store({}, lurah)).rejects.toMatchObject({ code: "unknownUnit", field: "unit" });
    await expect(store({ version: 1 }, lurah, id)).rejects.toMatchObject({ code: "notFound" });
    // Nor does it become theirs by naming their own unit.
    const own = { version: 1, unit: "62.03.01.1006" };
    await expect(store(own, lurah, id)).rejects.toMatchObject({ code: "notFound" });
    expect(() => authorize(lurah, "safety:review", lurah.homeRegion)).toThrow("forbidden");
  });

  it("is told by its kecamatan at most in lists of those who do not review it", async () => {
    await store();
    const [seen] = await listAdverseEvents(report(camat), campaign, all, page);
    expect(seen).toMatchObject({ unit: null, unitName: null, subdistrictName: "Selat" });
    const [reviewed] = await listAdverseEvents(report(dinkes), campaign, all, page);
    expect(reviewed).toMatchObject({ unit: "62.03.01.1007", unitName: "Selat Hilir" });
    const [waiting] = await listAwaiting(report(camat), campaign, 5);
    expect(waiting?.unit).toBeNull();
  });

  it("is decided by the health office alone: criteria, state, who above was told", async () => {
    const id = await store();
    for (const decided of [
      { criteria: ["hospital"] },
      { state: "closed" },
      { toldProvinceAt: "2022-06-04T14:00" },
      { toldNationAt: "2022-06-04T14:00" },
    ]) {
      await expect(store({ version: 1, ...decided }, camat, id)).rejects.toMatchObject({
        code: "forbidden",
      });
    }
    const review = {
      version: 1,
      criteria: ["hospital"],
      state: "investigating",
      toldProvinceAt: "2022-06-04T14:00",
    };
    await store(review, dinkes, id);
    // A correction of the reporter leaves it, and may not make it harmless.
    await store({ version: 2, signs: "demam tinggi, sudah pulang" }, camat, id);
    expect(await readAdverseEvent(report(camat), campaign, id)).toMatchObject({
      version: 3,
      criteria: ["hospital"],
      state: "investigating",
      toldProvinceAt: "2022-06-04T07:00:00Z",
      signs: "demam tinggi, sudah pulang",
    });
    await expect(store({ version: 3, isSerious: false }, camat, id)).rejects.toMatchObject({
      code: "criteriaOfSerious",
      field: "isSerious",
    });
  });

  it("is corrected at the version that was read, and every version stays readable", async () => {
    const id = await store();
    const sent = event({ version: 1, signs: "demam" });
    const stored = await storeAdverseEvent(report(camat), campaign, id, sent);
    expect(stored).toEqual({ id, version: 2, replayed: false });
    expect(await storeAdverseEvent(report(camat), campaign, id, sent)).toEqual({
      id,
      version: 2,
      replayed: true,
    });
    await expect(store({ version: 1, signs: "ruam" }, camat, id)).rejects.toMatchObject({
      code: "recordChanged",
    });
    const history = await readRecordHistory(report(camat), { campaign, kind: "adverseEvent", id });
    expect(
      history.map(({ version, body }) => [version, (body as { signs: string }).signs]),
    ).toEqual([
      [2, "demam"],
      [1, "demam tinggi, rawat inap"],
    ]);
  });

  it("happened before it was told, and not after now", async () => {
    await expect(
      store({ foundAt: "2022-06-04T17:30", toldDistrictAt: null }),
    ).rejects.toMatchObject({
      code: "notYet",
      field: "foundAt",
    });
    await expect(store({ toldDistrictAt: "2022-06-04T18:00" })).rejects.toMatchObject({
      code: "notYet",
      field: "toldDistrictAt",
    });
    // Found later than the hour that stands for having told.
    const id = await store();
    const later = { version: 1, foundAt: "2022-06-04T14:00", toldDistrictAt: null };
    await expect(store(later, camat, id)).rejects.toMatchObject({
      code: "beforeFound",
      field: "toldDistrictAt",
    });
  });

  it("is of what its campaign gives", async () => {
    await expect(store({ interventions: ["MR", "BCG"] })).rejects.toMatchObject({
      code: "invalid",
      field: "interventions",
    });
    await expect(store({ targetGroup: "lansia" })).rejects.toMatchObject({ field: "targetGroup" });
  });

  it("keeps its campaign and unit from being deleted", async () => {
    await store();
    const manage = authorize(dinkes, "campaign:manage", dinkes.homeRegion);
    await expect(deleteCampaign(manage, campaign)).rejects.toMatchObject({
      code: "campaignHasReports",
    });
  });
});

describe("the register of adverse events", () => {
  it("has those first that somebody above is still to be told of, then the newest, in pages", async () => {
    const mild = { isSerious: false, toldDistrictAt: null };
    const first = await store({ ...mild, foundAt: "2022-06-04T09:00" });
    const urgent = await store({ foundAt: "2022-06-03T08:10", toldDistrictAt: "2022-06-03T13:15" });
    const second = await store({ ...mild, foundAt: "2022-06-04T11:00" });
    const ids = async (after: Parameters<typeof listAdverseEvents>[3]["after"], perPage: number) =>
      (await listAdverseEvents(report(dinkes), campaign, all, { at, after, perPage })).map(
        ({ id }) => id,
      );
    expect(await ids(null, 50)).toEqual([urgent, second, first]);
    // One more than a page holds says that there are more.
    expect(await ids(null, 1)).toEqual([urgent, second]);
    const behind = { isAwaiting: true, foundAt: "2022-06-03T01:10:00Z", id: urgent };
    expect(await ids(behind, 50)).toEqual([second, first]);
    const last = { isAwaiting: false, foundAt: "2022-06-04T02:00:00Z", id: first };
    expect(await ids(last, 50)).toEqual([]);
  });

  it("is narrowed to the serious, the late, a state, a kecamatan", async () => {
    const inTime = await store();
    const toldLate = await store({
      isSerious: false,
      day: "2022-06-01",
      foundAt: "2022-06-02T07:30",
      toldDistrictAt: "2022-06-03T16:30",
    });
    const overdue = await store(
      {
        unit: "62.03.09.2001",
        day: "2022-05-30",
        foundAt: "2022-05-31T10:00",
        toldDistrictAt: "2022-05-31T12:00",
        state: "investigating",
      },
      dinkes,
    );
    const listed = async (filter: object) =>
      (await listAdverseEvents(report(dinkes), campaign, { ...all, ...filter }, page)).map(
        ({ id }) => id,
      );
    expect(await listed({ only: "serious" })).toEqual([inTime, overdue]);
    expect(await listed({ only: "late" })).toEqual([overdue, toldLate]);
    expect(await listed({ state: "investigating" })).toEqual([overdue]);
    expect(await listed({ subdistrict: "62.03.09" })).toEqual([overdue]);
    expect(await countAdverseEvents(report(dinkes), campaign, at)).toMatchObject({
      events: 3,
      serious: 2,
      late: 2,
      awaiting: 2,
      overdue: 1,
    });
    // The last moment of 72 hours is in time: 3 June, 10.00.
    const lastMoment = new Date("2022-06-03T03:00:00Z");
    expect((await countAdverseEvents(report(dinkes), campaign, lastMoment)).overdue).toBe(0);
  });

  it("counts by batch, as corrections leave them", async () => {
    const one = await store({ batch: "mr 2603" });
    await store({ batch: "MR  2603", isSerious: false });
    await store({ batch: "" });
    const batches = async () => (await countAdverseEvents(report(dinkes), campaign, at)).batches;
    expect(await batches()).toEqual([
      { batch: "MR 2603", events: 2, serious: 1 },
      { batch: "", events: 1, serious: 1 },
    ]);
    await store({ version: 1, batch: "" }, camat, one);
    expect(await batches()).toEqual([
      { batch: "", events: 2, serious: 2 },
      { batch: "MR 2603", events: 1, serious: 0 },
    ]);
    expect((await countAdverseEvents(report(lurah), campaign, at)).batches).toEqual([]);
  });

  it("is there once anything is, for all of the kabupaten and nobody else", async () => {
    expect((await recordedSafety(report(lurah))).adverseEvents).toBe(false);
    await store();
    const stranger = await person("healthOffice", "62.10");
    const nationwide = await person("administrator", "00");
    const province = await person("healthOffice", "62");
    const seen = await Promise.all(
      [lurah, camat, dinkes, province, nationwide, stranger].map(
        async (actor) => (await recordedSafety(report(actor))).adverseEvents,
      ),
    );
    expect(seen).toEqual([true, true, true, true, true, false]);
  });

  it("has a rate of all that was given, and the last day on which nobody came", async () => {
    for (const actor of [dinkes, camat, lurah]) {
      expect(await countGiven(report(actor), campaign)).toBe(0);
      expect(await lastZeroReport(report(actor), campaign)).toBeNull();
    }
    const total = `insert into place_total (district_code, campaign_id, round_number, place_kind,
                     place_code, intervention_code, target_group_code, residents, non_residents)
                   values ('62.03', $1, 1, $2, $3, 'MR', '9-59-bulan', $4, $5)`;
    await query(total, [campaign.id, "unit", "62.03.01.1006", 100, 1]);
    await query(total, [campaign.id, "unit", "62.03.01.1007", 300, 0]);
    await query(total, [campaign.id, "subdistrict", "62.03.01", 400, 1]);
    await query(total, [campaign.id, "district", "62.03", 55_000, 470]);
    expect(await countGiven(report(dinkes), campaign)).toBe(55_470);
    expect(await countGiven(report(camat), campaign)).toBe(401);
    expect(await countGiven(report(lurah), campaign)).toBe(101);
  });
});
