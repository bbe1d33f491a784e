import type { CalendarDay } from "@/lib/base/time/calendar-day";

/** What can happen to doses that were written down: see `flowOf`. */
export const moveKinds = ["receipt", "issue", "return", "discard", "count"] as const;

export type MoveKind = (typeof moveKinds)[number];

/** Vials of one making: what was printed on them, or that nobody knows. */
export type StockBatch = {
  readonly id: string;
  /** null: its number is not known. */
  readonly code: string | null;
  readonly product: string;
  /** null: not known, or of several sizes; then doses alone are counted, never vials. */
  readonly dosesPerVial: number | null;
  /** The last day that it may be given; null: not known. */
  readonly expiresOn: CalendarDay | null;
  /** Codes of what it is given as: one vaccine may be dose 1 and dose 2. */
  readonly interventions: readonly string[];
  readonly version: number;
};

/** One line of the ledger. Nothing of it is changed: a move that puts it right stands beside it. */
export type StockMove = {
  readonly id: string;
  readonly batch: string;
  readonly kind: MoveKind;
  /** Where doses leave and arrive; null: outside of the kabupaten, or nowhere. */
  readonly from: StoreKey | null;
  readonly to: StoreKey | null;
  readonly vials: number | null;
  readonly doses: number;
  /** Of a count sheet the doses that lay there; the move is the difference. */
  readonly counted: number | null;
  readonly document: string | null;
  readonly day: CalendarDay;
  readonly reason: string | null;
  /** The move that it puts right: the same doses, the other way. */
  readonly corrects: string | null;
};

/** A store by its key, as `storeKey` makes it: the kabupaten's own, an office's or a kecamatan's. */
export type StoreKey = string;

/** The order in which batches are used up: the one that expires first comes first, an unknown day last. */
export function byExpiry(
  a: Pick<StockBatch, "id" | "expiresOn">,
  b: Pick<StockBatch, "id" | "expiresOn">,
): number {
  if (a.expiresOn !== b.expiresOn) {
    if (a.expiresOn === null) return 1;
    if (b.expiresOn === null) return -1;
    return a.expiresOn < b.expiresOn ? -1 : 1;
  }
  return a.id < b.id ? -1 : Number(a.id > b.id);
}

/** Whether a batch may still be given on a day: its last day is one of them. */
export function isUsableOn(
  { expiresOn }: Pick<StockBatch, "expiresOn">,
  day: CalendarDay,
): boolean {
  return expiresOn === null || day <= expiresOn;
}
