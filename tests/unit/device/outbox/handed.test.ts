import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { handedBefore, noteHanded, strikeHanded } from "@/lib/device/outbox/handed";

import { IDBFactory, openDevice, typed } from "./device";
import { openModelServer } from "./model-server";
import { stubStorage } from "./storage";

const at = (time: string) => `2026-11-22T${time}:00.000Z`;
const left = (unit: string, residents: number, time: string) =>
  typed(unit, residents, { submittedAt: at(time) });

let storage: Storage;

beforeEach(() => {
  storage = stubStorage();
});

afterEach(() => vi.unstubAllGlobals());

describe("what a page was handing over when it was closed", () => {
  it("is there for the next page, in the order of typing, and for nobody else", () => {
    const [second, first] = [left("b", 2, "03:01"), left("a", 1, "03:00")];
    noteHanded("camat", [second, first]);

    expect(handedBefore("camat")).toEqual([first, second]);
    expect(handedBefore("lurah")).toEqual([]);
    strikeHanded("camat", [first]);
    expect(handedBefore("camat")).toEqual([second]);
  });

  it("is dropped where it cannot be read, and is no trouble where nothing can be kept", () => {
    storage.setItem("cakupan:serah:camat:x", "{");
    storage.setItem("cakupan:serah:camat:y", JSON.stringify({ slug: "bian", report: {} }));
    expect(handedBefore("camat")).toEqual([]);
    expect(Object.keys(storage)).toEqual([]);

    vi.stubGlobal("localStorage", undefined);
    noteHanded("camat", [left("a", 1, "03:00")]);
    expect(handedBefore("camat")).toEqual([]);
  });

  it("goes to the server as it was handed over, once", async () => {
    const server = openModelServer();
    const outbox = await openDevice({ fetch: server.fetch, indexedDB: new IDBFactory() });
    const note = left("a", 12, "03:00");
    await outbox.recover(note);
    await outbox.send();
    await outbox.recover(note);
    await outbox.send();

    expect([...server.submissions.keys()]).toEqual([note.report.id]);
    expect((await outbox.view()).unsent).toBe(0);
  });

  it("does not come over what was typed for the same village and day since", async () => {
    const server = openModelServer();
    const outbox = await openDevice({ fetch: server.fetch, indexedDB: new IDBFactory() });
    const later = left("a", 14, "03:05");
    await outbox.enqueue(later);
    await outbox.recover(left("a", 12, "03:00"));
    expect((await outbox.view()).mutations.map(({ id }) => id)).toEqual([later.report.id]);

    await outbox.send();
    await outbox.recover(left("a", 13, "03:04"));
    expect((await outbox.view()).unsent).toBe(0);
  });
});
