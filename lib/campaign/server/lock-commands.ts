import "server-only";

import { z } from "zod";

import { AppError } from "@/lib/base/errors";
import type { Campaign } from "@/lib/campaign/campaign";
import { db, type Transaction } from "@/lib/server/db/client";
import { readRows } from "@/lib/server/db/read";

/** What may be done with a campaign that is put away: read alone, unless this says more. */
type ArchiveTerms = {
  /** It is put back or deleted, or its work judges by itself what a campaign in the archive takes. */
  readonly mayBeArchived?: boolean;
};

/**
 * Does work that stores something of a campaign, and raises its version, on which ETags and kept
 * answers hang: the one door to a campaign's tables. Reports have functions of their own in
 * `prisma/sql`, which raise it themselves.
 *
 * @param work what it returns; within {@link nothingStored} where it came to store nothing.
 * @throws {AppError} `campaignArchived` for a campaign that is put away, unless it may be.
 */
export async function writeCampaign<Result>(
  campaign: Pick<Campaign, "districtCode" | "id">,
  work: (tx: Transaction) => Promise<Result | NothingStored<Result>>,
  terms: ArchiveTerms = {},
): Promise<Result> {
  return inLockedCampaign(
    campaign,
    async (tx) => {
      const result = await work(tx);
      if (result instanceof NothingStored) return result.result;
      await tx.$executeRaw`
        SELECT raise_campaign_version(${campaign.districtCode}, ${campaign.id}::uuid)`;
      return result;
    },
    terms,
  );
}

class NothingStored<Result> {
  constructor(readonly result: Result) {}
}

/** The result of work that stored nothing: the version stays, and so do the answers that are kept. */
export function nothingStored<Result>(result: Result): NothingStored<Result> {
  return new NothingStored(result);
}

/**
 * Does work as `writeCampaign` does, and takes all of it back: what it returns was true of a campaign
 * that never was. Nothing is stored, and the version stays.
 */
export async function tryInCampaign<Result>(
  campaign: Pick<Campaign, "districtCode" | "id">,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  const results: Result[] = [];
  try {
    await inLockedCampaign(campaign, async (tx) => {
      results.push(await work(tx));
      throw new TakenBack();
    });
  } catch (error) {
    if (!(error instanceof TakenBack)) throw error;
  }
  return results[0] as Result;
}

class TakenBack extends Error {}

const lockedCampaign = z.object({ isArchived: z.boolean() });

/** What a campaign is now, whatever it was when it was read. */
type LockedCampaign = z.infer<typeof lockedCampaign>;

/**
 * Does the work in one transaction that has the campaign to itself among its writers: they queue
 * here, so that they never wait for each other in a circle, and what they read next stays true until
 * they end. Readers do not wait. The version stays: see {@link writeCampaign}.
 *
 * @throws {AppError} `campaignArchived` for a campaign that is put away, unless it may be: whoever writes
 * comes through here, so that no command asks by itself.
 */
export async function inLockedCampaign<Result>(
  { districtCode, id }: Pick<Campaign, "districtCode" | "id">,
  work: (tx: Transaction, locked: LockedCampaign) => Promise<Result>,
  { mayBeArchived = false }: ArchiveTerms = {},
): Promise<Result> {
  return db().$transaction(async (tx) => {
    const [locked] = await readRows(lockedCampaign, tx)`
      SELECT archived_at IS NOT NULL AS "isArchived" FROM campaign
      WHERE district_code = ${districtCode} AND id = ${id}::uuid
      FOR NO KEY UPDATE`;
    const { isArchived } = locked ?? { isArchived: false };
    if (isArchived && !mayBeArchived) throw new AppError("campaignArchived", id);
    return work(tx, { isArchived });
  });
}
