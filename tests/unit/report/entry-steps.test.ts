import { describe, expect, it } from "vitest";
import type { ColumnKey } from "@/lib/campaign/column-key";

import { columns, keys } from "./kapuas";
import { open, own, unit } from "./screen-and-server";

const [young, old, drops] = keys;
const other = "62.03.01.2011";

function screen(more: Parameters<typeof open>[0] = {}) {
  const opened = open(more);
  const { store } = opened;
  const texts = (of = unit) =>
    columns.map(({ key }) => store.stateOf(of).typed.residents[key] ?? "");
  const paste = (...counts: string[]) =>
    store.fill(
      counts.flatMap((text, index) =>
        [unit, other].map((of) => ({ unit: of, key: keys[index] ?? young, text })),
      ),
      { kind: "pasted" },
    );
  const type = (key: ColumnKey, text: string, of = unit) => {
    store.seal();
    for (let length = 1; length <= text.length; length += 1) {
      store.type(of, "residents", key, text.slice(0, length));
    }
  };
  return { ...opened, texts, paste, type };
}

describe("taking back", () => {
  it("takes a whole pasted block back to what stood before, in one step, and does it again", () => {
    const { store, texts, paste, type } = screen();
    type(young, "15");
    expect(paste("1", "2", "3").count).toBe(6);
    expect(store.undo()).toMatchObject({ kind: "pasted", count: 6, sent: [] });
    expect([texts(), texts(other)]).toEqual([
      ["15", "", ""],
      ["", "", ""],
    ]);
    store.redo();
    expect([texts(), texts(other)]).toEqual([
      ["1", "2", "3"],
      ["1", "2", "3"],
    ]);
    store.undo();
    store.undo();
    expect(texts()).toEqual(["", "", ""]);
    expect(store.undo()).toBeNull();
  });

  it("counts the digits of one field as one step, and those of another visit as another", () => {
    const { store, texts, type } = screen();
    type(young, "12");
    type(old, "3");
    type(young, "124");
    store.undo();
    expect(texts()).toEqual(["12", "3", ""]);
    store.undo();
    expect(texts()).toEqual(["12", "", ""]);
    store.undo();
    expect(texts()).toEqual(["", "", ""]);
    store.redo();
    store.redo();
    expect(texts()).toEqual(["12", "3", ""]);
    // What is typed now is what there is to do; nothing is done again over it.
    type(drops, "9");
    expect(store.redo()).toBeNull();
  });

  it("knows nothing of digits that were taken back where they were typed", () => {
    const { store, texts, type } = screen();
    type(young, "5");
    type(old, "7");
    store.type(unit, "residents", old, "");
    store.undo();
    expect(texts()).toEqual(["", "", ""]);
  });

  it("leaves what was typed over the block since, when the block alone is taken back", () => {
    const { store, texts, paste, type } = screen();
    const { step } = paste("1", "2", "3");
    type(old, "99");
    expect(store.undo(step ?? 0)).toMatchObject({ kind: "pasted", count: 5 });
    expect(texts()).toEqual(["", "99", ""]);
  });

  it("makes a correction of what was sent meanwhile, sends nothing by itself, and loses nothing", async () => {
    const { store, texts, paste, sent, look } = screen({ standing: own });
    paste("1", "2", "3");
    await store.send([unit]);
    expect(sent).toHaveLength(1);
    expect(store.undo()).toMatchObject({ sent: [unit], units: [unit, other] });
    expect(texts()).toEqual(["15", "", ""]);
    expect([look(), sent.length]).toEqual(["unsent", 1]);
    await store.send([unit]);
    expect(sent.map(({ baseVersion }) => baseVersion)).toEqual([4, 5]);
    expect(sent.at(-1)?.tallies).toMatchObject([{ targetGroup: "9–59 bulan", residents: 15 }]);
    // And forth again: one more correction, not a second report.
    store.redo();
    await store.send([unit]);
    expect(sent.at(-1)?.baseVersion).toBe(6);
  });

  it("takes Nihil back before it goes, and says whose went", async () => {
    const { store, look, sent } = screen();
    store.markZero(unit);
    expect([store.stateOf(unit).isZero, sent.length]).toEqual([true, 0]);
    expect(store.sentZero()).toBeNull();
    store.undo();
    expect([store.stateOf(unit).isZero, look()]).toEqual([false, "empty"]);
    store.redo();
    await store.leave(unit);
    expect(sent.map(({ zero }) => zero)).toEqual([true]);
    // That is withdrawn by the server, so the screen is told whose it is.
    expect(store.sentZero()).toBe(unit);
    expect(store.undo()).toBeNull();
  });

  it("fills rows with Nihil and empties what stood in them", () => {
    const { store, texts, type } = screen();
    type(young, "4", other);
    store.fill([{ unit, key: young, text: "8" }], { kind: "pasted", zeros: [other] });
    expect([store.stateOf(other).isZero, texts(other)]).toEqual([true, ["", "", ""]]);
    store.undo();
    expect([store.stateOf(other).isZero, texts(other)]).toEqual([false, ["4", "", ""]]);
  });

  it("changes no verified report, neither back nor by filling", () => {
    const { store, texts, paste } = screen({ standing: { ...own, status: "verified" } });
    expect(paste("1", "2", "3").count).toBe(3);
    expect(texts()).toEqual(["15", "", ""]);
    expect(store.undo()?.units).toEqual([other]);
  });

  it("forgets its steps when the fields turn into the other kind of figures", () => {
    const { store, type } = screen();
    type(young, "5");
    store.setFigures("cumulative");
    expect(store.undo()).toBeNull();
  });
});
