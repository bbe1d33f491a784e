import { emptyDatabase, query, rewrite } from "@/tests/support/database";

import { randomUUID } from "node:crypto";

import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";

import type { CoverageAnswer } from "@/lib/server/api/schema/coverage";
import type { SourcesAnswer } from "@/lib/server/api/schema/days";
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
  const answer = await callApi("GET", `${base}/${address}`, { cookie });
  expect(answer.status, address).toBe(200);
  return (await answer.json()) as Answer;
}

type Sent = readonly [unit: string, day: string, counts: readonly (number | null)[]];

async function submit(sent: readonly Sent[]): Promise<void> {
  const reports = sent.map(([unit, day, counts]) => {
    const tallies = columns.flatMap((column, at) => {
      const residents = counts[at] ?? null;
      return residents === null ? [] : [{ ...column, residents, nonResidents: at }];
    });
    return tallies.length === 0
      ? { id: randomUUID(), unit, day, zero: true }
      : { id: randomUUID(), unit, day, tallies };
  });
  const answer = await callApi("POST", `${base}/daily-reports`, {
    cookie: dinkes,
    body: { reports },
  });
  const { results } = (await answer.json()) as { results: { outcome: string }[] };
  expect(results.map(({ outcome }) => outcome)).toEqual(reports.map(() => "stored"));
}

/** What the health office does on its page of verification. */
async function verify(unit: string, day: string): Promise<void> {
  await rewrite(
    `update daily_report set status = 'verified', status_at = now()
     where unit_code = $1 and day = $2`,
    [unit, day],
  );
  await query("update campaign set version = version + 1");
}

describe("the reports behind a number of coverage", () => {
  it("are listed by place and day, with who sent them, how and what they add", async () => {
    await submit([
      [areas.homeSelatHulu, today, [4, null, 9]],
      [areas.homeSelatHilir, today, [10, 1, 2]],
      [areas.homeSelatHilir, addDays(today, -1), [null, null, null]],
      [areas.homeBasarangJaya, today, [null, null, 7]],
    ]);
    await verify(areas.homeSelatHilir, today);
    const answer = await get<SourcesAnswer>("sources?intervention=MR");

    expect(answer).toMatchObject({
      asOf: today,
      round: 1,
      reports: 3,
      doses: 15,
      nonResidentDoses: 1,
      unverifiedReports: 2,
      unverified: 4,
    });
    expect(answer.rows).toMatchObject([
      { unit: areas.homeSelatHilir, day: addDays(today, -1), doses: 0, zero: true, late: true },
      { unit: areas.homeSelatHilir, day: today, doses: 11, status: "verified", version: 1 },
      { unit: areas.homeSelatHulu, day: today, doses: 4, status: "submitted", via: "api" },
    ]);
    expect(answer.rows[2]?.by).toMatch(/^Orang /);
  });

  it("can be those only that nobody has verified, and those of one day", async () => {
    await submit([
      [areas.homeSelatHilir, addDays(today, -1), [5, 0, 0]],
      [areas.homeSelatHilir, today, [10, 0, 0]],
      [areas.homeSelatHulu, today, [20, 0, 0]],
    ]);
    await verify(areas.homeSelatHilir, today);
    const doses = async (asked: string) =>
      (await get<SourcesAnswer>(`sources?intervention=MR&${asked}`)).doses;

    expect(await doses("status=unverified")).toBe(25);
    expect(await doses(`from=${today}`)).toBe(30);
    expect(await doses(`from=${addDays(today, -1)}&asOf=${addDays(today, -1)}`)).toBe(5);
    expect(await doses(`from=${today}&status=unverified`)).toBe(20);
  });

  it("come in pages that keep the sum of all", async () => {
    await submit(units.map((unit): Sent => [unit, today, [1, 1, 1]]));
    const first = await get<SourcesAnswer>("sources?limit=2");
    const second = await get<SourcesAnswer>("sources?limit=2&offset=2");
    const beyond = await get<SourcesAnswer>("sources?limit=2&offset=40");

    for (const { doses, reports } of [first, second, beyond]) {
      expect({ doses, reports }).toEqual({ doses: 9, reports: 3 });
    }
    expect([first, second, beyond].map(({ rows }) => rows.length)).toEqual([2, 1, 0]);
  });

  it("are those of one's own region, and another's place is not found", async () => {
    await submit(units.map((unit): Sent => [unit, today, [1, 1, 1]]));
    const own = await get<SourcesAnswer>("sources", camat);
    expect(own.rows.map(({ unit }) => unit)).toEqual([areas.homeSelatHilir, areas.homeSelatHulu]);

    const statusOf = async (asked: string) =>
      (await callApi("GET", `${base}/sources?${asked}`, { cookie: camat })).status;
    for (const code of [
      areas.homeBasarang,
      areas.homeBasarangJaya,
      areas.home,
      "62",
      "tidak-ada",
    ]) {
      expect(await statusOf(`code=${code}`), code).toBe(404);
    }
    expect(await statusOf(`by=unit&code=${areas.homeBasarangJaya}`)).toBe(404);
    expect(await statusOf(`by=district&code=${areas.home}`)).toBe(403);
    expect(await statusOf(`by=subdistrict&code=${areas.homeSelat}`)).toBe(200);
  });

  it.each([
    ["intervention=XX", "intervention", "unknownIntervention"],
    ["round=9", "round", "unknownRound"],
    ["from=2021-06-31", "from", "noSuchDay"],
    [`asOf=${addDays(today, 1)}`, "asOf", "inFuture"],
    ["status=returned", "status", "unknownValue"],
    ["limit=satu", "limit", "wholeNumber"],
    ["limit=1.5", "limit", "wholeNumber"],
    ["cari=x", "cari", "unknownField"],
  ])("rejects %s and says where", async (asked, field, code) => {
    const answer = await callApi("GET", `${base}/sources?${asked}`, { cookie: dinkes });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ code: "invalid", problems: [{ field, code }] });
  });
});

describe("the sum of the reports is the number", () => {
  it("for every row of any coverage query", { timeout: 240_000 }, async () => {
    const counts = fc.array(fc.option(fc.nat({ max: 999 })), { minLength: 3, maxLength: 3 });
    const day = fc.integer({ min: -3, max: 0 }).map((back) => addDays(today, back));
    const reports = fc.uniqueArray(fc.tuple(fc.constantFrom(...units), day, counts), {
      selector: ([unit, on]) => `${unit} ${on}`,
      minLength: 1,
      maxLength: 10,
    });
    const asked = fc.record({
      by: fc.constantFrom("unit", "village", "subdistrict", "district"),
      intervention: fc.constantFrom("", "MR", "OPV"),
      targetGroup: fc.constantFrom("", "bayi", "anak"),
      asOf: fc.option(day, { nil: "" }),
      split: fc.constantFrom("", "targetGroup"),
    });

    await fc.assert(
      fc.asyncProperty(
        reports,
        fc.array(fc.tuple(fc.constantFrom(...units), day), { maxLength: 6 }),
        fc.array(asked, { minLength: 3, maxLength: 3 }),
        async (sent, verified, questions) => {
          await rewrite("delete from daily_report");
          await submit(sent);
          for (const [unit, on] of verified) await verify(unit, on);
          for (const question of questions) {
            const text = new URLSearchParams(question).toString();
            const coverage = await get<CoverageAnswer>(`coverage?${text}`);
            for (const row of [...coverage.rows, ...coverage.total]) {
              const of = new URLSearchParams({
                ...question,
                by: coverage.total.includes(row) ? "district" : question.by,
                code: row.code,
                intervention: row.intervention,
                targetGroup: row.targetGroup ?? question.targetGroup,
                limit: "1000",
              });
              const behind = await get<SourcesAnswer>(`sources?${of.toString()}`);
              expect(behind).toMatchObject({
                doses: row.dosesAdministered,
                nonResidentDoses: row.nonResidentDoses,
                unverified: row.unverified,
              });
              expect(sumOf(behind.rows.map(({ doses }) => doses ?? 0))).toBe(row.dosesAdministered);
              expect(
                sumOf(
                  behind.rows.map(({ status, doses }) =>
                    status === "verified" ? 0 : (doses ?? 0),
                  ),
                ),
              ).toBe(row.unverified);
            }
          }
        },
      ),
      { numRuns: 15 },
    );
  });
});

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
