import "server-only";

import type { Transaction } from "@/lib/db/client";

import type { Campaign } from "./campaign";

/**
 * The first statement of every transaction that writes to a campaign: writers queue here, so that
 * they never wait for each other in a circle, and what they read next stays true until they end.
 * Readers do not wait.
 */
export async function lockCampaign(
  tx: Transaction,
  { districtCode, id }: Pick<Campaign, "districtCode" | "id">,
): Promise<void> {
  await tx.$executeRaw`
    SELECT FROM campaign
    WHERE district_code = ${districtCode} AND id = ${id}::uuid
    FOR NO KEY UPDATE`;
}
