import { expect, it } from "vitest";

import { IDBFactory, openClock, openDevice, typed } from "./device";
import { openModelServer } from "./model-server";

const hour = 3_600_000;
const start = "2026-11-22T03:00:00.000Z";

function at(hours: number): string {
  return new Date(Date.parse(start) + hours * hour).toISOString();
}

/** An hour between any two reports. */
async function deviceWith(server: ReturnType<typeof openModelServer>, slugs: readonly string[]) {
  const clock = openClock();
  const outbox = await openDevice({
    fetch: server.fetch,
    indexedDB: new IDBFactory(),
    now: clock.now,
  });
  for (const [index, slug] of slugs.entries()) {
    await outbox.enqueue({ ...typed(`unit-${String(index)}`, index + 1), slug });
    clock.pass(hour);
  }
  return { outbox, clock };
}

function told(server: ReturnType<typeof openModelServer>) {
  return server.requests
    .filter(({ method }) => method === "POST")
    .map(({ at: sentAt, since }) => ({ sentAt, since }));
}

it("tells with the last batch that nothing else waits: since the hour of sending", async () => {
  const server = openModelServer();
  const { outbox } = await deviceWith(server, ["bian", "bian"]);
  await outbox.send();
  expect(told(server)).toEqual([{ sentAt: at(2), since: at(2) }]);
});

it("tells with each campaign's batch since when those of the others wait", async () => {
  const server = openModelServer();
  const { outbox } = await deviceWith(server, ["bian", "polio", "bian", "campak"]);
  await outbox.send();
  expect(told(server)).toEqual([
    { sentAt: at(4), since: at(1) },
    { sentAt: at(4), since: at(3) },
    { sentAt: at(4), since: at(4) },
  ]);
});

it("counts a report that waits for a person among what waits", async () => {
  const server = openModelServer();
  const { outbox, clock } = await deviceWith(server, []);
  await outbox.enqueue(typed("a", 100_000));
  await outbox.send();
  clock.pass(hour);
  await outbox.enqueue(typed("b", 2));
  await outbox.send();
  expect(told(server).at(-1)).toEqual({ sentAt: at(1), since: start });
});
