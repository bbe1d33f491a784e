import { expect, it } from "vitest";

import { IDBFactory, openClock, openDevice, typed } from "./device";

it("keeps a report whose campaign's address has come to mean several, and says so", async () => {
  const outbox = await openDevice({
    now: openClock().now,
    fetch: () =>
      Promise.resolve(Response.json({ code: "ambiguousCampaign", campaigns: [] }, { status: 409 })),
    indexedDB: new IDBFactory(),
  });
  await outbox.enqueue(typed("a", 5));
  await outbox.send();

  const { mutations } = await outbox.view();
  expect(mutations).toMatchObject([
    { unit: "a", state: { kind: "rejected", problems: [{ code: "noCampaign" }] } },
  ]);
});
