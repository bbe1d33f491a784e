import "server-only";

import { z } from "zod";

import type { Grant } from "@/lib/account/auth/grant";
import type { Campaign } from "@/lib/campaign/campaign";
import { readRows } from "@/lib/server/db/read";

const issued = z.object({ code: z.string(), doses: z.int() });

/**
 * Doses of each batch with a number that went out to kecamatan and offices, less what came back from there
 * or was thrown away: of it some may lie unused. In a kecamatan those of its own store; whoever has one
 * unit is told none, because no store is theirs alone.
 */
export async function readIssued(
  { region }: Grant<"safety:report">,
  { districtCode, id }: Campaign,
): Promise<z.infer<typeof issued>[]> {
  if (region === null || region.length > "62.03.01".length) return [];
  const store = region.length > "62.03".length ? region : null;
  return readRows(issued)`
    SELECT batch.code, sum(day.received + day.moved - day.returned - day.discarded + day.adjusted)::int
             AS doses
    FROM stock_batch AS batch
    JOIN stock_day AS day ON day.district_code = batch.district_code AND day.batch_id = batch.id
    WHERE batch.district_code = ${districtCode} AND batch.campaign_id = ${id}::uuid
      AND batch.code IS NOT NULL AND day.store <> ${districtCode}
      AND (${store}::text IS NULL OR day.store = ${store}::text)
    GROUP BY batch.code
    HAVING sum(day.received + day.moved - day.returned - day.discarded + day.adjusted) > 0`;
}
