import type { StockBatch } from "@/lib/stock/stock";

/** A batch as the API tells it. */
export function toldBatch({ interventions, ...batch }: StockBatch) {
  return { ...batch, interventions: [...interventions] };
}
