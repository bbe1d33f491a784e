import { beforeEach, describe, expect, it } from "vitest";

import { emptyDatabase, query } from "@/tests/support/database";
import { callApi, type ApiCall } from "@/tests/support/api-routes";
import { areas, cookieOf, newPerson, setScene, slugs } from "@/tests/support/scene";

const base = `/api/v1/campaigns/${slugs.home}`;
let dinkes: string;

beforeEach(async () => {
  await emptyDatabase();
  await setScene();
  dinkes = await cookieOf(await newPerson("healthOffice", areas.home));
});

type Definition = Record<string, unknown> & {
  readonly reportingUnits: readonly { readonly code: string; readonly name: string }[];
};

async function read(): Promise<{ definition: Definition; tag: string }> {
  const answer = await callApi("GET", base, { cookie: dinkes });
  expect(answer.status).toBe(200);
  return { definition: (await answer.json()) as Definition, tag: answer.headers.get("etag") ?? "" };
}

function put(body: unknown, tag: string | null, asked = "", call: ApiCall = {}) {
  const headers: Record<string, string> = tag === null ? {} : { "if-match": tag };
  return callApi("PUT", base + asked, { cookie: dinkes, body, headers, ...call });
}

const codeOf = async (answer: Response) => [
  answer.status,
  ((await answer.json()) as { code: string }).code,
];

describe("a campaign's definition", () => {
  it("is stored again as it was read, and is the same then", async () => {
    const before = await read();
    const answer = await put(before.definition, before.tag);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual(before.definition);
    expect(await read()).toEqual(before);
  });

  it("makes another campaign when it is sent under another address", async () => {
    const { definition } = await read();
    const copy = { ...definition, slug: "salinan", name: "Salinan" };
    const answer = await callApi("POST", "/api/v1/campaigns", { cookie: dinkes, body: copy });
    expect([answer.status, await answer.json()]).toEqual([201, { slug: "salinan" }]);
    const read2 = await callApi("GET", "/api/v1/campaigns/salinan", { cookie: dinkes });
    expect(await read2.json()).toEqual(copy);
  });

  it("needs the tag that it was read with, and says when somebody changed it since", async () => {
    const { definition, tag } = await read();
    expect(await codeOf(await put(definition, null))).toEqual([428, "conditionRequired"]);

    const first = await put({ ...definition, reportCutOff: "17:00" }, tag);
    expect(first.status).toBe(200);
    expect(first.headers.get("etag")).toBe((await read()).tag);
    expect(await codeOf(await put({ ...definition, name: "Lain" }, tag))).toEqual([
      412,
      "campaignChanged",
    ]);
    expect((await read()).definition).toMatchObject({
      reportCutOff: "17:00",
      name: definition["name"],
    });
    expect((await put({ ...definition, name: "Lain" }, "*")).status).toBe(200);
  });

  it("is not stored by a dry run, which says what would change", async () => {
    const { definition, tag } = await read();
    const [unit, ...others] = definition.reportingUnits;
    const wanted = {
      ...definition,
      reportingUnits: [{ ...unit, name: "Nama Baru" }, ...others.slice(1)],
    };
    const entries = () => query("select count(*)::int as entries from audit_entry");
    const before = await entries();
    const answer = await put(wanted, tag, "?dryRun=true");
    expect(answer.status).toBe(200);
    const { counts } = (await answer.json()) as { counts: { figure: string }[] };
    const due = counts.find(({ figure }) => figure === "due") as unknown as Record<string, number>;
    const days = counts.find(({ figure }) => figure === "serviceDays") as unknown as typeof due;
    expect((due["before"] ?? 0) - (due["after"] ?? 0)).toBe(days["after"]);
    expect(await read()).toEqual({ definition, tag });
    expect(await entries()).toEqual(before);

    expect((await put(wanted, tag)).status).toBe(200);
    const after = await read();
    expect(after.definition.reportingUnits).toHaveLength(definition.reportingUnits.length - 1);
    expect(after.definition.reportingUnits).toContainEqual({ ...unit, name: "Nama Baru" });
  });

  it.each([
    [{ timeZone: "Asia/Jayapura" }, "timeZone", "unchangeable"],
    [{ isSample: true }, "isSample", "unchangeable"],
    [{ slug: "lain" }, "slug", "unchangeable"],
    [{ sourceNome: "BPS" }, "sourceNome", "unknownField"],
    [{ rounds: [] }, "rounds", "atLeastOne"],
  ])("with %j is rejected by the field's name", async (change, field, code) => {
    const { definition, tag } = await read();
    const answer = await put({ ...definition, ...change }, tag);
    expect(answer.status).toBe(422);
    const { problems } = (await answer.json()) as { problems: unknown };
    expect(problems).toMatchObject([{ field, code }]);
    expect(await read()).toEqual({ definition, tag });
  });
});

describe("a campaign that is deleted", () => {
  const remove = (tag: string | null, asked = "") =>
    callApi("DELETE", base + asked, {
      cookie: dinkes,
      ...(tag !== null && { headers: { "if-match": tag } }),
    });
  const stands = async () =>
    (await query("select from campaign where slug = $1", [slugs.home])).length;

  it("needs the tag that it was read with, and says when somebody changed it since", async () => {
    const { definition, tag } = await read();
    expect(await codeOf(await remove(null))).toEqual([428, "conditionRequired"]);
    await put({ ...definition, reportCutOff: "17:00" }, tag);
    expect(await codeOf(await remove(tag))).toEqual([412, "campaignChanged"]);
    expect(await stands()).toBe(1);
    expect((await remove((await read()).tag)).status).toBe(200);
    expect(await stands()).toBe(0);
  });

  it("is told what would go by a dry run, which deletes nothing", async () => {
    const { definition, tag } = await read();
    const answer = await remove(tag, "?dryRun=true");
    expect([answer.status, await answer.json()]).toEqual([
      200,
      {
        slug: slugs.home,
        goes: { reportingUnits: definition.reportingUnits.length, targetSets: 0 },
      },
    ]);
    expect(await read()).toEqual({ definition, tag });
    expect(await query("select from audit_entry where action = 'campaign.deleted'")).toEqual([]);
  });
});
