import { emptyDatabase, query } from "@/tests/support/database";

import { randomUUID } from "node:crypto";

import { beforeEach, describe, expect, it } from "vitest";

import { callApi } from "@/tests/support/api-routes";
import { areas, cookieOf, newPerson, setScene, slugs, today } from "@/tests/support/scene";

const base = `/api/v1/campaigns/${slugs.home}`;
const unit = areas.homeSelatHilir;
const cell = { intervention: "MR", targetGroup: "bayi" };
let dinkes: string;
let camat: string;

beforeEach(async () => {
  await emptyDatabase();
  await setScene();
  dinkes = await cookieOf(await newPerson("healthOffice", areas.home));
  camat = await cookieOf(await newPerson("subdistrictHead", areas.homeSelat));
});

const archive = (method: "PUT" | "DELETE", tag?: string) =>
  callApi(method, `${base}/archive`, {
    cookie: dinkes,
    ...(tag !== undefined && { headers: { "if-match": tag } }),
  });

const report = () => ({ id: randomUUID(), unit, day: today, tallies: [{ ...cell, residents: 4 }] });

async function send(sent: object, language = "id") {
  const answer = await callApi("POST", `${base}/daily-reports`, {
    cookie: camat,
    body: { reports: [sent] },
    headers: { "accept-language": language },
  });
  expect(answer.status).toBe(200);
  const { results } = (await answer.json()) as {
    results: { outcome: string; problems: { code: string; message: string }[] }[];
  };
  const [result] = results;
  return [result?.outcome, result?.problems[0]?.code, result?.problems[0]?.message];
}

/** What is read of a campaign, by any call that reads. */
const reads = [
  base,
  `${base}/coverage?by=subdistrict`,
  `${base}/trend`,
  `${base}/history?unit=${unit}&day=${today}&intervention=MR&targetGroup=bayi`,
  `${base}/sources?code=${unit}`,
  `${base}/day-notes`,
];

async function readAll() {
  return Promise.all(
    reads.map(async (path) => {
      const answer = await callApi("GET", path, { cookie: dinkes });
      expect([path, answer.status]).toEqual([path, 200]);
      return (await answer.json()) as unknown;
    }),
  );
}

describe("a campaign in the archive", () => {
  it("is read everywhere as before, and listed as put away", async () => {
    await send(report());
    const before = await readAll();
    expect((await archive("PUT")).status).toBe(200);
    expect(await readAll()).toEqual(before);
    const list = await callApi("GET", "/api/v1/campaigns", { cookie: dinkes });
    expect(await list.json()).toMatchObject({
      campaigns: [{ slug: slugs.home, isArchived: true }],
    });
  });

  it("takes no report of anybody, says so in both languages, and takes it once it is put back", async () => {
    const first = report();
    expect(await send(first)).toEqual(["stored", undefined, undefined]);
    await archive("PUT");
    const later = { ...report(), day: today, baseVersion: 1, tallies: [{ ...cell, residents: 9 }] };
    expect(await send(later)).toEqual([
      "rejected",
      "campaignArchived",
      "Kampanye ini di arsip dan tidak menerima laporan. Minta dinas kesehatan mengembalikannya dari arsip, lalu kirim lagi.",
    ]);
    expect(await send(later, "en")).toEqual([
      "rejected",
      "campaignArchived",
      "This campaign is archived and takes no report. Ask the health office to put it back, then send again.",
    ]);
    // What arrived before it was put away has arrived: a device whose answer was lost forgets it.
    expect(await send(first)).toEqual(["replayed", undefined, undefined]);
    expect(await query("select residents from tally")).toEqual([{ residents: 4 }]);

    await archive("DELETE");
    expect(await send(later)).toEqual(["stored", undefined, undefined]);
    expect(await query("select residents from tally")).toEqual([{ residents: 9 }]);
  });

  it("may be put away and back by the tag that it was read with, and not by an older one", async () => {
    const read = await callApi("GET", base, { cookie: dinkes });
    const tag = read.headers.get("etag") ?? "";
    const definition = (await read.json()) as object;
    await callApi("PUT", base, {
      cookie: dinkes,
      body: { ...definition, reportCutOff: "17:00" },
      headers: { "if-match": tag },
    });
    const late = await archive("PUT", tag);
    expect([late.status, ((await late.json()) as { code: string }).code]).toEqual([
      412,
      "campaignChanged",
    ]);
    const now = (await callApi("GET", base, { cookie: dinkes })).headers.get("etag") ?? "";
    expect((await archive("PUT", now)).status).toBe(200);
    // The archive is no part of the definition: the same tag still names what was read.
    expect((await archive("DELETE", now)).status).toBe(200);
    expect((await archive("PUT", "*")).status).toBe(200);
    const told = await query<{ action: string }>(
      "select action from audit_entry where subject = $1 order by id",
      [slugs.home],
    );
    expect(told.map(({ action }) => action)).toEqual([
      "campaign.created",
      "campaign.changed",
      "campaign.archived",
      "campaign.restored",
      "campaign.archived",
    ]);
  });
});
