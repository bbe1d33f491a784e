import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { openEntryStore } from "@/lib/device/entry/store";
import { isUnsaved, lookOf, saysZero } from "@/lib/device/entry/row-state";
import { openOutbox } from "@/lib/device/outbox/open-outbox";
import { askedNumbers, partsOfDay } from "@/lib/report/part/part";
import { readTypedParts } from "@/lib/report/part/typed";
import { onlyFillsEmpty } from "@/lib/report/reason-rule";
import { contentOf } from "@/lib/report/report-content";
import type { EntryRow } from "@/lib/report/entry-row";

import { IDBFactory } from "../device/outbox/device";
import { openModelServer } from "../device/outbox/model-server";
import { stubStorage } from "../device/outbox/storage";
import { columns, rows } from "./kapuas";
import { own, round } from "./screen-and-server";

const unit = "62.03.01.1007";
const day = "2026-06-04";
const { key } = columns[0];
const clock = () => new Date("2026-06-04T08:31:00Z");
const asked = {
  parts: ["reasons", "vials"] as const,
  interventions: ["MR", "OPV"],
  isSweeping: false,
};
const context = {
  actorId: "orang",
  actorName: "Camat Selat",
  slug: "bian",
  day,
  round,
};
const sick = { kind: "reason" as const, code: "sick", count: 4 };
const vials = { kind: "vials" as const, code: "MR", count: 2 };
const fields = (texts: Record<string, string>) => readTypedParts(texts, asked);

let server: ReturnType<typeof openModelServer>;
let isUp: boolean;

beforeEach(() => {
  stubStorage();
  server = openModelServer();
  isUp = true;
});
afterEach(() => vi.unstubAllGlobals());

function open(of: readonly EntryRow[] = rows, indexedDB = new IDBFactory()) {
  const outbox = openOutbox({
    actorId: "orang",
    indexedDB,
    fetch: (input, init) =>
      isUp ? server.fetch(input, init) : Promise.reject(new TypeError("failed to fetch")),
    now: clock,
    random: () => 0.5,
  });
  const store = openEntryStore({ rows: of, columns, context, clock, outbox: () => outbox });
  return {
    store,
    look: () => lookOf(store.stateOf(unit), columns),
    state: () => store.stateOf(unit),
  };
}

describe("fields besides tallies", () => {
  it("that are empty say nothing, and a 0 says 0", () => {
    expect(fields({ "reason/sick": "", "reason/tooFar": "0", "vials/MR": " 2 " }).said).toEqual([
      { kind: "reason", code: "tooFar", count: 0 },
      vials,
    ]);
  });

  it("that are no count say so, and what is not asked is passed over", () => {
    expect(fields({ "reason/sick": "dua" }).said).toBeNull();
    expect(fields({ "found/people": "3", "vials/HPV": "1" }).said).toEqual([]);
  });

  it("of sweeping are asked on its days alone", () => {
    const parts = ["sweeping"] as const;
    expect(partsOfDay({ parts, isSweeping: false })).toEqual([]);
    expect(askedNumbers({ parts, isSweeping: true, interventions: [] })).toEqual([
      { kind: "found", code: "people" },
      { kind: "recovered", code: "people" },
    ]);
  });
});

describe("a card with parts", () => {
  it("sends them with the tallies, and none where none was typed", async () => {
    const { store, look } = open();
    store.type(unit, "residents", key, "13");
    await store.send([unit]);
    expect(server.standingOf(unit, day)).not.toHaveProperty("parts");
    store.typeParts(unit, fields({ "reason/sick": "4", "vials/MR": "2" }));
    expect(look()).toBe("unsent");
    await store.send([unit]);
    expect(look()).toBe("sent");
    expect(server.standingOf(unit, day)).toMatchObject({ version: 2, parts: [sick, vials] });
  });

  it("keeps them on the device until they go, and draws them again after another visit", async () => {
    const disk = new IDBFactory();
    const first = open(rows, disk);
    first.store.type(unit, "residents", key, "13");
    first.store.typeParts(unit, fields({ "reason/sick": "4" }));
    const second = open(rows, disk);
    second.store.subscribe(() => undefined)();
    expect(second.state().parts?.texts).toEqual({ "reason/sick": "4" });
    isUp = false;
    await second.store.send([unit]);
    expect(second.look()).toBe("kept");

    // Another number is typed over the report that waits: what it said besides goes along.
    second.store.type(unit, "residents", key, "14");
    await second.store.send([unit]);
    isUp = true;
    await second.store.retry(unit);
    expect(second.look()).toBe("sent");
    expect(server.standingOf(unit, day)).toMatchObject({
      tallies: [{ residents: 14 }],
      parts: [sick],
    });
  });

  it("of a zero report are typed over it, and it stays one", async () => {
    const { store, state } = open();
    await store.zero(unit);
    store.typeParts(unit, fields({ "reason/sick": "4" }));
    expect([saysZero(state(), columns), isUnsaved(state(), columns)]).toEqual([true, true]);
    await store.send([unit]);
    expect(server.standingOf(unit, day)).toMatchObject({ version: 2, zero: true, parts: [sick] });
  });

  it("goes nowhere while a field is no count, or nothing but parts is said", async () => {
    const { store, look } = open();
    store.typeParts(unit, fields({ "reason/sick": "4" }));
    expect(look()).toBe("rejected");
    store.type(unit, "residents", key, "13");
    store.typeParts(unit, fields({ "reason/sick": "x" }));
    expect(look()).toBe("rejected");
    await store.send([unit]);
    expect(server.requests).toEqual([]);
    store.typeParts(unit, fields({ "reason/sick": "4" }));
    await store.send([unit]);
    expect(look()).toBe("sent");
  });

  it("says nothing new where what stands is typed again", () => {
    const standing = { ...own, parts: [sick] };
    const { store, state } = open(
      rows.map((row) => (row.unit.code === unit ? { ...row, standing } : row)),
    );
    store.typeParts(unit, fields({ "reason/sick": "4" }));
    expect(isUnsaved(state(), columns)).toBe(false);
    store.typeParts(unit, fields({}));
    expect(isUnsaved(state(), columns)).toBe(true);
  });
});

describe("the reason of a change", () => {
  const standing = { ...own, parts: [sick] };
  const saying = (parts: Parameters<typeof contentOf>[0]["parts"]) =>
    contentOf({ tallies: standing.tallies, parts });

  it("is not asked for answers that were not given, and is for those that change or go", () => {
    expect(onlyFillsEmpty(saying([sick, vials]), standing)).toBe(true);
    expect(onlyFillsEmpty(saying(undefined), standing)).toBe(true);
    expect(onlyFillsEmpty(saying([{ ...sick, count: 5 }]), standing)).toBe(false);
    expect(onlyFillsEmpty(saying([vials]), standing)).toBe(false);
  });
});
