import "server-only";

import { z } from "zod";

import { visitorRow, visitors, type Visitor } from "@/lib/account/auth/server/queries";
import type { SessionClaims } from "@/lib/account/auth/server/token";
import { parseCampaignAddress } from "@/lib/campaign/address";
import { pool } from "@/lib/server/db/pool";
import { readRows } from "@/lib/server/db/read";
import { regionCode } from "@/lib/base/region/code";
import { timeZones } from "@/lib/base/time/time-zone";

/** A session at the door: whose it says it is, and the address of the campaign that it asks for. */
export type Caller = SessionClaims & { readonly slug: string | null };

const campaignState = z.object({
  districtCode: regionCode,
  id: z.string(),
  slug: z.string(),
  version: z.string(),
  timeZone: z.enum(timeZones),
});

/** What of a campaign changes an answer: its version rises with every write. */
export type CampaignState = z.infer<typeof campaignState>;

/** The person, when they may still use their session, and the campaigns of that slug that are theirs. */
export type Pass = Visitor & { readonly campaigns: readonly CampaignState[] };

const passRow = visitorRow.extend({ place: z.int(), campaigns: z.array(campaignState) });

/**
 * Who the callers are, and the state of the campaigns that they ask for, in one small statement:
 * neither a disabled person nor an old version is ever answered from memory.
 *
 * @returns in the callers' order; null for a session that is over.
 */
export async function findPasses(callers: readonly Caller[], at: Date): Promise<(Pass | null)[]> {
  const rows = await readRows(passRow)`
    SELECT caller.place::int AS place,
           visitor.*,
           (SELECT coalesce(jsonb_agg(jsonb_build_object(
                     'districtCode', district_code, 'id', id, 'slug', campaign.slug,
                     'version', version::text, 'timeZone', time_zone)
                   ORDER BY district_code), '[]')
            FROM campaign
            WHERE campaign.slug = caller.slug
              AND (visitor."homeRegion" IN ('00', district_code)
                   OR visitor."homeRegion" LIKE district_code || '.%'
                   OR district_code LIKE visitor."homeRegion" || '.%')) AS campaigns
    FROM unnest(${callers.map(({ sessionId }) => sessionId)}::uuid[],
                ${callers.map(({ slug }) => slug && (parseCampaignAddress(slug)?.slug ?? null))}::text[])
      WITH ORDINALITY AS caller (session_id, slug, place)
    JOIN ${visitors(at)} ON visitor."sessionId" = caller.session_id
  `;
  const passes = new Map(rows.map(({ place, ...pass }): [number, Pass] => [place, pass]));
  return callers.map((_, index) => passes.get(index + 1) ?? null);
}

/** @throws when the database does not answer within about 4 s. */
export async function assertDatabaseAnswers(): Promise<void> {
  const probe = { text: "SELECT 1", query_timeout: 1_000 };
  await pool().query(probe);
}
