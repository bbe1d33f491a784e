import { describe, expect, it } from "vitest";

import { outboxName } from "@/lib/device/outbox/queue-store";

import { IDBFactory, openClock, openDevice, typed } from "./device";
import { openModelServer } from "./model-server";

describe("what the queue keeps", () => {
  it("is the newest version of each report, however many were sent since", async () => {
    const server = openModelServer();
    const outbox = await openDevice({ fetch: server.fetch, indexedDB: new IDBFactory() });
    await outbox.enqueue(typed("first", 1));
    await outbox.send();
    for (let count = 0; count < 70; count += 1) {
      await outbox.enqueue(typed("busy", count));
      await outbox.send();
    }
    await outbox.send();
    const units = (await outbox.view()).mutations.map(({ unit }) => unit);
    expect(units.filter((unit) => unit === "first")).toHaveLength(1);
    expect(units.length).toBeLessThan(70);

    // A page that was drawn before all that types over the version of this device.
    await outbox.enqueue(typed("first", 3));
    expect((await outbox.view()).mutations.at(-1)).toMatchObject({ report: { baseVersion: 1 } });
  });

  it("lists what has arrived for three days", async () => {
    const clock = openClock();
    const server = openModelServer({ now: clock.now });
    const indexedDB = new IDBFactory();
    const outbox = await openDevice({ fetch: server.fetch, indexedDB, now: clock.now });
    const listed = async () => (await outbox.view()).mutations.map(({ unit }) => unit);
    await outbox.enqueue(typed("a", 12));
    await outbox.send();

    clock.pass(3 * 24 * 3_600_000 - 1_000);
    await outbox.enqueue(typed("b", 3));
    await outbox.send();
    expect(await listed()).toEqual(["a", "b"]);

    clock.pass(2_000);
    await outbox.enqueue(typed("c", 3));
    await outbox.send();
    expect(await listed()).toEqual(["b", "c"]);
  });

  it("ends where signing out takes it away, and whoever opened it is told", async () => {
    const indexedDB = new IDBFactory();
    let isGone = false;
    const outbox = await openDevice({
      fetch: openModelServer().fetch,
      indexedDB,
      onGone: () => {
        isGone = true;
      },
    });
    await outbox.enqueue(typed("a", 12));
    await new Promise((resolve) => {
      indexedDB.deleteDatabase(outboxName("orang")).onsuccess = resolve;
    });

    expect(isGone).toBe(true);
    const next = await openDevice({ fetch: openModelServer().fetch, indexedDB });
    await next.enqueue(typed("b", 3));
    expect(await next.view()).toMatchObject({ isKept: true, mutations: [{ unit: "b" }] });
  });

  it("goes along when nothing more can be kept", async () => {
    const indexedDB = new IDBFactory();
    const outbox = await openDevice({ fetch: openModelServer().fetch, indexedDB });
    await outbox.enqueue(typed("a", 12));
    const unkept = typed("b", 3);
    // What cannot be written down, as a full disk would have it.
    Object.assign(unkept, { unitName: () => "b" });
    await outbox.enqueue(unkept);

    const { mutations, isKept } = await outbox.view();
    expect(isKept).toBe(false);
    expect(mutations.map(({ unit }) => unit)).toEqual(["a", "b"]);
  });
});
