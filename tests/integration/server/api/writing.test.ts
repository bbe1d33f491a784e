import { emptyDatabase, query } from "@/tests/support/database";

import { randomUUID } from "node:crypto";

import { beforeEach, describe, expect, it, test } from "vitest";

import { addDays } from "@/lib/base/time/calendar-day";

import { callApi, type ApiCall } from "@/tests/support/api-routes";
import {
  areas,
  campaign,
  cookieOf,
  newPerson,
  setScene,
  slugs,
  today,
} from "@/tests/support/scene";

const base = `/api/v1/campaigns/${slugs.home}`;
let dinkes: string;

beforeEach(async () => {
  await emptyDatabase();
  await setScene();
  dinkes = await cookieOf(await newPerson("healthOffice", areas.home));
});

const cell = { intervention: "MR", targetGroup: "bayi" };

function report(over: object = {}) {
  return {
    id: randomUUID(),
    unit: areas.homeSelatHilir,
    day: today,
    tallies: [{ ...cell, residents: 4 }],
    ...over,
  };
}

function send(reports: unknown, call: ApiCall = {}) {
  return callApi("POST", `${base}/daily-reports`, { cookie: dinkes, body: { reports }, ...call });
}

async function resultsOf(answer: Response) {
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { results: { outcome: string; version: number | null }[] })
    .results;
}

describe("daily reports", () => {
  it("are stored each whole or not at all, and the bad one says why", async () => {
    const sent = [
      report(),
      report({ unit: areas.homeSelatHulu, tallies: [{ ...cell, residents: -1 }] }),
      report({ unit: areas.homeBasarangJaya, day: addDays(today, 1) }),
      report({ unit: areas.awayKarauDesa }),
      report({ unit: areas.homeSelatHulu, day: "2021-06-31" }),
    ];
    expect(await resultsOf(await send(sent))).toMatchObject([
      { id: sent[0]?.id, outcome: "stored", version: 1, problems: [] },
      { outcome: "rejected", version: null, problems: [{ code: "countOutOfRange", ...cell }] },
      { outcome: "rejected", problems: [{ code: "futureDay" }] },
      { outcome: "rejected", problems: [{ code: "unknownUnit" }] },
      { outcome: "rejected", problems: [{ code: "noSuchDay" }] },
    ]);
    expect(await query("select unit_code from daily_report")).toHaveLength(1);
  });

  it("sent five times at once are stored once, and answered the same way", async () => {
    const sent = report();
    const answers = await Promise.all(Array.from({ length: 5 }, () => send([sent])));
    const results = (await Promise.all(answers.map(resultsOf))).flat();

    expect(results.map(({ outcome }) => outcome).sort()).toEqual([
      ...Array.from({ length: 4 }, () => "replayed"),
      "stored",
    ]);
    expect(results.map(({ version }) => version)).toEqual([1, 1, 1, 1, 1]);
    expect(await query("select residents from tally")).toEqual([{ residents: 4 }]);
    expect(await query("select 1 from audit_entry where action like 'report.%'")).toHaveLength(1);
  });

  it("of another's version are a conflict that shows what stands", async () => {
    await send([report()]);
    const [result] = await resultsOf(
      await send([report({ tallies: [{ ...cell, residents: 9 }] })]),
    );
    expect(result).toMatchObject({ outcome: "conflict", standing: { version: 1 } });
  });

  test.each([
    [
      "a count as text",
      [report({ tallies: [{ ...cell, residents: "4" }] })],
      "reports.0.tallies.0.residents",
    ],
    ["an id that is none", [report({ id: "1; drop table tally" })], "reports.0.id"],
    ["no unit", [report({ unit: undefined })], "reports.0.unit"],
    ["no list", "semua", "reports"],
  ])("with %s do not fit, and it is said where", async (_, reports, field) => {
    const answer = await send(reports);
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ code: "invalid", problems: [{ field }] });
    expect(await query("select 1 from daily_report")).toEqual([]);
  });

  test.each(["' OR 1=1 --", "62.03.01.1001'; delete from tally; --", "\u0000", "𝕏".repeat(2_000)])(
    "for a unit called %j are for no unit",
    async (unit) => {
      const [result] = await resultsOf(await send([report({ unit })]));
      expect(result?.outcome).toBe("rejected");
    },
  );
});

describe("a body", () => {
  test.each(["{", "", "[1,", "bukan json", "\ufeff{}x"])("%j is no JSON", async (text) => {
    const answer = await callApi("POST", `${base}/daily-reports`, { cookie: dinkes, text });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: "notJson" });
  });

  test.each([null, 1, "teks", []])("%j does not fit", async (body) => {
    const answer = await callApi("POST", `${base}/daily-reports`, {
      cookie: dinkes,
      text: JSON.stringify(body),
    });
    expect(answer.status).toBe(422);
  });

  it("above 5 MB is rejected, also when it says that it is small", async () => {
    const text = JSON.stringify({ reports: [], pad: "x".repeat(5 * 1024 * 1024) });
    const told = await callApi("POST", `${base}/daily-reports`, {
      cookie: dinkes,
      text,
      headers: { "content-length": String(text.length) },
    });
    const silent = await callApi("POST", `${base}/daily-reports`, { cookie: dinkes, text });

    expect([told.status, silent.status]).toEqual([413, 413]);
    expect(await silent.json()).toMatchObject({ code: "tooLarge" });
  });
});

describe("a write from a page", () => {
  test.each([
    ["of another site", { origin: "https://jahat.example" }, 403],
    ["of another port", { origin: "http://localhost:4000" }, 403],
    ["without an origin of its own", { origin: "null" }, 403],
    ["that its browser calls another site's", { "sec-fetch-site": "cross-site" }, 403],
    ["of ours", { origin: "http://localhost:3000", "sec-fetch-site": "same-origin" }, 200],
    ["that is a program", {}, 200],
  ])("%s", async (_, headers, status) => {
    expect((await send([report()], { headers })).status).toBe(status);
  });
});

describe("target populations", () => {
  const load = (rows: readonly unknown[], dryRun = "") =>
    callApi("PUT", `${base}/target-populations${dryRun}`, {
      cookie: dinkes,
      body: { source: "local", asOf: today, decree: "SK 1/2026", rows },
    });
  const good = { unit: areas.homeSelatHilir, ...cell, people: 40 };
  const bad = { unit: "62.03.99.9999", ...cell, people: -1 };

  it("are stored as a whole", async () => {
    const answer = await load([good, { ...good, unit: areas.homeSelatHulu, people: 2 }]);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ accepted: 2, rejected: [] });
    expect(await query("select people from target_population order by 1")).toEqual([
      { people: 2 },
      { people: 40 },
    ]);
  });

  it("with one bad row are not stored, and row, field and reason are told", async () => {
    const answer = await load([good, bad]);
    const problem = (await answer.json()) as { rejected: { message: string }[] };

    expect(answer.status).toBe(422);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(problem).toMatchObject({ code: "rejectedRows", accepted: 0 });
    expect(problem.rejected).toContainEqual(
      expect.objectContaining({ row: 2, field: "unit", code: "unknownUnit" }),
    );
    expect(problem.rejected[0]?.message).toMatch(/\w+ \w+/);
    expect(await query("select 1 from target_population")).toEqual([]);
  });

  it("tried out store nothing, good or bad", async () => {
    const fine = await load([good], "?dryRun=true");
    const rejected = await load([good, bad], "?dryRun=true");

    expect([fine.status, rejected.status]).toEqual([200, 200]);
    expect(await fine.json()).toEqual({ accepted: 1, rejected: [] });
    expect(await rejected.json()).toMatchObject({ accepted: 1, rejected: [{ row: 2 }] });
    expect(await query("select 1 from target_set")).toEqual([]);
  });

  it.each(["1", "ya", "TRUE"])("are not tried out by dryRun=%s, nor stored", async (value) => {
    const answer = await load([good], `?dryRun=${value}`);
    expect([200, 422]).toContain(answer.status);
    expect(await query("select 1 from target_set")).toEqual([]);
  });
});

describe("a new campaign", () => {
  const create = (body: unknown) => callApi("POST", "/api/v1/campaigns", { cookie: dinkes, body });

  it("has every village of the kabupaten when no units are named", async () => {
    const answer = await create(campaign("campak-2026", areas.home));
    expect(answer.status).toBe(201);
    expect(await answer.json()).toEqual({ slug: "campak-2026" });

    const { rows } = (await (
      await callApi("GET", "/api/v1/campaigns/campak-2026/coverage?by=unit&intervention=MR", {
        cookie: dinkes,
      })
    ).json()) as { rows: { code: string }[] };
    expect(rows.map(({ code }) => code)).toEqual([
      areas.homeSelatHilir,
      areas.homeSelatHulu,
      areas.homeBasarangJaya,
    ]);
  });

  it("with a name that is taken is a conflict", async () => {
    const answer = await create(campaign(slugs.home, areas.home));
    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({ code: "duplicate", problems: [{ field: "slug" }] });
  });

  test.each([
    ["a day that does not exist", { startsOn: "2021-06-31" }, "startsOn", "noSuchDay"],
    ["no round", { rounds: [] }, "rounds", "atLeastOne"],
    [
      "a goal above 1",
      { interventions: [{ code: "A", name: "A", coverageGoal: "1.5" }] },
      "interventions.0.coverageGoal",
      "goalRange",
    ],
    [
      "a goal as a number",
      { interventions: [{ code: "A", name: "A", coverageGoal: 0.95 }] },
      "interventions.0.coverageGoal",
      "wrongType",
    ],
    [
      "a village for a kabupaten",
      { districtCode: areas.homeSelat },
      "districtCode",
      "unknownRegion",
    ],
    ["no name", { name: undefined }, "name", "required"],
  ])("with %s does not fit", async (_, over, field, code) => {
    const answer = await create({ ...campaign("baru", areas.home), ...over });
    expect(answer.status).toBe(422);
    expect(((await answer.json()) as { problems: unknown[] }).problems).toContainEqual(
      expect.objectContaining({ field, code }),
    );
  });
});

describe("a problem", () => {
  it.each([
    [{}, "Belum masuk"],
    [{ "accept-language": "en-US,en;q=0.9,id;q=0.5" }, "Not signed in"],
    [{ "accept-language": "fr, id;q=0.4" }, "Belum masuk"],
    [{ "accept-language": "en", cookie: "bahasa=id" }, "Belum masuk"],
    [{ "accept-language": "id", cookie: "bahasa=en" }, "Not signed in"],
  ])("asked with %j is titled %s", async (headers, title) => {
    const answer = await callApi("GET", "/api/v1/campaigns", { headers });
    expect(await answer.json()).toMatchObject({
      type: "urn:cakupan:problem:notSignedIn",
      title,
      status: 401,
      code: "notSignedIn",
      id: expect.stringMatching(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/) as string,
    });
  });
});
