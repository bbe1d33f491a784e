import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { restAfter } from "@/lib/device/entry/leaving";
import { openEntryStore } from "@/lib/device/entry/store";
import { blanksOf, isWhole, rowFate } from "@/lib/device/entry/row-life";
import { isLocked, lookOf, openRow, saysZero, type RowState } from "@/lib/device/entry/row-state";
import type { EntryOutbox } from "@/lib/device/entry/follower";
import type { StoredReport } from "@/lib/report/schema";

import { columns, keys, row, rows } from "./kapuas";
import { after, before, day, open, own, unit } from "./screen-and-server";

const closing = { closesAt: "2026-06-04T09:00:00Z" };

/** A row with these texts in its fields, over what stands. */
function typed(texts: readonly string[], standing: StoredReport | null = null): RowState {
  const state = openRow({ ...row(unit, "Selat Hilir"), standing }, columns);
  const residents = Object.fromEntries(keys.map((key, index) => [key, texts[index] ?? ""]));
  return { ...state, typed: { residents, nonResidents: state.typed.nonResidents } };
}

const others = { ...own, isOwn: false };
const zero = { ...own, zero: true, tallies: [] };

describe("a row that is left", () => {
  it.each([
    ["empty", [], null, before, "nothing"],
    ["half typed", ["15"], null, before, "waits"],
    ["whole", ["15", "6", "2"], null, before, "goes"],
    ["whole with a number that cannot be read", ["15", "6", "1,5"], null, before, "stuck"],
    ["as it stands", ["15"], own, before, "nothing"],
    ["an own gap filled, not all", ["15", "6"], own, after, "waits"],
    ["the own gaps filled after the cut-off", ["15", "6", "2"], own, after, "goes"],
    ["an own number changed before the cut-off", ["16", "6", "2"], own, before, "goes"],
    ["an own number changed after it", ["16", "6", "2"], own, after, "needsReason"],
    ["another's number changed", ["16", "6", "2"], others, before, "needsReason"],
    ["emptied", ["", "", ""], own, before, "stuck"],
    ["numbers over a zero report, not all", ["15"], zero, before, "waits"],
  ] as const)("%s", (_, texts, standing, clock, expected) => {
    const by = { columns, closing, at: clock() };
    expect(rowFate(typed(texts, standing), "left", by)).toBe(expected);
  });

  it("goes half typed once its person rests, and never without a reason that it needs", () => {
    const by = { columns, closing, at: after() };
    expect(rowFate(typed(["15"]), "rested", by)).toBe("goes");
    expect(rowFate(typed(["16"], own), "rested", by)).toBe("needsReason");
  });

  it("knows what is whole and what is blank", () => {
    expect(isWhole(typed(["1", "2", "3"]), columns)).toBe(true);
    expect(isWhole(typed(["1", "", "3"]), columns)).toBe(false);
    expect(blanksOf(own, columns)).toBe(2);
    expect(blanksOf(zero, columns)).toBe(0);
  });
});

describe("rows typed column by column", () => {
  it("send nothing until they are whole, and then all at once and in the right cells", async () => {
    const { store, sent } = open({ clock: after });
    for (const [index, key] of keys.entries()) {
      for (const [at, each] of rows.entries()) {
        store.type(each.unit.code, "residents", key, String(10 * at + index));
        await store.leave(each.unit.code);
      }
      if (index < keys.length - 1) expect(sent).toEqual([]);
    }
    expect(store.snapshot().asked).toEqual([]);
    const cells = sent.map(({ tallies }) =>
      columns.map(
        (column) =>
          tallies.find(
            ({ intervention, targetGroup }) =>
              intervention === column.intervention && targetGroup === column.targetGroup,
          )?.residents,
      ),
    );
    expect(cells).toEqual([
      [0, 1, 2],
      [10, 11, 12],
      [20, 21, 22],
    ]);
    expect(sent.every(({ baseVersion }) => baseVersion === 0)).toBe(true);
  });

  it("are marked and not asked about when a change needs a reason", async () => {
    const { store, sent, look } = open({ standing: own, clock: after });
    for (const key of keys) store.type(unit, "residents", key, "9");
    await store.leave(unit);
    expect([look(), store.stateOf(unit).needsReason, store.snapshot().asked]).toEqual([
      "unsent",
      true,
      [],
    ]);
    await store.send([unit]);
    expect(store.snapshot().asked).toEqual([unit]);
    await store.giveReason({ code: "recount" });
    expect([sent.length, look(), store.stateOf(unit).needsReason]).toEqual([1, "sent", false]);
  });
});

describe("a minute's rest", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function resting() {
    const sent: string[] = [];
    const outbox: EntryOutbox = {
      enqueue: ({ report }) => Promise.resolve(void sent.push(report.unit)),
      send: () => Promise.resolve({ nextAt: null, condition: null }),
      view: () =>
        Promise.resolve({
          mutations: [],
          records: [],
          condition: null,
          unsent: 0,
          triedAt: null,
          isKept: true,
        }),
      resolve: () => Promise.resolve(),
      explain: () => Promise.resolve(),
      retry: () => Promise.resolve(),
      discard: () => Promise.resolve(),
      forget: () => Promise.resolve(),
      subscribe: () => () => undefined,
    };
    const store = openEntryStore({
      rows,
      columns,
      context: { actorId: "1", actorName: "Camat Selat", slug: "bian", day },
      sendsAtRest: true,
      outbox: () => Promise.resolve(outbox),
      clock: before,
    });
    const stop = store.subscribe(() => undefined);
    return { store, sent, stop };
  }

  it("is counted from the last digit anywhere, and sends what was typed as it is", async () => {
    const { store, sent } = resting();
    store.type(unit, "residents", keys[0], "1");
    await vi.advanceTimersByTimeAsync(restAfter - 1_000);
    store.type("62.03.01.2011", "residents", keys[0], "2");
    await vi.advanceTimersByTimeAsync(restAfter - 1_000);
    expect(sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(sent).toEqual([unit, "62.03.01.2011"]);
  });

  it("sends nothing that was only pasted, nor of a page that is gone", async () => {
    const pasted = resting();
    pasted.store.fill([{ unit, key: keys[0], text: "1" }], { kind: "pasted" });
    const left = resting();
    left.store.type(unit, "residents", keys[0], "1");
    left.stop();
    await vi.advanceTimersByTimeAsync(2 * restAfter);
    expect([pasted.sent, left.sent]).toEqual([[], []]);
  });
});

describe("a report that is only read, and one of nothing", () => {
  const verified: StoredReport = { ...own, status: "verified" };

  it("is locked once verified, but for who verifies, and takes no digit", () => {
    const state = typed(["15"], verified);
    expect([isLocked(state, columns, false), isLocked(state, columns, true)]).toEqual([
      true,
      false,
    ]);
    expect(lookOf(state, columns)).toBe("verified");
    const { store } = open({ standing: verified });
    store.type(unit, "residents", keys[0], "9");
    store.fill([{ unit, key: keys[0], text: "9" }], { kind: "pasted" });
    expect(store.stateOf(unit).typed.residents[keys[0]]).toBe("15");
  });

  it("leaves what was typed before it was verified to be undone", () => {
    expect(isLocked(typed(["16"], verified), columns, false)).toBe(false);
  });

  it("says zero with empty fields, until something is typed", () => {
    expect(saysZero(typed([], zero), columns)).toBe(true);
    expect(saysZero(typed(["12"], zero), columns)).toBe(false);
  });
});
