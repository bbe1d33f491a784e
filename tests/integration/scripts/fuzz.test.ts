import { databaseUrl, emptyDatabase, query } from "@/tests/support/database";

import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";

import { untouched } from "@/lib/base/forms/form-state";
import { localDay } from "@/lib/base/time/time-zone";
import { loadAreas } from "@/prisma/seed/areas";
import { loadDemo } from "@/prisma/seed/demo";
import { actionsOnDisk, callAction, form } from "@/tests/integration/actions/call";
import { callApi } from "@/tests/support/api-routes";
import { cookieOf } from "@/tests/support/scene";

import { makeChance } from "../../proofs/fuzz/chance";
import { addressOf, type Right } from "../../proofs/fuzz/ground";
import { setRecords } from "../../proofs/fuzz/record-right";
import { readRights } from "../../proofs/fuzz/right";
import { unstorableCase } from "../../proofs/fuzz/unstorable";

const today = localDay(new Date(), "Asia/Jakarta");
const usernames: Readonly<Record<string, string>> = {
  administrator: "admin",
  healthOffice: "dinkes.kapuas",
  subdistrictHead: "camat.selat",
};
const actions = await actionsOnDisk();
const people = new Map<string, string>();
let rights: readonly Right[] = [];

/** Routes that store a record of a register. */
const records = [
  "api answerFollowUp",
  "api storeAdverseEvent",
  "api storeIndicator",
  "api storeIndicatorValue",
  "api storeRapidAssessment",
  "api storeSession",
  "api storeStockBatch",
  "api storeStockMove",
  "api storeStrategy",
  "api storeTeam",
];

beforeAll(async () => {
  await emptyDatabase();
  await loadAreas(databaseUrl);
  await loadDemo(databaseUrl, { today });
  await setRecords(databaseUrl, "bian-kapuas");
  for (const { id, username } of await query<{ id: string; username: string }>(
    "select id, username from app_user",
  )) {
    people.set(username, id);
  }
  const called = [...actions.keys()].map((name) => ({ id: name, name, address: "/", forms: [] }));
  rights = await readRights(databaseUrl, "bian-kapuas", today, called);
}, 120_000);

/** The status of a route's answer, or what an action answers. */
async function answerTo(right: Right, content: unknown): Promise<string> {
  const id = people.get(usernames[right.person] ?? "") ?? "";
  if (right.action === null) {
    const answer = await callApi(right.method, right.path, {
      cookie: await cookieOf({ id }),
      body: content,
    });
    return `${String(answer.status)} ${await answer.text()}`;
  }
  const action = actions.get(right.action);
  if (!action) throw new Error(`no action ${right.action}`);
  const sent: readonly unknown[] = Array.isArray(content)
    ? content
    : [untouched, form(z.record(z.string(), z.string()).parse(content))];
  return callAction(action, sent, { id });
}

describe("what the fuzz calls right", () => {
  it("is there for every route that writes, and for every action that takes JSON", () => {
    expect(rights.map(({ target }) => target).sort()).toEqual([
      "action areasOfDistrict",
      "action changeCampaignAction",
      "action storeOfficesAction",
      "action suggestDistricts",
      "action suggestHomeRegions",
      "action undoZeroReport",
      "api addDayNote",
      ...records.slice(0, 1),
      "api createCampaign",
      "api importTargetPopulations",
      ...records.slice(1, 4),
      "api storeOffices",
      ...records.slice(4),
      "api submitDailyReports",
    ]);
  });

  it("is taken, so that what is wrong with it is what was spoilt", async () => {
    const answers = new Map<string, string>();
    for (const [at, right] of rights.entries()) {
      const fresh = String(at);
      const path = addressOf(right, fresh);
      answers.set(right.target, await answerTo({ ...right, path }, right.content(fresh)));
    }
    const told = Object.fromEntries(
      [...answers].map(([target, answer]) => [target, answer.slice(0, 60)]),
    );
    expect(told).toMatchObject({
      "api addDayNote": expect.stringMatching(/^200 .*"replayed":/) as string,
      "api createCampaign": expect.stringMatching(/^201 /) as string,
      "api importTargetPopulations": expect.stringMatching(/^200 .*"accepted":1/) as string,
      "api submitDailyReports": expect.stringMatching(/^200 /) as string,
      "action changeCampaignAction": "done",
      "action areasOfDistrict": "done",
      "action suggestDistricts": "done",
      "action suggestHomeRegions": "done",
      ...Object.fromEntries(
        records.map((target) => [target, expect.stringMatching(/^200 .*"version":/) as string]),
      ),
      // It comes as far as the table: there is no zero report of that day.
      "action undoZeroReport": "rejected",
    });
  });
});

it("a right request with one text spoilt is never a defect", async () => {
  const ground = { slugs: [], values: {}, pages: [], endpoints: [], actions: [], rights };
  for (let number = 0; number < 150; number += 1) {
    const { target, method, path, person, body, headers } = unstorableCase(
      ground,
      number,
      makeChance(number),
    );
    if ((headers["content-type"] ?? "").startsWith("multipart/")) continue;
    const right = rights.find((each) => each.target === target);
    if (!right || right.person !== person) throw new Error(`no right request of ${target}`);
    const content: unknown = JSON.parse(body?.toString("utf8") ?? "null");
    const answer = await answerTo({ ...right, method, path }, content);
    expect(answer, `${target} ${JSON.stringify(content)}`).not.toMatch(/^(5|201)/);
  }
}, 60_000);
