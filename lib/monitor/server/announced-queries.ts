import "server-only";

import { z } from "zod";

import type { Grant } from "@/lib/account/auth/grant";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import type { Campaign, Round } from "@/lib/campaign/campaign";
import { readRows } from "@/lib/server/db/read";
import type { Announced } from "@/lib/monitor/announced";
import { placeKindOf } from "@/lib/monitor/place";

const row = z.object({
  place: z.string(),
  intervention: z.string(),
  day: z.iso.date(),
  doses: z.int(),
  source: z.string(),
});

/**
 * The newest total of all doses since the round began that was announced for each place of the grant's
 * region and intervention, up to a day. A campaign of which nothing was announced is not asked.
 */
export async function announcedTotals(
  grant: Grant<"coverage:read">,
  campaign: Campaign,
  { round, on }: { readonly round: Round; readonly on: CalendarDay },
): Promise<Announced[]> {
  const { region } = grant;
  if (!campaign.hasAnnounced || region === null) return [];
  const whole = placeKindOf(region) === "district" ? campaign.districtCode : region;
  const rows = await readRows(row)`
    SELECT DISTINCT ON (place_code, intervention_code)
           place_code AS place, intervention_code AS intervention, day::text AS day, doses, source
    FROM stated_total
    WHERE district_code = ${campaign.districtCode} AND campaign_id = ${campaign.id}::uuid
      AND removed_at IS NULL AND is_cumulative
      AND day BETWEEN ${round.startsOn}::date AND ${on}::date
      AND (place_code = ${whole} OR place_code LIKE ${`${whole}.%`})
    ORDER BY place_code, intervention_code, day DESC, created_at DESC, id
  `;
  return rows.map((total) => ({ ...total, isWhole: total.place === whole }));
}
