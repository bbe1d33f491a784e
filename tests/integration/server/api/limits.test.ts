import { emptyDatabase, query } from "@/tests/support/database";

import { randomUUID } from "node:crypto";

import { beforeAll, describe, expect, it, test } from "vitest";

import { countReports, countWrite } from "@/lib/account/auth/server/write-limit";
import { limits } from "@/lib/base/limits";
import { addDays } from "@/lib/base/time/calendar-day";

import { callApi } from "@/tests/support/api-routes";
import {
  areas,
  campaign,
  cookieOf,
  newPerson,
  setScene,
  slugs,
  today,
  type Person,
} from "@/tests/support/scene";

const base = `/api/v1/campaigns/${slugs.home}`;
const cell = { intervention: "MR", targetGroup: "bayi", residents: 4 };
let camat: Person;
let dinkes: Person;

beforeAll(async () => {
  await emptyDatabase();
  await setScene();
  camat = await newPerson("subdistrictHead", areas.homeSelat);
  dinkes = await newPerson("healthOffice", areas.home);
});

type Rejection = {
  readonly code: string;
  readonly detail: string;
  readonly untold?: number;
  readonly problems?: readonly { readonly field: string; readonly code: string }[];
};

async function call(method: string, address: string, person: Person, body?: unknown) {
  const answer = await callApi(method, address, { cookie: await cookieOf(person), body });
  return {
    status: answer.status,
    headers: answer.headers,
    body: (await answer.json()) as Rejection,
  };
}

const report = (cells = 1, over: object = {}) => ({
  id: randomUUID(),
  unit: areas.homeSelatHilir,
  day: today,
  tallies: Array.from({ length: cells }, () => cell),
  ...over,
});
const send = (reports: readonly object[], person = camat) =>
  call("POST", `${base}/daily-reports`, person, { reports });
const make = (over: object) =>
  call("POST", "/api/v1/campaigns", dinkes, {
    ...campaign(`b-${randomUUID()}`, areas.home),
    ...over,
  });

describe("one more than the limit is rejected with a code of its own", () => {
  test("reports of a batch", async () => {
    const { batchReports } = limits;
    expect((await send(Array.from({ length: batchReports }, () => report(0)))).status).toBe(200);
    expect(await send(Array.from({ length: batchReports + 1 }, () => report(0)))).toMatchObject({
      status: 422,
      body: { problems: [{ field: "reports", code: "tooManyReports" }] },
    });
  });

  test("cells of a report", async () => {
    expect((await send([report(limits.reportCells)])).status).toBe(200);
    expect(await send([report(limits.reportCells + 1)])).toMatchObject({
      status: 422,
      body: { problems: [{ field: "reports.0.tallies", code: "tooManyReportCells" }] },
    });
  });

  test("cells of a batch, before anything is judged", async () => {
    const full = Array.from({ length: limits.batchCells / limits.reportCells }, () =>
      report(limits.reportCells),
    );
    expect((await send(full)).status).toBe(200);
    expect(await send([...full, report(1)])).toMatchObject({
      status: 422,
      body: { problems: [{ field: "reports", code: "tooManyBatchCells" }] },
    });
  });

  test("ids of a question for receipts", async () => {
    const ask = (ids: number) => {
      const list = Array.from({ length: ids }, () => randomUUID()).join(",");
      return call("GET", `${base}/daily-reports?ids=${list}`, camat);
    };
    expect((await ask(limits.receiptIds)).status).toBe(200);
    expect((await ask(limits.receiptIds + 1)).body.problems).toMatchObject([
      { field: "ids", code: "tooManyIds" },
    ]);
  });

  test("columns of a campaign", async () => {
    const parts = (interventions: number) => ({
      interventions: Array.from({ length: interventions }, (_, index) => ({
        code: `i${String(index)}`,
        name: "Vaksin",
        coverageGoal: "0.9",
      })),
      targetGroups: Array.from({ length: 20 }, (_, index) => ({
        code: `g${String(index)}`,
        name: "Kelompok",
      })),
    });
    expect((await make(parts(limits.campaignColumns / 20))).status).toBe(201);
    expect((await make(parts(limits.campaignColumns / 20 + 1))).body.problems).toMatchObject([
      { field: "interventions", code: "tooManyColumns" },
    ]);
  });

  test("units × columns × days, counted where the units are", async () => {
    const units = Array.from({ length: limits.campaignUnits }, (_, index) => ({
      code: `s${String(index)}`,
      name: "Sekolah",
      kind: "school",
      regionCode: areas.homeSelat,
    }));
    // Three columns of the scene's campaign.
    const days = Math.floor(limits.campaignCells / (units.length * 3));
    const lasting = (length: number) => ({
      reportingUnits: units,
      endsOn: addDays(today, length - 1),
      startsOn: today,
      rounds: [{ number: 1, startsOn: today, endsOn: today }],
    });
    expect((await make(lasting(days))).status).toBe(201);
    const { status, body } = await make(lasting(days + 1));
    expect({ status, code: body.code }).toEqual({ status: 422, code: "campaignTooLarge" });
    expect(body.detail).toContain(new Intl.NumberFormat("id").format(limits.campaignCells));
  });
});

describe("problems", () => {
  it("of a report are told up to a number, and how many are not", async () => {
    const answer = await send([
      report(200, { tallies: Array(200).fill({ ...cell, intervention: "X" }) }),
    ]);
    expect(answer.body).toMatchObject({ results: [{ outcome: "rejected", untold: 349 }] });
  });

  it("of a body that fits no schema too", async () => {
    const wrong = Array.from({ length: 3 }, () => ({
      ...report(),
      tallies: Array.from({ length: 500 }, () => ({ ...cell, residents: "x" })),
    }));
    const { status, body } = await send(wrong);
    expect({ status, told: body.problems?.length, untold: body.untold }).toEqual({
      status: 422,
      told: limits.problemsPerBatch,
      untold: 500,
    });
  });
});

test("a parameter that no schema sees is as unknown as another", async () => {
  for (const name of ["__proto__", "constructor", "tidakAda"]) {
    expect((await call("GET", `${base}/coverage?${name}=1`, dinkes)).body.problems).toMatchObject([
      { field: name, code: "unknownField" },
    ]);
  }
});

describe("what stands, sent again under new ids", () => {
  it("is remembered a number of times for who asks, and no more", async () => {
    const first = report();
    await send([first]);
    const repeats = Array.from({ length: limits.repeatsPerVersion + 5 }, () => report());
    const results = [];
    for (const each of repeats) {
      const { body } = await send([each]);
      results.push(...(body as unknown as { results: { outcome: string }[] }).results);
    }

    const outcomes = results.map(({ outcome }) => outcome);
    expect(outcomes.filter((each) => each === "replayed")).toHaveLength(limits.repeatsPerVersion);
    expect(outcomes.slice(limits.repeatsPerVersion)).toEqual(Array(5).fill("rejected"));
    expect(await query("select from submission where day = $1", [today])).toHaveLength(
      1 + limits.repeatsPerVersion,
    );
    // Every answer but a rejection can be read back, and is the same again.
    const ids = [first, ...repeats].map(({ id }) => id);
    const receipts = await call("GET", `${base}/daily-reports?ids=${ids.join(",")}`, camat);
    expect(receipts.body).toMatchObject({
      receipts: Array(1 + limits.repeatsPerVersion).fill({ version: 1 }),
    });
    expect((await send([first])).body).toMatchObject({ results: [{ outcome: "replayed" }] });
  });
});

describe("writes of one person in a minute", () => {
  it("pass up to the limit, by whatever door", async () => {
    const person = await newPerson("subdistrictHead", areas.homeSelat);
    for (let count = 0; count < limits.writesPerMinute; count += 1) await countWrite(person);
    await expect(countWrite(person)).rejects.toThrow("tooManyWrites");
    await expect(countWrite(camat)).resolves.toBeUndefined();
  });

  it("are rejected above it with the time to wait, and reading goes on", async () => {
    const person = await newPerson("subdistrictHead", areas.homeSelat);
    await countReports(person, limits.reportsPerMinute);
    const rejected = await send([report(1, { unit: areas.homeSelatHulu })], person);

    expect(rejected).toMatchObject({ status: 429, body: { code: "tooManyWrites" } });
    expect(Number(rejected.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(
      await query("select from daily_report where unit_code = $1", [areas.homeSelatHulu]),
    ).toEqual([]);
    expect((await call("GET", `${base}/coverage`, person)).status).toBe(200);
  });
});
