import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { openEntryStore } from "@/components/tally/entry-store";
import { handedBefore } from "@/lib/outbox/handed";
import { openOutbox } from "@/lib/outbox/open-outbox";

import { IDBFactory } from "../outbox/device";
import { stubStorage } from "../outbox/storage";
import { columns, rows } from "./kapuas";

const unit = "62.03.01.1007";
const key = columns[0]?.key ?? "";
const place = { actorId: "1", actorName: "Camat Selat", slug: "bian", day: "2026-06-04" };
const clock = () => new Date("2026-06-04T08:31:00Z");
const silence: typeof fetch = () => Promise.reject(new TypeError("failed to fetch"));

let storage: Storage;

beforeEach(() => {
  storage = stubStorage();
});

afterEach(() => vi.unstubAllGlobals());

const drafts = () => Object.keys(storage).filter((name) => name.startsWith("cakupan:isian:"));

describe("a row that was left", () => {
  it("is on the device before the outbox has opened, as it was left", () => {
    const store = openEntryStore({
      rows,
      columns,
      place,
      clock,
      outbox: () => new Promise(() => {}),
    });
    store.type(unit, "residents", key, "12");
    void store.send([unit]);
    store.type(unit, "residents", key, "120");

    expect(handedBefore("1")).toMatchObject([
      { report: { unit, submittedAt: "2026-06-04T08:31:00.000Z", tallies: [{ residents: 12 }] } },
    ]);
  });

  it("is the outbox's alone once that keeps it", async () => {
    const outbox = openOutbox({
      actorId: "1",
      indexedDB: new IDBFactory(),
      fetch: silence,
      now: clock,
      random: () => 0.5,
    });
    const store = openEntryStore({ rows, columns, place, clock, outbox: () => outbox });
    store.type(unit, "residents", key, "12");
    await store.send([unit]);

    expect(handedBefore("1")).toEqual([]);
    expect(drafts()).toEqual([]);
    expect(store.unsent()).toEqual([]);
  });

  it("stays a draft where the outbox lives only as long as the page", async () => {
    const outbox = openOutbox({
      actorId: "1",
      indexedDB: null,
      fetch: silence,
      now: clock,
      random: () => 0.5,
    });
    const store = openEntryStore({ rows, columns, place, clock, outbox: () => outbox });
    store.type(unit, "residents", key, "12");
    await store.send([unit]);

    expect(drafts()).toHaveLength(1);
    expect(store.unsent()).toEqual([unit]);
  });
});
