import "server-only";

import type { Grant } from "@/lib/account/auth/grant";
import type { Permission } from "@/lib/account/auth/policy";
import type { RegionCode } from "@/lib/base/region/code";
import type { RecordKind } from "@/lib/campaign/record/record";
import { db } from "@/lib/server/db/client";

import type { RecordKey } from "./commands";

/** One stored version of a record. */
type RecordVersion = {
  readonly version: number;
  readonly at: Date;
  readonly actorName: string;
  /** As it was sent. */
  readonly body: unknown;
};

/** What a record's history lists at most. */
const maxVersions = 50;

/**
 * The versions of a record, the newest first. Whether the record is the reader's is asked by who reads
 * the record itself.
 */
export async function readRecordHistory(
  _grant: Grant<Permission>,
  { campaign, kind, id }: RecordKey,
): Promise<readonly RecordVersion[]> {
  return db().recordVersion.findMany({
    where: { districtCode: campaign.districtCode, campaignId: campaign.id, kind, recordId: id },
    orderBy: { version: "desc" },
    take: maxVersions,
    select: { version: true, at: true, actorName: true, body: true },
  });
}

/**
 * The versions of all records of some registers, the newest first. Which of them the reader may see is asked
 * by who reads the records.
 */
export async function readRegisterHistory(
  _grant: Grant<Permission>,
  { campaign, kinds }: Pick<RecordKey, "campaign"> & { readonly kinds: readonly RecordKind[] },
): Promise<readonly (RecordVersion & { readonly kind: string; readonly id: string })[]> {
  const found = await db().recordVersion.findMany({
    where: {
      districtCode: campaign.districtCode,
      campaignId: campaign.id,
      kind: { in: [...kinds] },
    },
    orderBy: [{ at: "desc" }, { sentId: "desc" }],
    take: maxVersions,
    select: { kind: true, recordId: true, version: true, at: true, actorName: true, body: true },
  });
  return found.map(({ recordId: id, ...version }) => ({ id, ...version }));
}

/**
 * What somebody sent under an id, as it is stored, for their device to compare; null: nothing, or another
 * person did.
 */
export async function readSentRecord(
  grant: Grant<Permission>,
  district: RegionCode,
  sent: string,
): Promise<{ readonly body: unknown } | null> {
  return db().recordVersion.findUnique({
    where: {
      districtCode_sentId: { districtCode: district, sentId: sent },
      actorId: grant.actor.id,
    },
    select: { body: true },
  });
}
