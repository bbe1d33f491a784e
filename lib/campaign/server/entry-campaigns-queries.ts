import "server-only";

import { z } from "zod";

import { readRows } from "@/lib/server/db/read";
import type { Actor } from "@/lib/account/auth/policy";
import { Prisma } from "@/prisma/generated/client";

import type { CampaignWork } from "@/lib/campaign/entry-campaigns";

const work = z.object({
  slug: z.string(),
  name: z.string(),
  units: z.int(),
  isToday: z.boolean(),
  missing: z.int(),
});

/**
 * The campaigns that have reporting units in the actor's region or office, latest start first. One statement.
 *
 * @param actor of a kabupaten or a part of one.
 */
export async function campaignsWithUnits(
  { homeRegion, office }: Pick<Actor, "homeRegion" | "office">,
  at: Date,
): Promise<readonly CampaignWork[]> {
  const district = homeRegion.slice(0, 5);
  const moment = Prisma.sql`${at.toISOString()}::timestamptz`;
  return readRows(work)`
    WITH own AS (
      SELECT campaign.district_code, campaign.id, campaign.slug, campaign.name, campaign.starts_on,
             round.number AS round, today.day
      FROM campaign
      CROSS JOIN LATERAL (
        SELECT (${moment} AT TIME ZONE campaign.time_zone)::date AS day
      ) AS today
      LEFT JOIN round
        ON round.district_code = campaign.district_code AND round.campaign_id = campaign.id
       AND today.day BETWEEN round.starts_on AND coalesce(round.sweeping_ends_on, round.ends_on)
      WHERE campaign.district_code = ${district} AND campaign.archived_at IS NULL
    ), missing AS (
      SELECT own.id, owed.place_code
      FROM own
      CROSS JOIN LATERAL
        reports_due(own.district_code, own.id, own.round::int, 'unit', own.day, own.day) AS owed
      WHERE own.round IS NOT NULL
        AND NOT EXISTS (
          SELECT FROM daily_report AS report
          WHERE report.district_code = own.district_code AND report.campaign_id = own.id
            AND report.round_number = own.round AND report.unit_code = owed.place_code
            AND report.day = own.day)
    )
    SELECT own.slug,
           own.name,
           count(*)::int                 AS units,
           bool_or(own.round IS NOT NULL AND (
             NOT EXISTS (
               SELECT FROM round_unit AS held
               WHERE held.district_code = own.district_code AND held.campaign_id = own.id
                 AND held.round_number = own.round)
             OR EXISTS (
               SELECT FROM round_unit AS held
               WHERE held.district_code = own.district_code AND held.campaign_id = own.id
                 AND held.round_number = own.round AND held.unit_code = unit.code)
           ))                            AS "isToday",
           count(missing.place_code)::int AS missing
    FROM own
    JOIN reporting_unit AS unit
      ON unit.district_code = own.district_code AND unit.campaign_id = own.id
    LEFT JOIN missing ON missing.id = own.id AND missing.place_code = unit.code
    WHERE ${
      office === null
        ? Prisma.sql`unit.region_code = ${homeRegion} OR unit.region_code LIKE ${`${homeRegion}.%`}`
        : Prisma.sql`unit.office_code = ${office.code}`
    }
    GROUP BY own.slug, own.name, own.starts_on
    ORDER BY own.starts_on DESC, own.name
  `;
}
