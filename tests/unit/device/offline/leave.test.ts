import "fake-indexeddb/auto";

import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { keepRowDraft } from "@/lib/device/entry/draft-memory";
import { draftName, draftsOf } from "@/lib/device/offline/drafts";
import { clearForLeaving, lookBeforeLeaving } from "@/lib/device/offline/leave";
import { withMutations } from "@/lib/device/outbox/queue";
import { openQueueStore } from "@/lib/device/outbox/queue-store";

import { stubStorage } from "../outbox/storage";
import { kit, person, typed } from "./kit";

const stranger = "00000000-0000-4000-8000-00000000000b";
const [hilir, hulu] = ["62.03.01.1007", "62.03.01.1009"];
const draft = {
  typed: { residents: {}, nonResidents: {} },
  figures: "daily" as const,
  isZero: true,
  base: 0,
  sent: null,
};

beforeEach(() => {
  stubStorage();
  // The server is there.
  vi.stubGlobal("fetch", () => Promise.resolve(new Response()));
});

afterEach(() => {
  vi.unstubAllGlobals();
});

function type(actorId: string, day: string, unit: string): void {
  const { slug } = kit().campaign;
  keepRowDraft(draftName({ actorId, slug, day }, unit), { ...draft, unitName: "Selat" });
}

it("what is typed and not sent is found on every day, and nobody else's", () => {
  type(person, "2026-06-04", hulu);
  type(person, "2026-06-02", hilir);
  type(stranger, "2026-06-02", hulu);
  expect(draftsOf(person)).toMatchObject([
    { slug: "bian-kapuas", day: "2026-06-02", unit: hilir },
    { slug: "bian-kapuas", day: "2026-06-04", unit: hulu },
  ]);
});

it("signing out tells what waits in the outbox from what was only typed, and takes both", async () => {
  expect(await lookBeforeLeaving(person)).toEqual({ kind: "free" });

  type(person, "2026-06-03", hilir);
  type(stranger, "2026-06-03", hilir);
  expect(await lookBeforeLeaving(person)).toEqual({ kind: "unsent", queued: 0, drafts: 1 });

  const store = await openQueueStore(person, indexedDB);
  const waiting = [typed(hilir, "2026-06-04", 3), typed(hulu, "2026-06-04", 3)];
  await store.change((queue) => ({ queue: withMutations(queue, waiting), result: undefined }));
  store.close();
  expect(await lookBeforeLeaving(person)).toEqual({ kind: "unsent", queued: 2, drafts: 1 });

  await clearForLeaving(person);
  expect(await lookBeforeLeaving(person)).toEqual({ kind: "free" });
  expect(draftsOf(stranger)).toHaveLength(1);
});
