import "server-only";

import { z } from "zod";

import type { Grant } from "@/lib/account/auth/grant";
import { isWithin } from "@/lib/base/region/code";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import type { Campaign } from "@/lib/campaign/campaign";
import { readRows } from "@/lib/server/db/read";

const storeUsed = z.object({
  store: z.string(),
  /** Doses that came into it and did not go back or on. */
  came: z.int(),
  /** Doses that reports say were given out of it. */
  used: z.int(),
});

export type StoreUsed = z.infer<typeof storeUsed>;

/**
 * What came into each store of a campaign and what was given there, of interventions that a batch is for. What
 * units give is out of their office's store where it has one, else out of that of their kecamatan.
 *
 * @returns of the whole kabupaten for whoever reads that; of one kecamatan alone for its camat; else nothing.
 */
export async function readStoresUsed(
  { region }: Grant<"coverage:read">,
  { districtCode, id }: Campaign,
  today: CalendarDay,
): Promise<StoreUsed[]> {
  const isAll = region !== null && isWithin(districtCode, region);
  if (!isAll && region === null) return [];
  return readRows(storeUsed)`
    WITH came AS (
      SELECT held.store, sum(held.received + held.moved - held.returned)::int AS came
      FROM stock_day AS held
      WHERE held.district_code = ${districtCode} AND held.campaign_id = ${id}::uuid
        AND held.day <= ${today}::date
      GROUP BY held.store
    ), given AS (
      SELECT coalesce(came.store, unit.subdistrict_code) AS store,
             sum(total.residents + total.non_residents)::int AS used
      FROM reporting_unit AS unit
      JOIN place_total AS total
        ON total.district_code = unit.district_code AND total.campaign_id = unit.campaign_id
       AND total.place_kind = 'unit' AND total.place_code = unit.code
      LEFT JOIN came ON came.store = 'kantor/' || unit.office_code
      WHERE unit.district_code = ${districtCode} AND unit.campaign_id = ${id}::uuid
        AND total.intervention_code IN (
          SELECT unnest(batch.interventions) FROM stock_batch AS batch
          WHERE batch.district_code = ${districtCode} AND batch.campaign_id = ${id}::uuid)
      GROUP BY 1
    )
    SELECT coalesce(came.store, given.store) AS store, coalesce(came.came, 0) AS came,
           coalesce(given.used, 0) AS used
    FROM came FULL JOIN given ON given.store = came.store
    WHERE ${isAll} OR coalesce(came.store, given.store) = ${region ?? ""}
  `;
}
