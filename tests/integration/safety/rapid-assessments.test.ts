import { randomUUID } from "node:crypto";

import { beforeEach, describe, expect, it } from "vitest";

import { emptyDatabase } from "@/tests/support/database";

import { authorize } from "@/lib/account/auth/grant";
import { ownPlace, type Actor } from "@/lib/account/auth/policy";
import type { Campaign } from "@/lib/campaign/campaign";
import { createCampaign } from "@/lib/campaign/server/commands";
import { findCampaign } from "@/lib/campaign/server/queries";
import { usualPassMark } from "@/lib/safety/rapid-assessment";
import { rapidAssessmentInput } from "@/lib/safety/schema";
import { setPassMark, storeRapidAssessment } from "@/lib/safety/server/rapid-assessment-commands";
import {
  countRapidAssessments,
  listRapidAssessments,
  readPassMark,
  readRapidAssessment,
} from "@/lib/safety/server/rapid-assessment-queries";
import { readUnitCoverage } from "@/lib/safety/server/unit-coverage-queries";

import { bian, loadDistricts, person } from "../campaign/district";

let dinkes: Actor;
let camat: Actor;
let lurah: Actor;
let campaign: Campaign;

const report = (actor: Actor) => authorize(actor, "safety:report", ownPlace(actor));
const all = { verdict: null, subdistrict: null };
const page = { mark: usualPassMark, after: null, perPage: 50 };

beforeEach(async () => {
  await emptyDatabase();
  await loadDistricts();
  dinkes = await person("healthOffice", "62.03");
  camat = await person("subdistrictHead", "62.03.01");
  lurah = await person("villageHead", "62.03.01.1006");
  await createCampaign(authorize(dinkes, "campaign:manage", dinkes.homeRegion), bian());
  campaign = (await findCampaign(dinkes, "bian-kapuas-2022")) as Campaign;
});

/** So many houses with one child each, of which the first so many were missed. */
function houses(count: number, missed: number) {
  return Array.from({ length: count }, (_, at) => ({
    number: at + 1,
    people: 1,
    reached: at < missed ? 0 : 1,
    reason: at < missed ? "sick" : null,
  }));
}

async function store(change: object = {}, actor = camat, id: string = randomUUID()) {
  const input = rapidAssessmentInput.parse({
    sent: randomUUID(),
    version: 0,
    unit: "62.03.01.1007",
    day: "2022-06-03",
    intervention: "MR",
    location: "RW 02",
    assessor: "Tim supervisi puskesmas",
    houses: houses(20, 3),
    ...change,
  });
  await storeRapidAssessment(report(actor), campaign, id, input);
  return id;
}

describe("a rapid assessment", () => {
  it("is stored with its houses, and judged by the campaign's mark", async () => {
    const id = await store();
    const found = await readRapidAssessment(report(camat), campaign, id);
    expect(found?.assessment).toEqual({
      id,
      version: 1,
      unit: "62.03.01.1007",
      unitName: "Selat Hilir",
      subdistrict: "62.03.01",
      subdistrictName: "Selat",
      day: "2022-06-03",
      intervention: "MR",
      location: "RW 02",
      assessor: "Tim supervisi puskesmas",
      houses: 20,
      missed: 3,
      people: 20,
      reached: 17,
      isSample: false,
    });
    expect(found?.houses).toEqual(houses(20, 3));
    // A correction has the houses that it names and no others.
    await store({ version: 1, houses: houses(14, 1) }, camat, id);
    const corrected = await readRapidAssessment(report(camat), campaign, id);
    expect(corrected).toMatchObject({ assessment: { version: 2, houses: 14, missed: 1 } });
    expect(corrected?.houses).toHaveLength(14);
    expect((await countRapidAssessments(report(dinkes), campaign, usualPassMark)).verdicts).toEqual(
      {
        pass: 0,
        repeat: 0,
        incomplete: 1,
      },
    );
  });

  it("is nobody else's", async () => {
    const id = await store();
    expect(await readRapidAssessment(report(lurah), campaign, id)).toBeNull();
    await expect(store({}, lurah)).rejects.toMatchObject({ code: "unknownUnit" });
    const own = { version: 1, unit: "62.03.01.1006" };
    await expect(store(own, lurah, id)).rejects.toMatchObject({ code: "notFound" });
    expect(await listRapidAssessments(report(lurah), campaign, all, page)).toEqual([]);
  });

  it("is of a day that has come and of what the campaign gives", async () => {
    await expect(store({ day: "2099-01-01" })).rejects.toMatchObject({
      code: "notYet",
      field: "day",
    });
    await expect(store({ intervention: "BCG" })).rejects.toMatchObject({ field: "intervention" });
  });
});

describe("the register of rapid assessments", () => {
  it("is the newest first, in pages, narrowed by verdict and kecamatan", async () => {
    const repeat = await store({ day: "2022-06-01" });
    const pass = await store({ day: "2022-06-02", houses: houses(20, 1) });
    const incomplete = await store({ day: "2022-06-03", houses: houses(14, 5) });
    const elsewhere = await store(
      { day: "2022-05-20", unit: "62.03.09.2001", houses: houses(40, 2) },
      dinkes,
    );
    const ids = async (filter: object = {}, change: object = {}) =>
      (
        await listRapidAssessments(
          report(dinkes),
          campaign,
          { ...all, ...filter },
          { ...page, ...change },
        )
      ).map(({ id }) => id);
    expect(await ids()).toEqual([incomplete, pass, repeat, elsewhere]);
    expect(await ids({}, { perPage: 1 })).toEqual([incomplete, pass]);
    expect(await ids({}, { after: { day: "2022-06-02", id: pass } })).toEqual([repeat, elsewhere]);
    expect(await ids({ verdict: "repeat" })).toEqual([repeat]);
    expect(await ids({ verdict: "pass" })).toEqual([pass, elsewhere]);
    expect(await ids({ verdict: "incomplete" })).toEqual([incomplete]);
    expect(await ids({ subdistrict: "62.03.09" })).toEqual([elsewhere]);
    const { verdicts, units } = await countRapidAssessments(
      report(dinkes),
      campaign,
      usualPassMark,
    );
    expect(verdicts).toEqual({ pass: 2, repeat: 1, incomplete: 1 });
    expect(units.toSorted((a, b) => a.unit.localeCompare(b.unit))).toEqual([
      { unit: "62.03.01.1007", intervention: "MR", repeats: true },
      { unit: "62.03.09.2001", intervention: "MR", repeats: false },
    ]);
  });

  it("is judged anew by another mark, which only the health office sets", async () => {
    await store({ houses: houses(10, 1) });
    expect(await readPassMark(report(camat), campaign)).toEqual(usualPassMark);
    const strict = { houses: 10, repeatFrom: 1 };
    await setPassMark(authorize(dinkes, "safety:review", dinkes.homeRegion), campaign, strict);
    expect(await readPassMark(report(camat), campaign)).toEqual(strict);
    expect((await countRapidAssessments(report(dinkes), campaign, strict)).verdicts.repeat).toBe(1);
    expect(() => authorize(camat, "safety:review", camat.homeRegion)).toThrow("forbidden");
  });

  it("has coverage beside it, and none of it in coverage", async () => {
    const reader = authorize(dinkes, "coverage:read", dinkes.homeRegion);
    const before = await readUnitCoverage(reader, campaign, "2022-06-04");
    await store();
    const after = await readUnitCoverage(reader, campaign, "2022-06-04");
    const none = { dosesAdministered: 0, targetPopulation: null };
    expect(before("62.03.01.1007", "MR")).toEqual(none);
    expect(after("62.03.01.1007", "MR")).toEqual(none);
    expect(after("62.03.01.1007", "BCG")).toBeNull();
  });
});
