import "server-only";

import { z } from "zod";

import { readRows } from "@/lib/server/db/read";
import type { Grant } from "@/lib/account/auth/grant";
import type { Campaign } from "@/lib/campaign/campaign";

import type { TableKind } from "@/lib/campaign/table-reading/head-words";
import { columnMapping, type ConfirmedMappings } from "./mapping";

const confirmed = columnMapping.extend({ by: z.string().nullable(), at: z.date() });

/**
 * Mappings of columns that were confirmed in the campaign, of whoever loads such tables: what a head
 * means does not hang on who reads it.
 */
export async function listMappings(
  _grant: Grant<"tally:submit"> | Grant<"target:import">,
  campaign: Campaign,
  kind: TableKind,
): Promise<ConfirmedMappings> {
  const rows = await readRows(confirmed)`
    SELECT mapping.heads, mapping.columns, person.display_name AS by, mapping.confirmed_at AS at
    FROM column_mapping AS mapping
    LEFT JOIN app_user AS person ON person.id = mapping.confirmed_by
    WHERE mapping.district_code = ${campaign.districtCode}
      AND mapping.campaign_id = ${campaign.id}::uuid
      AND mapping.kind = ${kind}
    ORDER BY mapping.confirmed_at DESC
    LIMIT 500
  `;
  return new Map(
    rows.map(({ heads, columns, by, at }) => [heads, { columns: new Map(columns), by, at }]),
  );
}
