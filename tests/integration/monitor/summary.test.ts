import { databaseUrl, emptyDatabase, query, rewrite } from "@/tests/support/database";
import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";

import { authorize } from "@/lib/account/auth/grant";
import type { Actor } from "@/lib/account/auth/policy";
import { findCampaign } from "@/lib/campaign/server/queries";
import { readSummary } from "@/lib/monitor/summary/server/queries";
import { regionCode } from "@/lib/base/region/code";

const district = "62.03";
const villages = [
  { code: "62.03.01.1001", name: "Selat Hilir" },
  { code: "62.03.01.1002", name: "Selat Hulu" },
  { code: "62.03.02.2001", name: "Basarang Jaya" },
  { code: "62.03.02.2002", name: "Basungkai" },
  { code: "62.03.03.2001", name: "Mandau" },
] as const;

const kinds = ["nation", "province", "kabupaten", "subdistrict", "desa"];

let id = "";

/** Three kecamatan, five villages, a ten-day round and a later second one of the same campaign. */
beforeEach(async () => {
  expect(databaseUrl).toContain("test_");
  await emptyDatabase();
  const areas = [
    ["62", null, 1, "Kalimantan Tengah"],
    [district, "62", 2, "Kabupaten Kapuas"],
    ["62.03.01", district, 3, "Selat"],
    ["62.03.02", district, 3, "Basarang"],
    ["62.03.03", district, 3, "Mandau Talawang"],
    ...villages.map(({ code, name }) => [code, code.slice(0, 8), 4, name] as const),
  ] as const;
  for (const area of areas) {
    await query(
      `insert into region (code, parent_code, level, name, kind) values ($1, $2, $3, $4, $5)`,
      [...area, kinds[area[2]]],
    );
  }
  const [row] = await query<{ id: string }>(
    `insert into campaign (district_code, slug, name, starts_on, ends_on, time_zone,
                           report_cut_off, deciding_target_source)
     values ($1, 'bian', 'BIAN', '2026-06-01', '2026-07-31', 'Asia/Jakarta', '16:00', 'local')
     returning id`,
    [district],
  );
  id = row?.id ?? "";
  await put("round", "number, planned_starts_on, planned_ends_on, starts_on, ends_on", [
    [1, "2026-06-01", "2026-06-10", "2026-06-01", "2026-06-10"],
    [2, "2026-07-01", "2026-07-04", "2026-07-01", "2026-07-04"],
  ]);
  await put("intervention", "code, name, short_name, position", [
    ["MR", "Campak-rubela", "MR", 1],
    ["OPV", "Polio tetes", "OPV", 2],
  ]);
  await put("goal", "intervention_code, from_day, share", [
    ["MR", "2026-06-01", 0.95],
    ["OPV", "2026-06-01", 0.8],
  ]);
  await put("target_group", "code, name, position", [["anak", "9–59 bulan", 1]]);
  await put("intervention_target_group", "intervention_code, target_group_code", [
    ["MR", "anak"],
    ["OPV", "anak"],
  ]);
  await put(
    "reporting_unit",
    "code, name, kind, region_code, subdistrict_code",
    villages.map(({ code, name }) => [code, name, "village", code, code.slice(0, 8)]),
  );
});

describe("the summary of a kabupaten", () => {
  it("adds up to what the villages reported, silent ones included", async () => {
    await setTargets("local", 100);
    await report(1, "2026-06-01", { "62.03.01.1001": 40, "62.03.02.2001": 10 });
    const summary = await read({ today: "2026-06-01" });

    expect(summary.interventions[0]?.assessment).toMatchObject({
      dosesAdministered: 50,
      targetPopulation: 500,
      needed: 425,
    });
    expect(summary.parts.map(({ name, assessment }) => [name, assessment.needed])).toEqual([
      ["Basarang", 180],
      ["Selat", 150],
      ["Mandau Talawang", 95],
    ]);
    expect(summary.silent.map(({ name }) => name)).toEqual(["Mandau Talawang"]);
    expect(summary.parts.at(-1)?.assessment.status).toBe("unknown");
  });

  it("leaves an incomplete today out of pace and forecast", async () => {
    await setTargets("local", 1_000);
    for (const day of ["2026-06-01", "2026-06-02", "2026-06-03"]) await reportAll(1, day, 20);
    const before = await read({ today: "2026-06-04" });
    await report(1, "2026-06-04", { "62.03.01.1001": 3 });
    const after = await read({ today: "2026-06-04" });

    expect(before.interventions[0]?.verdict.recentPace).toBe(100);
    expect(after.interventions[0]?.verdict.recentPace).toBe(100);
    expect(after.interventions[0]?.verdict.forecast?.high).toBe(
      before.interventions[0]?.verdict.forecast?.high,
    );
    expect(after.interventions[0]).toMatchObject({ today: 3, yesterday: 100 });
    expect(after.reports).toMatchObject({ received: 1, expected: 5, isComplete: false });
    expect(after.reports?.waiting.map(({ name }) => name)).toEqual([
      "Basarang",
      "Selat",
      "Mandau Talawang",
    ]);
    expect(after.lastReceivedAt).toBeInstanceOf(Date);
  });

  it("shows a kecamatan above 100 % as it is, and says that it helps no other", async () => {
    await setTargets("local", 100);
    await report(1, "2026-06-01", { "62.03.03.2001": 119, "62.03.01.1001": 10 });
    const summary = await read({ today: "2026-06-01" });

    const above = summary.parts.find(({ name }) => name === "Mandau Talawang");
    expect(above?.assessment).toMatchObject({ coverage: 1.19, needed: 0, status: "reached" });
    expect(summary.needGap).toMatchObject({ ofParts: 370, ofWhole: 346 });
    // Its village gave more in a day than it had people: until that is explained it has not reached.
    expect(summary.reached).toEqual({ units: 5, reached: 0, newly: 0 });
  });

  it("keeps two rounds apart", async () => {
    await setTargets("local", 100);
    await report(1, "2026-06-01", { "62.03.01.1001": 40 });
    await report(2, "2026-07-01", { "62.03.01.1001": 7 });
    const first = await read({ today: "2026-07-02", roundNumber: 1 });
    const second = await read({ today: "2026-07-02" });

    expect(first).toMatchObject({ round: { number: 1 }, calendar: { phase: "ended" } });
    expect(first.interventions[0]?.sentence).toEqual({ kind: "outOfTime", needed: 435 });
    expect(first.interventions[0]?.assessment.dosesAdministered).toBe(40);
    expect(second).toMatchObject({ round: { number: 2 }, calendar: { day: 2, days: 4 } });
    expect(second.interventions[0]?.assessment.dosesAdministered).toBe(7);
  });

  it("has no coverage without a target population, and counts what was reported", async () => {
    await report(1, "2026-06-01", { "62.03.01.1001": 40 });
    const summary = await read({ today: "2026-06-02" });

    expect(summary.hasTargets).toBe(false);
    expect(summary.interventions[0]?.sentence).toEqual({ kind: "noTarget" });
    expect(summary.interventions[0]?.assessment).toMatchObject({
      dosesAdministered: 40,
      coverage: null,
    });
    expect(summary.sources).toEqual([]);
  });

  it("stands the other source's coverage beside the deciding one's, with its newest date", async () => {
    await setTargets("local", 50, "2026-05-01");
    await setTargets("local", 100, "2026-05-12");
    await setTargets("pusdatin", 200, "2026-01-02");
    await report(1, "2026-06-01", { "62.03.01.1001": 50 });
    const { sources, interventions } = await read({ today: "2026-06-01" });

    expect(sources).toMatchObject([
      { source: "local", isDeciding: true, asOf: "2026-05-12" },
      { source: "pusdatin", isDeciding: false, asOf: "2026-01-02" },
    ]);
    expect(interventions[0]?.assessment).toMatchObject({
      dosesAdministered: 50,
      targetPopulation: 500,
      otherTarget: 1_000,
    });
  });
});

describe("the summary of a part", () => {
  it("is a camat's own villages, and nothing of the neighbours'", async () => {
    await setTargets("local", 100);
    await reportAll(1, "2026-06-01", 10);
    const summary = await read({ today: "2026-06-02", region: "62.03.02" });

    expect(summary.partKind).toBe("unit");
    expect(summary.parts.map(({ name }) => name)).toEqual(["Basarang Jaya", "Basungkai"]);
    expect(summary.interventions[0]?.assessment).toMatchObject({
      dosesAdministered: 20,
      targetPopulation: 200,
    });
    expect(summary.reached.units).toBe(2);
  });

  it("is one village for its head", async () => {
    await setTargets("local", 100);
    await reportAll(1, "2026-06-01", 10);
    const summary = await read({ today: "2026-06-01", region: "62.03.03.2001" });

    expect(summary.parts).toHaveLength(1);
    expect(summary.largest?.holding).toBeNull();
    expect(summary.reports).toMatchObject({ received: 1, expected: 1, isComplete: true });
  });

  it("lists units where they lie in no kecamatan", async () => {
    await query(`update reporting_unit set region_code = $1, subdistrict_code = $1`, [district]);
    await setTargets("local", 100);
    const summary = await read({ today: "2026-06-01" });

    expect(summary.partKind).toBe("unit");
    expect(summary.parts).toHaveLength(5);
  });
});

async function read(at: { today: string; roundNumber?: number; region?: string }) {
  const region = regionCode.parse(at.region ?? district);
  const actor: Actor = {
    id: randomUUID(),
    username: "reader",
    displayName: "Reader",
    role: "healthOffice",
    homeRegion: region,
    homeRegionName: "Kapuas",
    office: null,
  };
  const campaign = await findCampaign(actor, "bian");
  if (campaign === null) throw new Error("the campaign of this test is missing");
  return readSummary(authorize(actor, "coverage:read", region), campaign, at);
}

/** Rows of a campaign's table; columns besides the key. */
async function put(table: string, columns: string, rows: readonly (readonly unknown[])[]) {
  for (const row of rows) {
    const places = row.map((_, index) => `$${index + 3}`).join(", ");
    await rewrite(
      `insert into ${table} (district_code, campaign_id, ${columns}) values ($1, $2, ${places})`,
      [district, id, ...row],
    );
  }
}

async function setTargets(source: string, people: number, asOf = "2026-05-12") {
  const [set] = await query<{ id: number }>(
    `insert into target_set (district_code, campaign_id, source, as_of, in_force_from)
     values ($1, $2, $3, $4, $4) returning id`,
    [district, id, source, asOf],
  );
  await query(
    `insert into target_population (district_code, campaign_id, target_set_id, unit_code,
                                    intervention_code, target_group_code, round_number, people)
     select district_code, campaign_id, $3, reporting_unit.code, given, 'anak', 0, $4
     from reporting_unit, unnest(array['MR', 'OPV']) as given
     where district_code = $1 and campaign_id = $2`,
    [district, id, set?.id, people],
  );
  await query(`select refresh_place_target($1, $2)`, [district, id]);
}

/** Residents of each unit in both interventions, on one day. */
async function report(round: number, day: string, residents: Readonly<Record<string, number>>) {
  for (const [unit, count] of Object.entries(residents)) {
    const submission = randomUUID();
    await put(
      "daily_report",
      "round_number, unit_code, day, submission_id, is_on_time, submitted_at",
      [[round, unit, day, submission, true, `${day}T08:00:00Z`]],
    );
    for (const intervention of ["MR", "OPV"]) {
      await put(
        "tally",
        "round_number, unit_code, day, intervention_code, target_group_code, residents, submission_id",
        [[round, unit, day, intervention, "anak", count, submission]],
      );
    }
  }
}

async function reportAll(round: number, day: string, residents: number) {
  await report(round, day, Object.fromEntries(villages.map(({ code }) => [code, residents])));
}
