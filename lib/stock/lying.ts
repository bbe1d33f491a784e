import type { CalendarDay } from "@/lib/base/time/calendar-day";

import { supplyLines } from "./supply-line";
import { supplyOf, type GivenThere, type StoreFlow } from "./supply";
import type { StockBatch, StoreKey } from "./stock";

/** Doses of a batch that should lie in a store: what moves brought, less what was used. */
export function lyingIn(
  { store, batch }: { readonly store: StoreKey; readonly batch: string },
  facts: {
    readonly batches: readonly StockBatch[];
    readonly flows: readonly StoreFlow[];
    readonly given: readonly GivenThere[];
    readonly reserve: StoreKey | null;
    readonly onDay: CalendarDay;
    readonly baseDay: CalendarDay;
  },
): number {
  const line = supplyLines(facts.batches, []).find(({ batches }) =>
    batches.some(({ id }) => id === batch),
  );
  if (!line) return 0;
  const { lying } = supplyOf(line, {
    ...facts,
    startsOn: facts.onDay,
    lastDay: facts.onDay,
    wanted: { kind: "noGoal" },
  });
  return lying.find((each) => each.store === store && each.batch === batch)?.doses ?? 0;
}
