import "server-only";

import { z } from "zod";

import { readRows } from "@/lib/server/db/read";
import type { Grant } from "@/lib/account/auth/grant";
import type { Campaign } from "@/lib/campaign/campaign";
import { undoableSince } from "@/lib/base/limits";

import type { RemovedTotal, StatedTotal } from "@/lib/monitor/quality/total-rules";

const row = z.object({
  id: z.string(),
  placeCode: z.string(),
  placeName: z.string(),
  intervention: z.string(),
  day: z.iso.date(),
  isCumulative: z.boolean(),
  doses: z.int(),
  source: z.string(),
  createdBy: z.string().nullable(),
  createdAt: z.date(),
  parts: z.array(z.object({ targetGroup: z.string(), doses: z.number() })),
});

type StandingTotal = StatedTotal & {
  readonly createdBy: string | null;
  readonly createdAt: Date;
};

const removedRow = z.object({
  id: z.string(),
  placeName: z.string(),
  intervention: z.string(),
  doses: z.int(),
  day: z.iso.date(),
});

/** Those that were taken away in the last day, the latest first. */
export async function readRemovedTotals(
  _grant: Grant<"quality:review">,
  campaign: Campaign,
  at: Date,
): Promise<RemovedTotal[]> {
  return readRows(removedRow)`
    SELECT stated.id::text AS id, region.name AS "placeName", intervention_code AS intervention,
           doses, day::text AS day
    FROM stated_total AS stated
    JOIN region ON region.code = stated.place_code
    WHERE district_code = ${campaign.districtCode} AND campaign_id = ${campaign.id}::uuid
      AND removed_at > ${undoableSince(at)}
    ORDER BY removed_at DESC
  `;
}

/**
 * Announced totals with the doses that reports give for the same place, intervention and days, by
 * group, the newest first. Residents and others alike: who announces a total counts what was given.
 */
export async function readStatedTotals(
  _grant: Grant<"quality:review">,
  campaign: Campaign,
): Promise<StandingTotal[]> {
  const rows = await readRows(row)`
    SELECT stated.id::text AS id, stated.place_code AS "placeCode", region.name AS "placeName",
           stated.intervention_code AS intervention, stated.day::text AS day,
           is_cumulative AS "isCumulative", stated.doses, stated.source,
           app_user.display_name AS "createdBy", stated.created_at AS "createdAt",
           (SELECT coalesce(jsonb_agg(jsonb_build_object(
                     'targetGroup', target_group.code, 'doses', (
                       SELECT coalesce(sum(residents + non_residents), 0)
                       FROM place_day_total AS total
                       WHERE total.district_code = stated.district_code
                         AND total.campaign_id = stated.campaign_id
                         AND total.place_kind = CASE stated.place_code
                           WHEN stated.district_code THEN 'district' ELSE 'subdistrict' END
                         AND total.place_code = stated.place_code
                         AND total.intervention_code = stated.intervention_code
                         AND total.target_group_code = target_group.code
                         AND total.round_number = coalesce(of_day.number, 1)
                         AND (total.day = stated.day
                           OR is_cumulative AND total.day < stated.day)))
                   ORDER BY target_group.position), '[]')
            FROM intervention_target_group AS given
            JOIN target_group
              ON target_group.district_code = given.district_code
             AND target_group.campaign_id = given.campaign_id
             AND target_group.code = given.target_group_code
            WHERE given.district_code = stated.district_code
              AND given.campaign_id = stated.campaign_id
              AND given.intervention_code = stated.intervention_code) AS parts
    FROM stated_total AS stated
    JOIN region ON region.code = stated.place_code
    LEFT JOIN app_user ON app_user.id = stated.created_by
    LEFT JOIN LATERAL (
      SELECT max(number) AS number FROM round
      WHERE round.district_code = stated.district_code
        AND round.campaign_id = stated.campaign_id AND round.starts_on <= stated.day
    ) AS of_day ON true
    WHERE stated.district_code = ${campaign.districtCode}
      AND stated.campaign_id = ${campaign.id}::uuid AND stated.removed_at IS NULL
    ORDER BY stated.day DESC, stated.created_at DESC, stated.id
  `;
  return rows.map(({ placeCode, placeName, ...total }) => ({
    ...total,
    place: placeCode === campaign.districtCode ? null : { code: placeCode, name: placeName },
  }));
}
