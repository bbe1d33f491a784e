import { emptyDatabase, query } from "@/tests/support/database";

import { randomUUID } from "node:crypto";

import { beforeAll, describe, expect, it, test } from "vitest";

import { callApi } from "@/tests/support/api-routes";
import {
  areas,
  campaign,
  cookieOf,
  newPerson,
  setScene,
  slugs,
  today,
} from "@/tests/support/scene";
import { spoiltLeaves } from "@/tests/support/spoilt";

const base = `/api/v1/campaigns/${slugs.home}`;
const cell = { intervention: "MR", targetGroup: "bayi" };
let admin: string;

beforeAll(async () => {
  await emptyDatabase();
  await setScene();
  admin = await cookieOf(await newPerson("administrator", areas.nation));
});

/** A body that each route which writes would take, with every text that one can have. */
const bodies = {
  "POST /api/v1/campaigns": () => ({
    ...campaign(`c-${randomUUID()}`, areas.home),
    legalBasis: "SK 1/2026",
    sourceName: "Siaran pers 1/2026",
    sourceUrl: "https://dinkes.example.id/siaran",
    interventions: [{ code: "MR", name: "Campak", shortName: "MR", coverageGoal: "0.95" }],
    reportingUnits: [{ code: "P-1", name: "Pos", kind: "office", regionCode: areas.home }],
  }),
  [`PUT ${base}/target-populations`]: () => ({
    source: "local",
    asOf: today,
    decree: "SK 1/2026",
    rows: [{ unit: areas.homeSelatHilir, ...cell, people: 40 }],
  }),
  [`POST ${base}/daily-reports`]: () => ({
    reports: [
      {
        id: randomUUID(),
        unit: areas.homeSelatHilir,
        day: today,
        submittedAt: new Date().toISOString(),
        reason: { code: "other", note: "Salah baris" },
        tallies: [{ ...cell, residents: 4 }],
      },
    ],
    sentAt: new Date().toISOString(),
  }),
  "PUT /api/v1/offices": () => ({
    districtCode: areas.home,
    offices: [
      { code: "dinas", name: "Dinas", kind: "opd", region: areas.homeSelat, headTitle: "Kepala" },
    ],
  }),
};

/** What the tables of what people send hold, in short. */
async function stored(): Promise<unknown> {
  return query(`select (select count(*) from campaign) as campaigns,
                       (select count(*) from target_set) as sets,
                       (select count(*) from submission) as submissions,
                       (select count(*) from office) as offices,
                       (select count(*) from audit_entry) as deeds`);
}

describe.each(Object.entries(bodies))("%s", (route, bodyOf) => {
  const [method = "", path = ""] = route.split(" ");
  const headers = { "if-match": "*" };
  const send = (body: unknown) => callApi(method, path, { cookie: admin, body, headers });

  test.each(["\\ud800", "a\\udc00b", "\\u0000"])(
    "rejects a body with %s in any of its texts, and stores nothing of it",
    async (escape) => {
      const text: unknown = JSON.parse(`"${escape}"`);
      const before = await stored();
      for (const { where, value } of spoiltLeaves(bodyOf(), [String(text)])) {
        const answer = await send(value);
        const told = await answer.text();
        expect([200, 422], `${where} ${told}`).toContain(answer.status);
        if (answer.status === 200) expect(told, where).toContain('"outcome":"rejected"');
        expect(await stored(), where).toEqual(before);
      }
    },
  );

  it("takes letters of every kind, and days and hours that are far away without failing", async () => {
    for (const { where, value } of spoiltLeaves(bodyOf(), [
      "👩‍👩‍👧",
      "0000-01-01",
      "0000-01-01T00:00:00Z",
      "9999-12-31T23:59:59-23:59",
    ])) {
      expect((await send(value)).status, where).toBeLessThan(500);
    }
  });
});

describe("what is rejected", () => {
  const lone = "\ud800";
  const sentence = "Isian ini tidak dapat dibaca. Periksa penulisannya.";

  test.each([
    ["a campaign's name", "POST /api/v1/campaigns", { name: lone }, "name"],
    ["its legal basis", "POST /api/v1/campaigns", { legalBasis: lone }, "legalBasis"],
    ["its source", "POST /api/v1/campaigns", { sourceName: lone }, "sourceName"],
    [
      "a target group's name",
      "POST /api/v1/campaigns",
      { targetGroups: [{ code: "bayi", name: lone }] },
      "targetGroups.0.name",
    ],
    [
      "a unit's name",
      "POST /api/v1/campaigns",
      { reportingUnits: [{ code: "P", name: lone, kind: "office", regionCode: areas.home }] },
      "reportingUnits.0.name",
    ],
    ["a decree", `PUT ${base}/target-populations`, { decree: `SK ${lone}` }, "decree"],
    [
      "a reason",
      `POST ${base}/daily-reports`,
      {
        reports: [
          {
            id: randomUUID(),
            unit: areas.homeSelatHilir,
            day: today,
            reason: { code: "other", note: lone },
          },
        ],
      },
      "reports.0.reason.note",
    ],
  ] as const)("%s is told by its field, in a sentence", async (_, route, over, field) => {
    const [method = "", path = ""] = route.split(" ");
    const answer = await callApi(method, path, {
      cookie: admin,
      body: { ...bodies[route]?.(), ...over },
    });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({
      code: "invalid",
      problems: [{ field, code: "wrongFormat", message: sentence }],
    });
  });
});

/** Each route that answers a question, with a query that it takes. */
const questions: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  [
    "coverage",
    { by: "unit", ...cell, round: "1", asOf: today, source: "local", split: "targetGroup" },
  ],
  ["trend", { ...cell, round: "1", asOf: today, source: "local" }],
  [
    "sources",
    { by: "unit", code: areas.homeSelatHilir, ...cell, from: today, status: "unverified", limit: "1", offset: "0" },
  ],
  ["history", { unit: areas.homeSelatHilir, day: today, ...cell }],
  ["daily-reports", { ids: randomUUID() }],
  ["entry", { apa: "saja" }],
]; // prettier-ignore

describe.each(questions)("a question of %s", (route, query) => {
  const ask = (text: string, slug: string = slugs.home) =>
    callApi("GET", `/api/v1/campaigns/${slug}/${route}?${text}`, { cookie: admin });
  const asText = (pairs: Readonly<Record<string, string>>) => new URLSearchParams(pairs).toString();

  test.each(["%00", "a%00b", "%ed%a0%80", "%c3%28", "%", "y".repeat(9_000), "0000-01-01"])(
    "with %s in any parameter, or as one's name, is answered",
    async (text) => {
      for (const name of Object.keys(query)) {
        const rest = asText(Object.fromEntries(Object.entries(query).filter(([n]) => n !== name)));
        expect((await ask(`${rest}&${name}=${text}`)).status, name).toBeLessThan(500);
      }
      expect((await ask(`${asText(query)}&${text}=${text}`)).status).toBeLessThan(500);
    },
  );

  test.each(["%00", "bian%00home", "%EF%BF%BD", "y".repeat(9_000)])(
    "about a campaign called %s finds none",
    async (slug) => {
      expect((await ask(asText(query), slug)).status).toBe(404);
    },
  );
});
