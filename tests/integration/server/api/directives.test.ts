import { emptyDatabase, query } from "@/tests/support/database";

import { randomUUID } from "node:crypto";

import { beforeAll, expect, it } from "vitest";

import { createCampaign } from "@/lib/campaign/server/commands";
import { callApi } from "@/tests/support/api-routes";
import {
  areas,
  campaign,
  cookieOf,
  newPerson,
  setScene,
  slugs,
  systemGrant,
  today,
} from "@/tests/support/scene";

import { newDirective } from "../../actions/directive-calls";

let dinkes: string;

beforeAll(async () => {
  await emptyDatabase();
  await setScene();
  dinkes = await cookieOf(await newPerson("healthOffice", areas.home));
});

const addressOf = (id: string, slug: string = slugs.home) =>
  `/api/v1/campaigns/${slug}/directives/${id}`;

async function put(id: string, body: object, slug?: string) {
  const answer = await callApi("PUT", addressOf(id, slug), { cookie: dinkes, body });
  return { status: answer.status, said: (await answer.json()) as unknown };
}

async function read(id: string) {
  const answer = await callApi("GET", addressOf(id), { cookie: dinkes });
  return (await answer.json()) as unknown;
}

it("a draft is stored whole, replaced at its version, and issued", async () => {
  const id = randomUUID();
  const draft = {
    ...newDirective(),
    kind: "instruction",
    isIssued: false,
    addressees: [{ kind: "subdistricts" }, { kind: "class", name: "Tokoh Agama", office: null }],
    orders: [
      { title: "Kawal", text: "Kawal sampai desa.", dueOn: today, askedOf: [1, 2] },
      { title: "Jangkau", text: "Jangkau.", dueOn: today, measure: "set:remote", askedOf: [1] },
    ],
  };
  expect(await put(id, draft)).toMatchObject({
    status: 200,
    said: { version: 1, replayed: false },
  });
  // The same thing sent again is stored once.
  expect(await put(id, draft)).toMatchObject({ status: 200, said: { version: 1, replayed: true } });
  expect(await read(id)).toMatchObject({
    directive: {
      isIssued: false,
      isOfCampaign: true,
      orders: [
        { label: "KESATU", measure: null, askedOf: [1, 2] },
        { label: "KEDUA", measure: "set:remote" },
      ],
    },
  });

  const fewer = { ...draft, orders: draft.orders.slice(0, 1) };
  expect(await put(id, fewer)).toMatchObject({ status: 409, said: { code: "directiveChanged" } });
  expect(await put(id, { ...fewer, version: 1 })).toMatchObject({ said: { version: 2 } });
  const issued = { ...fewer, version: 2, isIssued: true };
  expect(await put(id, issued)).toMatchObject({ status: 200, said: { version: 3 } });
  expect(await put(id, issued)).toMatchObject({
    status: 200,
    said: { version: 3, replayed: true },
  });
  expect(await put(id, { ...issued, version: 3, title: "Lain" })).toMatchObject({
    status: 409,
    said: { code: "directiveIssued" },
  });
  const kecamatan = await query("select from region where parent_code = $1", [areas.home]);
  expect(await read(id)).toMatchObject({
    directive: { isIssued: true, progress: { open: kecamatan.length + 1 } },
  });
});

it.each([
  ["a field that nobody knows", { arahan: "x" }, "unknownField", "arahan"],
  [
    "a field of an order that nobody knows",
    ordered({ batas: today }),
    "unknownField",
    "orders.0.batas",
  ],
  ["a measure that is none", ordered({ measure: "gizi" }), "wrongFormat", "orders.0.measure"],
  [
    "an office that is not there",
    { addressees: [{ kind: "office", office: "tidak-ada" }] },
    "unknownOffice",
    "addressees",
  ],
  ["an addressee that it does not have", ordered({ askedOf: [9] }), "invalid", "orders.0.askedOf"],
  ["a review before its day", { reviewOn: "2020-01-01" }, "reviewBeforeDay", "reviewOn"],
])("nothing is stored with %s", async (_, change, code, field) => {
  const id = randomUUID();
  const { status, said } = await put(id, { ...newDirective(), ...change });
  expect(status).toBe(422);
  expect(JSON.stringify(said)).toContain(code);
  expect(JSON.stringify(said)).toContain(field);
  expect(await query("select from directive where id = $1", [id])).toEqual([]);
});

function ordered(change: object) {
  return { orders: newDirective().orders.map((order) => ({ ...order, ...change })) };
}

it("nothing is issued that asks nothing, and nothing of it stays", async () => {
  const id = randomUUID();
  expect(await put(id, { ...newDirective(), orders: [] })).toMatchObject({
    status: 422,
    said: { code: "nothingAsked" },
  });
  expect(await query("select from directive where id = $1", [id])).toEqual([]);
});

it("that of another campaign is not found, and nothing of it is changed", async () => {
  const id = randomUUID();
  await put(id, { ...newDirective(), isIssued: false });
  const other = `lain-${randomUUID()}`;
  await createCampaign(systemGrant("campaign:manage"), campaign(other, areas.home));
  const changed = { ...newDirective(), version: 1, title: "Lain" };
  expect(await put(id, changed, other)).toMatchObject({ status: 404 });
  expect(await read(id)).toMatchObject({ directive: { title: "Surat edaran", version: 1 } });
});
