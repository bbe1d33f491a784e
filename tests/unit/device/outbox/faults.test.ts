import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { Outbox } from "@/lib/device/outbox/open-outbox";

import { IDBFactory, openClock, openDevice, typed } from "./device";
import { openModelServer, type Fault } from "./model-server";

const faults = [
  "none",
  "lostRequest",
  "lostAnswer",
  "halfAnswer",
  "notJson",
  "defectBefore",
  "defectAfter",
  "busy",
  "signedOut",
  "twice",
] as const satisfies readonly Fault[];

const units = ["a", "b", "c"] as const;

const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("type" as const),
      tab: fc.integer({ min: 0, max: 1 }),
      unit: fc.constantFrom(...units),
      residents: fc.integer({ min: 0, max: 9 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom("send" as const, "sendAndGoOn" as const, "crash" as const),
      tab: fc.integer({ min: 0, max: 1 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("wait" as const),
      milliseconds: fc.integer({ min: -3_600_000, max: 3_600_000 }),
    }),
  },
);

describe("whatever happens to the connection, the tabs and the clock", () => {
  it("everything typed ends on the server once, and is confirmed only when it is there", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 1, maxLength: 25 }),
        fc.array(fc.constantFrom(...faults), { maxLength: 30 }),
        fc.boolean(),
        async (steps, planned, hasLocks) => {
          const server = openModelServer();
          const clock = openClock();
          const indexedDB = new IDBFactory();
          const left = [...planned];
          const fetch = server.fetchWith(() => left.shift() ?? "none");
          // Without a lock of any kind two tabs send at once: still nothing is stored twice.
          const open = () =>
            openDevice({
              fetch,
              indexedDB,
              now: clock.now,
              ...(!hasLocks && { locks: { request: (_name, work) => work() } }),
            });
          const tabs: Outbox[] = [await open(), await open()];
          const last = new Map<string, number>();

          for (const each of steps) {
            if (each.kind === "wait") {
              clock.pass(each.milliseconds);
              continue;
            }
            const tab = tabs[each.tab];
            if (!tab) continue;
            if (each.kind === "type") {
              const { unit, residents } = each;
              const base = server.standingOf(unit, "2026-11-22") ? await seen(tab, unit) : 0;
              await tab.enqueue(typed(unit, residents, { baseVersion: base }));
              last.set(unit, residents);
            } else if (each.kind === "crash") {
              tab.close();
              tabs[each.tab] = await open();
            } else {
              const sending = tab.send().catch(() => undefined);
              if (each.kind === "send") await sending;
            }
          }

          for (const tab of tabs) tab.close();
          left.length = 0;
          const tab = await open();
          for (let run = 0; run < 6; run += 1) {
            clock.pass(20 * 60_000);
            await tab.send({ isForced: true });
          }

          const { mutations, unsent } = await tab.view();
          tab.close();
          expect(mutations.filter(({ report }) => report !== null)).toEqual([]);
          expect(unsent).toBe(0);
          for (const { id } of mutations) expect(server.submissions.has(id)).toBe(true);
          const ids = server.versions.map(({ id }) => id);
          expect(new Set(ids).size).toBe(ids.length);
          for (const [unit, residents] of last) {
            expect(server.standingOf(unit, "2026-11-22")?.tallies[0]?.residents).toBe(residents);
          }
        },
      ),
      {
        numRuns: 150,
        examples: [
          // One sender is told that nothing was read while another's request, of which no answer
          // comes, has stored it: what is typed then is a change of it and takes no one's place.
          [
            [
              { kind: "sendAndGoOn", tab: 0 },
              { kind: "type", tab: 0, unit: "a", residents: 0 },
              { kind: "send", tab: 1 },
              { kind: "type", tab: 0, unit: "a", residents: 1 },
            ],
            ["signedOut", "lostAnswer"],
            false,
          ],
        ],
      },
    );
  }, 60_000);
});

/** The version that this device's screen would show: the last that it was told of. */
async function seen(tab: Outbox, unit: string): Promise<number> {
  const { mutations } = await tab.view();
  const versions = mutations.flatMap((each) =>
    each.unit === unit && (each.state.kind === "stored" || each.state.kind === "confirmed")
      ? [each.state.version]
      : [],
  );
  return Math.max(0, ...versions);
}
