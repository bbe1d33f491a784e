import fc from "fast-check";

import { addDays } from "@/lib/base/time/calendar-day";
import type { Usage } from "@/lib/stock/draw";
import type { MoveKind, StockBatch } from "@/lib/stock/stock";

export const firstDay = "2021-06-01";
const stores = ["21.05", "21.05.01", "21.05.02"] as const;

const anyDay = fc.integer({ min: 0, max: 40 }).map((days) => addDays(firstDay, days));

/** One to four batches; some expire within the time, some on a day that nobody knows. */
export const anyBatches: fc.Arbitrary<readonly StockBatch[]> = fc
  .array(
    fc.record({
      expiresOn: fc.option(anyDay, { nil: null }),
      dosesPerVial: fc.constantFrom(null, 1, 2, 10),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((rows) =>
    rows.map((row, index) => ({
      ...row,
      id: `batch-${String(index)}`,
      code: `B-${String(index)}`,
      product: "Vaksin",
      interventions: ["DOSIS-1"],
      version: 1,
    })),
  );

/** A wish to move doses: whether it is stored depends on what lies there. */
export const anyWishes = fc.array(
  fc.record({
    kind: fc.constantFrom<MoveKind>("receipt", "issue", "return", "discard", "count"),
    batch: fc.integer({ min: 0, max: 3 }),
    here: fc.constantFrom(...stores),
    there: fc.constantFrom(...stores),
    doses: fc.integer({ min: 0, max: 200 }),
    day: anyDay,
    isOut: fc.boolean(),
  }),
  { maxLength: 30 },
);

/** What reports say was given, and sometimes how many vials were opened for it. */
export const anyUsage = (batches: readonly StockBatch[]): fc.Arbitrary<readonly Usage[]> =>
  fc.array(
    fc.record({
      store: fc.constantFrom(...stores),
      day: anyDay,
      batches: fc.constant(batches.map(({ id }) => id)),
      given: fc.integer({ min: 0, max: 120 }),
      opened: fc.option(fc.integer({ min: 0, max: 30 }), { nil: null }),
    }),
    { maxLength: 30 },
  );
