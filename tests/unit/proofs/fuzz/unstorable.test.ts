import { createServer } from "node:http";

import { describe, expect, it, test } from "vitest";

import { makeCase, type Case } from "../../../proofs/fuzz/case";
import type { Ground } from "../../../proofs/fuzz/ground";
import { makeSend } from "../../../proofs/fuzz/send";
import { escaped, textsIn } from "../../../proofs/fuzz/unstorable";

/** As many targets of each kind as the product has, about. */
const others = Array.from({ length: 30 }, (_, at) => at);

const campaign = (fresh: string) => ({
  slug: `uji-${fresh}`,
  name: "Uji",
  legalBasis: "SK 1",
  isSample: true,
  targetGroups: [{ code: "anak", name: "Anak" }],
  interventions: [{ code: "MR", name: "Campak", shortName: "MR" }],
  reportingUnits: [{ code: "P-1", name: "Pos" }],
});

const api = { kind: "json", action: null, person: "healthOffice" } as const;

const ground: Ground = {
  slugs: ["bian"],
  values: { kampanye: ["bian"] },
  pages: [
    "/input/62.03.01.1007?kampanye=bian",
    "/pengguna/uji.sasaran?kampanye=bian",
    "/pengguna?kampanye=bian",
    ...others.map((at) => `/lain-${String(at)}?kampanye=bian`),
  ],
  endpoints: others.slice(0, 15).map((at) => ({
    operation: `read${String(at)}`,
    method: "GET",
    path: "/api/v1/campaigns/{slug}/coverage",
    query: { type: "object", properties: { code: { type: "string" } } },
    body: null,
    isForm: false,
  })),
  actions: others.map((at) => ({
    id: String(at).padStart(42, "a"),
    name: `lain${String(at)}`,
    address: "/input",
    forms: [],
  })),
  rights: [
    {
      ...api,
      target: "api createCampaign",
      method: "POST",
      path: "/api/v1/campaigns",
      content: campaign,
    },
    {
      ...api,
      target: "api importTargetPopulations",
      method: "PUT",
      path: "/api/v1/campaigns/bian/target-populations",
      content: () => ({ decree: "SK 1", rows: [{ unit: "62.03.01.1007", people: 4 }] }),
    },
    {
      target: "action changeCampaignAction",
      method: "POST",
      path: "/kampanye/bian",
      kind: "form",
      action: "c".repeat(42),
      person: "healthOffice",
      content: (fresh) => ({ kampanye: "bian", body: JSON.stringify(campaign(fresh)) }),
    },
    {
      target: "action undoZeroReport",
      method: "POST",
      path: "/input",
      kind: "json",
      action: "d".repeat(42),
      person: "subdistrictHead",
      content: () => [{ slug: "bian", unit: "62.03.01.1007", day: "2026-06-04" }],
    },
  ],
};

/** A run as the README tells of. */
const requests = Array.from({ length: 20_000 }, (_, number) => makeCase(1, number, ground));

const bodyOf = ({ body }: Case) => body?.toString("utf8") ?? "";

/** Requests of a target whose body has the text, as JSON writes it, in the place of a right one. */
function sent(target: string, before: string, escapes: readonly string[], after: string) {
  const wanted = escapes.map((each) => `${before}${each}${after}`);
  return requests.filter(
    (each) => each.target === target && wanted.some((text) => bodyOf(each).includes(text)),
  );
}

const halves = [String.raw`\ud800`, String.raw`a\udc00b`, String.raw`\ude00\ud83d`];
const zeros = [String.raw`\u0000`, String.raw`a\u0000b`];

describe("a run sends half of a letter, as JSON escapes it, in a request that is right but for it", () => {
  test.each([
    ["name", '"name":"', '","legalBasis":"SK 1"'],
    ["legalBasis", '"name":"Uji","legalBasis":"', '","isSample":true'],
    ["a target group's name", '{"code":"anak","name":"', '"}]'],
    ["an intervention's name", '{"code":"MR","name":"', '","shortName":"MR"}'],
    ["its short name", '"name":"Campak","shortName":"', '"}]'],
    ["a unit's name", '{"code":"P-1","name":"', '"}]'],
  ])("of a new campaign: %s", (_, before, after) => {
    const found = sent("api createCampaign", before, halves, after);
    expect(found.length).toBeGreaterThan(5);
    expect(new Set(found.map(({ person }) => person))).toEqual(new Set(["healthOffice"]));
    // Each is another campaign: the address of one that there is would be rejected first.
    expect(new Set(found.map(bodyOf)).size).toBe(found.length);
  });

  it("of target populations: the decree", () => {
    const found = sent("api importTargetPopulations", '{"decree":"', halves, '","rows":[{"unit"');
    expect(found.length).toBeGreaterThan(20);
  });

  it("of a form whose field is JSON", () => {
    const found = sent("action changeCampaignAction", '"legalBasis":"', halves, '","isSample"');
    expect(found.length).toBeGreaterThan(5);
    for (const each of found) expect(each.headers["next-action"]).toBe("c".repeat(42));
  });
});

test("a run sends a zero byte, as JSON escapes it, to an action that a script calls", () => {
  const found = sent(
    "action undoZeroReport",
    '[{"slug":"bian","unit":"',
    zeros,
    '","day":"2026-06-04"}]',
  );
  expect(found.length).toBeGreaterThan(10);
  for (const { headers, person } of found) {
    expect(headers["content-type"]).toBe("text/plain;charset=UTF-8");
    expect(person).toBe("subdistrictHead");
  }
});

describe("a run asks for pages, in the name of who may see them,", () => {
  const maySee = new Set(["administrator", "healthOffice"]);
  const asked = requests.filter(({ person }) => maySee.has(person)).map(({ path }) => path);

  test.each([
    ["with a zero byte for a unit", /^\/input\/%00\?/],
    ["with a zero byte after a unit", /^\/input\/62\.03\.01\.1007%00\?/],
    ["with a zero byte for a person", /^\/pengguna\/%00\?/],
    ["with half of a letter for a person", /^\/pengguna\/(a%ed%b0%80b|%ed%a0%80)\?/],
    ["with a zero byte in a search", /^\/pengguna\?.*\bcari=(%00|a%00b)(&|$)/],
    ["with half of a letter in a search", /^\/pengguna\?.*\bcari=(a%ed%b0%80b|%ed%a0%80)(&|$)/],
  ])("%s", (_, address) => {
    expect(asked.filter((path) => address.test(path))).not.toEqual([]);
  });

  it("and routes with both in their queries and campaigns' names", () => {
    const paths = requests
      .filter(({ target }) => target.startsWith("api "))
      .map(({ path }) => path);
    for (const address of [/[?&]code=%00(&|$)/, /[?&]code=%ed%a0%80(&|$)/, /campaigns\/%00\//]) {
      expect(paths.filter((path) => address.test(path)).length).toBeGreaterThan(2);
    }
  });
});

test("half of a letter stays one in an address", () => {
  expect(escaped("a\ud800b")).toBe("a%ed%a0%80b");
  expect(escaped("\udfff")).toBe("%ed%bf%bf");
  expect(escaped("\0 /é👶")).toBe(encodeURIComponent("\0 /é👶"));
});

test("it is sent so, too", async () => {
  const seen: string[] = [];
  const server = createServer(({ url = "" }, answer) => {
    seen.push(url);
    answer.end();
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : 0);
    });
  });
  try {
    const send = makeSend(port, () => null);
    const plain = { method: "GET", headers: {}, body: null, person: "nobody" } as const;
    await send({ ...plain, path: "/a?b=\ud800&c=é👶" });
  } finally {
    server.closeAllConnections();
    server.close();
  }
  expect(seen).toEqual(["/a?b=%ed%a0%80&c=%C3%A9%F0%9F%91%B6"]);
});

test("texts are counted in lists, objects and texts that are JSON", () => {
  expect(textsIn({ a: ["x", 1, { b: "y" }], c: '{"d":["z"]}', e: "[no", f: null })).toBe(4);
});
