import { randomUUID } from "node:crypto";

import { emptyDatabase, query } from "@/tests/support/database";

import { beforeEach, describe, expect, it } from "vitest";

import type { Actor } from "@/lib/account/auth/policy";
import type { Campaign } from "@/lib/campaign/campaign";
import { definitionOf } from "@/lib/campaign/definition";
import { changeCampaign } from "@/lib/campaign/server/change-commands";
import { createCampaign } from "@/lib/campaign/server/commands";
import { findCampaign } from "@/lib/campaign/server/queries";
import { campaignChange, campaignInput } from "@/lib/campaign/schema";
import { importTargetPopulations } from "@/lib/campaign/target-population/server/commands";
import { unitsWithoutTarget } from "@/lib/campaign/target-population/server/queries";
import { kitRows } from "@/lib/device/offline/kit/rows";
import { readEntryKit } from "@/lib/device/offline/kit/server/queries";
import { parseCoverageParams } from "@/lib/monitor/coverage/params";
import { readCoverage } from "@/lib/monitor/coverage/server/read";
import { placeCountsBy } from "@/lib/monitor/server/queries";
import { askedPart, entryColumns } from "@/lib/report/entry-row";
import { submitDailyReports } from "@/lib/report/server/commands";
import { entryRows } from "@/lib/report/server/queries";
import { dailyReportSubmission } from "@/lib/report/schema";

import {
  basarang,
  grantOf,
  makeCampaign,
  mrBody,
  november,
  selat,
  village,
} from "../monitor/selat-basarang";

const offices = ["OPD-01", "OPD-02"];
const body = {
  ...mrBody,
  slug: "vaksin",
  interventions: [{ code: "D1", name: "Dosis 1", coverageGoal: "0.70" }],
  targetGroups: [
    { code: "asn", name: "ASN", unitKinds: ["office"] },
    { code: "umum", name: "Masyarakat umum", unitKinds: ["village"] },
    { code: "lansia", name: "Lansia" },
  ],
  reportingUnits: [
    ...[...selat.slice(0, 2), ...basarang].map(village),
    ...offices.map((code) => ({
      code,
      name: `Dinas ${code}`,
      kind: "office",
      regionCode: "62.03.01",
    })),
  ],
};

let dinkes: Actor;
let campaign: Campaign;
const noon = new Date(`${november(5)}T05:00:00Z`);

/** Four villages and two offices of Selat: ASN are asked of offices, the public of villages, the old of all. */
beforeEach(async () => {
  await emptyDatabase();
  ({ dinkes } = await makeCampaign());
  await createCampaign(grantOf(dinkes, "campaign:manage"), campaignInput.parse(body));
  campaign = await found();
});

async function found(): Promise<Campaign> {
  const campaign = await findCampaign(dinkes, body.slug);
  if (!campaign) throw new Error("the campaign is not there");
  return campaign;
}

async function submit(unit: string, groups: readonly string[], residents = 5) {
  const report = dailyReportSubmission.parse({
    id: randomUUID(),
    unit,
    day: november(5),
    tallies: groups.map((targetGroup) => ({ intervention: "D1", targetGroup, residents })),
  });
  const grant = grantOf(dinkes, "tally:submit");
  const [result] = await submitDailyReports(grant, campaign, [report], { at: noon, via: "api" });
  return result;
}

async function load(cells: readonly (readonly [unit: string, group: string, people: number])[]) {
  return importTargetPopulations(
    grantOf(dinkes, "target:import"),
    campaign,
    {
      source: "local",
      asOf: november(1),
      decree: undefined,
      rows: cells.map(([unit, targetGroup, people]) => ({
        unit,
        intervention: "D1",
        targetGroup,
        people,
      })),
    },
    { isDryRun: false, at: noon },
  );
}

function counts(by: "district" | "subdistrict" | "unit", targetGroup?: string) {
  const [round] = campaign.rounds;
  if (!round) throw new Error("no round");
  const query = { by, round, source: "local", asOf: null, on: null, today: november(5) } as const;
  return placeCountsBy(grantOf(dinkes, "coverage:read"), campaign, { ...query, targetGroup });
}

async function change(to: object) {
  const input = campaignChange.parse({
    ...body,
    reportingUnits: undefined,
    removedUnits: [],
    ...to,
  });
  await changeCampaign(grantOf(dinkes, "campaign:manage"), campaign, input, {
    today: november(5),
    reason: "Uji",
  });
  campaign = await found();
}

describe("the definition", () => {
  it("says of which kinds each group is asked, and says it again to who reads it", () => {
    expect(campaign.targetGroups.map(({ unitKinds }) => unitKinds)).toEqual([
      ["office"],
      ["village"],
      [],
    ]);
    expect(definitionOf(campaign, [], []).targetGroups.map(({ unitKinds }) => unitKinds)).toEqual([
      ["office"],
      ["village"],
      undefined,
    ]);
  });

  it("may ask a group of another kind until somebody counted in it there", async () => {
    const everywhere = body.targetGroups.map(({ code, name }) => ({ code, name }));
    await change({ targetGroups: everywhere });
    expect(await submit(selat[0] ?? "", ["asn"])).toMatchObject({ outcome: "stored" });
    await expect(change({})).rejects.toMatchObject({
      code: "inUse",
      field: "targetGroups.0.unitKinds",
    });
  });

  it("leaves a unit of its kind while it has counts in a column of that kind alone", async () => {
    await submit("OPD-01", ["asn"]);
    const asVillage = { code: "OPD-01", name: "Dinas", kind: "puskesmas", regionCode: "62.03.01" };
    await expect(change({ changedUnits: [asVillage] })).rejects.toMatchObject({
      code: "inUse",
      field: "changedUnits",
    });
  });
});

describe("a report", () => {
  it("is whole with the columns of its unit", async () => {
    expect(await submit("OPD-01", ["asn", "lansia"])).toMatchObject({ outcome: "stored" });
    expect(await submit(selat[0] ?? "", ["umum", "lansia"])).toMatchObject({ outcome: "stored" });
  });

  it.each([
    ["of a village with ASN", selat[0] ?? "", "asn"],
    ["of an office with the public", "OPD-01", "umum"],
  ])("%s is rejected, also with 0", async (_, unit, group) => {
    for (const residents of [5, 0]) {
      expect(await submit(unit, [group, "lansia"], residents)).toMatchObject({
        outcome: "rejected",
        problems: [{ code: "notAsked", intervention: "D1", targetGroup: group }],
      });
    }
  });

  it("is refused by the database too, whoever writes it", async () => {
    const key = [campaign.districtCode, campaign.id] as const;
    const id = randomUUID();
    const row = { id, round: 1, unit: selat[0], day: november(5) };
    const sent = {
      submissions: [],
      reports: [
        { ...row, version: 1, isZero: false, isOnTime: true, receivedAt: noon, submittedAt: noon },
      ],
      tallies: [{ ...row, intervention: "D1", targetGroup: "asn", residents: 1, nonResidents: 0 }],
    };
    await expect(
      query("select store_reports($1, $2, $3)", [...key, JSON.stringify(sent)]),
    ).rejects.toMatchObject({ constraint: "column_of_unit" });
  });
});

describe("entry", () => {
  it("draws a unit with its own columns, also on a device that kept them", async () => {
    const [round] = campaign.rounds;
    if (!round) throw new Error("no round");
    const grant = grantOf(dinkes, "tally:submit");
    const kit = await readEntryKit(grant, campaign, noon);
    for (const [unit, groups] of [
      ["OPD-01", ["asn", "lansia"]],
      [basarang[0] ?? "", ["umum", "lansia"]],
    ] as const) {
      const rows = await entryRows(grant, campaign, { round, day: november(5), within: unit });
      const own = askedPart(rows, entryColumns(campaign));
      expect(own.columns.map(({ targetGroup }) => targetGroup)).toEqual(groups);
      expect(own.rows[0]?.cells).toHaveLength(2);
      expect(kitRows(kit, { round, day: november(5), within: unit })).toEqual(rows);
    }
    expect(kit.campaign.columns.map(({ unitKinds }) => unitKinds)).toEqual([
      ["office"],
      ["village"],
      undefined,
    ]);
  });
});

describe("target populations", () => {
  const all = [
    ...[...selat.slice(0, 2), ...basarang].flatMap((unit) => [
      [unit, "umum", 100] as const,
      [unit, "lansia", 10] as const,
    ]),
    ...offices.map((unit) => [unit, "asn", 50] as const),
  ];

  it("of a column that is not the unit's are refused", async () => {
    expect(await load([["OPD-01", "umum", 5]])).toMatchObject({
      rejected: [{ code: "notAsked", params: { targetGroup: "Masyarakat umum" } }],
    });
  });

  it("are missing only where they are asked", async () => {
    await load(all);
    const missing = await unitsWithoutTarget(grantOf(dinkes, "target:import"), campaign, {
      source: "local",
      round: 1,
    });
    // The old of the two offices; nobody misses the public there, nor ASN in villages.
    expect(missing.map(({ code, missing: cells }) => [code, cells])).toEqual(
      offices.map((code) => [code, 1]),
    );
    await submit("OPD-01", ["asn"], 35);
    await submit(selat[0] ?? "", ["umum"], 40);

    expect(await counts("district")).toMatchObject([
      { units: 6, targetPopulation: 540, missingTargets: 2, dosesAdministered: 75 },
    ]);
    expect(await counts("district", "asn")).toMatchObject([
      { units: 2, targetPopulation: 100, missingTargets: 0, dosesAdministered: 35 },
    ]);
    expect((await counts("unit", "asn")).map(({ code }) => code)).toEqual(offices);
  });

  it("leave places that are asked of none of it out of its tables", async () => {
    await load(all);
    await submit("OPD-01", ["asn"], 35);
    const coverage = await readCoverage(
      grantOf(dinkes, "coverage:read"),
      campaign,
      parseCoverageParams({ kelompok: "asn" }, campaign, november(5)),
      undefined,
    );
    expect(coverage?.view.parts.map(({ code }) => code)).toEqual(["62.03.01"]);
    expect(coverage?.view.units.map(({ code }) => code)).toEqual(offices);
    expect(coverage?.view.total).toMatchObject({
      units: 2,
      missingTargets: 0,
      targetPopulation: 100,
    });
  });

  it("of a kecamatan with a figure of its own count the units that are asked", async () => {
    await load([["62.03.01", "asn", 80]]);
    expect(await counts("subdistrict", "asn")).toMatchObject([
      { code: "62.03.01", units: 2, missingTargets: 0, targetPopulation: 80 },
    ]);
  });
});
