import "server-only";

import type { Grant } from "@/lib/account/auth/grant";
import { AppError } from "@/lib/base/errors";
import { limits } from "@/lib/base/limits";
import { isWithin } from "@/lib/base/region/code";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import { now } from "@/lib/base/time/clock";
import { localDay } from "@/lib/base/time/time-zone";
import type { Campaign } from "@/lib/campaign/campaign";
import type { RecordStored } from "@/lib/campaign/record/record";
import { storeRecord } from "@/lib/campaign/record/server/commands";
import { dateColumn } from "@/lib/server/db/calendar-column";
import type { Transaction } from "@/lib/server/db/client";
import type { BatchInput } from "@/lib/stock/schema";
import { storeKey } from "@/lib/stock/store";

import { amountOf, writeMove } from "./move-commands";

/**
 * Stores a batch, or the next version of one; of a new one also the receipt that it came with.
 *
 * @throws {AppError} as `storeRecord`; `unknownIntervention`; `stockDayAhead` for a receipt of a day to come;
 * `inUse` where doses per vial would change under what is written down; `stockTooManyBatches`.
 */
export async function storeBatch(
  grant: Grant<"stock:manage">,
  campaign: Campaign,
  id: string,
  input: BatchInput,
): Promise<RecordStored> {
  if (!isWithin(campaign.districtCode, grant.region)) throw new AppError("notFound", campaign.slug);
  const known = new Set(campaign.interventions.map(({ code }) => code));
  if (!input.interventions.every((code) => known.has(code))) {
    throw new AppError("unknownIntervention", input.interventions.join(" "), "interventions");
  }
  const key = { campaign, kind: "batch", id } as const;
  return storeRecord(grant, key, input, input.code ?? "-", async (tx, version) => {
    await writeBatch(tx, campaign, { id, version, input });
    const { vials, doses, day } = input;
    if ((vials ?? doses ?? 0) === 0 || day === null) return;
    await writeMove(
      tx,
      { actorName: grant.actor.displayName, campaign, today: todayIn(campaign) },
      {
        id: input.sent,
        batch: id,
        kind: "receipt",
        from: null,
        to: storeKey({ kind: "district" }, campaign.districtCode),
        ...amountOf(input, { vials, doses }),
        counted: null,
        day,
        document: input.document,
        reason: null,
        corrects: null,
      },
    );
  });
}

async function writeBatch(
  tx: Transaction,
  { districtCode, id: campaignId }: Campaign,
  {
    id,
    version,
    input,
  }: { readonly id: string; readonly version: number; readonly input: BatchInput },
): Promise<void> {
  const where = { districtCode_id: { districtCode, id } };
  const { code, product, dosesPerVial, expiresOn, interventions } = input;
  const said = {
    code,
    product,
    dosesPerVial,
    expiresOn: expiresOn && dateColumn(expiresOn),
    interventions: [...new Set(interventions)],
    version,
  };
  if (version === 1) {
    const others = await tx.stockBatch.count({ where: { districtCode, campaignId } });
    if (others >= limits.stockBatches) throw new AppError("stockTooManyBatches", campaignId);
    await tx.stockBatch.create({ data: { districtCode, id, campaignId, ...said } });
    return;
  }
  const standing = await tx.stockBatch.findUniqueOrThrow({ where });
  if (standing.dosesPerVial !== dosesPerVial) {
    const moves = await tx.stockMove.findFirst({ where: { districtCode, batchId: id } });
    if (moves) throw new AppError("inUse", `batch ${id} has moves`, "dosesPerVial");
  }
  await tx.stockBatch.update({ where, data: said });
}

/** The campaign's local day of now: nothing is written down before it happened. */
export function todayIn({ timeZone }: Campaign): CalendarDay {
  return localDay(now(), timeZone);
}
