import { describe, expect, it } from "vitest";

import { IDBFactory, openClock, openDevice, typed } from "./device";
import { openModelServer } from "./model-server";

describe("one report that cannot get through", () => {
  it.each([422, 500, "silence"] as const)(
    "sets a poisoned report aside that makes its batch answer %s",
    async (status) => {
      const server = openModelServer({ poisoned: ({ unit }) => unit === "d" });
      server.poisonWith(status);
      const clock = openClock();
      const outbox = await openDevice({
        now: clock.now,
        fetch: server.fetch,
        indexedDB: new IDBFactory(),
      });
      for (const unit of ["a", "b", "c", "d", "e", "f", "g"]) await outbox.enqueue(typed(unit, 5));
      for (let run = 0; run < 4; run += 1) {
        await outbox.send();
        clock.pass(10 * 60_000);
      }
      const { mutations } = await outbox.view();
      const left = mutations.filter((each) => each.report !== null);
      expect(left.map(({ unit }) => unit)).toEqual(["d"]);
      expect(left[0]?.state.kind).toBe(status === 422 ? "rejected" : "waiting");
      expect(server.versions).toHaveLength(6);
    },
  );

  it("asks with one report alone whether the line is dead, and no more than that", async () => {
    const server = openModelServer();
    const clock = openClock();
    const outbox = await openDevice({
      now: clock.now,
      fetch: server.fetchWith(() => "lostRequest"),
      indexedDB: new IDBFactory(),
    });
    const units = ["a", "b", "c", "d", "e"];
    for (const unit of units) await outbox.enqueue(typed(unit, 5));
    for (let run = 0; run < 5; run += 1) {
      await outbox.send();
      clock.pass(10 * 60_000);
    }
    expect(server.requests.map(({ ids }) => ids.length)).toEqual([5, 5, 5, 1, 5, 1, 5, 1]);
    const asked = server.requests.flatMap(({ ids }) => (ids.length === 1 ? ids : []));
    expect(new Set(asked).size).toBe(3);
  });

  it("sends a batch in parts that is too large for the signal", async () => {
    const server = openModelServer();
    const clock = openClock();
    const outbox = await openDevice({
      now: clock.now,
      fetch: async (input, init) => {
        const answer = await server.fetch(input, init);
        if ((server.requests.at(-1)?.ids.length ?? 0) > 2) throw new TypeError("too slow");
        return answer;
      },
      indexedDB: new IDBFactory(),
    });
    for (const unit of ["a", "b", "c", "d", "e"]) await outbox.enqueue(typed(unit, 5));
    for (let run = 0; run < 3; run += 1) {
      await outbox.send();
      clock.pass(10 * 60_000);
    }
    expect((await outbox.view()).unsent).toBe(0);
    expect(server.versions).toHaveLength(5);
  });

  it("reads the others back where one cannot be", async () => {
    const server = openModelServer();
    const clock = openClock();
    const poison = typed("d", 5);
    const outbox = await openDevice({
      now: clock.now,
      fetch: async (input, init) => {
        const isAsked = typeof input === "string" && input.includes(poison.report.id);
        if (init?.method !== "POST" && isAsked) throw new TypeError("failed to fetch");
        return server.fetch(input, init);
      },
      indexedDB: new IDBFactory(),
    });
    for (const unit of ["a", "b", "c"]) await outbox.enqueue(typed(unit, 5));
    await outbox.enqueue(poison);
    for (let run = 0; run < 12; run += 1) {
      await outbox.send();
      clock.pass(10 * 60_000);
    }
    const { mutations } = await outbox.view();
    expect(mutations.map(({ unit, state }) => [unit, state.kind])).toEqual([
      ["a", "confirmed"],
      ["b", "confirmed"],
      ["c", "confirmed"],
      ["d", "stored"],
    ]);
  });
});
