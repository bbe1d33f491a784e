import type { Rate } from "./rate";

/** The ministry's bands of stock. Its print lets 7 and 10 days lie in two; here each lies in one. */
export const stockBands = ["critical", "low", "enough", "safe"] as const;

export type StockBand = (typeof stockBands)[number];

/** Under 7 days critical, from 7 low, from 10 to 14 enough, over 14 safe. */
const bandEdges = { low: 7, enough: 10, safe: 14 } as const;

/** The band of what can be used at a rate, by whole numbers; null: nothing is used, so no day is known. */
export function bandOf(usable: number, rate: Rate): StockBand | null {
  if (rate.doses === 0) return null;
  const is = (days: number) => usable * rate.days - days * rate.doses;
  if (is(bandEdges.low) < 0) return "critical";
  if (is(bandEdges.enough) < 0) return "low";
  return is(bandEdges.safe) <= 0 ? "enough" : "safe";
}

/** How many days it lasts, for reading; null: nothing is used. */
export function daysOfStock(usable: number, rate: Rate): number | null {
  return rate.doses === 0 ? null : (usable * rate.days) / rate.doses;
}

/** Doses to add so that it lasts ten days; 0: it does. */
export function toTenDays(usable: number, rate: Rate): number {
  return Math.max(0, Math.ceil((bandEdges.enough * rate.doses) / rate.days - usable));
}
