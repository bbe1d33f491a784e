import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { openEntryStore } from "@/lib/device/entry/store";
import { draftName, draftsOf } from "@/lib/device/offline/drafts";
import { handedBefore } from "@/lib/device/outbox/handed";
import { openOutbox } from "@/lib/device/outbox/open-outbox";

import { IDBFactory } from "../device/outbox/device";
import { stubStorage } from "../device/outbox/storage";
import { columns, keys, rows } from "./kapuas";

const unit = "62.03.01.1007";
const { key } = columns[0];
const context = { actorId: "1", actorName: "Camat Selat", slug: "bian", day: "2026-06-04" };
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
      context,
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
    const store = openEntryStore({ rows, columns, context, clock, outbox: () => outbox });
    store.type(unit, "residents", key, "12");
    await store.send([unit]);

    expect(handedBefore("1")).toEqual([]);
    expect(drafts()).toEqual([]);
    expect(store.unsent()).toEqual([]);
    expect(store.snapshot().where).toBe("device");
  });

  it("stays a draft where the outbox lives only as long as the page", async () => {
    const outbox = openOutbox({
      actorId: "1",
      indexedDB: null,
      fetch: silence,
      now: clock,
      random: () => 0.5,
    });
    const store = openEntryStore({ rows, columns, context, clock, outbox: () => outbox });
    store.type(unit, "residents", key, "12");
    await store.send([unit]);

    expect(drafts()).toHaveLength(1);
    expect(store.unsent()).toEqual([unit]);
    // And says where it is.
    expect(store.snapshot().where).toBe("window");
  });

  it("is a draft under its unit's name, and one of an older version under none", () => {
    const outbox = () => new Promise<never>(() => {});
    const store = openEntryStore({ rows, columns, context, clock, outbox });
    store.type(unit, "residents", key, "12");
    expect(draftsOf("1")).toMatchObject([{ unit, unitName: "Selat Hilir" }]);

    const [name = ""] = drafts();
    const draft: unknown = JSON.parse(storage.getItem(name) ?? "");
    storage.setItem(name, JSON.stringify({ ...Object(draft), unitName: undefined }));
    expect(draftsOf("1")).toMatchObject([{ unit, unitName: null }]);
    const later = openEntryStore({ rows, columns, context, clock, outbox });
    later.subscribe(() => {})();
    expect(later.stateOf(unit).typed.residents[key]).toBe("12");
    expect(draftsOf("1")).toMatchObject([{ unitName: "Selat Hilir" }]);
  });
});

describe("a report that came back before the page was alive", () => {
  const [first, second] = keys;
  const outbox = () => new Promise<never>(() => {});
  const open = (over: object = {}) =>
    openEntryStore({ rows, columns, context, clock, outbox, ...over });
  const rejected = {
    unit,
    typed: { residents: { [first]: "12,5", [second]: "" }, nonResidents: {} },
    figures: "daily",
    isZero: false,
    base: 3,
  } as const;
  const typed = (store: ReturnType<typeof open>) => store.stateOf(unit).typed.residents;

  it("is drawn by the server as it was typed, and stays, over the version it was typed over", () => {
    const store = open({ rejected });
    expect(store.serverSnapshot().rows.get(unit)).toMatchObject({ typed: rejected.typed, base: 3 });
    store.subscribe(() => {})();
    store.type(unit, "residents", second, "4");
    expect(typed(store)).toMatchObject({ [first]: "12,5", [second]: "4" });
    expect(typed(open())[first]).toBe("");

    const later = open();
    later.subscribe(() => {})();
    expect(typed(later)).toMatchObject({ [first]: "12,5", [second]: "4" });
    expect(later.stateOf(unit).base).toBe(3);
  });

  it("goes without a reason where another's is newer, because it ends in a choice", () => {
    const theirs = {
      version: 4,
      zero: true,
      tallies: [],
      receivedAt: "2026-06-04T08:04:00Z",
      receivedBy: "Lurah Selat Hilir",
      isOwn: false,
      status: "submitted",
      returnReason: null,
    } as const;
    const reported = rows.map((row) => ({ ...row, standing: { ...theirs, tallies: [] } }));
    const sent = { ...rejected, typed: { residents: { [first]: "12" }, nonResidents: {} } };
    const asked = (base: number) => {
      const store = open({ rows: reported, rejected: { ...sent, base } });
      void store.send([unit]);
      return store.snapshot().asked;
    };
    expect(asked(3)).toEqual([]);
    expect(asked(4)).toEqual([unit]);
  });

  it("is newer than a draft, which fills only what it left empty", () => {
    const earlier = open();
    earlier.type(unit, "residents", first, "7");
    earlier.type(unit, "residents", second, "5");

    const store = open({ rejected });
    store.subscribe(() => {})();
    expect(typed(store)).toMatchObject({ [first]: "12,5", [second]: "5" });
  });
});

it.each([
  ["of before there were names of measures", { outside: { [key]: "3" } }, "3"],
  ["of today", { nonResidents: { [key]: "3" } }, "3"],
  ["of before another measure", {}, undefined],
])("a draft %s is read with what it holds", (_, others, nonResidents) => {
  const typed = { residents: { [key]: "12" }, ...others };
  storage.setItem(
    draftName(context, unit),
    JSON.stringify({ typed, isZero: false, base: 0, sent: null }),
  );
  const store = openEntryStore({
    rows,
    columns,
    context,
    clock,
    outbox: () => new Promise<never>(() => {}),
  });
  store.subscribe(() => {})();
  expect(store.stateOf(unit).typed.residents[key]).toBe("12");
  expect(store.stateOf(unit).typed.nonResidents[key] || undefined).toBe(nonResidents);
});

it("what is typed before the page listens leaves the rest of a draft as it is", () => {
  const [first, second] = keys;
  const outbox = () => new Promise<never>(() => {});
  const earlier = openEntryStore({ rows, columns, context, clock, outbox });
  earlier.type(unit, "residents", first, "7");

  const store = openEntryStore({ rows, columns, context, clock, outbox });
  store.type(unit, "residents", second, "5");
  expect(store.stateOf(unit).typed.residents).toMatchObject({ [first]: "7", [second]: "5" });
});
