import "server-only";

import { z } from "zod";

import { readRows } from "@/lib/server/db/read";
import type { Grant } from "@/lib/account/auth/grant";
import { isWithin } from "@/lib/base/region/code";
import type { Campaign } from "@/lib/campaign/campaign";

import type { UnitSetWithUnits } from "@/lib/campaign/unit-set/lines";

const members = z.object({ kind: z.string(), code: z.string(), units: z.array(z.string()) });

/** A campaign's unit sets with the codes of their units, for who sets it up. */
export async function listUnitSets(
  grant: Grant<"campaign:manage">,
  campaign: Campaign,
): Promise<UnitSetWithUnits[]> {
  if (!isWithin(campaign.districtCode, grant.region)) return [];
  const rows = await readRows(members)`
    SELECT kind, set_code AS code, array_agg(unit_code ORDER BY unit_code) AS units
    FROM unit_set_member
    WHERE district_code = ${campaign.districtCode} AND campaign_id = ${campaign.id}::uuid
    GROUP BY kind, set_code
  `;
  const unitsOf = new Map(rows.map(({ kind, code, units }) => [`${kind} ${code}`, units]));
  return campaign.unitSets.map((set) => ({
    ...set,
    units: unitsOf.get(`${set.kind} ${set.code}`) ?? [],
  }));
}
