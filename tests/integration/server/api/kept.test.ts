import { emptyDatabase, query, rewrite } from "@/tests/support/database";

import { randomUUID } from "node:crypto";

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { callApi } from "@/tests/support/api-routes";
import { areas, cookieOf, newPerson, setScene, slugs, today } from "@/tests/support/scene";

const base = `/api/v1/campaigns/${slugs.home}`;
let dinkes: string;

beforeEach(async () => {
  await emptyDatabase();
  await setScene();
  dinkes = await cookieOf(await newPerson("healthOffice", areas.home));
});

afterEach(() => {
  vi.useRealTimers();
});

function read(path: string, ifNoneMatch?: string, cookie = dinkes) {
  const headers = ifNoneMatch === undefined ? {} : { "if-none-match": ifNoneMatch };
  return callApi("GET", `${base}/${path}`, { cookie, headers });
}

async function tagOf(path: string, cookie = dinkes): Promise<string> {
  return (await read(path, undefined, cookie)).headers.get("etag") ?? "";
}

function save(residents: number) {
  const tallies = [{ intervention: "MR", targetGroup: "bayi", residents }];
  const sent = { id: randomUUID(), unit: areas.homeSelatHilir, day: today, tallies };
  return callApi("POST", `${base}/daily-reports`, { cookie: dinkes, body: { reports: [sent] } });
}

const raising = "select raise_campaign_version(district_code, id) from campaign where slug = $1";

describe.each(["coverage", "trend"])("%s", (path) => {
  it("is answered 304 while nothing was written, for the caller alone", async () => {
    const first = await read(path);
    const again = await read(path, first.headers.get("etag") ?? "");

    expect(again.status).toBe(304);
    expect(await again.text()).toBe("");
    expect(again.headers.get("etag")).toBe(first.headers.get("etag"));
    expect(again.headers.get("cache-control")).toBe("private, no-cache");
  });

  it.each([
    ["a list that has it", (tag: string) => `"x", ${tag}`, 304],
    ["the strong form", (tag: string) => tag.replace("W/", ""), 304],
    ["anything", () => "*", 304],
    ["another", () => `W/"x"`, 200],
  ])("takes %s", async (_, sent, status) => {
    expect((await read(path, sent(await tagOf(path)))).status).toBe(status);
  });

  it.each([
    ["a report", () => save(7)],
    [
      "a change of a tally behind our back",
      async () => {
        await query(raising, [slugs.home]);
      },
    ],
    [
      "a target population",
      () =>
        callApi("PUT", `${base}/target-populations`, {
          cookie: dinkes,
          body: {
            source: "local",
            asOf: today,
            rows: [
              { unit: areas.homeSelatHilir, intervention: "MR", targetGroup: "bayi", people: 9 },
            ],
          },
        }),
    ],
  ] as const)("changes with %s", async (_, write) => {
    const before = await tagOf(path);
    await write();
    const after = await read(path, before);

    expect(after.status).toBe(200);
    expect(after.headers.get("etag")).not.toBe(before);
  });

  it("does not change with a write to another campaign", async () => {
    const before = await tagOf(path);
    await query(raising, [slugs.away]);
    expect((await read(path, before)).status).toBe(304);
  });

  it("changes at midnight, because the day is a part of the answer", async () => {
    const before = await tagOf(path);
    vi.useFakeTimers({ now: Date.now() + 86_400_000, toFake: ["Date"] });
    const tomorrow = await cookieOf(await newPerson("healthOffice", areas.home));

    expect(await tagOf(path, tomorrow)).not.toBe(before);
  });

  it("is the same for everyone with the same region", async () => {
    const colleague = await cookieOf(await newPerson("regentOffice", areas.home));
    expect(await tagOf(path, colleague)).toBe(await tagOf(path));
  });

  it("is another for another region or query", async () => {
    const camat = await cookieOf(await newPerson("subdistrictHead", areas.homeSelat));
    const tags = [await tagOf(path), await tagOf(`${path}?round=1`), await tagOf(path, camat)];
    expect(new Set(tags).size).toBe(3);
  });

  it("shows a save at once, also with fifty readers at it", async () => {
    const isNewest = [];
    for (const residents of [3, 5, 8]) {
      const reading = Array.from({ length: 25 }, () => read(path));
      await rewrite("delete from daily_report");
      expect((await save(residents)).status).toBe(200);
      const after = await Promise.all(
        Array.from({ length: 25 }, async () => (await read(path)).text()),
      );
      await Promise.all(reading);
      isNewest.push(
        after.every((text) => text.includes(`:${String(residents)},`) && text === after[0]),
      );
    }
    expect(isNewest).toEqual([true, true, true]);
  });
});

it("keeps nothing that was rejected", async () => {
  const rejected = await read("coverage?intervention=XX");
  const again = await read("coverage?intervention=XX");
  expect([rejected.status, again.status]).toEqual([422, 422]);
});
