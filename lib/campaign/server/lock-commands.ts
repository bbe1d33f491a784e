import "server-only";

import { db, type Transaction } from "@/lib/server/db/client";

import type { Campaign } from "@/lib/campaign/campaign";

/**
 * Does the work in one transaction that has the campaign to itself among its writers: they queue
 * here, so that they never wait for each other in a circle, and what they read next stays true until
 * they end. Readers do not wait.
 */
export async function inLockedCampaign<Result>(
  { districtCode, id }: Pick<Campaign, "districtCode" | "id">,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  return db().$transaction(async (tx) => {
    await tx.$executeRaw`
      SELECT FROM campaign
      WHERE district_code = ${districtCode} AND id = ${id}::uuid
      FOR NO KEY UPDATE`;
    return work(tx);
  });
}
