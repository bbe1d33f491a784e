import { emptyDatabase, query } from "@/tests/support/database";

import { beforeEach, describe, expect, it } from "vitest";

import { coverageOf } from "@/lib/server/api/coverage";
import { sourcesOf } from "@/lib/server/api/sources";
import { readTrend } from "@/lib/server/api/trend";
import { authorize } from "@/lib/account/auth/grant";
import type { Actor } from "@/lib/account/auth/policy";
import { regionCode } from "@/lib/base/region/code";
import type { Campaign } from "@/lib/campaign/campaign";
import { changeCampaign } from "@/lib/campaign/server/change-commands";
import { findCampaign } from "@/lib/campaign/server/queries";
import { campaignChange } from "@/lib/campaign/schema";
import { listUnitSets } from "@/lib/campaign/unit-set/server/queries";
import type { SetGrouping } from "@/lib/campaign/unit-set/unit-set";
import { importTargetPopulations } from "@/lib/campaign/target-population/server/commands";
import { parseCompletenessParams } from "@/lib/monitor/completeness/params";
import { countAwaited } from "@/lib/monitor/completeness/server/queries";
import { readCompleteness } from "@/lib/monitor/completeness/server/read";
import { parseCoverageParams } from "@/lib/monitor/coverage/params";
import { readCoverage } from "@/lib/monitor/coverage/server/read";
import { withinPlaces } from "@/lib/monitor/quality/params";
import { readFindings, readSetsOfUnits } from "@/lib/monitor/quality/server/queries";
import { placeProgress, queueReports } from "@/lib/report/verification/server/queue-queries";
import { readSummary } from "@/lib/monitor/summary/server/queries";

import { person } from "../campaign/district";
import { basarang, grantOf, makeCampaign, mrBody, november, report, selat } from "./selat-basarang";

let dinkes: Actor;
let campaign: Campaign;

const [first = "", second = "", third = "", fourth = ""] = selat;
const [fifth = "", sixth = ""] = basarang;

/** Melati has two villages of Selat and one of Basarang, Sei Tatas one; two are in no puskesmas. */
const unitSets = [
  { kind: "puskesmas", code: "melati", name: "Melati", units: [first, second, fifth] },
  { kind: "puskesmas", code: "sei-tatas", name: "Sei Tatas", units: [third] },
  { kind: "stage", code: "satu", name: "Tahap 1", closesOn: november(4), units: [first, second] },
  { kind: "stage", code: "dua", name: "Tahap 2", opensOn: november(4), units: [third, fourth] },
];

const puskesmas: SetGrouping = { kind: "puskesmas", restName: "Di luar puskesmas" };
const stages: SetGrouping = { kind: "stage", restName: "Di luar tahap" };

async function change(part: Readonly<Record<string, unknown>>): Promise<void> {
  await changeCampaign(
    grantOf(dinkes, "campaign:manage"),
    campaign,
    campaignChange.parse({ ...mrBody, removedUnits: [], ...part }),
    { today: november(1), reason: "Uji" },
  );
  campaign = (await findCampaign(dinkes, mrBody.slug)) ?? campaign;
}

beforeEach(async () => {
  await emptyDatabase();
  ({ dinkes, campaign } = await makeCampaign());
  await change({ unitSets });
  await report(campaign, [first, second, fifth, fourth], [1, 4]);
  await report(campaign, [third], [4, 5]);
});

const reader = () => grantOf(dinkes, "coverage:read");

async function coverage(sets: SetGrouping | null, place?: string, grant = reader()) {
  const params = parseCoverageParams({}, campaign, november(5));
  return (await readCoverage(grant, campaign, params, place, sets))?.view;
}

describe("sets of a campaign", () => {
  it("are stored with their units in their order, stay when a change names none, and go", async () => {
    expect(
      campaign.unitSets.map(({ code, opensOn, closesOn }) => [code, opensOn, closesOn]),
    ).toEqual([
      ["melati", null, null],
      ["sei-tatas", null, null],
      ["satu", null, november(4)],
      ["dua", november(4), null],
    ]);
    await change({ name: "MR Kapuas 2026" });
    const stored = await listUnitSets(grantOf(dinkes, "campaign:manage"), campaign);
    expect(stored.map(({ code, units }) => [code, units])).toEqual([
      ["melati", [first, second, fifth]],
      ["sei-tatas", [third]],
      ["satu", [first, second]],
      ["dua", [third, fourth]],
    ]);
    await change({ unitSets: [] });
    expect(campaign.unitSets).toEqual([]);
    expect(await query("select from unit_set_member")).toEqual([]);
  });

  it("name units of the campaign, each once in a kind; only stages have days", async () => {
    await expect(
      change({ unitSets: [{ kind: "own", code: "a", name: "A", units: ["62.03.01.1007"] }] }),
    ).rejects.toMatchObject({ code: "unknownUnit", field: "unitSets.0.units" });
    const parse = (sets: readonly unknown[]) =>
      campaignChange
        .safeParse({ ...mrBody, removedUnits: [], unitSets: sets })
        .error?.issues.map(({ path, message }) => [path.join("."), message]);
    const own = { kind: "own", code: "a", name: "A", units: [first] };
    expect(parse([own, { ...own, code: "b" }])).toEqual([["unitSets.1.units", "unitTwice"]]);
    expect(parse([own, { ...own, units: [second] }])).toEqual([["unitSets.1.code", "codeTwice"]]);
    expect(parse([{ ...own, opensOn: november(3) }])).toEqual([
      ["unitSets.0.opensOn", "stageDays"],
    ]);
    const stage = { ...own, kind: "stage", opensOn: november(3), closesOn: november(2) };
    expect(parse([stage])).toEqual([["unitSets.0.closesOn", "endsBeforeStart"]]);
  });
});

describe("reading by set", () => {
  it("adds units up across kecamatan, the others in a last row, on coverage, summary and API", async () => {
    const view = await coverage(puskesmas);
    const rows = (
      list: readonly { code: string; name: string; dosesAdministered: number }[] = [],
    ) => list.map(({ code, name, dosesAdministered }) => [code, name, dosesAdministered]);
    const expected = [
      ["puskesmas~melati", "Melati", 120],
      ["puskesmas~sei-tatas", "Sei Tatas", 20],
      ["puskesmas~-", "Di luar puskesmas", 40],
    ];
    expect(rows(view?.parts)).toEqual(expected);
    expect(view?.matrix.map(({ code }) => code)).toEqual(expected.map(([code]) => code));
    expect(view?.total.dosesAdministered).toBe(180);
    expect(view?.parts.map(({ reportsReceived }) => reportsReceived)).toEqual([12, 2, 4]);
    // 1 to 4 November of Melati had each report; the two outside never had more than one of two.
    expect(view?.parts.map(({ completeDays }) => completeDays)).toEqual([4, 2, 0]);

    const summary = await readSummary(reader(), campaign, { today: november(5), sets: puskesmas });
    expect(summary).toMatchObject({ partKind: "set", setKind: "puskesmas" });
    expect(
      summary.parts.map(({ code, assessment }) => [
        code,
        assessment.dosesAdministered,
        assessment.completeDays,
      ]),
    ).toEqual([
      ["puskesmas~melati", 120, 4],
      ["puskesmas~sei-tatas", 20, 2],
      ["puskesmas~-", 40, 0],
    ]);

    const at = new Date(`${november(5)}T05:00:00Z`);
    const answer = await coverageOf(reader(), campaign, { by: "set", kind: "puskesmas" }, at);
    expect(rows(answer.rows)).toEqual([
      ["melati", "Melati", 120],
      ["sei-tatas", "Sei Tatas", 20],
      ["-", "-", 40],
    ]);
    expect(answer.total[0]?.dosesAdministered).toBe(180);
    const sources = await sourcesOf(
      reader(),
      campaign,
      { by: "set", kind: "puskesmas", code: "melati" },
      at,
    );
    expect(sources).toMatchObject({ reports: 12, doses: 120 });
    const trend = await readTrend(reader(), campaign, { by: "set", kind: "puskesmas" }, at);
    const ofDay = (day: number) =>
      trend.days
        .filter((each) => each.day === november(day))
        .map(({ set, doses, cumulative, reportsReceived, reportsExpected }) => [
          set?.code,
          doses,
          cumulative,
          `${String(reportsReceived)}/${String(reportsExpected)}`,
        ]);
    // Melati's two villages of stage 1 owe nothing after the 4th, and stage 2 nothing before it.
    expect(ofDay(4)).toEqual([
      ["-", 10, 40, "1/2"],
      ["melati", 30, 120, "3/3"],
      ["sei-tatas", 10, 10, "1/1"],
    ]);
    expect(ofDay(5)).toEqual([
      ["-", 0, 40, "0/2"],
      ["melati", 0, 120, "0/1"],
      ["sei-tatas", 10, 20, "1/1"],
    ]);
    expect(trend.sinceYesterday).toBeNull();
    await expect(coverageOf(reader(), campaign, { by: "set" }, at)).rejects.toMatchObject({
      fields: [{ field: "kind", code: "required" }],
    });
  });

  it("opens a set as a place, and the group outside every set", async () => {
    const melati = await coverage(puskesmas, "puskesmas~melati");
    expect(melati?.root).toMatchObject({ kind: "set", name: "Melati", parts: "unit" });
    expect(melati?.parts.map(({ code }) => code)).toEqual([first, second, fifth]);
    expect(melati?.trend.now?.cumulative).toBe(120);
    const others = await coverage(puskesmas, "puskesmas~-");
    expect(others?.parts.map(({ code }) => code)).toEqual([fourth, sixth]);
    expect(await coverage(puskesmas, "puskesmas~lain")).toBeUndefined();
    expect(await coverage(stages, "puskesmas~melati")).toBeUndefined();
  });

  it("shows a camat the part of a set that is theirs", async () => {
    const camat = await person("subdistrictHead", "62.03.02");
    const grant = authorize(camat, "coverage:read", regionCode.parse("62.03.02"));
    const view = await coverage(puskesmas, undefined, grant);
    expect(view?.parts.map(({ code, dosesAdministered }) => [code, dosesAdministered])).toEqual([
      ["puskesmas~melati", 40],
      ["puskesmas~-", 0],
    ]);
    expect(await coverage(puskesmas, "puskesmas~sei-tatas", grant)).toBeUndefined();
  });

  it("verifies by set: its reports alone, and how far each set is", async () => {
    const officer = grantOf(dinkes, "report:verify");
    const queue = { day: null, status: null } as const;
    const of = async (place: string) =>
      (await queueReports(officer, campaign, { ...queue, place })).reports.map(({ unit }) => unit);
    expect(new Set(await of("puskesmas~melati"))).toEqual(new Set([first, second, fifth]));
    expect(new Set(await of("puskesmas~-"))).toEqual(new Set([fourth]));
    const progress = await placeProgress(officer, campaign, puskesmas);
    expect(progress.map(({ code, name, waiting }) => [code, name, waiting])).toEqual([
      ["puskesmas~melati", "Melati", 12],
      ["puskesmas~sei-tatas", "Sei Tatas", 2],
      ["puskesmas~-", "Di luar puskesmas", 4],
    ]);
    expect((await placeProgress(officer, campaign)).map(({ code }) => code)).toEqual([
      "62.03.01",
      "62.03.02",
    ]);
  });

  it("filters findings by the units of a set", async () => {
    const officer = grantOf(dinkes, "quality:review");
    const sets = await readSetsOfUnits(officer, campaign);
    expect(sets.map(({ code, units }) => [code, units.size])).toContainEqual([
      "puskesmas~melati",
      3,
    ]);
    const findings = await readFindings(officer, campaign, november(6));
    const shown = (subdistrict: string | null) =>
      withinPlaces(findings, { subdistrict, resolver: null }, sets).map(({ place }) => place?.code);
    const units = [first, second, fifth];
    const own = shown("puskesmas~melati");
    expect(own.length).toBeGreaterThan(0);
    expect(own.length).toBeLessThan(shown(null).length);
    expect(own.every((code) => units.includes(code ?? ""))).toBe(true);
  });

  it("has a calendar by set", async () => {
    const params = parseCompletenessParams({ per: "puskesmas" }, campaign, november(5));
    expect(params.setKind).toBe("puskesmas");
    const at = { today: november(5), now: new Date(`${november(5)}T10:00:00Z`) };
    const grant = grantOf(dinkes, "completeness:read");
    const view = await readCompleteness(grant, campaign, params, { ...at, sets: puskesmas });
    expect(view?.rows.map(({ code, received, units }) => [code, received, units])).toEqual([
      ["puskesmas~melati", 12, 3],
      ["puskesmas~sei-tatas", 2, 1],
      ["puskesmas~-", 4, 2],
    ]);
    const own = { ...params, place: "puskesmas~melati" };
    const melati = await readCompleteness(grant, campaign, own, { ...at, sets: puskesmas });
    expect(melati?.rows.map(({ code }) => code)).toEqual([first, fifth, second]);
    expect(melati?.total.received).toBe(12);
  });
});

describe("the days of a stage", () => {
  it("say when its units owe reports; a report on another day counts as one that was owed", async () => {
    const view = await coverage(stages);
    // Of five days: the first stage owes four, the second two; one of it reported three days early.
    expect(view?.parts.map((row) => [row.code, row.reportsReceived, row.reportsExpected])).toEqual([
      ["tahap~satu", 8, 2 * 4],
      ["tahap~dua", 6, 2 * 2 + 3],
      ["tahap~-", 4, 2 * 5],
    ]);
    const [round] = campaign.rounds;
    if (!round) throw new Error("no round");
    const awaited = (day: number) =>
      countAwaited(grantOf(dinkes, "completeness:read"), campaign, { round, day: november(day) });
    expect(await awaited(3)).toBe(1);
    expect(await awaited(5)).toBe(3);
    await change({ unitSets: unitSets.map((set) => ({ ...set, opensOn: undefined })) });
    expect(await awaited(3)).toBe(2);
  });
});

describe("a gate that asks for the units of a set", () => {
  const terms = [
    { intervention: "MR", unitSet: { kind: "puskesmas", code: "melati" }, atLeast: "0.4" },
    {
      ...{ intervention: "MR", targetGroup: "anak", atLeast: "0.5" },
      unitSet: { kind: "stage", code: "satu" },
    },
    { intervention: "MR", atLeast: "0.3" },
  ];
  const told = [
    { dosesAdministered: 120, targetPopulation: 300, isMet: true },
    { dosesAdministered: 80, targetPopulation: 200, isMet: false },
    { dosesAdministered: 180, targetPopulation: 600, isMet: true },
  ];

  it("has their figures at every door and on every day, whatever else is asked for", async () => {
    await change({ gates: [{ code: "LANJUT", name: "Lanjut", terms }] });
    await importTargetPopulations(
      grantOf(dinkes, "target:import"),
      campaign,
      {
        ...{ source: "local", asOf: november(1), decree: undefined },
        rows: [...selat, ...basarang].map((unit) => ({
          ...{ unit, intervention: "MR", targetGroup: "anak", people: 100 },
        })),
      },
      { isDryRun: false, at: new Date(`${november(1)}T08:00:00Z`) },
    );
    const at = new Date(`${november(5)}T08:00:00Z`);
    for (const query of [{}, { by: "set", kind: "stage" }, { by: "unit" }] as const) {
      const answer = await coverageOf(reader(), campaign, query, at);
      expect(answer.gates).toMatchObject([{ isOpen: false, terms: told }]);
    }
    const today = november(5);
    const summary = await readSummary(reader(), campaign, { today, sets: stages });
    expect(summary.gates).toMatchObject([{ isOpen: false, terms: told }]);
    const before = await readSummary(reader(), campaign, { today, on: november(3) });
    expect(before.gates[0]?.terms).toMatchObject([
      { dosesAdministered: 90, isMet: false, setName: "Melati" },
      { dosesAdministered: 60, isMet: false, setName: "Tahap 1" },
      { dosesAdministered: 120, isMet: false, setName: null },
    ]);
  });
});
