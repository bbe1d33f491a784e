import { describe, expect, it } from "vitest";

import { exportQueue, importQueue } from "@/lib/device/outbox/queue-file";
import type { TypedRecord } from "@/lib/device/outbox/record-mutation";

import { IDBFactory, openClock, openDevice, typed } from "./device";
import { openModelServer } from "./model-server";
import { openRecordServer, type RecordFault } from "./record-server";

function answer(record: string, text: string, more: Partial<TypedRecord> = {}): TypedRecord {
  return {
    id: crypto.randomUUID(),
    kind: "answer",
    record,
    version: 0,
    name: `Perintah ${record}`,
    page: `/permintaan/${record}`,
    address: `/api/v1/follow-ups/${record}?district=62.03`,
    district: "62.03",
    body: { state: "done", text },
    fields: { state: "done", text },
    ...more,
  };
}

function device(fetch: typeof globalThis.fetch, random = () => 0.5) {
  const clock = openClock();
  const opened = openDevice({ fetch, now: clock.now, random, indexedDB: new IDBFactory() });
  return { clock, opened };
}

/** In [0, 1), the same for the same seed. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

describe("a record in the outbox", () => {
  it("is forgotten only after it was read back and is equal", async () => {
    const server = openRecordServer();
    const outbox = await device(server.fetch).opened;
    expect(await outbox.put(answer("a", "Sudah."))).toMatchObject({ isTaken: true });
    expect((await outbox.view()).unsent).toBe(1);
    await outbox.send();
    const { records, unsent } = await outbox.view();
    expect(unsent).toBe(0);
    expect(records).toMatchObject([{ body: null, state: { kind: "confirmed", version: 1 } }]);
    expect(server.requests).toEqual(["PUT", "GET"]);
  });

  it("stays when the server has it with other words", async () => {
    const server = openRecordServer();
    const outbox = await device(async (input, init) => {
      for (const [id, stored] of server.sent)
        server.sent.set(id, { ...stored, body: { state: "done", text: "?" } });
      return server.fetch(input, init);
    }).opened;
    await outbox.put(answer("a", "Sudah."));
    await outbox.send();
    expect((await outbox.view()).records).toMatchObject([
      { body: { text: "Sudah." }, state: { problems: [{ field: "", code: "mismatch" }] } },
    ]);
  });

  it("says what the server says of it, and goes again once it is mended, under the same id", async () => {
    const server = openRecordServer();
    const outbox = await device(server.fetch).opened;
    const first = answer("a", "");
    await outbox.put(first);
    await outbox.send();
    expect((await outbox.view()).records).toMatchObject([
      { fields: { text: "" }, state: { problems: [{ field: "text", code: "required" }] } },
    ]);
    await outbox.put({ ...first, ...answer("a", "Sudah.", { id: first.id }) });
    await outbox.send();
    expect((await outbox.view()).unsent).toBe(0);
    expect([...server.sent.values()]).toEqual([
      { version: 1, body: { state: "done", text: "Sudah." } },
    ]);
  });

  it("is not sent over what somebody else stored, and says so", async () => {
    const server = openRecordServer();
    const outbox = await device(server.fetch).opened;
    await outbox.put(answer("a", "Sudah.", { version: 3 }));
    await outbox.send();
    expect((await outbox.view()).records).toMatchObject([
      { body: { text: "Sudah." }, state: { problems: [{ field: "", code: "recordChanged" }] } },
    ]);
  });

  it("gives way to what is typed after it until it went; then nothing else goes in before its answer", async () => {
    const faults: RecordFault[] = ["answerLost"];
    const server = openRecordServer(() => faults.shift() ?? "none");
    const { clock, opened } = device(server.fetch);
    const outbox = await opened;
    await outbox.put(answer("a", "Mulai."));
    await outbox.put(answer("a", "Sudah."));
    expect((await outbox.view()).records).toMatchObject([{ body: { text: "Sudah." } }]);
    await outbox.send();
    expect(await outbox.put(answer("a", "Lain."))).toMatchObject({ isTaken: false });
    clock.pass(60_000);
    await outbox.send();
    expect((await outbox.view()).unsent).toBe(0);
    expect([...server.sent.values()]).toMatchObject([{ body: { text: "Sudah." } }]);
  });

  it("waits while nobody answers, and for who typed it to sign in again", async () => {
    const faults: RecordFault[] = ["signedOut"];
    const server = openRecordServer(() => faults.shift() ?? "none");
    const { clock, opened } = device(server.fetch);
    const outbox = await opened;
    await outbox.put(answer("a", "Sudah."));
    const { nextAt, condition } = await outbox.send();
    expect(condition).toBe("signedOut");
    expect(nextAt).toBeGreaterThanOrEqual(clock.now().getTime());
    await outbox.send({ isForced: true });
    expect(await outbox.view()).toMatchObject({ condition: null, unsent: 0 });
  });

  it("goes to another device in a copy, and is stored once by both", async () => {
    const server = openRecordServer();
    const one = await device(server.fetch).opened;
    const other = await device(server.fetch).opened;
    await one.put(answer("a", "Sudah."));
    const copy = await exportQueue(one, new Date("2026-11-30T03:00:00Z"));
    expect(copy.count).toBe(1);
    expect(await importQueue(other, copy.text)).toEqual({ kind: "loaded", count: 1, known: 0 });
    expect(await importQueue(other, copy.text)).toEqual({ kind: "loaded", count: 0, known: 1 });
    await other.send();
    await one.send();
    expect((await one.view()).unsent + (await other.view()).unsent).toBe(0);
    expect(server.sent.size).toBe(1);
  });

  it("leaves the reports beside it alone", async () => {
    const records = openRecordServer();
    const reports = openModelServer();
    const outbox = await device((input, init) =>
      (input as string).includes("/daily-reports")
        ? reports.fetch(input, init)
        : records.fetch(input, init),
    ).opened;
    await outbox.put(answer("a", "Sudah."));
    await outbox.enqueue(typed("a", 12));
    expect((await outbox.view()).unsent).toBe(2);
    await outbox.send();
    expect((await outbox.view()).unsent).toBe(0);
    expect(records.sent.size).toBe(1);
  });

  it.each(Array.from({ length: 60 }, (_, seed) => seed + 1))(
    "loses and doubles nothing whatever fails (seed %i)",
    async (seed) => {
      const random = chance(seed);
      const all: readonly RecordFault[] = [
        "lost",
        "answerLost",
        "garbled",
        "busy",
        "broken",
        "signedOut",
        "portal",
      ];
      const server = openRecordServer(() =>
        random() < 0.6 ? (all[Math.floor(random() * all.length)] ?? "none") : "none",
      );
      const { clock, opened } = device(server.fetch, random);
      const outbox = await opened;
      const typedHere = Array.from({ length: 5 }, (_, at) =>
        answer(`r${String(at)}`, `Ke-${String(at)}`),
      );
      for (const each of typedHere) await outbox.put(each);
      for (let round = 0; round < 400 && (await outbox.view()).unsent > 0; round += 1) {
        await outbox.send({ isForced: random() < 0.3 });
        clock.pass(60_000);
      }
      await outbox.send({ isForced: true });
      for (let round = 0; round < 50; round += 1) {
        await outbox.send({ isForced: true });
        clock.pass(600_000);
      }
      const { records } = await outbox.view();
      expect(records.map(({ state }) => state.kind)).toEqual(typedHere.map(() => "confirmed"));
      expect([...server.sent].map(([id, { body }]) => [id, body]).sort()).toEqual(
        typedHere.map(({ id, body }) => [id, body]).sort(),
      );
    },
  );
});
