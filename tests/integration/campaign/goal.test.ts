import { beforeEach, describe, expect, test } from "vitest";

import { emptyDatabase, query } from "@/tests/support/database";

import { authorize } from "@/lib/account/auth/grant";
import type { Actor } from "@/lib/account/auth/policy";
import type { Campaign } from "@/lib/campaign/campaign";
import { changeCampaign } from "@/lib/campaign/server/change-commands";
import { createCampaign } from "@/lib/campaign/server/commands";
import { findCampaign, listReportingUnits } from "@/lib/campaign/server/queries";
import { campaignChange } from "@/lib/campaign/schema";
import { db } from "@/lib/server/db/client";
import { goalOn } from "@/lib/coverage/dated-goal";

import { bian, bianBody, loadDistricts, person } from "./district";

let dinkes: Actor;

beforeEach(async () => {
  await emptyDatabase();
  await loadDistricts();
  dinkes = await person("healthOffice", "62.03");
});

const manage = () => authorize(dinkes, "campaign:manage", dinkes.homeRegion);

async function stored(): Promise<Campaign> {
  const found = await findCampaign(dinkes, "bian-kapuas-2022");
  if (!found) throw new Error("the campaign is not there");
  return found;
}

async function goalsOf(code: string) {
  return (await stored()).interventions.find((each) => each.code === code)?.goals ?? [];
}

const [mr, ipv] = bianBody.interventions;

/** Sends the campaign's form with something else about MR, on a day. */
async function change(over: object, today = "2022-06-01", rest: object = {}) {
  const input = campaignChange.parse({
    ...bianBody,
    removedUnits: [],
    interventions: [{ ...mr, ...over }, ipv],
    ...rest,
  });
  await changeCampaign(manage(), await stored(), input, { today, reason: "Rapat koordinasi" });
}

describe("a goal that is made", () => {
  test("may be none, or one of each unit, by a letter, and holds from the first day", async () => {
    await createCampaign(
      manage(),
      bian({
        interventions: [
          { ...mr, coverageGoal: null },
          { ...ipv, goalScope: "each", goalDecree: "HK.02.02/1/2022" },
        ],
      }),
    );
    expect(await goalsOf("MR")).toEqual([
      { fromDay: "2022-05-18", share: null, scope: "whole", decree: null, reason: null },
    ]);
    expect(await goalsOf("IPV")).toMatchObject([
      { share: 8_000, scope: "each", decree: "HK.02.02/1/2022" },
    ]);
  });
});

describe("a goal that is changed", () => {
  beforeEach(() => createCampaign(manage(), bian()));

  test("is added, from today on, and the one before stays that of the days before", async () => {
    await change({ coverageGoal: "0.8", goalReason: "Instruksi baru", goalDecree: "443/2" });
    const goals = await goalsOf("MR");
    expect(goals).toMatchObject([
      { fromDay: "2022-05-18", share: 9_500 },
      { fromDay: "2022-06-01", share: 8_000, decree: "443/2", reason: "Instruksi baru" },
    ]);
    expect(goalOn(goals, "2022-05-31")?.share).toBe(9_500);
    expect(goalOn(goals, "2022-06-01")?.share).toBe(8_000);
    expect(await query("select count(*)::int as n from goal where created_by is not null")).toEqual(
      [{ n: 3 }],
    );
  });

  test("holds from the day that is said", async () => {
    await change({ coverageGoal: null, goalFrom: "2022-06-10", goalReason: "Tanpa target lagi" });
    expect((await goalsOf("MR")).at(-1)).toMatchObject({ fromDay: "2022-06-10", share: null });
  });

  test("needs a reason, and is not stored without one", async () => {
    await expect(change({ coverageGoal: "0.8" })).rejects.toMatchObject({
      code: "reasonNeeded",
      field: "interventions.0.goalReason",
    });
    await expect(change({ goalScope: "each" })).rejects.toMatchObject({ code: "reasonNeeded" });
    expect(await goalsOf("MR")).toHaveLength(1);
  });

  test.each([
    ["as it stands", {}],
    ["written with more decimals", { coverageGoal: "0.9500" }],
    ["with its own first day", { goalFrom: "2022-05-18" }],
  ])("%s adds nothing", async (_, over) => {
    await change(over);
    expect(await goalsOf("MR")).toHaveLength(1);
  });

  test("keeps its first goal where the campaign begins earlier than it did", async () => {
    await change({}, "2022-05-01", {
      startsOn: "2022-05-10",
      rounds: [{ number: 1, startsOn: "2022-05-10", endsOn: "2022-06-17" }],
    });
    expect(goalOn(await goalsOf("MR"), "2022-05-10")?.share).toBe(9_500);
  });

  test("stands in the trail with what was before", async () => {
    await change({ coverageGoal: "0.8", goalReason: "Instruksi baru" });
    const [entry] = await query<{ before: string; after: string }>(
      `select before::text, after::text from audit_entry
       where action = 'campaign.changed' order by id desc limit 1`,
    );
    expect(entry?.after).toContain("Instruksi baru");
    expect(JSON.parse(entry?.before ?? "{}")).toMatchObject({
      interventions: [{ goals: [{ share: 9_500 }] }, {}],
    });
  });

  test("cannot be written over or taken away by the application", async () => {
    for (const statement of ["update goal set share = 0.5", "delete from goal"]) {
      await expect(db().$executeRawUnsafe(statement)).rejects.toThrow("permission denied");
    }
  });
});

describe("gates", () => {
  const gate = {
    code: "LANJUT",
    name: "Tahap lanjut",
    terms: [
      { intervention: "MR", atLeast: "0.7" },
      { intervention: "IPV", targetGroup: "12-59-bulan", atLeast: "0.6" },
    ],
  };

  test("are kept with their conditions in order, and replaced by those of the form", async () => {
    await createCampaign(manage(), bian({ gates: [gate] }));
    expect((await stored()).gates).toEqual([
      {
        code: "LANJUT",
        name: "Tahap lanjut",
        terms: [
          { intervention: "MR", targetGroup: null, unitSet: null, atLeast: 7_000 },
          { intervention: "IPV", targetGroup: "12-59-bulan", unitSet: null, atLeast: 6_000 },
        ],
      },
    ]);
    await change({}, "2022-06-01", {
      gates: [{ ...gate, name: "Tahap dua", terms: [gate.terms[0]] }],
    });
    expect((await stored()).gates).toMatchObject([{ name: "Tahap dua", terms: [{}] }]);
    await change({ name: "Campak-rubela" });
    expect((await stored()).gates).toHaveLength(1);
    await change({}, "2022-06-01", { gates: [] });
    expect((await stored()).gates).toEqual([]);
  });

  const stage = { kind: "stage", code: "opd" } as const;
  const ofStage = { ...gate, terms: [{ intervention: "MR", unitSet: stage, atLeast: "1" }] };

  test("ask for the units of a set, which stays as long as one asks for it", async () => {
    await createCampaign(manage(), bian({}));
    const [unit] = await listReportingUnits(manage(), await stored());
    const unitSets = [{ ...stage, name: "OPD", units: [unit?.code ?? ""] }];
    await expect(change({}, "2022-06-01", { gates: [ofStage] })).rejects.toMatchObject({
      ...{ code: "unknownUnitSet", field: "gates.0.terms.0.unitSet" },
    });
    await change({}, "2022-06-01", { gates: [ofStage], unitSets });
    expect((await stored()).gates).toMatchObject([{ terms: [{ unitSet: stage }] }]);
    await expect(change({}, "2022-06-01", { unitSets: [] })).rejects.toMatchObject({
      code: "unknownUnitSet",
    });
    await change({}, "2022-06-01", { gates: [], unitSets: [] });
    expect((await stored()).unitSets).toEqual([]);
  });

  test.each([
    ["gates.0.terms.0.intervention", { intervention: "OPV", atLeast: "0.7" }],
    [
      "gates.0.terms.0.targetGroup",
      { intervention: "IPV", targetGroup: "9-59-bulan", atLeast: "0.7" },
    ],
    ["gates.0.terms.0.atLeast", { intervention: "IPV", atLeast: "70" }],
  ])("are rejected at %s", (path, term) => {
    const parsed = campaignChange.safeParse({
      ...bianBody,
      removedUnits: [],
      gates: [{ ...gate, terms: [term] }],
    });
    expect(parsed.error?.issues.map((issue) => issue.path.join("."))).toEqual([path]);
  });
});
