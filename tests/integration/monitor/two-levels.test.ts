import { emptyDatabase, query, rewrite } from "@/tests/support/database";

import { beforeEach, expect, it } from "vitest";

import { coverageOf } from "@/lib/server/api/coverage";
import type { Actor } from "@/lib/account/auth/policy";
import type { Campaign } from "@/lib/campaign/campaign";
import { findCampaign } from "@/lib/campaign/server/queries";
import { parseCoverageParams } from "@/lib/monitor/coverage/params";
import { readCoverage } from "@/lib/monitor/coverage/server/read";
import { coverageCsv } from "@/lib/monitor/coverage/csv";
import { withoutSubdistricts } from "@/lib/monitor/two-levels";
import { statusWord } from "@/lib/monitor/assessment";
import { readSummary } from "@/lib/monitor/summary/server/queries";
import { explainFinding } from "@/lib/monitor/quality/server/commands";
import { readFindings } from "@/lib/monitor/quality/server/queries";
import { importTargetPopulations } from "@/lib/campaign/target-population/server/commands";

import { person } from "../campaign/district";
import { basarang, grantOf, makeCampaign, november, report, selat } from "./selat-basarang";

const today = november(1);
const kecamatan = "62.03.01";
const villages = selat.slice(0, 3);
let dinkes: Actor;
let campaign: Campaign;

beforeEach(async () => {
  await emptyDatabase();
  ({ dinkes, campaign } = await makeCampaign());
  // Set-up rejects it today: a kecamatan that reports beside its villages.
  await query(
    `insert into reporting_unit (district_code, campaign_id, code, name, kind, region_code, subdistrict_code)
     values ($1, $2, $3, 'Kecamatan Selat', 'subdistrict', $3, $3)`,
    [campaign.districtCode, campaign.id, kecamatan],
  );
});

/** Target populations and one day: 1,000 of the kecamatan, 300 of each of three villages. */
async function given(people: { readonly kecamatan: number; readonly village: number | null }) {
  const targeted = people.village === null ? [kecamatan] : [kecamatan, ...villages];
  const rows = targeted.map((unit) => ({
    unit,
    intervention: "MR",
    targetGroup: "anak",
    people: unit === kecamatan ? people.kecamatan : (people.village ?? 0),
  }));
  await importTargetPopulations(
    grantOf(dinkes, "target:import"),
    campaign,
    { source: "local", asOf: november(1), decree: undefined, rows },
    { isDryRun: false, at: new Date("2026-11-01T00:00:00Z") },
  );
  await report(campaign, [kecamatan, ...selat, ...basarang], [1, 1]);
  await rewrite(
    `update tally set residents = case
       when unit_code = $1 then 1000 when unit_code = any($2) then 300 else 0 end`,
    [kecamatan, villages],
  );
  await renew();
}

async function renew() {
  campaign = (await findCampaign(dinkes, campaign.slug)) ?? campaign;
}

async function twoLevels() {
  const findings = await readFindings(grantOf(dinkes, "quality:review"), campaign, today);
  return findings.filter(({ rule }) => rule === "twoLevels");
}

/** What summary, coverage screen and API say of the whole. */
async function words() {
  const grant = grantOf(dinkes, "coverage:read");
  const [summary, reading, api] = await Promise.all([
    readSummary(grant, campaign, { today }),
    readCoverage(grant, campaign, parseCoverageParams({}, campaign, today), undefined),
    coverageOf(grant, campaign, {}, new Date(`${today}T08:00:00Z`)),
  ]);
  const whole = summary.interventions[0]?.assessment;
  return {
    summary: whole && statusWord(whole),
    screen: reading && statusWord(reading.view.total),
    api: api.total.map(({ isDoubtful, doubtfulDoses }) => ({ isDoubtful, doubtfulDoses })),
    named: [summary.doubts, reading?.view.doubts ?? [], api.doubts].map((doubts) =>
      doubts.map(({ rule, doses }) => ({ rule, doses })),
    ),
  };
}

it("tells what a kecamatan says beside its villages, 1,000 and 900", async () => {
  await given({ kecamatan: 1_000, village: 400 });
  expect(await twoLevels()).toMatchObject([
    {
      subject: kecamatan,
      place: { name: "Kecamatan Selat" },
      rows: [{ values: { doses: 1_000, villages: 900, difference: 100, round: 1 } }],
    },
  ]);

  // With the kecamatan alone nothing is counted twice.
  await rewrite("update tally set residents = 0 where unit_code = any($1)", [villages]);
  expect(await twoLevels()).toEqual([]);
});

it("lets no goal be reached by counting both", async () => {
  // 1,900 of 2,000 is the goal of 95 %; the villages alone gave 900.
  await given({ kecamatan: 1_001, village: 333 });
  const named = [{ rule: "twoLevels", doses: 1_000 }];
  expect(await words()).toEqual({
    summary: "doubtful",
    screen: "doubtful",
    api: [{ isDoubtful: true, doubtfulDoses: 1_000 }],
    named: [named, named, named],
  });

  const [finding] = await twoLevels();
  if (!finding) throw new Error("no finding");
  const { rule, subject, facts } = finding;
  await explainFinding(
    grantOf(dinkes, "quality:review"),
    campaign,
    { rule, subject, facts, note: "Kecamatan melayani anak jalanan, bukan warga desa." },
    { at: new Date(`${today}T08:00:00Z`), today },
  );
  await renew();
  expect(await words()).toMatchObject({ summary: "reached", screen: "reached" });
});

/** What summary, coverage screen, kecamatan, file and API say of totals that hold both levels. */
async function told(on = today) {
  const grant = grantOf(dinkes, "coverage:read");
  const params = parseCoverageParams({}, campaign, on);
  const [summary, reading, place, api] = await Promise.all([
    readSummary(grant, campaign, { today: on }),
    readCoverage(grant, campaign, params, undefined),
    readCoverage(grant, campaign, params, kecamatan),
    coverageOf(grant, campaign, {}, new Date(`${on}T08:00:00Z`)),
  ]);
  const file = reading
    ? coverageCsv(campaign, params, reading.view, {
        column: (name) => name,
        status: (status) => status,
        scope: (scope) => scope,
        source: (source) => source,
        allGroups: "",
        total: "",
        sample: "",
        published: "",
        ended: ({ unit }) => `ended ${unit}`,
        twoLevels: ({ name, doses, people }) => `${name}: ${String(doses)} of ${String(people)}`,
      })
    : [];
  const seen = [
    summary.twoLevels,
    reading?.view.twoLevels ?? [],
    place?.view.twoLevels ?? [],
    api.twoLevels,
  ];
  return { seen, firstLine: file[0]?.[0] };
}

it("says of every total that it holds both levels, at every door, and what it is without", async () => {
  await given({ kecamatan: 1_001, village: 400 });
  const levels = [
    {
      place: kecamatan,
      name: "Selat",
      intervention: "MR",
      targetGroup: null,
      doses: 1_000,
      people: 1_001,
    },
  ];
  expect(await told()).toEqual({
    seen: [levels, levels, levels, levels],
    firstLine: "Selat: 1000 of 1001",
  });

  const { total } = await coverageOf(
    grantOf(dinkes, "coverage:read"),
    campaign,
    {},
    new Date(`${today}T08:00:00Z`),
  );
  // 1,900 of 2,201 together; the villages alone gave 900 to their 1,200.
  expect(withoutSubdistricts(levels, total)).toEqual([
    { intervention: "MR", targetGroup: null, dosesAdministered: 900, targetPopulation: 1_200 },
  ]);

  // On a day before the reports the target populations are still added.
  expect((await told(november(2))).seen[0]).toEqual(levels);
});

it("says it of target populations alone", async () => {
  await given({ kecamatan: 1_001, village: 400 });
  await rewrite("update tally set residents = 0 where unit_code = $1", [kecamatan]);
  await renew();
  expect((await told()).seen[3]).toMatchObject([{ doses: 0, people: 1_001 }]);
});

it("says nothing where the villages' doses have no target and stand outside the total", async () => {
  await given({ kecamatan: 1_001, village: null });
  expect(await told()).toEqual({ seen: [[], [], [], []], firstLine: "code" });
});

it("tells a village's head nothing about it: their own total holds one level", async () => {
  await given({ kecamatan: 1_001, village: 400 });
  const [village = ""] = villages;
  const head = await person("villageHead", village, "kades.satu");
  const reading = await readCoverage(
    grantOf(head, "coverage:read"),
    campaign,
    parseCoverageParams({}, campaign, today),
    undefined,
  );
  expect(reading?.view.twoLevels).toEqual([]);
});
