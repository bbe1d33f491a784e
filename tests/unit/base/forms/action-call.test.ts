import { readdir, readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import {
  answerUnreadableCalls,
  beginAction,
  isBeforeAction,
} from "@/lib/base/forms/server/action-call";

/** As Next does: whatever fails is answered 500, whether an action of ours had begun or not. */
let server: Server;
let base = "";
const seen: boolean[] = [];

beforeAll(async () => {
  answerUnreadableCalls();
  server = createServer((request, response) => {
    void (async () => {
      await pause(1);
      if (request.url?.includes("begins")) beginAction();
      await pause(1);
      seen.push(isBeforeAction());
      response.statusCode = request.url?.includes("saved") ? 200 : 500;
      response.end("a sentence");
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const multipart = { "content-type": "multipart/form-data; boundary=x" };
const call = { "content-type": "text/plain", "next-action": "40" };

describe("what fails in a call of an action", () => {
  it.each<[string, string, Record<string, string>, number]>([
    ["before any of ours begins, is the caller's fault", "/input", call, 400],
    ["in a form without scripts, too", "/input", multipart, 400],
    ["once one of ours has begun, is ours", "/input?begins", call, 500],
    ["in a form, once one of ours has begun, is ours", "/input?begins", multipart, 500],
    ["elsewhere is ours", "/input", { "content-type": "application/json" }, 500],
    ["in the API is ours", "/api/v1/campaigns", multipart, 500],
  ])("%s", async (_, path, headers, status) => {
    const answer = await fetch(base + path, { method: "POST", headers, body: "x" });
    expect(answer.status).toBe(status);
    expect(await answer.text()).toBe("a sentence");
    expect(seen.at(-1)).toBe(status === 400);
  });

  it("is told apart from what does not fail, and from other calls at the same time", async () => {
    const paths = ["/saved", "/begins", "/x", "/saved?begins", "/begins", "/x"];
    const answers = await Promise.all(
      [...paths, ...paths].map((path) => fetch(base + path, { method: "POST", headers: call })),
    );
    const statuses = [200, 500, 400, 200, 500, 400];
    expect(answers.map(({ status }) => status)).toEqual([...statuses, ...statuses]);
    expect((await fetch(`${base}/page`)).status).toBe(500);
  });
});

it("is told by every action, before anything of its own can fail", async () => {
  const names = await readdir("lib", { recursive: true });
  const sources = await Promise.all(
    names.filter((name) => name.endsWith(".ts")).map((name) => readFile(`lib/${name}`, "utf8")),
  );
  const actions = sources
    .filter((source) => source.startsWith('"use server"'))
    .flatMap((source) => source.split(/^export async function /m).slice(1));
  expect(actions.length).toBeGreaterThan(30);
  const begun =
    /^\w+\([^{]*\)[^=]*?\{\n(?: {2}(?:let|const) [^\n]*;\n)*? {2}(?:beginAction\(\);|(?:return|const \w+ = await) respond\b)/;
  const silent = actions.filter((action) => !begun.test(action));
  expect(silent.map((action) => action.split("(")[0])).toEqual([]);
});
