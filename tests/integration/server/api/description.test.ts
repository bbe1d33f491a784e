import { databaseUrl, emptyDatabase, query } from "@/tests/support/database";

import { randomUUID } from "node:crypto";

import { beforeAll, describe, expect, it, test, vi } from "vitest";
import { z } from "zod";

import { endpoints } from "@/lib/server/api/endpoints";
import { problemAnswerSchema } from "@/lib/server/api/schema";

import { callApi, routesOnDisk } from "@/tests/support/api-routes";

import { callOf } from "./calls";
import {
  areas,
  campaign,
  cookieOf,
  newPerson,
  setScene,
  slugs,
  today,
} from "@/tests/support/scene";

const description = z.object({
  openapi: z.string(),
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.looseObject({
        operationId: z.string(),
        security: z.array(z.unknown()),
        parameters: z.array(z.looseObject({ name: z.string(), in: z.string() })),
        responses: z.record(z.string(), z.unknown()),
      }),
    ),
  ),
});

let cookie: string;

beforeAll(async () => {
  await emptyDatabase();
  await setScene();
  cookie = await cookieOf(await newPerson("healthOffice", areas.home));
});

async function described() {
  return description.parse(await (await callApi("GET", "/api/v1/openapi.json")).json());
}

describe("the description", () => {
  it("has every route with its method, and no other", async () => {
    const { paths } = await described();
    const told = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const onDisk = (await routesOnDisk()).map(
      ({ endpoint }) => `${endpoint?.method ?? ""} ${endpoint?.path ?? ""}`,
    );
    expect(told.sort()).toEqual(onDisk.sort());
  });

  test.each(Object.values(endpoints))("has the parameters of $path ($method)", async (endpoint) => {
    const told = (await described()).paths[endpoint.path]?.[endpoint.method.toLowerCase()];
    const names = (where: string) =>
      told?.parameters.flatMap((each) => (each.in === where ? [each.name] : []));

    expect(names("query")).toEqual("query" in endpoint ? Object.keys(endpoint.query.shape) : []);
    const inPath = [...endpoint.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect(names("path")).toEqual(inPath);
    expect(told?.security).toHaveLength(endpoint.rule === "public" ? 0 : 1);
  });

  it("promises 304 of what is kept, and of nothing else", async () => {
    const { paths } = await described();
    const kept = Object.values(paths)
      .flatMap((methods) => Object.values(methods))
      .filter(({ responses }) => "304" in responses)
      .map(({ operationId }) => operationId);
    expect(kept.sort()).toEqual(["coverage", "trend"]);
  });

  it("says of the coverage query what it takes", async () => {
    const told = (await described()).paths[endpoints.coverage.path]?.["get"]?.parameters;
    expect(told?.find(({ name }) => name === "by")).toMatchObject({
      schema: { enum: ["unit", "set", "village", "subdistrict", "district"] },
    });
  });
});

describe("an answer is as described", () => {
  const slug = slugs.home;
  const note = { id: randomUUID(), kind: "weather", note: "Banjir" };
  const bodies: Partial<Record<keyof typeof endpoints, () => unknown>> = {
    createCampaign: () => campaign("seperti-ditulis", areas.home),
    changeCampaign: () => ({ ...campaign(slug, areas.home), reportingUnits: undefined }),
    importTargetPopulations: () => ({
      source: "local",
      asOf: today,
      rows: [{ unit: areas.homeSelatHilir, intervention: "MR", targetGroup: "bayi", people: 3 }],
    }),
    submitDailyReports: () => ({
      reports: [
        { id: randomUUID(), unit: areas.homeSelatHilir, day: today, zero: true },
        { id: randomUUID(), unit: "tidak ada", day: today, zero: true },
      ],
    }),
    addDayNote: () => ({ ...note, place: areas.homeSelat, day: today }),
    storeOffices: () => ({
      districtCode: areas.home,
      offices: [{ code: "dinas", name: "Dinas Pendidikan", kind: "opd", headTitle: "Kepala" }],
    }),
  };

  const queries: Partial<Record<keyof typeof endpoints, string>> = {
    changeCampaign: "?dryRun=true",
    listOffices: `?districtCode=${areas.home}`,
    removeDayNote: `?id=${note.id}`,
    reportReceipts: `?ids=${randomUUID()}`,
    cellHistory: `?unit=${areas.homeSelatHilir}&day=${today}&intervention=MR&targetGroup=bayi`,
  };

  /** Where an operation is asked, and with what: a record's own call makes what it needs. */
  async function askOf(name: string, path: string) {
    if (name === "sentRecord") return sentBefore();
    if (path.includes("{id}")) return callOf(name, "home");
    const body = bodies[name as keyof typeof endpoints]?.();
    const query = queries[name as keyof typeof endpoints] ?? "";
    // The campaign that was made a moment ago: nobody has reported to it.
    const named = name === "deleteCampaign" ? "seperti-ditulis" : slug;
    return { address: path.replace("{slug}", named) + query, body };
  }

  /** What the same person sent just now. */
  async function sentBefore() {
    const { method, address, body } = await callOf("storeTeam", "home");
    expect((await callApi(method, address, { cookie, body })).status).toBe(200);
    const { sent } = body as { readonly sent: string };
    return { address: `/api/v1/sent-records/${sent}?district=${areas.home}`, body: undefined };
  }

  const asked = Object.entries(endpoints).filter(([name]) => name !== "signIn");
  test.each(asked)("of %s", async (name, endpoint) => {
    const { address, body } = await askOf(name, endpoint.path);
    const headers = { "if-match": "*" };
    const answer = await callApi(endpoint.method, address, { cookie, body, headers });

    expect(answer.status).toBe(endpoint.answer.status);
    const schema: z.ZodType = endpoint.answer.schema;
    const told: unknown = await answer.json();
    expect(strictly(schema).safeParse(told)).toMatchObject({ success: true });
  });

  const withBody = asked.filter(([, endpoint]) => "body" in endpoint);
  it("is tried of every route that takes a body", () => {
    const ofRecords = withBody.filter(([, { path }]) => path.includes("{id}"));
    expect(withBody.map(([name]) => name).sort()).toEqual(
      [...Object.keys(bodies), ...ofRecords.map(([name]) => name)].sort(),
    );
  });

  test.each(withBody)("of %s names each field that nobody reads", async (name, endpoint) => {
    const { address, body } = await askOf(name, endpoint.path);
    for (const path of pathsInto(body)) {
      const answer = await callApi(endpoint.method, address, {
        cookie,
        body: withField(body, path),
      });
      expect(answer.status).toBe(422);
      expect(await answer.json()).toMatchObject({
        code: "invalid",
        problems: [{ field: [...path, "sourceNam"].join("."), code: "unknownField" }],
      });
    }
  });

  test.each(["/api/v1/campaigns/x/coverage", "/api/v1/campaigns/x/trend"])(
    "of a problem of %s",
    async (address) => {
      const answer = await callApi("GET", address, { cookie });
      expect(answer.headers.get("content-type")).toBe("application/problem+json");
      expect(problemAnswerSchema.safeParse(await answer.json())).toMatchObject({ success: true });
    },
  );

  test.each(Object.values(endpoints).filter(({ rule }) => rule !== "public"))(
    "of $operation: its problems are among those it names",
    async (endpoint) => {
      const answer = await callApi(endpoint.method, endpoint.path.replace("{slug}", slug));
      expect(endpoint.problems).toContain(answer.status);
    },
  );
});

describe("health", () => {
  it("is told without a session", async () => {
    const answer = await callApi("GET", "/api/health");
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ status: "ok" });
  });

  it(
    "is 503 within 5 s while the database is there and does not answer",
    { timeout: 20_000 },
    async () => {
      const opened = globalThis as { cakupanPool?: unknown };
      const kept = opened.cakupanPool;
      opened.cakupanPool = { query: () => new Promise(() => undefined) };
      const started = performance.now();
      const answer = await callApi("GET", "/api/health");
      opened.cakupanPool = kept;

      expect(answer.status).toBe(503);
      expect(performance.now() - started).toBeLessThan(5_000);
      expect(await answer.json()).toMatchObject({ code: "databaseAway" });
    },
  );
});

describe("a failure", () => {
  it("of ours is 500 with an id that is in the log too, and nothing of the failure", async () => {
    const log = vi.spyOn(console, "error").mockReturnValue(undefined);
    await query("alter table place_total rename to place_total_gone");
    const answer = await callApi("GET", `/api/v1/campaigns/${slugs.home}/coverage?by=village`, {
      cookie,
    }).finally(() => query("alter table place_total_gone rename to place_total"));
    const text = await answer.text();
    const { id } = problemAnswerSchema.parse(JSON.parse(text));

    expect(answer.status).toBe(500);
    expect(text).not.toMatch(/place_total|select|relation|\.ts|node_modules/i);
    expect(log.mock.calls[0]?.[0]).toContain(id);
    log.mockRestore();
  });

  it("of the database to be there is 503", async () => {
    const log = vi.spyOn(console, "error").mockReturnValue(undefined);
    const opened = globalThis as { cakupanPool?: unknown };
    const kept = opened.cakupanPool;
    const rejected = Object.assign(new Error(`connect ECONNREFUSED ${databaseUrl}`), {
      code: "ECONNREFUSED",
    });
    opened.cakupanPool = { query: () => Promise.reject(rejected) };
    const answer = await callApi("GET", "/api/v1/campaigns", { cookie });
    opened.cakupanPool = kept;

    expect(answer.status).toBe(503);
    expect(answer.headers.get("retry-after")).toBe("5");
    expect(await answer.text()).not.toContain("5432");
    log.mockRestore();
  });
});

/** The same schema, rejecting what it does not describe: a JSON Schema of zod's says so too. */
function strictly(schema: z.ZodType): z.ZodType {
  return z.fromJSONSchema(z.toJSONSchema(schema, { io: "output", unrepresentable: "any" }));
}

/** Every object in a body, by its path. */
function pathsInto(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value !== "object" || value === null) return [];
  const inner = Object.entries(value).flatMap(([key, each]) => pathsInto(each, [...path, key]));
  return Array.isArray(value) ? inner : [[...path], ...inner];
}

/** The body with one field more in the object at a path. */
function withField(body: unknown, path: readonly string[]): unknown {
  const copy: unknown = structuredClone(body);
  const target = path.reduce<unknown>(
    (value, key) => (typeof value === "object" && value !== null ? Reflect.get(value, key) : null),
    copy,
  );
  if (typeof target === "object" && target !== null) Reflect.set(target, "sourceNam", "x");
  return copy;
}
