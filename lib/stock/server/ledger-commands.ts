import "server-only";

import type { Grant } from "@/lib/account/auth/grant";
import { AppError } from "@/lib/base/errors";
import { addDays } from "@/lib/base/time/calendar-day";
import type { Campaign } from "@/lib/campaign/campaign";
import type { RecordStored } from "@/lib/campaign/record/record";
import { storeRecord } from "@/lib/campaign/record/server/commands";
import type { Transaction } from "@/lib/server/db/client";
import { lyingIn } from "@/lib/stock/lying";
import { isOwnMove, managesStock, ownStores } from "@/lib/stock/own-store";
import type { MoveInput } from "@/lib/stock/schema";
import type { StockBatch, StockMove } from "@/lib/stock/stock";

import { todayIn } from "./commands";
import { amountOf, writeMove, type Writer } from "./move-commands";
import { isStore, listBatches, readBatch, readFlows, readMove } from "./queries";
import { readGiven } from "./usage-queries";

type StockGrant = Grant<"stock:report">;

/**
 * Writes down a move of doses: one that came, went, was lost or counted, or that puts another right.
 *
 * @throws {AppError} as `storeRecord`; `stockUnknownBatch`; `stockUnknownStore` also for a store that is not
 * theirs; `stockShort` where a store would fall below zero, then or later; `stockCorrected` for a move that
 * was put right already; `stockAmount`, `stockVials`, `stockDayAhead`, `reasonNeeded`.
 */
export async function storeMove(
  grant: StockGrant,
  campaign: Campaign,
  id: string,
  input: MoveInput,
): Promise<RecordStored> {
  const writer = { actorName: grant.actor.displayName, campaign, today: todayIn(campaign) };
  const key = { campaign, kind: "stockMove", id } as const;
  const about = [input.day, input.to ?? input.from ?? ""].join("/");
  return storeRecord(grant, key, input, about, async (tx) => {
    const batch = await readBatch(grant, campaign, input.batch, tx);
    if (!batch) throw new AppError("stockUnknownBatch", input.batch, "batch");
    const write = input.corrects === null ? writeWish : writeBack;
    await write(tx, { grant, writer, id, batch, input });
  });
}

type Wish = {
  readonly grant: StockGrant;
  readonly writer: Writer;
  readonly id: string;
  readonly batch: StockBatch;
  readonly input: MoveInput;
};

async function writeWish(tx: Transaction, wish: Wish): Promise<void> {
  const { grant, writer, id, batch, input } = wish;
  const { campaign } = writer;
  await requireTheirs(tx, grant, campaign, input);
  if (input.kind === "count") return writeMove(tx, writer, await difference(tx, wish));
  const { kind, from, to, day, document, reason } = input;
  await writeMove(tx, writer, {
    id,
    batch: batch.id,
    kind,
    from,
    to,
    ...amountOf(batch, input),
    counted: null,
    day,
    document,
    reason,
    corrects: null,
  });
}

/** Their stores, and such that are there. @throws {AppError} `stockUnknownStore`. */
async function requireTheirs(
  tx: Transaction,
  grant: StockGrant,
  campaign: Campaign,
  input: MoveInput,
): Promise<void> {
  const district = campaign.districtCode;
  const own = ownStores(grant, district);
  const isTheirs =
    own.kind === "all" ? managesStock(grant, district) : isOwnMove(input, own.store, district);
  for (const [field, store] of [
    ["from", input.from],
    ["to", input.to],
  ] as const) {
    if (store !== null && !(isTheirs && (await isStore(tx, campaign, store)))) {
      throw new AppError("stockUnknownStore", store, field);
    }
  }
  if (!isTheirs) throw new AppError("stockUnknownStore", input.kind, "to");
}

/** What a count sheet found as the move that it asks for: the difference to what should lie there. */
async function difference(
  tx: Transaction,
  { grant, writer, id, batch, input }: Wish,
): Promise<StockMove> {
  const { campaign } = writer;
  const store = input.to ?? "";
  const counted = amountOf(batch, input).doses;
  const upTo = addDays(input.day, -1);
  const flows = await readFlows(grant, campaign, tx);
  const stores = new Set(flows.map((flow) => flow.store));
  const [batches, given] = await Promise.all([
    listBatches(grant, campaign, { after: null, limit: 10_000 }),
    readGiven(grant, campaign, { upTo, stores }, tx),
  ]);
  const expected = lyingIn(
    { store, batch: batch.id },
    {
      batches,
      flows,
      given,
      reserve: stores.has(campaign.districtCode) ? campaign.districtCode : null,
      onDay: input.day,
      baseDay: upTo,
    },
  );
  const found = counted - expected;
  if (found !== 0 && input.reason === null) {
    throw new AppError("reasonNeeded", `${String(found)} doses differ`, "reason");
  }
  const size = batch.dosesPerVial;
  return {
    id,
    batch: batch.id,
    kind: input.kind,
    from: found < 0 ? store : null,
    to: found < 0 ? null : store,
    vials: size === null || found % size !== 0 ? null : Math.abs(found) / size,
    doses: Math.abs(found),
    counted,
    day: input.day,
    document: input.document,
    reason: input.reason,
    corrects: null,
  };
}

/** The same doses the other way, with the reason why. */
async function writeBack(
  tx: Transaction,
  { grant, writer, id, batch, input }: Wish,
): Promise<void> {
  const { campaign } = writer;
  const wrong = await readMove(grant, campaign, input.corrects ?? "", tx);
  if (wrong?.batch !== batch.id || wrong.corrects !== null || wrong.doses === 0) {
    throw new AppError("notFound", `move ${input.corrects ?? ""}`);
  }
  if (wrong.correctedBy !== null) throw new AppError("stockCorrected", wrong.id);
  await requireTheirs(tx, grant, campaign, {
    ...input,
    kind: wrong.kind,
    from: wrong.kind === "count" ? null : wrong.from,
    to: wrong.kind === "count" ? (wrong.to ?? wrong.from) : wrong.to,
  });
  await writeMove(tx, writer, {
    id,
    batch: batch.id,
    kind: wrong.kind,
    from: wrong.to,
    to: wrong.from,
    vials: wrong.vials,
    doses: wrong.doses,
    counted: null,
    day: input.day,
    document: input.document,
    reason: input.reason,
    corrects: wrong.id,
  });
}
