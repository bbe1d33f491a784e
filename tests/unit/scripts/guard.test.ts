import { once } from "node:events";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { pathToFileURL } from "node:url";

import { afterAll, afterEach, beforeAll, expect, test } from "vitest";

type Answer =
  | { readonly wait: number }
  | { readonly status: number; readonly headers: object; readonly body: string };

const door = globalThis as { cakupanDoor?: (headers: http.IncomingHttpHeaders) => Answer };
let server: http.Server;
let base: string;

beforeAll(async () => {
  await import(pathToFileURL("scripts/refuse-unreadable.mjs").href);
  server = http.createServer((request, response) => {
    response.end(String(request.headers["x-cakupan-peer"]));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  base = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});

afterAll(() => server.close());

afterEach(() => {
  delete door.cakupanDoor;
});

test("the server says itself who is at the other end, whatever the client wrote", async () => {
  const headers = { "x-cakupan-peer": "9.9.9.9" };
  expect(await (await fetch(base, { headers })).text()).toBe("127.0.0.1");
});

test("a sign-in that the door rejects is read by nobody, and others are not asked about", async () => {
  door.cakupanDoor = () => ({ status: 429, headers: { "Retry-After": "60" }, body: "tunggu" });
  for (const address of [
    "/masuk",
    "/masuk?kembali=/",
    "//masuk",
    "/api/auth/callback/credentials",
  ]) {
    const rejected = await fetch(base + address, { method: "POST", body: "x" });
    expect([rejected.status, rejected.headers.get("retry-after"), await rejected.text()]).toEqual([
      429,
      "60",
      "tunggu",
    ]);
  }
  for (const [method, address] of [
    ["GET", "/masuk"],
    ["POST", "/masukan"],
    ["POST", "/input"],
  ] as const) {
    expect((await fetch(base + address, { method })).status).toBe(200);
  }
}, 10_000);

test("one that has to wait is read after that", async () => {
  door.cakupanDoor = () => ({ wait: 300 });
  const begun = performance.now();
  const answer = await fetch(`${base}/masuk`, { method: "POST", body: "x" });
  expect(await answer.text()).toBe("127.0.0.1");
  expect(performance.now() - begun).toBeGreaterThan(280);
});
