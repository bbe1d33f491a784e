import "server-only";

import { z } from "zod";

import type { Campaign } from "@/lib/campaign/campaign";
import type { Transaction } from "@/lib/server/db/client";
import { readRows } from "@/lib/server/db/read";

const putAwayRow = z.object({ isArchived: z.boolean() });

/** Whether a campaign that is locked stands in the archive now, whatever it did when it was read. */
export async function isPutAway(
  tx: Transaction,
  { districtCode, id }: Pick<Campaign, "districtCode" | "id">,
): Promise<boolean> {
  const [row] = await readRows(putAwayRow, tx)`
    SELECT archived_at IS NOT NULL AS "isArchived" FROM campaign
    WHERE district_code = ${districtCode} AND id = ${id}::uuid`;
  return row?.isArchived ?? false;
}
