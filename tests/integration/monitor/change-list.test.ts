import { beforeEach, describe, expect, it } from "vitest";

import type { Actor } from "@/lib/account/auth/policy";
import type { Campaign } from "@/lib/campaign/campaign";
import { campaignChange } from "@/lib/campaign/schema";
import { changeCampaign } from "@/lib/campaign/server/change-commands";
import { readDefinition } from "@/lib/campaign/server/definition-queries";
import { importTargetPopulations } from "@/lib/campaign/target-population/server/commands";
import { withdrawTarget } from "@/lib/campaign/target-population/server/correct-commands";
import { readChangeList } from "@/lib/monitor/server/change-queries";
import { emptyDatabase, query } from "@/tests/support/database";

import { basarang, grantOf, makeCampaign, mrBody, november, report, selat } from "./selat-basarang";

let dinkes: Actor;
let campaign: Campaign;

const manage = () => grantOf(dinkes, "campaign:manage");
const change = (changes: object = {}) =>
  campaignChange.parse({ ...mrBody, removedUnits: [], ...changes });
const until = (day: number) =>
  change({ rounds: [{ number: 1, startsOn: november(1), endsOn: november(day) }] });
const today = november(21);
const terms = { today, reason: "Surat Dinas" };

/** Six villages with 300 people each; each gave 10 doses on each of 21 days: 70,0 %. */
beforeEach(async () => {
  await emptyDatabase();
  ({ dinkes, campaign } = await makeCampaign());
  const rows = [...selat, ...basarang].map((unit) => ({
    unit,
    intervention: "MR",
    targetGroup: "anak",
    people: 300,
  }));
  await importTargetPopulations(
    grantOf(dinkes, "target:import"),
    campaign,
    { source: "local", asOf: november(1), decree: undefined, rows },
    { isDryRun: false, at: new Date("2026-11-01T00:00:00Z") },
  );
  await report(campaign, [...selat, ...basarang], [1, 21]);
});

const everything = () =>
  query(`select to_jsonb(campaign) as campaign,
    (select jsonb_agg(to_jsonb(round)) from round) as rounds,
    (select jsonb_agg(to_jsonb(unit) order by code) from reporting_unit as unit) as units,
    (select jsonb_agg(to_jsonb(report) order by unit_code, day) from daily_report as report) as reports,
    (select count(*) from audit_entry) as entries from campaign`);

describe("what a round that ends two days earlier leads to", () => {
  it("is told in counts and statuses: 6 villages × 30 days become 6 × 28", async () => {
    const list = await readChangeList(manage(), campaign, until(28), { today });
    expect(list.reports).toBe(126);
    expect(list.counts).toEqual([
      { figure: "serviceDays", of: "1", before: 30, after: 28 },
      { figure: "due", of: "1", before: 180, after: 168 },
      { figure: "dueSoFar", of: "1", before: 126, after: 126 },
      // 1,710 to reach less 1,260 given, in the 9 days that are left, or 7.
      { figure: "perDay", of: "Campak-rubela (MR)", before: 50, after: 65 },
      { figure: "onTrack", of: "Campak-rubela (MR)", before: 2, after: 0 },
    ]);
    // 70 % is above 95 % × 21/30 = 66,5 %, and below 95 % × 21/28 = 71,25 %.
    const flips = { before: "onTrack", after: "behind" };
    expect(list.wholes).toMatchObject([{ intervention: "Campak-rubela (MR)", ...flips }]);
    expect(list.places).toMatchObject([
      { name: "Selat", counts: { dosesAdministered: 840, targetPopulation: 1200 }, ...flips },
      { name: "Basarang", counts: { dosesAdministered: 420, targetPopulation: 600 }, ...flips },
    ]);
  });

  it("is counted by the figure of the kabupaten itself, where it has one", async () => {
    const own = { unit: "62.03", intervention: "MR", targetGroup: "anak", people: 2_000 };
    await importTargetPopulations(
      grantOf(dinkes, "target:import"),
      campaign,
      { source: "local", asOf: november(1), decree: undefined, rows: [own] },
      { isDryRun: false, at: new Date("2026-11-01T00:00:00Z") },
    );
    const list = await readChangeList(manage(), campaign, until(28), { today });
    expect(list.counts.slice(3)).toEqual([
      // 1,900 to reach less 1,260 given, in 9 days or 7.
      { figure: "perDay", of: "Campak-rubela (MR)", before: 72, after: 92 },
      // Its kecamatan have none of their own.
      { figure: "onTrack", of: "Campak-rubela (MR)", before: 2, after: 0 },
    ]);
    // 63 % is below the line of either: the whole stays behind, and only the kecamatan turn.
    expect(list.wholes).toEqual([]);
    expect(list.places.map(({ name }) => name)).toEqual(["Selat", "Basarang"]);

    const { people: seen, ...box } = own;
    const withdrawal = { ...box, seen, round: 1, inForceFrom: november(15), reason: "SK dicabut" };
    const importer = grantOf(dinkes, "target:import");
    await withdrawTarget(
      importer,
      campaign,
      { ...withdrawal, source: "local", decree: undefined },
      new Date(),
    );
    const sums = await readChangeList(manage(), campaign, until(28), { today });
    expect(sums.counts.slice(3)).toMatchObject([
      { before: 50, after: 65 },
      { before: 2, after: 0 },
    ]);
    expect(sums.wholes).toMatchObject([{ before: "onTrack", after: "behind" }]);
  });

  it("is what the pages say once it is stored, and asking stores nothing", async () => {
    const before = await everything();
    const list = await readChangeList(manage(), campaign, until(28), { today });
    expect(await everything()).toEqual(before);

    await changeCampaign(manage(), campaign, until(28), terms);
    const changed = await readDefinition(manage(), mrBody.slug);
    if (!changed) throw new Error("the campaign is not there");
    const after = await readChangeList(manage(), changed.campaign, until(28), { today });
    const due = list.counts.find(({ figure }) => figure === "due")?.after;
    expect(after.counts.find(({ figure }) => figure === "due")).toMatchObject({
      before: due,
      after: due,
    });
    expect([after.wholes, after.places]).toEqual([[], []]);
  });

  it("needs a reason once there are reports, which the trail keeps", async () => {
    await expect(changeCampaign(manage(), campaign, until(28), { today })).rejects.toMatchObject({
      code: "reasonRequired",
      field: "reason",
    });
    await changeCampaign(manage(), campaign, until(28), terms);
    expect(
      await query(`select after ->> 'reason' as reason from audit_entry
        where action = 'campaign.changed'`),
    ).toEqual([{ reason: "Surat Dinas" }]);
  });
});

it("a group that joins every intervention is told by the columns that then lack a target", async () => {
  const groups = [...mrBody.targetGroups, { code: "migran", name: "Migran" }];
  const list = await readChangeList(manage(), campaign, change({ targetGroups: groups }), {
    today,
  });
  expect(list.counts).toContainEqual({
    figure: "missingTargets",
    of: "Campak-rubela (MR)",
    before: 0,
    after: 6,
  });
});

describe("a colleague's change in between", () => {
  it("is a conflict, for a save and for a look; a report in between is none", async () => {
    const read = await readDefinition(manage(), mrBody.slug);
    const readAt = read?.tag;
    await report(campaign, selat, [22, 22]);
    await changeCampaign(manage(), campaign, change({ reportCutOff: "17:00" }), {
      ...terms,
      readAt,
    });

    const late = { ...terms, readAt };
    const conflict = { code: "campaignChanged" };
    await expect(changeCampaign(manage(), campaign, change(), late)).rejects.toMatchObject(
      conflict,
    );
    await expect(readChangeList(manage(), campaign, change(), late)).rejects.toMatchObject(
      conflict,
    );
    expect((await readDefinition(manage(), mrBody.slug))?.definition.reportCutOff).toBe("17:00");
  });
});

describe("units that stand", () => {
  const moved = {
    code: selat[3],
    name: "Desa Pindah",
    kind: "village",
    regionCode: basarang[0],
  };

  it("are renamed and moved with their reports: sums are of the kecamatan they lie in now", async () => {
    await changeCampaign(manage(), campaign, change({ changedUnits: [moved] }), terms);
    const read = await readDefinition(manage(), mrBody.slug);
    expect(read?.definition.reportingUnits).toContainEqual(moved);
    expect(
      await query(`select place_code, residents::int from place_total
        where place_kind = 'subdistrict' order by place_code`),
    ).toEqual([
      { place_code: "62.03.01", residents: 630 },
      { place_code: "62.03.02", residents: 630 },
    ]);
    const differences = "select * from roll_up_differences($1, $2)";
    expect(await query(differences, [campaign.districtCode, campaign.id])).toEqual([]);
  });

  it("are not invented by a change", async () => {
    const strange = change({ changedUnits: [{ ...moved, code: "62.03.01.9999" }] });
    await expect(changeCampaign(manage(), campaign, strange, terms)).rejects.toMatchObject({
      code: "notFound",
      field: "changedUnits",
    });
  });
});
