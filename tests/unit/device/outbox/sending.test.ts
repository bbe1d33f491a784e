import { describe, expect, it } from "vitest";

import type { DailyReportSubmission } from "@/lib/report/schema";

import { IDBFactory, openClock, openDevice, report, typed } from "./device";
import { openModelServer, type Fault } from "./model-server";

function faultsThenNone(...faults: readonly Fault[]): () => Fault {
  const left = [...faults];
  return () => left.shift() ?? "none";
}

describe("the outbox", () => {
  it("forgets a report only after the server's values were read back and are equal", async () => {
    const server = openModelServer();
    const outbox = await openDevice({ fetch: server.fetch, indexedDB: new IDBFactory() });
    await outbox.enqueue(typed("a", 12));
    expect((await outbox.view()).unsent).toBe(1);

    await outbox.send();

    const { mutations, unsent } = await outbox.view();
    expect(unsent).toBe(0);
    expect(mutations).toMatchObject([
      { report: null, state: { kind: "confirmed", version: 1, at: "2026-11-22T08:31:00.000Z" } },
    ]);
    expect(server.requests.map(({ method }) => method)).toEqual(["POST", "GET"]);
  });

  it("keeps a report that the server stored with another value", async () => {
    const server = openModelServer();
    const outbox = await openDevice({
      fetch: async (input, init) => {
        if (init?.method !== "POST") {
          server.falsify("a", "2026-11-22", (standing) => ({ ...standing, tallies: [] }));
        }
        return server.fetch(input, init);
      },
      indexedDB: new IDBFactory(),
    });
    await outbox.enqueue(typed("a", 12));
    await outbox.send();
    expect((await outbox.view()).mutations).toMatchObject([
      { report: { tallies: [{ residents: 12 }] }, state: { problems: [{ code: "mismatch" }] } },
    ]);
  });

  it("sends again what the server turns out not to have", async () => {
    const server = openModelServer();
    const clock = openClock();
    let lost = false;
    const outbox = await openDevice({
      now: clock.now,
      fetch: async (input, init) => {
        if (init?.method !== "POST" && !lost) {
          lost = true;
          for (const id of server.submissions.keys()) server.forget(id);
        }
        return server.fetch(input, init);
      },
      indexedDB: new IDBFactory(),
    });
    await outbox.enqueue(typed("a", 12));
    await outbox.send();
    expect((await outbox.view()).unsent).toBe(1);
    clock.pass(60_000);
    await outbox.send();
    expect((await outbox.view()).unsent).toBe(0);
  });

  it("replaces what was typed before for the same day and never went, and remembers it", async () => {
    const server = openModelServer();
    const outbox = await openDevice({ fetch: server.fetch, indexedDB: new IDBFactory() });
    await outbox.enqueue(typed("a", 12));
    await outbox.enqueue(typed("a", 13));
    const { mutations } = await outbox.view();
    expect(mutations).toMatchObject([
      {
        report: { tallies: [{ residents: 13 }] },
        earlier: [{ report: { tallies: [{ residents: 12 }] } }],
      },
    ]);
    await outbox.send();
    expect(server.versions).toHaveLength(1);
  });

  it("sends a report of unknown fate again as it was, and only then what was typed after it", async () => {
    const server = openModelServer();
    const clock = openClock();
    const outbox = await openDevice({
      now: clock.now,
      fetch: server.fetchWith(faultsThenNone("lostAnswer")),
      indexedDB: new IDBFactory(),
    });
    const first = typed("a", 12);
    const second = typed("a", 13);
    await outbox.enqueue(first);
    await outbox.send();
    await outbox.enqueue(second);
    clock.pass(60_000);
    await outbox.send();

    const posts = server.requests.filter(({ method }) => method === "POST");
    expect(posts.map(({ ids }) => ids)).toEqual([
      [first.report.id],
      [first.report.id],
      [second.report.id],
    ]);
    expect(server.versions.map(({ version }) => version)).toEqual([1, 2]);
    expect((await outbox.view()).unsent).toBe(0);
  });

  it("keeps the queue of an ended session, and sends it after the same person signed in", async () => {
    const server = openModelServer();
    server.signIn(null);
    const outbox = await openDevice({ fetch: server.fetch, indexedDB: new IDBFactory() });
    await outbox.enqueue(typed("a", 12));
    expect((await outbox.send()).condition).toBe("signedOut");

    server.signIn("orang-lain");
    expect((await outbox.send({ isForced: true })).condition).toBe("otherPerson");
    expect(server.versions).toHaveLength(0);

    server.signIn("orang");
    expect((await outbox.send({ isForced: true })).condition).toBeNull();
    expect((await outbox.view()).unsent).toBe(0);
  });

  it("shows a conflict with what stands, and sends what was chosen", async () => {
    const server = openModelServer();
    server.submit(report("a", 40), "orang-lain");
    server.submit(report("b", 50), "orang-lain");
    const outbox = await openDevice({ fetch: server.fetch, indexedDB: new IDBFactory() });
    await outbox.enqueue(typed("a", 12));
    await outbox.enqueue(typed("b", 12));
    await outbox.send();
    const { mutations } = await outbox.view();
    expect(mutations.map(({ state }) => state.kind)).toEqual(["conflict", "conflict"]);

    await outbox.resolve(mutations[0]?.id ?? "", "mine");
    await outbox.resolve(mutations[1]?.id ?? "", "theirs");
    await outbox.send();
    expect(server.standingOf("a", "2026-11-22")).toMatchObject({
      version: 2,
      tallies: [{ residents: 12 }],
    });
    expect(server.standingOf("b", "2026-11-22")?.version).toBe(1);
    expect((await outbox.view()).unsent).toBe(0);
  });

  it("goes on after a crash in the middle of a request", async () => {
    const server = openModelServer();
    const indexedDB = new IDBFactory();
    let arrived = () => {};
    const hanging = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const before = await openDevice({
      fetch: (input, init) =>
        server.fetch(input, init).then(() => {
          arrived();
          return new Promise<Response>(() => undefined);
        }),
      indexedDB,
      locks: { request: (_name, work) => work() },
    });
    await before.enqueue(typed("a", 12));
    void before.send();
    await hanging;
    before.close();

    const after = await openDevice({ fetch: server.fetch, indexedDB });
    expect((await after.view()).mutations).toMatchObject([{ state: { kind: "sending" } }]);
    await after.send();
    expect((await after.view()).unsent).toBe(0);
    expect(server.versions).toHaveLength(1);
  });

  it("sends a day of 20 villages with 12 cells each in one request of at most 20 KB", async () => {
    const server = openModelServer();
    const outbox = await openDevice({ fetch: server.fetch, indexedDB: new IDBFactory() });
    for (let village = 0; village < 20; village += 1) {
      // No two cells alike, and the longest kind of report.
      const tallies: DailyReportSubmission["tallies"] = Array.from({ length: 12 }, (_, cell) => ({
        intervention: ["MR", "OPV", "IPV"][cell % 3] ?? "",
        targetGroup: ["9-59-bulan", "0-11-bulan", "12-59-bulan", "5-7-tahun"][cell % 4] ?? "",
        residents: (village * 37 + cell * 91) % 200,
        nonResidents: (village + cell) % 5,
        cumulative: 400 + ((village * 53 + cell * 17) % 800),
      }));
      const unit = `62.03.01.20${String(village).padStart(2, "0")}`;
      await outbox.enqueue(typed(unit, 0, { tallies, figures: "cumulative" }));
    }
    await outbox.send();
    const posts = server.requests.filter(({ method }) => method === "POST");
    expect(posts).toHaveLength(1);
    expect(posts[0]?.ids).toHaveLength(20);
    expect(posts[0]?.bytes).toBeLessThanOrEqual(20 * 1024);
  });

  it("holds nobody against themselves: a page drawn before a report arrived types over it", async () => {
    const server = openModelServer();
    const outbox = await openDevice({ fetch: server.fetch, indexedDB: new IDBFactory() });
    await outbox.enqueue(typed("a", 12));
    await outbox.send();
    await outbox.enqueue(typed("a", 15, { baseVersion: 0 }));
    await outbox.send();

    const { mutations, unsent } = await outbox.view();
    expect(unsent).toBe(0);
    expect(mutations.map(({ state }) => state)).toMatchObject([
      { kind: "confirmed", version: 1 },
      { kind: "confirmed", version: 2 },
    ]);
  });

  it("types a first report again after the one that arrived was withdrawn", async () => {
    const server = openModelServer();
    const outbox = await openDevice({ fetch: server.fetch, indexedDB: new IDBFactory() });
    await outbox.enqueue(typed("a", 12));
    await outbox.send();
    await outbox.forget({ slug: "bian", unit: "a", day: "2026-11-22" });
    await outbox.enqueue(typed("a", 15));

    expect((await outbox.view()).mutations).toMatchObject([{ report: { baseVersion: 0 } }]);
  });

  it("works, for as long as the page is open, where the browser keeps nothing", async () => {
    const server = openModelServer();
    const outbox = await openDevice({ fetch: server.fetch, indexedDB: null });
    await outbox.enqueue(typed("a", 12));
    expect(await outbox.view()).toMatchObject({ isKept: false, unsent: 1 });
    await outbox.send();
    expect(server.versions).toHaveLength(1);
  });

  it.each([
    [0, "screen"],
    [14_999, "screen"],
    [15_000, "offline"],
  ])("says that what went %i ms after it was typed came from the %s", async (waited, via) => {
    const server = openModelServer();
    const clock = openClock();
    const outbox = await openDevice({
      fetch: server.fetch,
      indexedDB: new IDBFactory(),
      now: clock.now,
    });
    await outbox.enqueue(typed("a", 12));
    clock.pass(waited);
    await outbox.send();
    expect(server.requests[0]?.vias).toEqual([via]);
  });
});
