import "fake-indexeddb/auto";

import { expect, it } from "vitest";

import { countUnsent } from "@/lib/device/outbox/count-unsent";
import type { MutationState } from "@/lib/device/outbox/mutation";
import { asConfirmed, withMutations } from "@/lib/device/outbox/queue";
import { openQueueStore } from "@/lib/device/outbox/queue-store";

import { person, typed } from "../offline/kit";

it("signing out asks about a report until it was read back and is equal", async () => {
  const store = await openQueueStore(person, indexedDB);
  const at = "2026-06-04T08:40:00Z";
  const waiting = typed("62.03.01.1007", "2026-06-04", 3);
  const stored: MutationState = { kind: "stored", version: 1, at };
  const keep = (mutation: Parameters<typeof withMutations>[1][number]) =>
    store.change((queue) => ({ queue: withMutations(queue, [mutation]), result: undefined }));

  expect(await countUnsent(person)).toBe(0);
  await keep(waiting);
  expect(await countUnsent(person)).toBe(1);
  await keep({ ...waiting, state: stored });
  expect(await countUnsent(person)).toBe(1);
  await keep(asConfirmed(waiting, { version: 1, at, isOutdated: false }));
  expect(await countUnsent(person)).toBe(0);
  store.close();
});
