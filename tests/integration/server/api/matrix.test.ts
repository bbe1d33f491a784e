import { emptyDatabase, query } from "@/tests/support/database";

import { randomUUID } from "node:crypto";

import { beforeAll, describe, expect, it, test } from "vitest";

import { endpoints } from "@/lib/server/api/endpoints";
import type { Role } from "@/lib/account/auth/policy";
import { encode } from "next-auth/jwt";

import { callApi, routesOnDisk } from "@/tests/support/api-routes";
import {
  areas,
  cookieOf,
  newPerson,
  offices,
  setScene,
  slugs,
  today,
  sessionOf,
} from "@/tests/support/scene";

import { callOf, calls } from "./calls";

beforeAll(async () => {
  await emptyDatabase();
  await setScene();
});

const columns = Object.keys(calls);

// What each person is answered, for their own kabupaten's campaign and for a stranger's. The order
// of the columns is that of `calls`. This table is the policy: change it only when the policy changes.
// prettier-ignore
const table: [Role, string, "home" | "away", ...number[]][] = [
  //                                                    list create import submit coverage trend receipts history entryKit sources definition change archive restore listOffices storeOffices delete notes addNote removeNote directives directive storeDirective answer sentRecord indicators indicator storeIndicator indicatorValues indicatorValue storeIndicatorValue strategies strategy storeStrategy teams team storeTeam sessions session storeSession adverseEvents adverseEvent storeAdverseEvent rapidAssessments rapidAssessment storeRapidAssessment batches batch storeBatch moves move storeMove
  ["administrator",   areas.nation,           "home",   200,    201,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    404,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200, 200, 200, 200, 200, 200, 200],
  ["administrator",   areas.nation,           "away",   200,    201,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    404,    404,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200, 200, 200, 200, 200, 200, 200],
  ["healthOffice",    areas.home,             "home",   200,    201,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    404,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200, 200, 200, 200, 200, 200, 200],
  ["healthOffice",    areas.home,             "away",   200,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404, 404, 404, 404, 404, 404, 404],
  ["healthOffice",    areas.province,         "away",   200,    201,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    404,    404,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200, 200, 200, 200, 200, 200, 200],
  ["subdistrictHead", areas.homeSelat,        "home",   200,    403,    403,    200,    200,    200,    200,    200,    200,    200,    403,    403,    403,    403,    403,    403,    403,    200,    200,    200,    403,    403,    403,    200,    404,    200,    200,    403,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200,    200, 200, 200, 403, 200, 200, 200],
  ["subdistrictHead", areas.homeBasarang,     "home",   200,    403,    403,    200,    200,    200,    200,    404,    200,    404,    403,    403,    403,    403,    403,    403,    403,    200,    404,    404,    403,    403,    403,    404,    404,    200,    200,    403,    200,    404,    404,    200,    200,    404,    200,    200,    404,    200,    404,    422,    200,    404,    422,    200,    404,    422, 200, 200, 403, 200, 404, 422],
  ["subdistrictHead", areas.homeSelat,        "away",   200,    403,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    403,    403,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404, 404, 404, 404, 404, 404, 404],
  ["villageHead",     areas.homeSelatHilir,   "home",   200,    403,    403,    200,    200,    200,    200,    200,    200,    200,    403,    403,    403,    403,    403,    403,    403,    200,    404,    404,    403,    403,    403,    404,    404,    200,    200,    403,    200,    200,    200,    200,    200,    403,    200,    200,    403,    200,    200,    403,    200,    200,    200,    200,    200,    200, 403, 403, 403, 403, 403, 403],
  ["villageHead",     areas.homeSelatHulu,    "home",   200,    403,    403,    200,    200,    200,    200,    404,    200,    404,    403,    403,    403,    403,    403,    403,    403,    200,    404,    404,    403,    403,    403,    404,    404,    200,    200,    403,    200,    404,    404,    200,    200,    403,    200,    200,    403,    200,    404,    403,    200,    404,    422,    200,    404,    422, 403, 403, 403, 403, 403, 403],
  ["villageHead",     areas.homeSelatHilir,   "away",   200,    403,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    403,    403,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404, 404, 404, 404, 404, 404, 404],
  ["regentOffice",    areas.home,             "home",   200,    403,    403,    403,    200,    200,    403,    200,    403,    200,    403,    403,    403,    403,    403,    403,    403,    200,    403,    403,    200,    200,    200,    200,    404,    200,    200,    403,    200,    200,    403,    200,    200,    403,    200,    200,    403,    200,    200,    403,    403,    403,    403,    403,    403,    403, 403, 403, 403, 403, 403, 403],
  ["regentOffice",    areas.home,             "away",   200,    403,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    403,    403,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404, 404, 404, 404, 404, 404, 404],
  ["unitHead",        offices.own,            "home",   200,   403,   403,   200,   200,     200,     200,     200,     200,     200,    403,       403,    403,    403,    403,        403,    403,    200,   404,    404,    403,    403,    403,    404,    404,    200,    200,    403,    200,    200,    200,    200,    200,    403,    200,    200,    403,    200,    200,    403,    200,    200,    200,    200,    200,    200, 200, 200, 403, 200, 404, 422],
  ["unitHead",        offices.beside,         "home",   200,   403,   403,   200,   200,     200,     200,     404,     200,     404,    403,       403,    403,    403,    403,        403,    403,    200,   404,    404,    403,    403,    403,    404,    404,    200,    200,    403,    200,    404,    404,    200,    200,    403,    200,    200,    403,    200,    404,    403,    200,    404,    422,    200,    404,    422, 200, 200, 403, 200, 404, 422],
  ["unitHead",        offices.own,            "away",   200,   403,   404,   404,   404,     404,     404,     404,     404,     404,    404,       404,    404,    404,    403,        403,    404,    404,   404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404,    404, 404, 404, 404, 404, 404, 404],
];

const cases = table.flatMap(([role, region, whose, ...expected]) =>
  columns.map((operation, at) => ({ role, region, whose, operation, expected: expected[at] })),
);

describe("each route of app/api", async () => {
  const routes = await routesOnDisk();

  test.each(routes)("$method $path declares its rule", ({ method, path, endpoint }) => {
    expect(endpoint).toBeDefined();
    expect(endpoint?.method).toBe(method);
    expect(endpoint?.routePath ?? endpoint?.path).toBe(path);
    expect(Object.values(endpoints)).toContain(endpoint);
  });

  it("is one of the declared ones, and each of those is there", () => {
    const onDisk = routes.map(({ endpoint }) => endpoint?.operation).sort();
    expect(onDisk).toEqual(Object.keys(endpoints).sort());
  });

  it("has its column in the table, unless anyone may call it", () => {
    const asking = Object.values(endpoints).filter(({ rule }) => rule !== "public");
    expect(asking.map(({ operation }) => operation).sort()).toEqual([...columns].sort());
  });
});

describe("who may do what", () => {
  test.each(cases)(
    "$role of $region: $operation in the $whose campaign → $expected",
    async ({ role, region, whose, operation, expected }) => {
      const cookie = await cookieOf(await newPerson(role, region));
      const { method, address, body } = await callOf(operation, whose);
      const headers = { "if-match": "*" };
      const answer = await callApi(method, address, { cookie, body, headers });

      expect(answer.status).toBe(expected);
      if (answer.status === 404) expect(await answer.text()).not.toContain("Kampanye");
    },
  );

  it.each([
    {
      who: "a camat",
      role: "subdistrictHead",
      region: areas.homeBasarang,
      unit: areas.homeSelatHilir,
    },
    {
      who: "a lurah",
      role: "villageHead",
      region: areas.homeSelatHulu,
      unit: areas.homeSelatHilir,
    },
    {
      who: "the head of another office of the kecamatan",
      role: "unitHead",
      region: offices.beside,
      unit: areas.homeSelatHilir,
    },
    {
      who: "the head of an office",
      role: "unitHead",
      region: offices.own,
      unit: areas.homeBasarangJaya,
    },
  ] as const)("$who reports for no unit of the neighbour", async ({ role, region, unit }) => {
    const cookie = await cookieOf(await newPerson(role, region));
    const answer = await callApi("POST", `/api/v1/campaigns/${slugs.home}/daily-reports`, {
      cookie,
      body: { reports: [{ id: randomUUID(), unit, day: today, zero: true }] },
    });
    expect(await answer.json()).toMatchObject({
      results: [{ outcome: "rejected", problems: [{ code: "unknownUnit" }] }],
    });
  });

  it.each([
    {
      role: "subdistrictHead",
      region: areas.homeSelat,
      by: "unit",
      rows: [areas.homeSelatHilir, areas.homeSelatHulu],
    },
    {
      role: "subdistrictHead",
      region: areas.homeSelat,
      by: "village",
      rows: [areas.homeSelatHilir, areas.homeSelatHulu],
    },
    {
      role: "subdistrictHead",
      region: areas.homeSelat,
      by: "subdistrict",
      rows: [areas.homeSelat],
    },
    { role: "subdistrictHead", region: areas.homeSelat, by: "district", rows: null },
    { role: "villageHead", region: areas.homeSelatHulu, by: "unit", rows: [areas.homeSelatHulu] },
    {
      role: "villageHead",
      region: areas.homeSelatHulu,
      by: "village",
      rows: [areas.homeSelatHulu],
    },
    { role: "villageHead", region: areas.homeSelatHulu, by: "subdistrict", rows: null },
    { role: "regentOffice", region: areas.home, by: "district", rows: [areas.home] },
    { role: "unitHead", region: offices.own, by: "unit", rows: [areas.homeSelatHilir] },
    { role: "unitHead", region: offices.beside, by: "unit", rows: [areas.homeSelatHulu] },
    { role: "unitHead", region: offices.own, by: "village", rows: null },
    { role: "unitHead", region: offices.own, by: "subdistrict", rows: null },
    { role: "unitHead", region: offices.own, by: "district", rows: null },
  ] as const)("$role of $region sees $rows by $by", async ({ role, region, by, rows }) => {
    const cookie = await cookieOf(await newPerson(role, region));
    const answer = await callApi("GET", `/api/v1/campaigns/${slugs.home}/coverage?by=${by}`, {
      cookie,
    });
    if (rows === null) {
      expect(answer.status).toBe(403);
      return;
    }
    const told = (await answer.json()) as { rows: { code: string }[] };
    expect([...new Set(told.rows.map(({ code }) => code))]).toEqual(rows);
  });
});

describe("a session that does not hold", () => {
  const secret = "integration-tests-secret-0123456789abcdef";
  const claims = async (id: string) => ({ ...(await sessionOf({ id })) });
  const sessions: Record<string, (id: string) => Promise<string | undefined>> = {
    "no session": () => Promise.resolve(undefined),
    "a made-up one": () => Promise.resolve("next-auth.session-token=abc.def"),
    "one signed with another secret": async (id) =>
      `next-auth.session-token=${await encode({ token: await claims(id), secret: "x".repeat(40) })}`,
    "one whose twelve hours are over": async (id) =>
      `next-auth.session-token=${await encode({ token: await claims(id), secret, maxAge: -60 })}`,
    "one of a disabled person": async (id) => {
      const cookie = await cookieOf({ id });
      await query("update app_user set is_active = false where id = $1", [id]);
      return cookie;
    },
    "one that was ended": async (id) => {
      const cookie = await cookieOf({ id });
      await query("delete from session where user_id = $1", [id]);
      return cookie;
    },
    "one whose row is past its end": async (id) => {
      const cookie = await cookieOf({ id });
      await query(
        "update session set expires_at = now() - interval '1 second' where user_id = $1",
        [id],
      );
      return cookie;
    },
    "one of a person who is gone": async (id) => {
      const cookie = await cookieOf({ id });
      await query("delete from app_user where id = $1", [id]);
      return cookie;
    },
    "one from before sessions had a row": async (id) =>
      `next-auth.session-token=${await encode({ token: { userId: id, sessionVersion: 1 }, secret })}`,
  };

  describe.each(Object.entries(sessions))("%s", (_, session) => {
    test.each(columns)("is not answered by %s", async (operation) => {
      const person = await newPerson("administrator", areas.nation);
      const { method, address, body } = await callOf(operation, "home");
      const answer = await callApi(method, address, { cookie: await session(person.id), body });

      expect(answer.status).toBe(401);
      expect(answer.headers.get("www-authenticate")).toBeNull();
      expect(answer.headers.get("location")).toBeNull();
      expect(await answer.json()).toMatchObject({ code: "notSignedIn" });
    });
  });

  it("ends at the next call after the person is disabled, also for a kept answer", async () => {
    const person = await newPerson("healthOffice", areas.home);
    const cookie = await cookieOf(person);
    const address = `/api/v1/campaigns/${slugs.home}/coverage`;
    const first = await callApi("GET", address, { cookie });
    await query("update app_user set is_active = false where id = $1", [person.id]);
    const again = await callApi("GET", address, {
      cookie,
      headers: { "if-none-match": first.headers.get("etag") ?? "" },
    });

    expect([first.status, again.status]).toEqual([200, 401]);
  });
});
