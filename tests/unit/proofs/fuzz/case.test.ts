import { createHash } from "node:crypto";

import { describe, expect, it } from "vitest";

import { z } from "zod";

import { makeCase, type Case } from "../../../proofs/fuzz/case";
import { readForms } from "../../../proofs/fuzz/forms";
import type { Ground } from "../../../proofs/fuzz/ground";
import { findLeak, isRejected } from "../../../proofs/fuzz/judge";
import { judgeMemory } from "../../../proofs/fuzz/memory";
import { shapeOf } from "../../../proofs/fuzz/sample";
import { changedTables } from "../../../proofs/fuzz/stored";

const ground: Ground = {
  slugs: ["bian"],
  values: { kampanye: ["bian"], day: ["2026-06-04"], unit: ["62.03.01.1007"] },
  pages: ["/input?kampanye=bian", "/mutu?kampanye=bian"],
  endpoints: [
    {
      operation: "submit",
      method: "POST",
      path: "/api/v1/campaigns/{slug}/daily-reports",
      query: null,
      body: shapeOf(
        z.object({ reports: z.array(z.object({ unit: z.string(), day: z.string() })) }),
      ),
      isForm: false,
    },
    {
      operation: "read",
      method: "GET",
      path: "/api/v1/campaigns/{slug}/coverage",
      query: shapeOf(z.object({ asOf: z.string(), round: z.number() })),
      body: null,
      isForm: false,
    },
  ],
  actions: [
    { id: "40".padEnd(42, "a"), name: "signOut", address: "/input", forms: [] },
    {
      id: "60".padEnd(42, "b"),
      name: "saveDayNote",
      address: "/kelengkapan",
      forms: [
        {
          address: "/kelengkapan",
          fields: [
            ["$ACTION_KEY", "k"],
            ["note", "Hujan"],
          ],
        },
      ],
    },
  ],
  rights: [],
};

const list = (seed: number, count: number) =>
  Array.from({ length: count }, (_, number) => brief(makeCase(seed, number, ground)));

/** Some bodies are megabytes. */
function brief({ body, ...request }: Case) {
  return { ...request, body: body && createHash("sha256").update(body).digest("hex") };
}

describe("the list of requests", () => {
  it("is the same for the same seed, and another for another", () => {
    expect(list(1, 300)).toEqual(list(1, 300));
    expect(list(2, 300)).not.toEqual(list(1, 300));
  });

  it("has a request of each number by itself", () => {
    expect(brief(makeCase(7, 250, ground))).toEqual(list(7, 300)[250]);
  });

  it("aims at every route, page and action, in everyone's name", () => {
    const made = list(1, 1_000);
    expect(new Set(made.map(({ target }) => target))).toEqual(
      new Set([
        "api submit",
        "api read",
        "page /input",
        "page /mutu",
        "action signOut",
        "action saveDayNote",
      ]),
    );
    expect(new Set(made.map(({ person }) => person)).size).toBe(12);
  });
});

it("reads the hidden fields of a page's forms, and no form that only asks", () => {
  const html =
    '<form method="GET"><input name="hari" value="1"/></form>' +
    '<form action=""><input type="hidden" name="$ACTION_1:0" value="{&quot;id&quot;:1}"/>' +
    '<textarea name="note"></textarea></form>';
  expect(readForms(html)).toEqual([
    [
      ["$ACTION_1:0", '{"id":1}'],
      ["note", ""],
    ],
  ]);
});

describe("an answer", () => {
  const answer = (status: number, text: string) => ({
    status,
    text,
    headers: {},
    isHang: false,
    milliseconds: 1,
  });

  it.each([
    ["api coverage", 422, "{}", true],
    ["api coverage", 200, "{}", false],
    ["api submitDailyReports", 200, '{"results":[{"outcome":"rejected"}]}', true],
    ["api submitDailyReports", 200, '{"results":[{"outcome":"stored"}]}', false],
    ["action saveDayNote", 200, '1:{"status":"rejected","code":null}', true],
    ["action saveDayNote", 200, '1:{"status":"saved","result":null}', false],
    ["action submitVillage", 200, '{"status":"saved","result":{"kind":"needsReason"}}', true],
    ["action saveDayNote", 200, 'push([2,[{\\"status\\":\\"rejected\\"}', true],
    ["action signOut", 303, "", false],
  ])("of %s with %i %s is a rejection: %s", (target, status, text, rejected) => {
    expect(isRejected({ target }, answer(status, text))).toBe(rejected);
  });

  it.each([
    "Error at run (/srv/app/x.js:1:2)",
    "SELECT id, name FROM app_user",
    'invalid byte sequence for encoding "UTF8"',
    "/srv/cakupan/lib",
  ])("that tells %s leaks", (text) => {
    expect(findLeak(answer(200, text), "/srv/cakupan")).not.toBeNull();
  });

  it("in plain words does not", () => {
    expect(findLeak(answer(422, "Isi permintaan tidak sesuai."), "/srv/cakupan")).toBeNull();
  });
});

it("sees growing memory, and leaves steady memory alone", () => {
  const megabytes = (...sizes: number[]) => sizes.map((size) => size * 1024 * 1024);
  expect(judgeMemory(megabytes(400, 410, 420, 430, 440, 450)).isSteady).toBe(true);
  expect(judgeMemory(megabytes(400, 410, 500, 600, 700, 800)).isSteady).toBe(false);
});

it("names the tables that hold something else than before", () => {
  const before = new Map([
    ["tally", "3 90"],
    ["campaign", "1 5"],
  ]);
  expect(changedTables(before, new Map([...before, ["tally", "3 91"]]))).toEqual(["tally"]);
});
