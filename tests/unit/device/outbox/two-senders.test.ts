import { expect, it } from "vitest";

import { IDBFactory, openDevice, typed } from "./device";
import { openModelServer } from "./model-server";

/** A moment that others wait for. */
function moment() {
  let come = () => {};
  const came = new Promise<void>((resolve) => {
    come = resolve;
  });
  return { came, come };
}

it("what one sender's server has not read, another's may have stored: nothing takes its place", async () => {
  const server = openModelServer();
  const indexedDB = new IDBFactory();
  // Two senders at once: the lease of one that stood still for a while is over.
  const shared = { indexedDB, locks: { request: <T>(_name: string, work: () => T) => work() } };
  const [firstAsks, firstIsTold, secondAsks, secondArrives] = Array.from({ length: 4 }, moment);
  const first = await openDevice({
    ...shared,
    fetch: async () => {
      firstAsks?.come();
      await firstIsTold?.came;
      return new Response(JSON.stringify({ code: "notSignedIn" }), { status: 401 });
    },
  });
  const second = await openDevice({
    ...shared,
    fetch: async (...request) => {
      secondAsks?.come();
      await secondArrives?.came;
      await server.fetch(...request);
      throw new TypeError("the answer is lost");
    },
  });
  await first.enqueue(typed("a", 1));
  const sending = [first.send()];
  await firstAsks?.came;
  sending.push(second.send());
  await secondAsks?.came;
  firstIsTold?.come();
  await sending[0];

  // Typed now, it may not count as instead of the former.
  await first.enqueue(typed("a", 2));
  secondArrives?.come();
  await sending[1];
  const later = await openDevice({ ...shared, fetch: server.fetch });
  for (let run = 0; run < 3; run += 1) await later.send({ isForced: true });

  const { mutations, unsent } = await later.view();
  expect(unsent).toBe(0);
  expect(mutations.map(({ state }) => state.kind)).toEqual(["confirmed", "confirmed"]);
  expect(server.versions.map(({ version }) => version)).toEqual([1, 2]);
  expect(server.standingOf("a", "2026-11-22")?.tallies[0]?.residents).toBe(2);
});
