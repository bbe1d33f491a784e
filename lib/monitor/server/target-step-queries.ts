import "server-only";

import { z } from "zod";

import { readRows } from "@/lib/server/db/read";
import type { Grant } from "@/lib/account/auth/grant";
import type { Campaign, Round, TargetSource } from "@/lib/campaign/campaign";
import { isWithin } from "@/lib/base/region/code";
import { withinRegion } from "@/lib/account/region/server/scope-queries";
import { Prisma } from "@/prisma/generated/client";

import { figureGroup } from "./figure-queries";
import type { TargetStep } from "@/lib/monitor/target-step";
import { liesIn } from "@/lib/campaign/unit-set/server/set-queries";

const step = z.object({
  intervention: z.string(),
  targetGroup: z.string().nullable(),
  day: z.iso.date(),
  before: z.int(),
  after: z.int(),
});

/**
 * When other target populations of a source came into force, oldest first: people of the cells that
 * changed on a day, before and after. A first number is no change, but for a unit that begins or ends on
 * the day: its people were or are nobody's of its own.
 */
export async function targetSteps(
  grant: Grant<"coverage:read">,
  campaign: Campaign,
  {
    round,
    source,
    within,
    intervention = null,
    targetGroup = null,
  }: {
    readonly round: Round;
    readonly source: TargetSource;
    readonly within?: string | undefined;
    /** Of this intervention alone; of all without one. */
    readonly intervention?: string | null | undefined;
    /** Of this group alone; of all without one. */
    readonly targetGroup?: string | null | undefined;
  },
): Promise<TargetStep[]> {
  const key = (table: string) => Prisma.sql`
      ${Prisma.raw(table)}.district_code = ${campaign.districtCode}
      AND ${Prisma.raw(table)}.campaign_id = ${campaign.id}::uuid`;
  const ofRound = (table: string) => Prisma.sql`${key(table)}
      AND ${Prisma.raw(table)}.source = ${source}
      AND ${Prisma.raw(table)}.round_number = ${round.number}`;
  const region =
    grant.region !== null && isWithin(campaign.districtCode, grant.region)
      ? campaign.districtCode
      : grant.region;
  const root = within ?? region;
  // Of a place that has a figure of its own, that is what changes, and not those of its units.
  const ofRoot = (table: string) => Prisma.sql`${Prisma.raw(table)}.place_code = ${root}
      AND ${Prisma.raw(table)}.place_kind <> 'unit' AND ${Prisma.raw(table)}.detail IS NOT NULL`;
  const isLookedAt = Prisma.sql`(place_kind = 'unit' OR place_code = ${root})
        AND (${intervention}::text IS NULL OR intervention_code = ${intervention})
        AND (${targetGroup}::text IS NULL OR target_group_code = ${targetGroup})`;
  return readRows(step)`
    WITH number AS (
      SELECT place_kind, place_code, intervention_code, target_group_code, from_day AS day,
             0 AS before, people AS after
      FROM place_target
      WHERE ${ofRound("place_target")} AND ${isLookedAt} AND from_day > '-infinity'
      UNION ALL
      SELECT place_kind, place_code, intervention_code, target_group_code, until_day, people, 0
      FROM place_target
      WHERE ${ofRound("place_target")} AND ${isLookedAt} AND until_day < 'infinity'
    ), change AS MATERIALIZED (
      -- A number that ends on the day on which another begins is what was before it.
      SELECT place_kind, place_code, intervention_code, target_group_code, day,
             sum(before) AS before, sum(after) AS after
      FROM number
      GROUP BY 1, 2, 3, 4, 5
      HAVING sum(before) <> sum(after)
    )
    SELECT change.intervention_code AS intervention, nullif(${figureGroup(campaign, {
      intervention: Prisma.sql`change.intervention_code`,
      targetGroup: Prisma.sql`change.target_group_code`,
    })}, '') AS "targetGroup", change.day::text AS day,
           sum(change.before)::float8 AS before, sum(change.after)::float8 AS after
    FROM change
    LEFT JOIN reporting_unit AS unit ON ${key("unit")} AND unit.code = change.place_code
     AND change.place_kind = 'unit'
    WHERE (change.place_code = ${root} AND change.place_kind <> 'unit' AND EXISTS (
            SELECT FROM place_target AS whole
            WHERE ${ofRound("whole")} AND ${ofRoot("whole")}
              AND whole.intervention_code = change.intervention_code
              AND whole.target_group_code = change.target_group_code)
        OR ${withinRegion(grant)} AND ${within === undefined ? Prisma.sql`true` : liesIn(within)}
          AND NOT EXISTS (
            SELECT FROM place_target AS whole
            WHERE ${ofRound("whole")} AND ${ofRoot("whole")}
              AND whole.intervention_code = change.intervention_code
              AND whole.target_group_code = change.target_group_code))
    GROUP BY 1, 2, 3
    HAVING sum(change.before) <> sum(change.after)
    ORDER BY 3, 1, 2
  `;
}
