import { beforeAll, describe, expect, it, vi } from "vitest";

import { actionRefusal } from "@/lib/base/forms/server/action-request";

beforeAll(() => {
  vi.stubEnv("DATABASE_URL", "postgresql://localhost/x");
  vi.stubEnv("NEXTAUTH_SECRET", "x".repeat(32));
  vi.stubEnv("NEXTAUTH_URL", "http://localhost:3000");
});

const id = "40" + "0a".repeat(20);
const state = '[{"status":"untouched"}]';

describe("a form without scripts", () => {
  const hidden = {
    $ACTION_REF_2: "",
    "$ACTION_2:0": JSON.stringify({ id, bound: "$@1" }),
    "$ACTION_2:1": state,
    $ACTION_KEY: "k209",
    username: "dinkes",
  };

  it.each<[string, Record<string, string>]>([
    ["as React renders it", hidden],
    ["of an action without a state", { [`$ACTION_ID_${id}`]: "", locale: "en" }],
    [
      "whose state says something twice",
      { ...hidden, "$ACTION_2:1": '[{"fields":{},"again":"$1:0:fields"}]' },
    ],
  ])("%s is let in", async (_, fields) => {
    expect(await actionRefusal(post(fields))).toBeNull();
  });

  it.each<[string, Record<string, string>]>([
    ["names no action", { username: "dinkes" }],
    ["names two", { ...hidden, [`$ACTION_ID_${id}`]: "" }],
    ["names one that is none", { $ACTION_ID___proto__: "" }],
    ["leaves the state out", { ...hidden, "$ACTION_2:1": "" }],
    ["has a state cut short", { ...hidden, "$ACTION_2:1": '[{"status"' }],
    [
      "has a state that leads nowhere",
      { ...hidden, "$ACTION_2:1": '["$1:__proto__:constructor"]' },
    ],
    ["has a reference that is none", { ...hidden, "$ACTION_2:0": "{}" }],
    ["has a name no form can have", { ...hidden, "a\u0007": "" }],
  ])("that %s is refused", async (_, fields) => {
    expect(await actionRefusal(post(fields))).toBe(400);
  });
});

describe("a call by a page's script", () => {
  it.each<[string, Record<string, string>]>([
    ["with a form", { _1_username: "dinkes", "0": '[{"status":"untouched"},"$K1"]' }],
    [
      "with a form as an older React writes it",
      { "1_username": "dinkes", "0": '[{"status":"untouched"},"$K1"]' },
    ],
    [
      "with a time in its state",
      { "1_a": "", "0": '[{"until":"$D2026-06-04T10:00:00.000Z"},"$K1"]' },
    ],
    ["with a text that begins with a dollar", { "0": '["$$5","$undefined"]' }],
  ])("%s is let in", async (_, fields) => {
    expect(await actionRefusal(post(fields, { "next-action": id }))).toBeNull();
  });

  it("with plain arguments is let in", async () => {
    const headers = { "next-action": id, "content-type": "text/plain;charset=UTF-8" };
    expect(await actionRefusal(send('[{"slug":"bian"}]', headers))).toBeNull();
    expect(await actionRefusal(send('[{"slug":', headers))).toBe(400);
    expect(await actionRefusal(send('["$K1"]', headers))).toBe(400);
    expect(await actionRefusal(send('\ufeff[{"slug":"bian"}]', headers))).toBe(400);
  });

  it.each([
    "[",
    "{}",
    '["$K9"]',
    '["$F1"]',
    '["$n12x"]',
    '["$Dnever"]',
    '["$@1"]',
    '["$1:__proto__:constructor"]',
    "[".repeat(5_000) + "]".repeat(5_000),
  ])("with the arguments %.40s is refused", async (list) => {
    const request = post({ "1_a": "", "0": list }, { "next-action": id });
    expect(await actionRefusal(request)).toBe(400);
  });

  it.each(["", "x", "__proto__", "0".repeat(41)])(
    "of the action '%s' is not found",
    async (name) => {
      expect(await actionRefusal(post({ "0": "[]" }, { "next-action": name }))).toBe(404);
    },
  );
});

describe("any call", () => {
  const fields = { [`$ACTION_ID_${id}`]: "" };

  it("that ends before its end, or is no form, is refused", async () => {
    const type = { "content-type": "multipart/form-data; boundary=x" };
    expect(await actionRefusal(send("--x\r\nContent-Disp", type))).toBe(400);
    const plain = { "content-type": "application/x-www-form-urlencoded" };
    expect(await actionRefusal(send("a=b", plain))).toBe(400);
  });

  it("above 6 MB is refused, whether it says so or not", async () => {
    const big = { ...fields, a: "x".repeat(6 * 1024 * 1024) };
    expect(await actionRefusal(post(big))).toBe(413);
    expect(await actionRefusal(post(fields, { "content-length": "7000000" }))).toBe(413);
  });

  it.each<[string, Record<string, string>, number | null]>([
    ["our own page", { origin: "http://cakupan.example" }, null],
    [
      "a page that has itself forwarded",
      { origin: "https://a.example", "x-forwarded-host": "a.example" },
      403,
    ],
    ["a program", {}, null],
    ["another site", { origin: "https://elsewhere.example" }, 403],
    ["nowhere", { origin: "null" }, 403],
    ["a page that hides where it is", { "sec-fetch-site": "cross-site" }, 403],
  ])("from %s", async (_, headers, status) => {
    expect(await actionRefusal(post(fields, headers))).toBe(status);
  });
});

it("leaves alone what calls no action", async () => {
  expect(await actionRefusal(new Request("http://cakupan.example/input"))).toBeNull();
  const json = { "content-type": "application/json" };
  expect(await actionRefusal(send("{", json))).toBeNull();
});

function post(fields: Record<string, string>, headers: Record<string, string> = {}): Request {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return new Request("http://cakupan.example/masuk", {
    method: "POST",
    headers: { host: "cakupan.example", ...headers },
    body: form,
  });
}

function send(body: string, headers: Record<string, string>): Request {
  return new Request("http://cakupan.example/masuk", { method: "POST", headers, body });
}
