import { describe, expect, it } from "vitest";

import { exportQueue, importQueue } from "@/lib/device/outbox/queue-file";

import { IDBFactory, openDevice, typed } from "./device";
import { openModelServer } from "./model-server";

const at = new Date("2026-11-22T03:00:00Z");

async function twoDevices() {
  const server = openModelServer();
  const broken = await openDevice({ fetch: server.fetch, indexedDB: new IDBFactory() });
  const other = await openDevice({ fetch: server.fetch, indexedDB: new IDBFactory() });
  await broken.enqueue(typed("a", 12));
  await broken.enqueue(typed("b", 13));
  return { server, broken, other };
}

describe("a copy of the outbox on another device", () => {
  it("is accepted once, whoever sends it first and however often", async () => {
    const { server, broken, other } = await twoDevices();
    const { name, text, count } = await exportQueue(broken, at);
    expect([name, count]).toEqual(["cakupan-kotak-keluar-2026-11-22.json", 2]);

    expect(await importQueue(other, text)).toEqual({ kind: "loaded", count: 2, known: 0 });
    expect(await importQueue(other, text)).toEqual({ kind: "loaded", count: 0, known: 2 });
    await other.send();
    await broken.send();
    expect(server.versions).toHaveLength(2);
    expect((await broken.view()).unsent + (await other.view()).unsent).toBe(0);
  });

  it("goes before what was typed on the first device after the copy was taken", async () => {
    const { server, broken, other } = await twoDevices();
    const { text } = await exportQueue(broken, at);
    await broken.enqueue(typed("a", 14));
    await importQueue(other, text);
    await other.send();
    await broken.send();
    expect(server.standingOf("a", "2026-11-22")).toMatchObject({
      version: 2,
      tallies: [{ residents: 14 }],
    });
    expect((await broken.view()).unsent).toBe(0);
  });

  it("makes a report one of unknown fate that is on its way to a server which reads nothing", async () => {
    const server = openModelServer();
    let take = () => Promise.resolve("");
    const broken = await openDevice({
      fetch: async (...request) => {
        const text = await take();
        if (text === "") return server.fetch(...request);
        return new Response(JSON.stringify({ code: "notSignedIn" }), { status: 401 });
      },
      indexedDB: new IDBFactory(),
    });
    const other = await openDevice({ fetch: server.fetch, indexedDB: new IDBFactory() });
    await broken.enqueue(typed("a", 12));
    let copy = "";
    take = async () => (copy = (await exportQueue(broken, at)).text);
    await broken.send();
    take = () => Promise.resolve("");

    await broken.enqueue(typed("a", 14));
    await importQueue(other, copy);
    await other.send();
    await broken.send({ isForced: true });
    await broken.send({ isForced: true });
    expect(server.standingOf("a", "2026-11-22")).toMatchObject({
      version: 2,
      tallies: [{ residents: 14 }],
    });
    expect((await broken.view()).unsent).toBe(0);
  });

  it("is rejected when it is another person's, was changed or cut off, or is something else", async () => {
    const { broken, other } = await twoDevices();
    const { text } = await exportQueue(broken, at);
    const stranger = { ...other, actorId: "orang-lain" };
    const problemOf = async (file: string, into = other) => {
      const loaded = await importQueue(into, file);
      return loaded.kind === "rejected" ? loaded.problem : "loaded";
    };
    expect(await problemOf(text, stranger)).toBe("otherPerson");
    expect(await problemOf(text.replace('"residents": 12', '"residents": 99'))).toBe("damaged");
    expect(await problemOf(text.slice(0, -20))).toBe("notAQueue");
    expect(await problemOf("{}")).toBe("notAQueue");
    expect((await other.view()).unsent).toBe(0);
  });
});
