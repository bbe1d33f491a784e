import type { CalendarDay } from "@/lib/base/time/calendar-day";

import { balancesOf, type DayNet } from "./balance";
import { byExpiry, isUsableOn, type StockBatch, type StoreKey } from "./stock";

/** Doses of batches that were taken out on a day, of one store. */
export type Usage = {
  readonly store: StoreKey;
  readonly day: CalendarDay;
  /** Ids of the batches that it may have been drawn from: of one vaccine, of one product, or one alone. */
  readonly batches: readonly string[];
  /** Doses that were given. */
  readonly given: number;
  /** Vials that were opened for them; null: not written down, so each dose given counts as one used. */
  readonly opened: number | null;
};

export type StoreNet = DayNet & { readonly store: StoreKey; readonly batch: string };

export type Drawn = {
  /** Where it lay. */
  readonly store: StoreKey;
  /** Whose usage it was: the same store, or one with nothing left that is written down. */
  readonly usedBy: StoreKey;
  readonly batch: string;
  readonly day: CalendarDay;
  readonly doses: number;
};

/** Usage that no batch could be found for: more was given than was ever written down. */
export type Uncovered = {
  readonly store: StoreKey;
  readonly day: CalendarDay;
  readonly doses: number;
};

type Ledger = {
  readonly batches: readonly StockBatch[];
  readonly nets: readonly StoreNet[];
  /** Where doses are taken from that lie nowhere nearer: the kabupaten's own store; null: nowhere. */
  readonly reserve: StoreKey | null;
};

/**
 * Which batches usage was drawn from: the one that expires first comes first, and the next only when
 * nothing of it is free. What a later move takes out is not free, so nothing ever falls below zero.
 */
export function drawUsage(
  { batches, nets, reserve }: Ledger,
  usage: readonly Usage[],
): { readonly drawn: readonly Drawn[]; readonly uncovered: readonly Uncovered[] } {
  const ordered = [...batches].sort(byExpiry);
  const shelves = shelvesOf(nets);
  const drawn: Drawn[] = [];
  const uncovered: Uncovered[] = [];

  for (const used of inOrder(usage)) {
    const candidates = ordered.filter(
      (batch) => used.batches.includes(batch.id) && isUsableOn(batch, used.day),
    );
    let rest: Amount = { vials: used.opened, doses: used.given };
    for (const store of reserve === null || reserve === used.store
      ? [used.store]
      : [used.store, reserve]) {
      for (const batch of candidates) {
        const shelf = shelves.get(shelfKey(store, batch.id));
        const take = shelf ? takeFrom(shelf.freeOn(used.day), batch, rest) : null;
        if (!shelf || !take || take.doses === 0) continue;
        shelf.take(take.doses);
        drawn.push({
          store,
          usedBy: used.store,
          batch: batch.id,
          day: used.day,
          doses: take.doses,
        });
        rest = take.rest;
      }
    }
    const missing = rest.vials === null ? rest.doses : vialDoses(rest.vials, candidates);
    if (missing > 0) uncovered.push({ store: used.store, day: used.day, doses: missing });
  }
  return { drawn, uncovered };
}

/** What is still to be drawn: whole vials where they were counted, else doses. */
type Amount = { readonly vials: number | null; readonly doses: number };

function takeFrom(free: number, { dosesPerVial }: StockBatch, { vials, doses }: Amount) {
  if (vials === null || dosesPerVial === null) {
    const take = Math.min(free, doses);
    return { doses: take, rest: { vials: vials === null ? null : 0, doses: doses - take } };
  }
  const opened = Math.min(vials, Math.floor(free / dosesPerVial));
  return { doses: opened * dosesPerVial, rest: { vials: vials - opened, doses } };
}

/** What vials that no batch was found for held at least: as those that they might have been of. */
function vialDoses(vials: number, candidates: readonly StockBatch[]): number {
  return vials * (candidates.find(({ dosesPerVial }) => dosesPerVial !== null)?.dosesPerVial ?? 1);
}

function inOrder(usage: readonly Usage[]): readonly Usage[] {
  const place = ({ day, store, batches }: Usage) => `${day} ${store} ${batches.join(" ")}`;
  return [...usage].sort((a, b) => (place(a) < place(b) ? -1 : Number(place(a) > place(b))));
}

/** What of one batch lies in one store over time, and what usage took of it. */
class Shelf {
  private taken = 0;
  private readonly least: readonly DayNet[];

  constructor(nets: readonly DayNet[]) {
    let least = Infinity;
    // From the last day back: the least that lies there on that day or after it.
    this.least = [...balancesOf(nets)]
      .reverse()
      .map(({ day, doses }) => ({ day, doses: (least = Math.min(least, doses)) }));
  }

  freeOn(day: CalendarDay): number {
    const at = this.least.find((each) => each.day <= day);
    // Before its first day nothing lies there.
    return at === undefined ? 0 : Math.max(0, at.doses - this.taken);
  }

  take(doses: number): void {
    this.taken += doses;
  }
}

function shelvesOf(nets: readonly StoreNet[]): ReadonlyMap<string, Shelf> {
  const perShelf = new Map<string, DayNet[]>();
  for (const { store, batch, day, doses } of nets) {
    const key = shelfKey(store, batch);
    const same = perShelf.get(key);
    if (same) same.push({ day, doses });
    else perShelf.set(key, [{ day, doses }]);
  }
  return new Map([...perShelf].map(([key, each]) => [key, new Shelf(each)]));
}

export function shelfKey(store: StoreKey, batch: string): string {
  return `${store} ${batch}`;
}
