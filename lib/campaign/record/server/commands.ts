import "server-only";

import { isDeepStrictEqual } from "node:util";

import type { Grant } from "@/lib/account/auth/grant";
import type { Permission } from "@/lib/account/auth/policy";
import { recordAudit } from "@/lib/account/audit/server/record";
import { AppError } from "@/lib/base/errors";
import type { Campaign } from "@/lib/campaign/campaign";
import type { RecordKind, RecordSent, RecordStored } from "@/lib/campaign/record/record";
import { nothingStored, writeCampaign } from "@/lib/campaign/server/lock-commands";
import type { Transaction } from "@/lib/server/db/client";

/** Which record: its id is unique in its register. */
export type RecordKey = {
  readonly campaign: Pick<Campaign, "districtCode" | "id">;
  readonly kind: RecordKind;
  readonly id: string;
};

/**
 * Stores one version of a record: the campaign's lock, what was sent before, the version that it changes,
 * the register's own rows, its history and the trail, all in one transaction.
 *
 * @param input what was sent, as its schema read it: kept whole as this version's history.
 * @param about codes for the trail's subject: a unit, a day.
 * @param work writes the register's own rows; what it throws takes everything back.
 * @throws {AppError} `recordChanged` when the record is not at the version that was changed; `conflict`
 * where something else was sent under that id; `campaignArchived`; what `work` throws.
 */
export async function storeRecord<Input extends RecordSent & object>(
  grant: Grant<Permission>,
  key: RecordKey,
  input: Input,
  about: string,
  work: (tx: Transaction, version: number) => Promise<void>,
): Promise<RecordStored> {
  return writeCampaign<RecordStored>(key.campaign, async (tx) => {
    const stored = await storeVersion(tx, grant, { key, input, about, work });
    return stored.replayed ? nothingStored(stored) : stored;
  });
}

/** One of several records that are stored together: what `storeRecord` takes. */
export type RecordEntry = {
  readonly key: RecordKey;
  readonly input: RecordSent & object;
  readonly about: string;
  readonly work: (tx: Transaction, version: number) => Promise<void>;
};

/**
 * Stores a version of several records of a campaign as `storeRecord` does of one: all of them, or none.
 *
 * @throws {AppError} as `storeRecord`.
 */
export async function storeRecords(
  grant: Grant<Permission>,
  campaign: RecordKey["campaign"],
  entries: readonly RecordEntry[],
): Promise<readonly RecordStored[]> {
  return writeCampaign<readonly RecordStored[]>(campaign, async (tx) => {
    const stored: RecordStored[] = [];
    for (const entry of entries) stored.push(await storeVersion(tx, grant, entry));
    return stored.every(({ replayed }) => replayed) ? nothingStored(stored) : stored;
  });
}

async function storeVersion(
  tx: Transaction,
  grant: Grant<Permission>,
  { key, input, about, work }: RecordEntry,
): Promise<RecordStored> {
  const { campaign, kind, id } = key;
  const { districtCode, id: campaignId } = campaign;
  const { sent, version: base, ...said } = input;
  // As it will be read again: JSON knows no undefined and no dates.
  const body: unknown = JSON.parse(JSON.stringify(said));
  const before = await tx.recordVersion.findUnique({
    where: { districtCode_sentId: { districtCode, sentId: sent } },
  });
  if (before) {
    const isSame =
      before.kind === kind &&
      before.recordId === id &&
      before.actorId === grant.actor.id &&
      isDeepStrictEqual(before.body, body);
    if (!isSame) throw new AppError("conflict", `${kind} ${sent}`, "sent");
    return { id, version: before.version, replayed: true };
  }
  const standing = await tx.recordVersion.findFirst({
    where: { districtCode, kind, recordId: id },
    orderBy: { version: "desc" },
  });
  const isOthers = standing !== null && standing.campaignId !== campaignId;
  if (isOthers) throw new AppError("conflict", `${kind} ${id} of another campaign`, "id");
  if ((standing?.version ?? 0) !== base) throw new AppError("recordChanged", `${kind} ${id}`);
  const version = base + 1;
  await work(tx, version);
  await tx.recordVersion.create({
    data: {
      districtCode,
      sentId: sent,
      campaignId,
      kind,
      recordId: id,
      version,
      body: body as object,
      actorId: grant.actor.id,
      actorName: grant.actor.displayName,
    },
  });
  await recordAudit(tx, [
    {
      actor: grant.actor,
      districtCode,
      campaignId,
      action: `${kind}.${base === 0 ? "added" : "changed"}`,
      subject: `${kind}/${id}/${about}`,
      before: standing?.body,
      after: body,
    },
  ]);
  return { id, version, replayed: false };
}
