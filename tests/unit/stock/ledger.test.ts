import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { balanceOn, balancesOf, firstBelowZero, freeOn } from "@/lib/stock/balance";
import { drawUsage, shelfKey, type StoreNet } from "@/lib/stock/draw";
import { addFlows, flowsOf, netOf, noFlow } from "@/lib/stock/flow";
import { byExpiry, isUsableOn, type StockBatch, type StockMove } from "@/lib/stock/stock";

import { anyBatches, anyUsage, anyWishes, firstDay } from "./arbitrary";

type Move = Pick<StockMove, "batch" | "kind" | "from" | "to" | "doses" | "day">;

/** Stores of what is wished only what leaves nothing below zero, as the ledger does. */
function storable(
  batches: readonly StockBatch[],
  wishes: readonly {
    readonly kind: Move["kind"];
    readonly batch: number;
    readonly here: string;
    readonly there: string;
    readonly doses: number;
    readonly day: string;
    readonly isOut: boolean;
  }[],
): readonly Move[] {
  const moves: Move[] = [];
  for (const { kind, batch: at, here, there, doses, day, isOut } of wishes) {
    const batch = batches[at % batches.length]?.id ?? "";
    const move: Move = { batch, kind, day, doses, ...wayOf(kind, here, there, isOut) };
    if (move.from === move.to) continue;
    const after = netsOf([...moves, move]);
    const isBroken = [move.from, move.to].some(
      (store) => store !== null && firstBelowZero(netsAt(after, store, batch)) !== null,
    );
    if (!isBroken) moves.push(move);
  }
  return moves;
}

function wayOf(kind: Move["kind"], here: string, there: string, isOut: boolean) {
  if (kind === "receipt") return { from: null, to: here };
  if (kind === "issue") return { from: here, to: there };
  if (kind === "count") return isOut ? { from: here, to: null } : { from: null, to: here };
  return { from: here, to: null };
}

function netsOf(moves: readonly Move[]): readonly StoreNet[] {
  return moves.flatMap((move) =>
    flowsOf(move).map(({ store, flow }) => ({
      store,
      batch: move.batch,
      day: move.day,
      doses: netOf(flow),
    })),
  );
}

function netsAt(nets: readonly StoreNet[], store: string, batch: string) {
  return nets.filter((net) => net.store === store && net.batch === batch);
}

const reserve = "21.05";

describe("balances", () => {
  test("come out the same in any order, and end at the sum", () => {
    const anyNets = fc.array(
      fc.record({
        day: fc.constantFrom("2021-06-01", "2021-06-02", "2021-06-09"),
        doses: fc.integer({ min: -50, max: 50 }),
      }),
    );
    fc.assert(
      fc.property(anyNets, (nets) => {
        expect(balancesOf([...nets].reverse())).toEqual(balancesOf(nets));
        expect(balancesOf(nets).at(-1)?.doses ?? 0).toBe(balanceOn(nets, "2021-06-30"));
      }),
    );
  });

  test("a move that is dated earlier may break a later day", () => {
    const nets = [
      { day: "2021-06-01", doses: 100 },
      { day: "2021-06-10", doses: -80 },
    ];
    expect(firstBelowZero(nets)).toBeNull();
    expect(freeOn(nets, "2021-06-05")).toBe(20);
    expect(firstBelowZero([...nets, { day: "2021-06-05", doses: -30 }])).toEqual({
      day: "2021-06-10",
      doses: -10,
    });
  });

  test("what is free can leave, and one more cannot", () => {
    const anyNets = fc.array(
      fc.record({
        day: fc.constantFrom("2021-06-01", "2021-06-02", "2021-06-09"),
        doses: fc.integer({ min: -20, max: 50 }),
      }),
    );
    fc.assert(
      fc.property(anyNets, (nets) => {
        fc.pre(firstBelowZero(nets) === null);
        const day = "2021-06-02";
        const free = freeOn(nets, day);
        expect(firstBelowZero([...nets, { day, doses: -free }])).toBeNull();
        expect(firstBelowZero([...nets, { day, doses: -free - 1 }])).not.toBeNull();
      }),
    );
  });
});

describe("the ledger", () => {
  const anyLedger = anyBatches.chain((batches) =>
    fc.tuple(fc.constant(batches), anyWishes, anyUsage(batches)),
  );

  test("received + adjusted = on hand + used + discarded + returned, in any order of any moves", () => {
    fc.assert(
      fc.property(anyLedger, fc.integer(), ([batches, wishes, usage], turn) => {
        const moves = storable(batches, wishes);
        const { drawn, uncovered } = drawUsage({ batches, nets: netsOf(moves), reserve }, usage);
        const turned = [...moves].sort(
          (a, b) => ((a.doses * 7 + turn) % 13) - ((b.doses * 7 + turn) % 13),
        );
        const again = drawUsage(
          { batches: [...batches].reverse(), nets: netsOf(turned), reserve },
          [...usage].reverse(),
        );
        const flow = moves.flatMap(flowsOf).reduce((sum, each) => addFlows(sum, each.flow), noFlow);
        const used = drawn.reduce((sum, { doses }) => sum + doses, 0);
        const onHand = netOf(flow) - used;

        expect(flow.moved).toBe(0);
        expect(flow.received + flow.adjusted).toBe(onHand + used + flow.discarded + flow.returned);
        expect(again.drawn.reduce((sum, { doses }) => sum + doses, 0)).toBe(used);
        expect(uncovered.every(({ doses }) => doses > 0)).toBe(true);
      }),
    );
  });

  test("nothing anywhere is ever below zero, used doses taken off", () => {
    fc.assert(
      fc.property(anyLedger, ([batches, wishes, usage]) => {
        const nets = netsOf(storable(batches, wishes));
        const { drawn } = drawUsage({ batches, nets, reserve }, usage);
        const all = [...nets, ...drawn.map(({ doses, ...where }) => ({ ...where, doses: -doses }))];
        const shelves = new Set(all.map(({ store, batch }) => shelfKey(store, batch)));
        for (const key of shelves) {
          const here = all.filter(({ store, batch }) => shelfKey(store, batch) === key);
          expect(firstBelowZero(here)).toBeNull();
        }
      }),
    );
  });

  test("a later batch is never used while an earlier one lasts", () => {
    fc.assert(
      fc.property(anyLedger, ([batches, wishes, usage]) => {
        const nets = netsOf(storable(batches, wishes));
        // Doses alone: of whole vials a rest smaller than one stays.
        const inDoses = usage.map((used) => ({ ...used, opened: null }));
        const { drawn } = drawUsage({ batches, nets, reserve: null }, inDoses);
        const ordered = [...batches].sort(byExpiry);
        drawn.forEach((used, at) => {
          const earlier = ordered.slice(
            0,
            ordered.findIndex(({ id }) => id === used.batch),
          );
          for (const batch of earlier.filter((each) => isUsableOn(each, used.day))) {
            const taken = drawn
              .slice(0, at + 1)
              .filter((each) => each.store === used.store && each.batch === batch.id)
              .map(({ day, doses }) => ({ day, doses: -doses }));
            expect(freeOn([...netsAt(nets, used.store, batch.id), ...taken], used.day)).toBe(0);
          }
        });
      }),
    );
  });

  test("nothing is used after it expired, or before it came", () => {
    fc.assert(
      fc.property(anyLedger, ([batches, wishes, usage]) => {
        const nets = netsOf(storable(batches, wishes));
        for (const { store, batch, day } of drawUsage({ batches, nets, reserve }, usage).drawn) {
          const found = batches.find(({ id }) => id === batch);
          expect(found && isUsableOn(found, day)).toBe(true);
          expect(netsAt(nets, store, batch).some((net) => net.day <= day)).toBe(true);
        }
      }),
    );
  });

  test("what puts a move right leaves the store as it was", () => {
    fc.assert(
      fc.property(anyBatches, anyWishes, (batches, wishes) => {
        for (const move of storable(batches, wishes)) {
          const back = { ...move, from: move.to, to: move.from };
          const sum = [...flowsOf(move), ...flowsOf(back)].reduce(
            (all, { flow }) => addFlows(all, flow),
            noFlow,
          );
          expect(Object.values(sum).every((doses) => doses === 0)).toBe(true);
        }
      }),
    );
  });
});

test("Kubu Raya, 13 September 2021: 173,062 received and 136,747 used leave 36,315", () => {
  const batch: StockBatch = {
    id: "a",
    code: null,
    product: "COVID-19",
    dosesPerVial: null,
    expiresOn: null,
    interventions: ["DOSIS-1", "DOSIS-2", "DOSIS-3"],
    version: 1,
  };
  const nets = [{ store: "61.12", batch: "a", day: firstDay, doses: 173_062 }];
  const usage = [89_221, 46_291, 1_235].map((given) => ({
    store: "61.12",
    day: "2021-09-13",
    batches: ["a"],
    given,
    opened: null,
  }));
  const { drawn, uncovered } = drawUsage({ batches: [batch], nets, reserve: null }, usage);
  const used = drawn.reduce((sum, { doses }) => sum + doses, 0);
  expect(used).toBe(136_747);
  expect(173_062 - used).toBe(36_315);
  expect(uncovered).toEqual([]);
});
