import "server-only";

import { z } from "zod";

import { readRows } from "@/lib/server/db/read";
import type { Actor } from "@/lib/account/auth/policy";

import type { CampaignWork } from "@/lib/campaign/entry-campaigns";

const work = z.object({
  slug: z.string(),
  name: z.string(),
  units: z.int(),
  isToday: z.boolean(),
  missing: z.int(),
});

/**
 * The campaigns that have reporting units in the actor's region, latest start first. One statement.
 *
 * @param actor of a kabupaten or a part of one.
 */
export async function campaignsWithUnits(
  { homeRegion }: Pick<Actor, "homeRegion">,
  at: Date,
): Promise<readonly CampaignWork[]> {
  const district = homeRegion.slice(0, 5);
  return readRows(work)`
    SELECT campaign.slug,
           campaign.name,
           count(*)::int                                     AS units,
           count(round.number) > 0                           AS "isToday",
           (count(round.number) - count(report.day))::int    AS missing
    FROM campaign
    JOIN reporting_unit AS unit
      ON unit.district_code = campaign.district_code AND unit.campaign_id = campaign.id
    LEFT JOIN round
      ON round.district_code = campaign.district_code AND round.campaign_id = campaign.id
     AND (${at.toISOString()}::timestamptz AT TIME ZONE campaign.time_zone)::date
         BETWEEN round.starts_on AND coalesce(round.sweeping_ends_on, round.ends_on)
     AND (NOT EXISTS (
            SELECT FROM round_unit AS held
            WHERE held.district_code = round.district_code
              AND held.campaign_id = round.campaign_id AND held.round_number = round.number)
          OR EXISTS (
            SELECT FROM round_unit AS own
            WHERE own.district_code = round.district_code
              AND own.campaign_id = round.campaign_id AND own.round_number = round.number
              AND own.unit_code = unit.code))
    LEFT JOIN daily_report AS report
      ON report.district_code = unit.district_code AND report.campaign_id = unit.campaign_id
     AND report.round_number = round.number AND report.unit_code = unit.code
     AND report.day = (${at.toISOString()}::timestamptz AT TIME ZONE campaign.time_zone)::date
    WHERE campaign.district_code = ${district} AND campaign.archived_at IS NULL
      AND (unit.region_code = ${homeRegion} OR unit.region_code LIKE ${`${homeRegion}.%`})
    GROUP BY campaign.slug, campaign.name, campaign.starts_on
    ORDER BY campaign.starts_on DESC, campaign.name
  `;
}
