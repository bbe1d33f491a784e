import { describe, expect, it } from "vitest";

import type { DailyReportSubmission } from "@/lib/report/schema";

import { IDBFactory, openDevice, report, typed } from "./device";
import { openModelServer } from "./model-server";

const sick = { kind: "reason" as const, code: "sick", count: 4 };
const vials = { kind: "vials" as const, code: "mr", count: 2 };
const withParts = (parts: DailyReportSubmission["parts"]) => typed("a", 12, { parts });

async function open(server: ReturnType<typeof openModelServer>) {
  return openDevice({ fetch: server.fetch, indexedDB: new IDBFactory() });
}

describe("a report with parts in the outbox", () => {
  it("is forgotten once its parts were read back and are equal, in any order", async () => {
    const server = openModelServer();
    const outbox = await open(server);
    await outbox.enqueue(withParts([vials, sick]));
    await outbox.send();
    expect((await outbox.view()).mutations).toMatchObject([
      { report: null, state: { kind: "confirmed", version: 1 } },
    ]);
    expect(server.standingOf("a", "2026-11-22")).toMatchObject({ parts: [sick, vials] });
  });

  it.each([
    ["without one", []],
    ["with another count", [{ ...sick, count: 5 }]],
    ["with one more", [sick, vials]],
  ])("is kept where the server stored it %s", async (_, stored) => {
    const server = openModelServer();
    const outbox = await openDevice({
      fetch: async (input, init) => {
        if (init?.method !== "POST") {
          server.falsify("a", "2026-11-22", ({ parts: _parts, ...standing }) => ({
            ...standing,
            ...(stored.length > 0 && { parts: stored }),
          }));
        }
        return server.fetch(input, init);
      },
      indexedDB: new IDBFactory(),
    });
    await outbox.enqueue(withParts([sick]));
    await outbox.send();
    expect((await outbox.view()).mutations).toMatchObject([
      { report: { parts: [sick] }, state: { problems: [{ code: "mismatch" }] } },
    ]);
  });

  it("that says nothing of parts is confirmed over those that stand", async () => {
    const server = openModelServer();
    const outbox = await open(server);
    server.submit(report("a", 12, { parts: [sick] }), "lain");
    await outbox.enqueue(typed("a", 13, { baseVersion: 1 }));
    await outbox.send();
    expect((await outbox.view()).mutations).toMatchObject([
      { state: { kind: "confirmed", version: 2 } },
    ]);
    expect(server.standingOf("a", "2026-11-22")).toMatchObject({ parts: [sick] });
  });

  it("is in conflict with other parts, and not with the same", async () => {
    const server = openModelServer();
    const outbox = await open(server);
    server.submit(report("a", 12, { parts: [sick] }), "lain");
    await outbox.enqueue(withParts([vials]));
    await outbox.send();
    expect((await outbox.view()).mutations).toMatchObject([
      { state: { kind: "conflict", standing: { parts: [sick] } } },
    ]);
    // Typed anew as what stands: there is nothing to choose any more.
    await outbox.enqueue(withParts([sick]));
    await outbox.send();
    expect((await outbox.view()).mutations.at(-1)).toMatchObject({ state: { kind: "confirmed" } });
  });

  it("goes without parts that are asked no more, once it is tried again", async () => {
    const server = openModelServer();
    const outbox = await open(server);
    const sent = withParts([sick]);
    await outbox.enqueue({ ...sent, problems: [{ code: "partNotAsked" }] });
    await outbox.retry(sent.report.id);
    await outbox.send();
    expect(server.standingOf("a", "2026-11-22")).not.toHaveProperty("parts");
    expect((await outbox.view()).mutations).toMatchObject([{ state: { kind: "confirmed" } }]);
  });
});
