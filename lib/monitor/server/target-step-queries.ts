import "server-only";

import { z } from "zod";

import { readRows } from "@/lib/server/db/read";
import type { Grant } from "@/lib/account/auth/grant";
import type { Campaign, Round, TargetSource } from "@/lib/campaign/campaign";
import { withinRegion } from "@/lib/account/region/server/scope-queries";
import { Prisma } from "@/prisma/generated/client";

import type { TargetStep } from "@/lib/monitor/target-step";

const step = z.object({
  intervention: z.string(),
  day: z.iso.date(),
  before: z.int(),
  after: z.int(),
});

/**
 * When target populations of a source changed, by the dates of their sets, oldest first. A first number
 * is no change. Figures know only the numbers of now, so whatever shows a day before a step says so.
 *
 * Of a source that was loaded once, which is nearly every one, no number is read.
 */
export async function targetSteps(
  grant: Grant<"coverage:read">,
  campaign: Campaign,
  {
    round,
    source,
    within,
  }: { readonly round: Round; readonly source: TargetSource; readonly within?: string | undefined },
): Promise<TargetStep[]> {
  const key = (table: string) => Prisma.sql`
      ${Prisma.raw(table)}.district_code = ${campaign.districtCode}
      AND ${Prisma.raw(table)}.campaign_id = ${campaign.id}::uuid`;
  return readRows(step)`
    SELECT intervention, day::text AS day, sum(before)::float8 AS before, sum(people)::float8 AS after
    FROM (
      SELECT cell.intervention_code AS intervention, loaded.as_of AS day, cell.people,
             lag(cell.people) OVER (
               PARTITION BY cell.unit_code, cell.intervention_code, cell.target_group_code
               ORDER BY loaded.id) AS before
      FROM target_set AS loaded
      JOIN target_population AS cell ON ${key("cell")} AND cell.target_set_id = loaded.id
      JOIN reporting_unit AS unit ON ${key("unit")} AND unit.code = cell.unit_code
      WHERE ${key("loaded")} AND loaded.source = ${source}
        AND cell.round_number IN (0, ${round.number})
        AND ${withinRegion(grant)}
        AND ${
          within === undefined
            ? Prisma.sql`true`
            : Prisma.sql`${within} IN (unit.subdistrict_code, unit.region_code, unit.code)`
        }
        AND (SELECT count(*) FROM target_set AS each
             WHERE ${key("each")} AND each.source = ${source}) > 1
    ) AS number
    WHERE before <> people
    GROUP BY 1, 2
    ORDER BY 2, 1
  `;
}
