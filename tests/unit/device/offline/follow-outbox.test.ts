import "fake-indexeddb/auto";

import { afterEach, expect, it, vi } from "vitest";

import { followOutbox } from "@/lib/device/offline/follow-outbox";
import { pageOutbox } from "@/lib/device/outbox/page-outbox";

import { person } from "./kit";

afterEach(() => {
  vi.unstubAllGlobals();
});

it("the outbox is followed although the browser will not wake the worker", async () => {
  const asked: string[] = [];
  vi.stubGlobal("window", new EventTarget());
  vi.stubGlobal("document", new EventTarget());
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("no signal")));
  vi.stubGlobal("SyncManager", class {});
  const sync = {
    register: (tag: string) => {
      asked.push(tag);
      return Promise.reject(new DOMException("not allowed", "NotAllowedError"));
    },
  };
  vi.stubGlobal("navigator", {
    serviceWorker: { getRegistration: () => Promise.resolve({ sync }) },
  });
  const outbox = await pageOutbox(person);
  await outbox.enqueue({
    slug: "bian-kapuas",
    unitName: "Selat Hilir",
    report: {
      id: crypto.randomUUID(),
      unit: "62.03.01.1007",
      day: "2026-06-04",
      tallies: [{ intervention: "mr", targetGroup: "9-59-bulan", residents: 3, nonResidents: 0 }],
    },
  });

  const stop = await followOutbox(person, "bian-kapuas");
  expect(asked).toEqual(["cakupan-outbox"]);
  stop();
  outbox.close();
});
