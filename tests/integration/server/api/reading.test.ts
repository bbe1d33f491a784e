import { emptyDatabase, rewrite } from "@/tests/support/database";

import { randomUUID } from "node:crypto";

import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";

import type { CoverageAnswer } from "@/lib/server/api/schema/coverage";
import type { TrendAnswer } from "@/lib/server/api/schema/days";
import { addDays } from "@/lib/base/time/calendar-day";

import { callApi } from "@/tests/support/api-routes";
import { areas, cookieOf, newPerson, setScene, slugs, today } from "@/tests/support/scene";

const base = `/api/v1/campaigns/${slugs.home}`;
const units = [areas.homeSelatHilir, areas.homeSelatHulu, areas.homeBasarangJaya] as const;
const columns = [
  { intervention: "MR", targetGroup: "bayi" },
  { intervention: "MR", targetGroup: "anak" },
  { intervention: "OPV", targetGroup: "bayi" },
] as const;

let dinkes: string;
let camat: string;

beforeEach(async () => {
  await emptyDatabase();
  await setScene();
  dinkes = await cookieOf(await newPerson("healthOffice", areas.home));
  camat = await cookieOf(await newPerson("subdistrictHead", areas.homeSelat));
});

async function get<Answer>(address: string, cookie = dinkes): Promise<Answer> {
  const answer = await callApi("GET", address, { cookie });
  expect(answer.status).toBe(200);
  return (await answer.json()) as Answer;
}

function loadTargets(people: number, unitCodes: readonly string[] = units) {
  return callApi("PUT", `${base}/target-populations`, {
    cookie: dinkes,
    body: {
      source: "local",
      asOf: today,
      rows: unitCodes.flatMap((unit) => columns.map((column) => ({ unit, people, ...column }))),
    },
  });
}

function report(unit: string, day: string, residents: readonly number[]) {
  const tallies = columns.map((column, at) => ({ ...column, residents: residents[at] ?? 0 }));
  // Any count whatever the target: whoever sends it says that it is right.
  return { id: randomUUID(), unit, day, tallies, isAboveTargetConfirmed: true };
}

async function submit(reports: readonly object[]): Promise<void> {
  const answer = await callApi("POST", `${base}/daily-reports`, {
    cookie: dinkes,
    body: { reports },
  });
  const { results } = (await answer.json()) as { results: { outcome: string }[] };
  expect(results.map(({ outcome }) => outcome)).toEqual(reports.map(() => "stored"));
}

describe("coverage", () => {
  it("answers counts, an unrounded ratio and the need, each place and the whole", async () => {
    await loadTargets(30);
    await submit([report(areas.homeSelatHilir, today, [10, 1, 2])]);
    const answer = await get<CoverageAnswer>(`${base}/coverage?intervention=MR`);

    expect(answer).toMatchObject({
      asOf: today,
      source: "local",
      by: "subdistrict",
      isSample: false,
    });
    expect(answer.rows).toEqual([
      {
        code: areas.homeSelat,
        name: "Wilayah 62.03.01",
        intervention: "MR",
        targetGroup: null,
        round: 1,
        targetPopulation: 120,
        targetDetail: null,
        dosesAdministered: 11,
        dosesWithoutTarget: 0,
        doubtfulDoses: 0,
        isDoubtful: false,
        unverified: 11,
        nonResidentDoses: 0,
        coverage: 11 / 120,
        coverageGoal: "0.95",
        goalScope: "whole",
        eachUnit: null,
        needed: 103,
        remaining: 109,
        // One of two reports of today is in, and no day before was complete.
        status: "unknown",
        baseDay: addDays(today, -1),
        neededAtBase: 114,
        requiredPerDay: expect.any(Number) as number,
        recentPace: null,
        forecast: null,
        reportsReceived: 1,
        reportsExpected: 8,
        serviceDay: 4,
        serviceDays: 14,
        closedDays: 0,
        announced: null,
        other: null,
        dropouts: [],
      },
      expect.objectContaining({ code: areas.homeBasarang, dosesAdministered: 0, coverage: 0 }),
    ]);
    expect(answer.total).toEqual([
      expect.objectContaining({
        code: areas.home,
        targetPopulation: 180,
        coverage: 11 / 180,
        needed: 160,
        reportsReceived: 1,
        reportsExpected: 12,
      }),
    ]);
  });

  it("has no ratio without a target population, and none for an empty one", async () => {
    await loadTargets(0, [areas.homeSelatHilir]);
    await submit([report(areas.homeSelatHilir, today, [3])]);
    const { rows } = await get<CoverageAnswer>(`${base}/coverage?by=unit&intervention=MR`);

    expect(rows).toMatchObject([
      { targetPopulation: 0, coverage: null, needed: null, dosesAdministered: 3 },
      { targetPopulation: null, coverage: null, needed: null },
      { targetPopulation: null, coverage: null, needed: null },
    ]);
  });

  it("splits by target group, in the campaign's order", async () => {
    await loadTargets(30);
    await submit([report(areas.homeSelatHilir, today, [10, 1, 2])]);
    const { total } = await get<CoverageAnswer>(`${base}/coverage?by=district&split=targetGroup`);

    expect(total.map((row) => [row.intervention, row.targetGroup, row.dosesAdministered])).toEqual([
      ["MR", "bayi", 10],
      ["MR", "anak", 1],
      ["OPV", "bayi", 2],
    ]);
  });

  it("answers as of an earlier day, and with the other source", async () => {
    await loadTargets(30);
    await submit([
      report(areas.homeSelatHilir, addDays(today, -1), [10, 0, 0]),
      report(areas.homeSelatHilir, today, [5, 0, 0]),
    ]);
    const doses = async (query: string) =>
      (await get<CoverageAnswer>(`${base}/coverage?by=unit&intervention=MR${query}`)).total[0];

    expect(await doses("")).toMatchObject({
      dosesAdministered: 15,
      reportsReceived: 2,
      reportsExpected: 12,
    });
    expect(await doses(`&asOf=${addDays(today, -1)}`)).toMatchObject({
      dosesAdministered: 10,
      reportsReceived: 1,
      reportsExpected: 9,
    });
    expect(await doses("&source=pusdatin")).toMatchObject({ targetPopulation: null });
  });

  it("shows a camat their own kecamatan, by unit first, and no more", async () => {
    await submit(units.map((unit) => report(unit, today, [1, 1, 1])));
    const answer = await get<CoverageAnswer>(`${base}/coverage`, camat);

    expect(answer.by).toBe("unit");
    expect(new Set(answer.rows.map(({ code }) => code))).toEqual(
      new Set([areas.homeSelatHilir, areas.homeSelatHulu]),
    );
    expect(answer.total[0]).toMatchObject({ code: areas.homeSelat, dosesAdministered: 4 });
  });

  it("takes a parameter without a value as not given", async () => {
    const bare = await get(`${base}/coverage`);
    expect(
      await get(`${base}/coverage?intervention=&targetGroup=&round=&asOf=&source=&split=`),
    ).toEqual(bare);
  });

  it.each([
    ["intervention=XX", "intervention", "unknownIntervention"],
    ["intervention=%27%20OR%201%3D1--", "intervention", "unknownIntervention"],
    ["targetGroup=bayi'", "targetGroup", "unknownTargetGroup"],
    ["round=2", "round", "unknownRound"],
    ["round=1.5", "round", "wholeNumber"],
    ["round=satu", "round", "wholeNumber"],
    ["source=bps", "source", "unknownValue"],
    ["by=province", "by", "unknownValue"],
    ["split=unit", "split", "unknownValue"],
    ["asOf=2021-06-31", "asOf", "noSuchDay"],
    ["asOf=2021-13-01", "asOf", "noSuchDay"],
    ["asOf=kemarin", "asOf", "wrongFormat"],
    [`asOf=${addDays(today, 1)}`, "asOf", "inFuture"],
    ["targetgroup=bayi", "targetgroup", "unknownField"],
    ["by=unit&by=village", "by", "twice"],
  ])("rejects %s and says where", async (parameters, field, code) => {
    const answer = await callApi("GET", `${base}/coverage?${parameters}`, { cookie: dinkes });
    const problem = (await answer.json()) as { problems: { message: string }[] };

    expect(answer.status).toBe(422);
    expect(problem).toMatchObject({ code: "invalid", problems: [{ field, code }] });
    expect(problem.problems[0]?.message).toMatch(/\w+ \w+/);
  });

  it.each(["tidak-ada", "%00", "bian-home%27", "A".repeat(300)])(
    "does not find the campaign %s",
    async (slug) => {
      const answer = await callApi("GET", `/api/v1/campaigns/${slug}/coverage`, { cookie: dinkes });
      expect(answer.status).toBe(404);
    },
  );
});

describe("trend", () => {
  it("answers each day of the round so far: doses, sum, running target, reports", async () => {
    await loadTargets(30);
    await submit([
      report(areas.homeSelatHilir, addDays(today, -2), [10, 0, 0]),
      report(areas.homeSelatHulu, today, [5, 1, 0]),
    ]);
    const { days } = await get<TrendAnswer>(`${base}/trend?intervention=MR`);

    expect(days.map(({ day, doses, cumulative }) => [day, doses, cumulative])).toEqual([
      [addDays(today, -3), 0, 0],
      [addDays(today, -2), 10, 10],
      [addDays(today, -1), 0, 10],
      [today, 6, 16],
    ]);
    // 95 % of 180 on day 4 of 14: 48.86.
    expect(days.at(-1)).toMatchObject({
      runningTarget: 49,
      reportsReceived: 1,
      reportsExpected: 3,
    });
  });

  it("is the same whole as coverage", async () => {
    await submit(units.map((unit, at) => report(unit, today, [at, 2 * at, 3])));
    const { total } = await get<CoverageAnswer>(`${base}/coverage`);
    const { days } = await get<TrendAnswer>(`${base}/trend`);

    expect(days.slice(-2).map(({ cumulative }) => cumulative)).toEqual(
      total.map(({ dosesAdministered }) => dosesAdministered),
    );
  });
});

describe("the sum of the parts is the whole", () => {
  it("for any counts, whatever a row is", { timeout: 120_000 }, async () => {
    await loadTargets(57, units.slice(0, 2));
    const counts = fc.array(fc.nat({ max: 999 }), { minLength: 3, maxLength: 3 });
    const day = fc.integer({ min: -3, max: 0 }).map((back) => addDays(today, back));
    const reports = fc.uniqueArray(fc.tuple(fc.constantFrom(...units), day, counts), {
      selector: ([unit, on]) => `${unit} ${on}`,
      minLength: 1,
      maxLength: 8,
    });

    await fc.assert(
      fc.asyncProperty(reports, async (sent) => {
        await rewrite("delete from daily_report");
        await submit(sent.map(([unit, on, residents]) => report(unit, on, residents)));

        const answers = await Promise.all(
          ["unit", "village", "subdistrict", "district"].flatMap((by) =>
            ["", `&asOf=${today}`].map((asOf) =>
              get<CoverageAnswer>(`${base}/coverage?by=${by}${asOf}&split=targetGroup`),
            ),
          ),
        );
        const [first, ...others] = answers.map(({ total }) => total);
        for (const other of others) expect(other).toEqual(first);
        for (const { rows, total } of answers) {
          expect(sumOf(rows)).toEqual(sumOf(total));
          expect(JSON.stringify(rows)).not.toMatch(/NaN|Infinity|:-\d/);
        }
        expect(sumOf(first ?? []).doses).toBe(sent.flatMap(([, , each]) => each).reduce(add, 0));
      }),
      { numRuns: 15 },
    );
  });
});

function sumOf(rows: CoverageAnswer["rows"]) {
  return {
    doses: rows.map((row) => row.dosesAdministered + row.dosesWithoutTarget).reduce(add, 0),
    people: rows.map((row) => row.targetPopulation ?? 0).reduce(add, 0),
    received: rows.map((row) => row.reportsReceived).reduce(add, 0),
    expected: rows.map((row) => row.reportsExpected).reduce(add, 0),
  };
}

function add(one: number, other: number): number {
  return one + other;
}
