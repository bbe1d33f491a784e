import { emptyDatabase, query, rewrite } from "@/tests/support/database";

import { randomUUID } from "node:crypto";
import { gzipSync } from "node:zlib";

import { beforeAll, beforeEach, describe, expect, it, test } from "vitest";

import { addDays } from "@/lib/base/time/calendar-day";

import { callApi, type ApiCall } from "@/tests/support/api-routes";
import {
  areas,
  cookieOf,
  newPerson,
  setScene,
  slugs,
  today,
  type Person,
} from "@/tests/support/scene";

const base = `/api/v1/campaigns/${slugs.home}`;
/** A day whose cut-off is past at any hour of the test's own day. */
const closed = addDays(today, -2);
const cell = { intervention: "MR", targetGroup: "bayi" };
const reason = { code: "recount" };

let camat: Person;
let lurah: Person;
let dinkes: Person;

beforeAll(async () => {
  await emptyDatabase();
  await setScene();
  camat = await newPerson("subdistrictHead", areas.homeSelat);
  lurah = await newPerson("villageHead", areas.homeSelatHilir);
  dinkes = await newPerson("healthOffice", areas.home);
});

beforeEach(async () => {
  for (const table of ["daily_report", "submission", "day_reopening"]) {
    await query(`delete from ${table}`);
  }
});

function report(over: object = {}) {
  return {
    id: randomUUID(),
    unit: areas.homeSelatHilir,
    day: today,
    tallies: [{ ...cell, residents: 4 }],
    ...over,
  };
}

async function send(person: Person, reports: readonly object[], call: ApiCall = {}) {
  return callApi("POST", `${base}/daily-reports`, {
    cookie: await cookieOf(person),
    body: { reports },
    ...call,
  });
}

async function outcomeOf(person: Person, sent: object, language = "id") {
  const answer = await send(person, [sent], { headers: { "accept-language": language } });
  expect(answer.status).toBe(200);
  const { results } = (await answer.json()) as {
    results: { outcome: string; problems: { code: string; message: string }[] }[];
  };
  const [result] = results;
  return { result, told: result?.problems[0]?.code ?? result?.outcome };
}

/** A report by the lurah as it stands; it was typed today, whatever day it is about. */
async function stands(day: string, status = "submitted") {
  const sent = report({ day });
  await send(dinkes, [sent]);
  await rewrite(
    `update daily_report set submitted_by = $1, status = $2,
       return_reason = case $2 when 'returned' then 'MR tertukar' end`,
    [lurah.id, status],
  );
}

async function open(place: string, day: string) {
  await query(
    `insert into day_reopening (district_code, campaign_id, place_code, day, ask_reason, decision,
                                decided_at, opens_until)
     select district_code, id, $1, $2, 'Sinyal hilang', 'opened', now(), now() + interval '1 day'
     from campaign where slug = $3`,
    [place, day, slugs.home],
  );
}

// What each of three people is told when they change the lurah's report: first without a reason,
// then with one. This table is the policy: change it only when the policy changes.
// prettier-ignore
const table: [string, string, "open" | "closed" | "reopened", Record<"lurah" | "camat" | "dinkes", [string, string]>][] = [
  ["submitted", today,  "open",     { lurah: ["stored",         "stored"],         camat: ["reasonNeeded",   "stored"],         dinkes: ["reasonNeeded", "stored"] }],
  ["verified",  today,  "open",     { lurah: ["verifiedReport", "verifiedReport"], camat: ["verifiedReport", "verifiedReport"], dinkes: ["reasonNeeded", "stored"] }],
  ["returned",  today,  "open",     { lurah: ["stored",         "stored"],         camat: ["stored",         "stored"],         dinkes: ["stored",       "stored"] }],
  ["submitted", closed, "closed",   { lurah: ["dayClosed",      "dayClosed"],      camat: ["dayClosed",      "dayClosed"],      dinkes: ["reasonNeeded", "stored"] }],
  ["verified",  closed, "closed",   { lurah: ["verifiedReport", "verifiedReport"], camat: ["verifiedReport", "verifiedReport"], dinkes: ["reasonNeeded", "stored"] }],
  ["returned",  closed, "closed",   { lurah: ["stored",         "stored"],         camat: ["stored",         "stored"],         dinkes: ["stored",       "stored"] }],
  ["submitted", closed, "reopened", { lurah: ["reasonNeeded",   "stored"],         camat: ["reasonNeeded",   "stored"],         dinkes: ["reasonNeeded", "stored"] }],
  ["verified",  closed, "reopened", { lurah: ["verifiedReport", "verifiedReport"], camat: ["verifiedReport", "verifiedReport"], dinkes: ["reasonNeeded", "stored"] }],
];

const cases = table.flatMap(([status, day, door, people]) =>
  (["lurah", "camat", "dinkes"] as const).flatMap((who) =>
    people[who].map((expected, at) => ({
      who,
      status,
      day,
      door,
      isExplained: at === 1,
      expected,
    })),
  ),
);

describe("who may change a lurah's report", () => {
  test.each(cases)(
    "$who, $status, day $door, with a reason: $isExplained → $expected",
    async ({ who, status, day, door, isExplained, expected }) => {
      await stands(day, status);
      if (door === "reopened") await open(areas.homeSelat, day);
      const person = { lurah, camat, dinkes }[who];
      const change = report({
        day,
        baseVersion: 1,
        tallies: [{ ...cell, residents: 9 }],
        ...(isExplained && { reason }),
      });

      expect((await outcomeOf(person, change)).told).toBe(expected);
      expect(await query("select residents from tally")).toEqual([
        { residents: expected === "stored" ? 9 : 4 },
      ]);
    },
  );

  it("not a person who was disabled, whatever stands", async () => {
    const gone = await newPerson("subdistrictHead", areas.homeSelat);
    const cookie = await cookieOf(gone);
    await query("update app_user set is_active = false where id = $1", [gone.id]);
    const answer = await send(gone, [report()], { cookie });
    expect(answer.status).toBe(401);
    expect(await query("select 1 from submission")).toEqual([]);
  });
});

describe("a queue of another person", () => {
  const of = (person: Person) => ({ headers: { "x-cakupan-person": person.id } });

  it("is rejected in words, and nothing of it is stored", async () => {
    const answer = await send(camat, [report()], of(lurah));
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({
      code: "otherPerson",
      detail: expect.stringContaining("orang lain") as string,
    });
    expect(await query("select 1 from submission")).toEqual([]);
  });

  it("is told nothing of receipts", async () => {
    const answer = await callApi("GET", `${base}/daily-reports?ids=${randomUUID()}`, {
      cookie: await cookieOf(camat),
      ...of(lurah),
    });
    expect(answer.status).toBe(403);
  });

  it("is nobody's when it names no account at all", async () => {
    const answer = await send(camat, [report()], { headers: { "x-cakupan-person": "x" } });
    expect(answer.status).toBe(403);
  });

  it("is one's own when it names who is signed in, in any case", async () => {
    const headers = { "x-cakupan-person": camat.id.toUpperCase() };
    expect((await send(camat, [report()], { headers })).status).toBe(200);
  });
});

describe("receipts", () => {
  async function receipts(person: Person, ids: string) {
    return callApi("GET", `${base}/daily-reports?ids=${ids}`, { cookie: await cookieOf(person) });
  }

  it("are given of what is in the region, and of nothing else", async () => {
    const [here, there] = [report(), report({ unit: areas.homeBasarangJaya })];
    await send(dinkes, [here, there]);

    const answer = await receipts(camat, [here.id, there.id, randomUUID()].join(","));
    expect(await answer.json()).toMatchObject({
      receipts: [{ id: here.id, version: 1, standing: { isOwn: false, version: 1 } }],
    });
  });

  test.each([
    ["none", ""],
    ["101", Array.from({ length: 101 }, () => randomUUID()).join(",")],
    ["text", "' or 1=1 --"],
    ["half an id", randomUUID().slice(0, 20)],
  ])("of %s do not fit", async (_, ids) => {
    expect((await receipts(camat, encodeURIComponent(ids))).status).toBe(422);
  });
});

describe("the history of a cell", () => {
  async function history(person: Person, over: Record<string, string> = {}) {
    const asked = new URLSearchParams({ unit: areas.homeSelatHilir, day: today, ...cell, ...over });
    return callApi("GET", `${base}/history?${asked.toString()}`, {
      cookie: await cookieOf(person),
    });
  }

  it("is told to who reads the place, and follows a change at once", async () => {
    await send(lurah, [report()]);
    expect(await (await history(camat)).json()).toMatchObject({ values: [{ residents: 4 }] });
    await send(lurah, [report({ baseVersion: 1, tallies: [{ ...cell, residents: 9 }] })]);
    expect(await (await history(camat)).json()).toMatchObject({
      values: [{ residents: 9 }, { residents: 4, by: expect.any(String) as string }],
    });
  });

  it("has a choice for another's version at once, which changes no number", async () => {
    await send(lurah, [report()]);
    const before = await history(camat);
    expect(await before.json()).toMatchObject({ values: [{ kind: "count" }] });
    const kept = { choice: { kept: "theirs", over: 1 }, tallies: [{ ...cell, residents: 9 }] };
    await send(camat, [report(kept)]);
    expect(await (await history(camat)).json()).toMatchObject({
      values: [{ kind: "kept" }, { kind: "count", residents: 4 }],
    });
  });

  test.each([
    ["another kecamatan's unit", { unit: areas.homeBasarangJaya }, 404],
    ["a unit that is not there", { unit: "tidak-ada" }, 404],
    ["a day in no round", { day: addDays(today, -20) }, 404],
    ["a day that does not exist", { day: "2021-06-31" }, 422],
    ["a code that no database takes", { unit: "\u0000" }, 422],
  ])("of %s is not", async (_, over, status) => {
    expect((await history(camat, over)).status).toBe(status);
  });
});

describe("what is said of a problem", () => {
  const falls = report({
    figures: "cumulative",
    tallies: [{ ...cell, residents: -8, cumulative: 214 }],
  });

  it.each([
    ["id", "MR 9–59 bulan: kumulatif turun dari 222 ke 214. Tulis alasannya."],
    ["en", "MR 9–59 bulan: the cumulative figure falls from 222 to 214. Give the reason."],
  ])("names the column and both numbers (%s)", async (language, sentence) => {
    await query("update intervention set short_name = 'MR' where code = 'MR'");
    await send(dinkes, [
      report({ day: addDays(today, -1), tallies: [{ ...cell, residents: 222 }] }),
    ]);
    const { result } = await outcomeOf(camat, falls, language);
    expect(result?.problems).toMatchObject([
      { code: "cumulativeFell", before: 222, value: 214, message: sentence },
    ]);
  });

  it.each([
    ["id", /: .+ sudah dilaporkan kumulatif 150 .+ menjadi 250\. .+ perbaiki .+ setelah ini\.$/],
    ["en", /: .+ was reported as 150 cumulatively .+ becomes 250\. .+ correct .+ next\.$/],
  ])("names the later day that may hold the same doses (%s)", async (language, sentence) => {
    const counted = [{ ...cell, residents: 150, cumulative: 150 }];
    await send(dinkes, [report({ figures: "cumulative", tallies: counted })]);
    const missed = { day: addDays(today, -1), tallies: [{ ...cell, residents: 100 }] };
    const { result } = await outcomeOf(dinkes, report(missed), language);
    expect(result?.problems).toMatchObject([
      { code: "laterCumulative", later: today, before: 150, value: 250 },
    ]);
    expect(result?.problems[0]?.message).toMatch(sentence);
    const { told } = await outcomeOf(dinkes, report({ ...missed, reason: { code: "inLater" } }));
    expect(told).toBe("stored");
  });
});

describe("a count far above the target population", () => {
  it("is rejected with a code and both numbers, until its sender says that it is right", async () => {
    await callApi("PUT", `${base}/target-populations`, {
      cookie: await cookieOf(dinkes),
      body: {
        source: "local",
        asOf: today,
        rows: [{ unit: areas.homeSelatHilir, ...cell, people: 4000 }],
      },
    });
    const spike = report({ tallies: [{ ...cell, residents: 587_903 }] });
    const { result, told } = await outcomeOf(camat, spike, "en");
    expect(told).toBe("farAboveTarget");
    expect(result?.problems[0]?.message).toBe(
      "MR 9–59 bulan: 587,903 in a day, where 4,000 of the target population are left. Check it, and send it if it is right.",
    );
    expect((await outcomeOf(camat, { ...spike, isAboveTargetConfirmed: true })).told).toBe(
      "stored",
    );
    const normal = report({ day: closed, tallies: [{ ...cell, residents: 4000 }] });
    expect((await outcomeOf(dinkes, normal)).told).toBe("stored");
  });
});

describe("a body for a weak signal", () => {
  it("may be gzipped, and the limit is for what comes out", async () => {
    const zipped = (body: unknown) => ({
      text: Uint8Array.from(gzipSync(JSON.stringify(body))),
      headers: { "content-encoding": "gzip" },
    });
    expect((await send(camat, [], zipped({ reports: [report()] }))).status).toBe(200);
    expect(await query("select 1 from submission")).toHaveLength(1);

    const bomb = { reports: [], pad: "x".repeat(6 * 1024 * 1024) };
    expect((await send(camat, [], zipped(bomb))).status).toBe(413);
    const broken = { ...zipped({}), text: "{}" };
    expect((await send(camat, [], broken)).status).toBe(400);
  });
});
