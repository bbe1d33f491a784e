import type { CalendarDay } from "@/lib/base/time/calendar-day";

import type { MoveKind, StockBatch, StockMove } from "./stock";

const moveColumns = [
  "day",
  "kind",
  "batch",
  "product",
  "from",
  "to",
  "vials",
  "doses",
  "counted",
  "document",
  "reason",
  "corrects",
  "by",
  "at",
  "id",
] as const;

type MoveCsvTexts = {
  readonly column: (name: (typeof moveColumns)[number]) => string;
  readonly kind: (kind: MoveKind) => string;
  readonly store: (key: string | null) => string;
  readonly unknown: string;
  /** The line above everything where figures are invented; null: they are not. */
  readonly sample: string | null;
};

/** The ledger as a file. */
export function ledgerCsv(
  moves: readonly (StockMove & { readonly actorName: string; readonly at: string })[],
  batches: readonly StockBatch[],
  texts: MoveCsvTexts,
): (string | number | null)[][] {
  const of = new Map(batches.map((batch) => [batch.id, batch]));
  return [
    ...(texts.sample === null ? [] : [[texts.sample]]),
    moveColumns.map(texts.column),
    ...moves.map((move) => [
      move.day,
      texts.kind(move.kind),
      of.get(move.batch)?.code ?? texts.unknown,
      of.get(move.batch)?.product ?? "",
      texts.store(move.from),
      texts.store(move.to),
      move.vials,
      move.doses,
      move.counted,
      move.document,
      move.reason,
      move.corrects,
      move.actorName,
      move.at,
      move.id,
    ]),
  ];
}

export function ledgerFileName(slug: string, day: CalendarDay): string {
  return `mutasi-${slug}-${day}.csv`;
}
