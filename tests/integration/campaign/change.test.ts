import { beforeEach, describe, expect, test } from "vitest";

import { emptyDatabase, query, rewrite } from "@/tests/support/database";

import { changesOf } from "@/lib/account/audit/change";
import { authorize } from "@/lib/account/auth/grant";
import type { Actor } from "@/lib/account/auth/policy";
import type { Campaign } from "@/lib/campaign/campaign";
import { changeCampaign } from "@/lib/campaign/server/change-commands";
import { createCampaign } from "@/lib/campaign/server/commands";
import { findCampaign } from "@/lib/campaign/server/queries";
import { campaignChange } from "@/lib/campaign/schema";
import { importTargetPopulations } from "@/lib/campaign/target-population/server/commands";

import { bian, bianBody, loadDistricts, person } from "./district";

let dinkes: Actor;
let campaign: Campaign;

beforeEach(async () => {
  await emptyDatabase();
  await loadDistricts();
  dinkes = await person("healthOffice", "62.03");
  await createCampaign(manage(), bian());
  campaign = await stored();
});

const manage = () => authorize(dinkes, "campaign:manage", dinkes.homeRegion);

async function stored(): Promise<Campaign> {
  const found = await findCampaign(dinkes, "bian-kapuas-2022");
  if (!found) throw new Error("the campaign is not there");
  return found;
}

function change(changes: Readonly<Record<string, unknown>>, today = "2022-05-01"): Promise<void> {
  const input = campaignChange.parse({ ...bianBody, removedUnits: [], ...changes });
  return changeCampaign(manage(), campaign, input, { today, reason: "Surat Dinas 443.51/7" });
}

/** A report of one village with ten doses of MR. */
async function report(day: string): Promise<void> {
  const key = [campaign.districtCode, campaign.id];
  const submission = "00000000-0000-4000-8000-00000000000a";
  await rewrite(
    `insert into daily_report (district_code, campaign_id, round_number, unit_code, day,
       submission_id, is_on_time, submitted_at)
     values ($1, $2, 1, '62.03.01.1007', $3, $4, true, now())`,
    [...key, day, submission],
  );
  await rewrite(
    `insert into tally (district_code, campaign_id, round_number, unit_code, day,
       intervention_code, target_group_code, residents, submission_id)
     values ($1, $2, 1, '62.03.01.1007', $3, 'MR', '9-59-bulan', 10, $4)`,
    [...key, day, submission],
  );
}

describe("dates of a round can move", () => {
  test("and the plan stays beside them", async () => {
    await change({
      endsOn: "2022-06-30",
      rounds: [
        { number: 1, startsOn: "2022-05-20", endsOn: "2022-06-20", sweepingEndsOn: "2022-06-25" },
      ],
    });
    expect((await stored()).rounds).toMatchObject([
      {
        number: 1,
        plannedStartsOn: "2022-05-18",
        plannedEndsOn: "2022-06-17",
        startsOn: "2022-05-20",
        endsOn: "2022-06-20",
        sweepingEndsOn: "2022-06-25",
      },
    ]);
  });

  test("but not away from a report that is there", async () => {
    await report("2022-05-18");
    await expect(
      change({ rounds: [{ number: 1, startsOn: "2022-05-19", endsOn: "2022-06-17" }] }),
    ).rejects.toMatchObject({ code: "hasReports", field: "rounds.0.endsOn" });
    expect((await stored()).rounds[0]?.startsOn).toBe("2022-05-18");
  });

  test("a report on what becomes a sweeping day moves with it", async () => {
    await report("2022-06-10");
    await change({
      rounds: [
        { number: 1, startsOn: "2022-05-18", endsOn: "2022-06-05", sweepingEndsOn: "2022-06-12" },
      ],
    });
    expect(await query("select is_sweeping from daily_report")).toEqual([{ is_sweeping: true }]);
    expect(
      await query("select * from roll_up_differences($1, $2)", [
        campaign.districtCode,
        campaign.id,
      ]),
    ).toEqual([]);
  });
});

describe("what is counted can grow", () => {
  test("by a round, a group and an intervention, in the order of the form", async () => {
    await change({
      rounds: [...bianBody.rounds, { number: 2, startsOn: "2022-06-18", endsOn: "2022-06-20" }],
      targetGroups: [{ code: "5-7-tahun", name: "5–<7 tahun" }, ...bianBody.targetGroups],
      interventions: [
        ...bianBody.interventions,
        { code: "OPV", name: "Polio tetes", coverageGoal: "0.8", targetGroups: ["5-7-tahun"] },
      ],
    });
    const after = await stored();
    expect(after.rounds).toHaveLength(2);
    expect(after.targetGroups.map(({ code }) => code)).toEqual([
      "5-7-tahun",
      "9-59-bulan",
      "12-59-bulan",
    ]);
    expect(after.interventions.map(({ code }) => code)).toEqual(["MR", "IPV", "OPV"]);
  });

  test("units can be added, in this kabupaten and once", async () => {
    const office = { code: "OPD-1", name: "Setda", kind: "office", regionCode: "62.03" };
    await change({ reportingUnits: [office] });
    expect(await query("select name from reporting_unit where code = 'OPD-1'")).toHaveLength(1);

    await expect(change({ reportingUnits: [office] })).rejects.toMatchObject({
      code: "duplicate",
      field: "reportingUnits.0.code",
    });
    await expect(
      change({ reportingUnits: [{ ...office, code: "OPD-2", regionCode: "62.10" }] }),
    ).rejects.toMatchObject({ code: "unknownRegion" });
  });
});

describe("what is used stays", () => {
  const withoutMr = { interventions: [bianBody.interventions[1]] };

  test("an intervention that nothing uses can go", async () => {
    await change(withoutMr);
    expect((await stored()).interventions.map(({ code }) => code)).toEqual(["IPV"]);
  });

  test("an intervention with a report cannot", async () => {
    await report("2022-05-18");
    await expect(change(withoutMr)).rejects.toMatchObject({
      code: "inUse",
      field: "interventions",
    });
  });

  test("nor one with a target population, nor its unit", async () => {
    await importTargetPopulations(
      authorize(dinkes, "target:import", dinkes.homeRegion),
      campaign,
      {
        source: "local",
        asOf: "2022-05-01",
        decree: undefined,
        rows: [
          { unit: "62.03.01.1007", intervention: "MR", targetGroup: "9-59-bulan", people: 347 },
        ],
      },
      { isDryRun: false, at: new Date("2022-05-02T00:00:00Z") },
    );
    await expect(change(withoutMr)).rejects.toMatchObject({ code: "inUse" });
    await expect(change({ removedUnits: ["62.03.01.1007"] })).rejects.toMatchObject({
      code: "inUse",
      field: "removedUnits",
    });
  });

  test("a round with a report cannot go, one without can", async () => {
    const two = { number: 2, startsOn: "2022-06-18", endsOn: "2022-06-20" };
    await change({ rounds: [...bianBody.rounds, two] });
    await report("2022-05-18");
    await expect(change({ rounds: [two] })).rejects.toMatchObject({
      code: "inUse",
      field: "rounds",
    });
    await change({});
    expect((await stored()).rounds.map(({ number }) => number)).toEqual([1]);
  });

  test("a unit without reports can be taken out, but not the last one", async () => {
    await change({ removedUnits: ["62.03.09.2001"] });
    expect(await query("select code from reporting_unit")).toHaveLength(2);
    await expect(
      change({ removedUnits: ["62.03.01.1006", "62.03.01.1007"] }),
    ).rejects.toMatchObject({ code: "inUse" });
  });
});

test("a rejected change leaves all of it as it was", async () => {
  await report("2022-05-18");
  await expect(
    change({ name: "Nama lain", interventions: [bianBody.interventions[1]] }),
  ).rejects.toMatchObject({ code: "inUse" });
  expect((await stored()).name).toBe("BIAN Kabupaten Kapuas");
});

describe("what data quality is judged by", () => {
  test("is the usual until somebody says otherwise", async () => {
    expect(campaign).toMatchObject({ usualDeviations: 3, mostTargetShare: 0.35 });

    await change({ usualDeviations: 4.5, mostTargetShare: 0.4 });
    expect(await stored()).toMatchObject({ usualDeviations: 4.5, mostTargetShare: 0.4 });

    campaign = await stored();
    await change({});
    expect(await stored()).toMatchObject({ usualDeviations: 4.5, mostTargetShare: 0.4 });
  });

  test.each([
    { usualDeviations: 0.5 },
    { usualDeviations: 21 },
    { usualDeviations: null },
    { mostTargetShare: 0 },
    // As many decimals as the database keeps make it 0.
    { mostTargetShare: 0.00001 },
    { mostTargetShare: Number.MIN_VALUE },
    { removedUnits: ["\0"] },
    { mostTargetShare: 1.1 },
    { inhabitants: [{ code: "62.03.01.1007", people: -1 }] },
    { inhabitants: [{ code: "62.03.01.1007", people: 12.5 }] },
  ])("rejects %o", (wrong) => {
    const input = { ...bianBody, removedUnits: [], ...wrong };

    expect(campaignChange.safeParse(input).success).toBe(false);
  });

  test("inhabitants are set for the units that are named, and the others keep theirs", async () => {
    const inhabitants = () =>
      query(
        "select code, inhabitants from reporting_unit where inhabitants is not null order by code",
      );
    await change({ inhabitants: [{ code: "62.03.01.1007", people: 1_731 }] });
    await change({});

    expect(await inhabitants()).toEqual([{ code: "62.03.01.1007", inhabitants: 1_731 }]);
    await expect(
      change({
        inhabitants: [
          { code: "62.03.01.1007", people: 5 },
          { code: "62.04.01.1001", people: 5 },
        ],
      }),
    ).rejects.toMatchObject({ code: "notFound", field: "inhabitants.1.code" });
    expect(await inhabitants()).toEqual([{ code: "62.03.01.1007", inhabitants: 1_731 }]);
  });
});

test("the trail has what each part was before", async () => {
  await change({ usualDeviations: 5, mostTargetShare: 0.5 });

  const [entry] = await query<{ before: Record<string, unknown>; after: Record<string, unknown> }>(
    "select before, after from audit_entry where action = 'campaign.changed'",
  );
  const was = campaign;
  expect(entry?.before).toMatchObject({
    decidingTargetSource: was.decidingTargetSource,
    usualDeviations: was.usualDeviations,
    mostTargetShare: was.mostTargetShare,
    targetGroups: was.targetGroups,
  });
  expect(changesOf(entry ?? { before: null, after: null })).toEqual(
    expect.arrayContaining([
      { what: { kind: "field", name: "usualDeviations" }, before: "3", after: "5" },
      { what: { kind: "field", name: "mostTargetShare" }, before: "0.35", after: "0.5" },
    ]),
  );
});

test("another deciding source is not saved along: it has its own question", async () => {
  const other = campaign.decidingTargetSource === "local" ? "pusdatin" : "local";
  await expect(change({ name: "Lain", decidingTargetSource: other })).rejects.toMatchObject({
    code: "decidedInTargets",
    field: "decidingTargetSource",
  });
  const [stands] = await query("select name, deciding_target_source as source from campaign");
  expect(stands).toEqual({ name: campaign.name, source: campaign.decidingTargetSource });
});

test("a kecamatan is not added beside its villages", async () => {
  const kecamatan = {
    code: "kecamatan-selat",
    name: "Kecamatan Selat",
    kind: "subdistrict",
    regionCode: "62.03.01",
  } as const;
  await expect(change({ reportingUnits: [kecamatan] as never })).rejects.toMatchObject({
    code: "levelsOverlap",
    field: "reportingUnits.0.regionCode",
  });
});
