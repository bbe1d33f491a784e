import { databaseUrl } from "@/tests/support/database";

import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { authorize } from "@/lib/account/auth/grant";
import type { Actor, Role } from "@/lib/account/auth/policy";
import { unplacedCode } from "@/lib/campaign/unplaced";
import { findCampaign, readablePlace } from "@/lib/campaign/server/queries";
import { percentHundredths } from "@/lib/coverage/percent";
import { pool } from "@/lib/server/db/pool";
import {
  coverageCsv,
  coverageCsvColumns,
  type CoverageCsvColumn,
} from "@/lib/monitor/coverage/csv";
import { parseCoverageParams } from "@/lib/monitor/coverage/params";
import { readCoverage } from "@/lib/monitor/coverage/server/read";
import type { PlaceRow } from "@/lib/monitor/coverage/rows";
import { placeCountsBy } from "@/lib/monitor/server/queries";
import { regionCode } from "@/lib/base/region/code";
import { withQuery } from "@/lib/base/routes";

import { insertCampaign, insertRegions, type Key } from "../roll-up-campaign";
import { operation } from "../roll-up-operations";
import { perform } from "../roll-up-perform";

const client = new pg.Client({ connectionString: databaseUrl });
const today = "2026-06-30";
let campaigns = 0;

beforeAll(async () => {
  await client.connect();
  await insertRegions(client);
});
afterAll(async () => {
  await client.end();
});

/** Anything that the filters of the screen can say. */
const filters = fc.record({
  intervensi: fc.constantFrom("", "MR", "OPV"),
  kelompok: fc.constantFrom("", "young", "old"),
  putaran: fc.constantFrom("", "1", "2"),
  sumber: fc.constantFrom("", "local", "pusdatin"),
  sampai: fc.constantFrom("", "2026-06-02", "2026-06-04", "2026-06-07", "2026-06-16"),
  "di-bawah-target": fc.constantFrom("", "ya"),
});

describe("the coverage screens", () => {
  it("show villages that add up to their kecamatan, and those to the kabupaten, as the tallies do", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(operation, { minLength: 5, maxLength: 25, size: "max" }),
        fc.array(filters, { minLength: 2, maxLength: 2 }),
        async (operations, asked) => {
          const { key, slug } = await newCampaign();
          for (const each of operations) await perform(client, key, each);
          for (const query of asked) await expectOneAnswer(key, slug, query);
        },
      ),
      { numRuns: 12, seed: 20_260_604, endOnFailure: true },
    );
  }, 240_000);

  it("read a kabupaten, a kecamatan and a unit in six statements at most", async () => {
    const { slug } = await newCampaign();
    for (const [place, query] of [
      [undefined, {}],
      [undefined, { tampil: "desa" }],
      ["62.03.01", {}],
      ["a1", {}],
    ] as const) {
      const statements = await countStatements(() =>
        read("healthOffice", "62.03", slug, place, query),
      );
      expect(statements).toBeLessThanOrEqual(6);
    }
  });

  it("find for a camat the own kecamatan and its units, and nothing else", async () => {
    const { slug } = await newCampaign();
    const camat = (place?: string) => read("subdistrictHead", "62.03.01", slug, place);

    const own = await camat();
    expect(own?.view.root).toMatchObject({ kind: "subdistrict", code: "62.03.01" });
    expect(own?.view.parts.map(({ code }) => code)).toEqual(["a1", "a2"]);
    expect((await camat("62.03.01"))?.view.root.code).toBe("62.03.01");
    expect((await camat("a2"))?.view.root).toMatchObject({ kind: "unit", code: "a2" });
    for (const place of ["62.03", "62.03.02", "b1", "z", "62", "00", "nowhere"]) {
      expect(await camat(place)).toBeNull();
    }
  });

  it("give units that belong to no kecamatan a row of their own, behind them", async () => {
    const { slug } = await newCampaign();
    const office = (place?: string) => read("healthOffice", "62.03", slug, place);

    expect((await office())?.view.parts.map(({ code, units }) => [code, units])).toEqual([
      ["62.03.01", 2],
      ["62.03.02", 2],
      [unplacedCode, 1],
    ]);
    expect((await office(unplacedCode))?.view.parts.map(({ code }) => code)).toEqual(["z"]);
  });
});

/** Every level of the screen, its CSV, the roll-ups and the bare tallies say the same. */
async function expectOneAnswer(key: Key, slug: string, query: Readonly<Record<string, string>>) {
  const whole = await read("healthOffice", "62.03", slug, undefined, query);
  if (!whole) throw new Error("the kabupaten is not there");
  const { view, params, campaign, grant } = whole;
  const tallied = await talliesOf(key, whole.params, whole.until);
  // Doses without a target stand beside the total; all together they are what was tallied.
  const given = (rows: readonly Pick<PlaceRow, "dosesAdministered" | "dosesWithoutTarget">[]) =>
    sum(rows, "dosesAdministered") + sum(rows, "dosesWithoutTarget");
  expect(given([view.total])).toBe(tallied);
  expect(given(view.parts)).toBe(tallied);
  expect(given(view.units)).toBe(tallied);
  for (const name of ["reportsReceived", "units", "nonResidentDoses", "unverifiedDoses"] as const) {
    expect(sum(view.parts, name)).toBe(view.total[name]);
    expect(sum(view.units, name)).toBe(view.total[name]);
  }
  for (const rows of [view.parts, view.units]) {
    expect(sum(rows, "unitsBelowGoal")).toBe(view.total.unitsBelowGoal ?? 0);
  }
  expect(people(view.parts)).toBe(view.total.targetPopulation);
  expect(people(view.units)).toBe(view.total.targetPopulation);
  // The trend goes to the goal of the total, so it counts what the total counts.
  expect(view.trend.days.reduce((total, { doses }) => total + (doses ?? 0), 0)).toBe(
    view.total.dosesAdministered,
  );
  expect(sum(view.groups, "dosesAdministered") + sum(view.groups, "dosesWithoutTarget")).toBe(
    tallied,
  );
  if (view.total.dosesWithoutTarget === 0) {
    expect(view.trend.days.reduce((total, { unverified }) => total + unverified, 0)).toBe(
      view.total.unverifiedDoses,
    );
  }

  const counted = await placeCountsBy(grant, campaign, {
    by: "subdistrict",
    round: params.round,
    source: params.source,
    asOf: params.isToday ? null : params.on,
    on: params.day,
    today: params.today,
    intervention: params.intervention.code,
    targetGroup: params.targetGroup ?? undefined,
  });
  expect(view.parts.map(counts)).toEqual(counted.map(counts));

  for (const part of view.parts) {
    const own = await read("healthOffice", "62.03", slug, part.code, query);
    expect(own && counts(own.view.total)).toEqual(counts(part));
    expect(own?.view.total.verdict).toEqual(part.verdict);
    for (const unit of own?.view.parts ?? []) {
      const alone = await read("healthOffice", "62.03", slug, unit.code, query);
      expect(alone && counts(alone.view.total)).toEqual(counts(unit));
      const reported = alone?.reports
        .flatMap(({ tallies }) => tallies)
        .filter(
          ({ intervention, targetGroup }) =>
            intervention === params.intervention.code &&
            (params.targetGroup === null || targetGroup === params.targetGroup),
        );
      expect(reported?.reduce((total, { residents }) => total + residents, 0)).toBe(given([unit]));
    }
  }
  for (const level of ["kecamatan", "desa"]) {
    await expectCsvOf(slug, { ...query, tampil: level });
  }
  for (const row of [view.total, ...view.parts, ...view.units]) {
    for (const figure of [row.coverage, row.needed, row.verdict.recentPace]) {
      expect(figure === null || (Number.isFinite(figure) && figure >= 0)).toBe(true);
    }
  }
}

async function expectCsvOf(slug: string, query: Readonly<Record<string, string>>) {
  const reading = await read("healthOffice", "62.03", slug, undefined, query);
  if (!reading) throw new Error("the kabupaten is not there");
  const { view, params, campaign } = reading;
  const [heads, ...lines] = coverageCsv(campaign, params, view, {
    column: (name) => name,
    status: (status) => status,
    scope: (scope) => scope,
    source: (source) => source,
    allGroups: "all",
    total: "total",
    sample: "sample",
    published: "source",
    ended: ({ unit }) => `ended ${unit}`,
    twoLevels: ({ name }) => name,
  });
  expect(heads).toEqual(coverageCsvColumns);
  const of = (line: readonly unknown[] | undefined, name: CoverageCsvColumn) =>
    line?.[coverageCsvColumns.indexOf(name)];
  const shown = params.level === "units" ? view.units : view.parts;
  const rows = shown.filter(({ needed }) => !params.isBelowGoal || (needed ?? 0) > 0);
  const hasTotal = rows.length === shown.length;
  expect(lines).toHaveLength(rows.length + (hasTotal ? 1 : 0));

  for (const row of hasTotal ? [...rows, view.total] : rows) {
    const line = lines.find(
      (each) =>
        of(each, "code") === row.code &&
        of(each, "name") === (row === view.total ? "total" : row.name),
    );
    expect(of(line, "targetPopulation")).toBe(row.targetPopulation);
    expect(of(line, "dosesAdministered") ?? 0).toBe(row.dosesAdministered);
    expect(of(line, "needed")).toBe(row.needed);
    const coverage = of(line, "coverage");
    if (row.status !== "unknown" && typeof coverage === "string") {
      expect(Number(coverage.replace(",", ""))).toBe(percentHundredths(row));
    }
  }
}

type Figures = {
  readonly code: string;
  readonly dosesAdministered: number;
  readonly targetPopulation: number | null;
  readonly nonResidentDoses: number;
  readonly reportsReceived: number;
  readonly units: number;
  readonly missingTargets: number;
};

function counts(row: Figures) {
  const { code, dosesAdministered, targetPopulation, nonResidentDoses, reportsReceived, units } =
    row;
  return {
    code,
    dosesAdministered,
    targetPopulation,
    nonResidentDoses,
    reportsReceived,
    units,
    missing: row.missingTargets,
  };
}

function sum<Name extends string>(
  rows: readonly Readonly<Record<Name, number | null>>[],
  name: Name,
) {
  return rows.reduce((total, row) => total + (row[name] ?? 0), 0);
}

function people(rows: readonly { readonly targetPopulation: number | null }[]): number | null {
  const known = rows.flatMap(({ targetPopulation }) => targetPopulation ?? []);
  return known.length === 0 ? null : known.reduce((total, each) => total + each, 0);
}

/** Doses as the tallies have them, asked past the roll-ups and the code under test. */
async function talliesOf(
  [district, id]: Key,
  { intervention, targetGroup, round }: ReturnType<typeof parseCoverageParams>,
  until: string,
): Promise<number> {
  const { rows } = await client.query<{ doses: number }>(
    `select coalesce(sum(residents), 0)::int as doses from tally
     where district_code = $1 and campaign_id = $2 and round_number = $3
       and intervention_code = $4 and ($5::text is null or target_group_code = $5) and day <= $6`,
    [district, id, round.number, intervention.code, targetGroup, until],
  );
  return rows[0]?.doses ?? 0;
}

async function newCampaign(): Promise<{ key: Key; slug: string }> {
  campaigns += 1;
  const slug = `kampanye-${campaigns}`;
  return { key: await insertCampaign(client, slug), slug };
}

async function read(
  role: Role,
  region: string,
  slug: string,
  place?: string,
  query: Readonly<Record<string, string>> = {},
) {
  const actor: Actor = {
    id: "00000000-0000-4000-8000-000000000000",
    username: role,
    displayName: role,
    role,
    homeRegion: regionCode.parse(region),
    homeRegionName: region,
    office: null,
  };
  const campaign = await findCampaign(actor, slug);
  const own = campaign && readablePlace(actor, campaign.districtCode);
  if (!campaign || !own) throw new Error(withQuery(slug, query));
  const grant = authorize(actor, "coverage:read", own);
  const params = parseCoverageParams(query, campaign, today);
  const reading = await readCoverage(grant, campaign, params, place);
  const until = params.isToday ? "2026-12-31" : params.on;
  return reading && { ...reading, params, campaign, grant, until };
}

/** Each statement takes a connection from the pool once. One of them finds the campaign. */
async function countStatements(work: () => Promise<unknown>): Promise<number> {
  let taken = 0;
  const count = () => (taken += 1);
  pool().on("acquire", count);
  await work();
  pool().off("acquire", count);
  return taken - 1;
}
