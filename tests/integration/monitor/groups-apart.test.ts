import { emptyDatabase } from "@/tests/support/database";

import { randomUUID } from "node:crypto";

import { beforeAll, describe, expect, it } from "vitest";

import { coverageOf } from "@/lib/server/api/coverage";
import { sourcesOf } from "@/lib/server/api/sources";
import { readTrend } from "@/lib/server/api/trend";
import type { Actor } from "@/lib/account/auth/policy";
import type { Campaign } from "@/lib/campaign/campaign";
import { campaignInput } from "@/lib/campaign/schema";
import { createCampaign } from "@/lib/campaign/server/commands";
import { findCampaign } from "@/lib/campaign/server/queries";
import { importTargetPopulations } from "@/lib/campaign/target-population/server/commands";
import { coverageCsvOf, csvFileName, type CoverageCsvColumn } from "@/lib/monitor/coverage/csv";
import { paramsOfEachGroup, parseCoverageParams } from "@/lib/monitor/coverage/params";
import { readCoverage } from "@/lib/monitor/coverage/server/read";
import { parseSourceParams } from "@/lib/monitor/source/params";
import { readSource } from "@/lib/monitor/source/server/read";
import { servedBlocks, servedExtremes } from "@/lib/monitor/summary/served";
import { readSummary } from "@/lib/monitor/summary/server/queries";
import { submitDailyReports } from "@/lib/report/server/commands";

import {
  basarang,
  grantOf,
  makeCampaign,
  mrBody,
  november,
  selat,
  village,
} from "./selat-basarang";

/** The ten groups of the document: noun, counted people (null: none is given), and served, ours. */
const klasik = [
  ["baduta-stunting", "Baduta stunting", "child", 197, 171],
  ["balita-stunting", "Balita stunting", "child", 803, 588],
  ["bumil-kek", "Ibu hamil KEK", "pregnantWoman", 84, 79],
  ["baduta-krs", "Baduta dari KRS", "child", 3_247, 1_893],
  ["balita-krs", "Balita dari KRS", "child", 12_605, 5_236],
  ["krs-air-minum", "KRS tanpa air minum layak", "family", 2_022, 412],
  ["krs-jamban", "KRS tanpa jamban layak", "family", 6_919, 858],
  ["krs-kb-modern", "KRS tanpa KB modern", "family", 12_637, 3_411],
  ["remaja-catin", "Remaja dan calon pengantin", "person", null, 321],
  ["miskin-ekstrem", "Keluarga miskin ekstrem", "family", 798, 640],
] as const;

/** Sums over groups that mean nothing: of all, of the children, of the families; people and served. */
const sums = [39_312, 16_852, 22_376, 13_609, 13_288, 7_888, 5_321];

const today = november(2);
const at = new Date(`${today}T08:00:00Z`);
let dinkes: Actor;
let campaign: Campaign;

beforeAll(async () => {
  await emptyDatabase();
  ({ dinkes } = await makeCampaign());
  await createCampaign(
    grantOf(dinkes, "campaign:manage"),
    campaignInput.parse({
      ...mrBody,
      slug: "klasik",
      name: "Gebyar KLASIK II",
      noun: "family",
      act: "served",
      gives: "service",
      interventions: [{ code: "LAYANAN", name: "Dilayani", coverageGoal: "1", groupsAdd: false }],
      targetGroups: klasik.map(([code, name, noun]) => ({ code, name, noun })),
      reportingUnits: [...selat, ...basarang].map(village),
    }),
  );
  const found = await findCampaign(dinkes, "klasik");
  if (!found) throw new Error("the campaign is not there");
  campaign = found;
  const [first = "", second = ""] = selat;
  await importTargetPopulations(
    grantOf(dinkes, "target:import"),
    campaign,
    {
      source: "local",
      asOf: november(1),
      decree: undefined,
      rows: klasik.flatMap(([targetGroup, , , people]) =>
        people === null ? [] : [{ unit: first, intervention: "LAYANAN", targetGroup, people }],
      ),
    },
    { isDryRun: false, at: new Date("2026-11-01T00:00:00Z") },
  );
  // All in one village but for 21 of those whom nobody has counted.
  const tallies = klasik.map(([targetGroup, , , , served]) => ({
    intervention: "LAYANAN",
    targetGroup,
    residents: targetGroup === "remaja-catin" ? served - 21 : served,
    nonResidents: 0,
  }));
  const remaja = { intervention: "LAYANAN", targetGroup: "remaja-catin", nonResidents: 0 };
  const results = await submitDailyReports(
    grantOf(dinkes, "tally:submit"),
    campaign,
    [
      { unit: first, tallies },
      { unit: second, tallies: [{ ...remaja, residents: 21 }] },
    ].map((each) => ({
      id: randomUUID(),
      day: november(2),
      zero: false,
      isAboveTargetConfirmed: true,
      ...each,
    })),
    { at, via: "api" },
  );
  expect(results).toMatchObject([{ outcome: "stored" }, { outcome: "stored" }]);
});

const reading = () => grantOf(dinkes, "coverage:read");

function holdsNoSum(answer: unknown) {
  const numbers = new Set(
    JSON.stringify(answer, (_, value: unknown) => (value instanceof Map ? [...value] : value))
      .match(/\d+/g)
      ?.map(Number),
  );
  expect(sums.filter((sum) => numbers.has(sum))).toEqual([]);
}

describe("a campaign whose groups do not add", () => {
  it("has a line for each group in the summary, by nouns, and no total", async () => {
    const summary = await readSummary(reading(), campaign, { today });
    expect(
      summary.interventions.map(({ intervention, assessment, today: ofToday }) => [
        intervention.targetGroup,
        intervention.name,
        assessment.targetPopulation,
        assessment.dosesAdministered,
        ofToday,
      ]),
    ).toEqual(klasik.map(([code, name, , people, served]) => [code, name, people, served, served]));
    expect(summary.notAdded).toEqual(["unlike"]);
    expect(
      servedBlocks(summary.interventions).map(({ noun, rows }) => [noun, rows.length]),
    ).toEqual([
      ["child", 4],
      ["pregnantWoman", 1],
      ["family", 4],
      ["person", 1],
    ]);
    // 858 of 6,919 are fewer than any; 79 of 84 more than any.
    const extremes = servedExtremes(summary.interventions);
    expect([extremes?.least.intervention.name, extremes?.most.intervention.name]).toEqual([
      "KRS tanpa jamban layak",
      "Ibu hamil KEK",
    ]);
    expect(extremes?.least.assessment.remaining).toBe(6_061);
    holdsNoSum(summary);
  });

  it("lists places for the group that was chosen", async () => {
    const summary = await readSummary(reading(), campaign, {
      today,
      interventionCode: "LAYANAN",
      groupCode: "bumil-kek",
    });
    expect(summary.chosen.name).toBe("Ibu hamil KEK");
    expect(
      summary.parts.map(({ name, assessment }) => [name, assessment.dosesAdministered]),
    ).toEqual([
      ["Selat", 79],
      ["Basarang", 0],
    ]);
  });

  it("is one group on the coverage screen, with all of them beside it", async () => {
    const params = parseCoverageParams({ kelompok: "krs-jamban" }, campaign, today);
    const read = await readCoverage(reading(), campaign, params, undefined);
    expect(read?.view.total).toMatchObject({
      dosesAdministered: 858,
      targetPopulation: 6_919,
      remaining: 6_061,
      targetGroup: "krs-jamban",
    });
    expect(read?.view.notAdded).toBe("unlike");
    expect(read?.view.trend.now?.cumulative).toBe(858);
    expect(read?.view.interventions.map(({ assessment }) => assessment?.dosesAdministered)).toEqual(
      klasik.map(([, , , , served]) => served),
    );
    expect(read?.view.groups.map(({ groupName }) => groupName)).toEqual(
      klasik.map(([, name]) => name),
    );
    holdsNoSum(read?.view);

    const usual = parseCoverageParams({}, campaign, today);
    expect([usual.targetGroup, usual.groupFilter]).toEqual(["baduta-stunting", null]);
  });

  it("has one file of all groups, each with its own rows and total, and no total of them", async () => {
    const query = { kelompok: "krs-jamban", "semua-kelompok": "ya" };
    const asked = parseCoverageParams(query, campaign, today);
    expect(asked.ignored).toEqual([]);
    const parts = await Promise.all(
      paramsOfEachGroup(query, campaign, asked).map(async (params) => {
        const read = await readCoverage(reading(), campaign, params, undefined);
        if (!read) throw new Error("the screen is not there");
        return { params, view: read.view };
      }),
    );
    const [heads = [], ...rows] = coverageCsvOf(campaign, parts, {
      column: (name) => name,
      status: (status) => status,
      scope: (scope) => scope,
      source: (source) => source,
      allGroups: "semua",
      total: "Jumlah",
      sample: "DATA CONTOH",
      published: "Sumber",
      ended: () => "berakhir",
      twoLevels: () => "",
    });
    const of = (name: CoverageCsvColumn, row: readonly unknown[]) => row[heads.indexOf(name)];
    // Two kecamatan and their total, ten times.
    expect(rows).toHaveLength(30);
    expect(
      rows
        .filter((row) => of("name", row) === "Jumlah")
        .map((row) => [of("targetGroup", row), of("targetPopulation", row)]),
    ).toEqual(klasik.map(([, name, , people]) => [name, people]));
    holdsNoSum(rows);
    expect(csvFileName(campaign, asked)).toBe(`cakupan-klasik-layanan-${today}.csv`);

    const one = parseCoverageParams({ kelompok: "krs-jamban" }, campaign, today);
    expect(paramsOfEachGroup({}, campaign, one)).toEqual([one]);
    expect(csvFileName(campaign, one)).toBe(`cakupan-klasik-layanan-krs-jamban-${today}.csv`);
  });

  it("has rows by group in the API, null for the total, and the reason in words", async () => {
    const answer = await coverageOf(reading(), campaign, {}, at);
    expect(answer.notAdded).toEqual([
      {
        intervention: "LAYANAN",
        total: null,
        reason: "unlike",
        inWords: {
          id: "Tidak ada jumlah. Anak, ibu hamil, keluarga, dan orang tidak dijumlahkan satu sama lain, jadi tiap kelompok berdiri sendiri.",
          en: "No total. Children, pregnant women, families, and people are not added to each other, so each group stands by itself.",
        },
      },
    ]);
    expect(answer.total.map((row) => [row.targetGroup, row.dosesAdministered])).toEqual(
      klasik.map(([code, , , , served]) => [code, served]),
    );
    // Served without a target population: the count, in no coverage and no other's divisor.
    expect(answer.total.find(({ targetGroup }) => targetGroup === "remaja-catin")).toMatchObject({
      dosesAdministered: 321,
      targetPopulation: null,
      coverage: null,
      remaining: null,
    });
    holdsNoSum(answer);
  });

  it("has days by group in the API", async () => {
    const answer = await readTrend(reading(), campaign, {}, at);
    expect(
      answer.days
        .filter(({ day }) => day === today)
        .map(({ targetGroup, doses, cumulative }) => [targetGroup, doses, cumulative]),
    ).toEqual(klasik.map(([code, , , , served]) => [code, served, served]));
    expect(answer.sinceYesterday).toHaveLength(10);
    holdsNoSum(answer);
  });

  it("lists the reports behind it without a sum, and with one of a group", async () => {
    const all = await sourcesOf(reading(), campaign, {}, at);
    expect(all).toMatchObject({ reports: 2, doses: null, unverified: null });
    expect(all.rows.map(({ doses }) => doses)).toEqual([null, null]);
    holdsNoSum(all);
    const families = await sourcesOf(reading(), campaign, { targetGroup: "krs-jamban" }, at);
    expect(families).toMatchObject({ doses: 858, notAdded: [] });

    const params = parseSourceParams({ intervensi: "semua" }, campaign, today);
    const page = await readSource(reading(), campaign, params, {
      limit: 10,
      offset: 0,
      sets: null,
    });
    expect(page).toMatchObject({ kind: "doses", notAdded: "unlike" });
  });
});
