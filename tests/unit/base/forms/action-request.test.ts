import { beforeAll, describe, expect, it, vi } from "vitest";

import { actionBodyLimit, actionRejection } from "@/lib/base/forms/server/action-request";

beforeAll(() => {
  vi.stubEnv("DATABASE_URL", "postgresql://localhost/x");
  vi.stubEnv("NEXTAUTH_SECRET", "x".repeat(32));
  vi.stubEnv("NEXTAUTH_URL", "http://localhost:3000");
});

const multipart = { "content-type": "multipart/form-data; boundary=x" };
const call = { "content-type": "text/plain;charset=UTF-8", "next-action": "40" };

describe("a call of an action", () => {
  it.each<[string, Record<string, string>, number | null]>([
    ["a form without scripts", multipart, null],
    ["a page's script", call, null],
    ["a page's script with a form", { ...multipart, "next-action": "40" }, null],
    [
      "a form as none of ours is sent",
      { "content-type": "application/x-www-form-urlencoded" },
      400,
    ],
    ["as much as it may send", { ...call, "content-length": String(actionBodyLimit) }, null],
    ["more than it may send", { ...call, "content-length": String(actionBodyLimit + 1) }, 413],
  ])("by %s", (_, headers, status) => {
    expect(actionRejection(post(headers))).toBe(status);
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
  ])("from %s", (_, headers, status) => {
    expect(actionRejection(post({ ...multipart, ...headers }))).toBe(status);
    expect(actionRejection(post({ ...call, ...headers }))).toBe(status);
  });
});

it("leaves alone what calls no action", () => {
  expect(actionRejection(new Request("http://cakupan.example/input"))).toBeNull();
  expect(
    actionRejection(post({ "content-type": "application/json", origin: "https://x.id" })),
  ).toBeNull();
});

function post(headers: Record<string, string>): Request {
  return new Request("http://cakupan.example/masuk", {
    method: "POST",
    headers: { host: "cakupan.example", ...headers },
  });
}
