import "server-only";

import { AppError } from "@/lib/base/errors";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import { now } from "@/lib/base/time/clock";
import type { Campaign } from "@/lib/campaign/campaign";
import { dateColumn } from "@/lib/server/db/calendar-column";
import type { Transaction } from "@/lib/server/db/client";
import { firstBelowZero } from "@/lib/stock/balance";
import { flowsOf, noFlow, type DayFlow } from "@/lib/stock/flow";
import type { StockBatch, StockMove } from "@/lib/stock/stock";

import { readNets } from "./queries";

/** Vials and doses of a move. */
type Amount = Pick<StockMove, "vials" | "doses">;

export type Writer = {
  readonly actorName: string;
  readonly campaign: Campaign;
  readonly today: CalendarDay;
};

/**
 * Writes a line of the ledger and what it comes to in its stores and day, if nothing falls below zero by it:
 * on its day or on any later one.
 *
 * @throws {AppError} `stockShort`; `stockDayAhead`.
 */
export async function writeMove(
  tx: Transaction,
  { actorName, campaign, today }: Writer,
  move: StockMove,
): Promise<void> {
  const { districtCode, id: campaignId } = campaign;
  const { batch, kind, from, to, vials, doses, day } = move;
  if (day > today) throw new AppError("stockDayAhead", day, "day");
  for (const { store, flow } of flowsOf({ kind, from, to, doses })) {
    await addToDay(tx, { districtCode, campaignId, batch, store, day, flow });
    const broken = firstBelowZero(await readNets(tx, campaign, { store, batch }));
    if (broken) {
      throw new AppError(
        "stockShort",
        `${store} would hold ${String(broken.doses)} on ${broken.day}`,
        "vials",
      );
    }
  }
  await tx.stockMove.create({
    data: {
      districtCode,
      id: move.id,
      campaignId,
      batchId: batch,
      kind,
      fromStore: from,
      toStore: to,
      vials,
      doses,
      counted: move.counted,
      document: move.document,
      day: dateColumn(day),
      reason: move.reason,
      corrects: move.corrects,
      at: now(),
      actorName,
    },
  });
}

/**
 * Vials as doses, of vials of a known size; doses alone of others, since nothing tells what a vial held.
 *
 * @throws {AppError} `stockAmount` where nothing is said; `stockVials` where doses are no whole vials.
 */
export function amountOf(
  { dosesPerVial }: Pick<StockBatch, "dosesPerVial">,
  { vials, doses }: { readonly vials: number | null; readonly doses: number | null },
): Amount {
  if (dosesPerVial === null) {
    if (doses === null) throw new AppError("stockAmount", "vials of no known size", "doses");
    return { vials: null, doses };
  }
  if (vials !== null) return { vials, doses: vials * dosesPerVial };
  if (doses === null) throw new AppError("stockAmount", "neither vials nor doses", "vials");
  if (doses % dosesPerVial !== 0) throw new AppError("stockVials", String(doses), "doses");
  return { vials: doses / dosesPerVial, doses };
}

async function addToDay(
  tx: Transaction,
  at: {
    readonly districtCode: string;
    readonly campaignId: string;
    readonly batch: string;
    readonly store: string;
    readonly day: CalendarDay;
    readonly flow: DayFlow;
  },
): Promise<void> {
  const { districtCode, campaignId, batch: batchId, store, flow } = at;
  const day = dateColumn(at.day);
  const where = { districtCode_batchId_store_day: { districtCode, batchId, store, day } };
  const key = { districtCode, batchId, store, day, campaignId };
  await tx.stockDay.upsert({ where, create: { ...key, ...noFlow }, update: {} });
  await tx.stockDay.update({
    where,
    data: {
      received: { increment: flow.received },
      moved: { increment: flow.moved },
      returned: { increment: flow.returned },
      discarded: { increment: flow.discarded },
      adjusted: { increment: flow.adjusted },
    },
  });
}
