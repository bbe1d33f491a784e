import "server-only";

import { z } from "zod";

import { readRows } from "@/lib/server/db/read";
import type { Grant } from "@/lib/account/auth/grant";
import { targetSources, type Campaign, type Round } from "@/lib/campaign/campaign";
import { columnKeySql } from "@/lib/campaign/server/column-key-queries";
import {
  decidingSetFirst,
  hasOwnFigures,
  inForceOn,
} from "@/lib/campaign/target-population/server/in-force-queries";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import { Prisma } from "@/prisma/generated/client";

import { kindOf, placeKindOf } from "@/lib/monitor/place";
import { figureGroup } from "@/lib/monitor/server/figure-queries";
import { placeRows } from "@/lib/monitor/server/place-row-queries";
import type { SourceTotal } from "@/lib/monitor/summary/facts";

const sourceRow = z.object({
  source: z.enum(targetSources),
  asOf: z.iso.date(),
  decree: z.string().nullable(),
  people: z.record(z.string(), z.int()),
  hasOwn: z.boolean(),
});

/** The import of each source that decides on a day, with its people of each figure in the whole region. */
export async function sourceTotals(
  grant: Grant<"coverage:read">,
  campaign: Campaign,
  { round, on }: { readonly round: Round; readonly on: CalendarDay },
): Promise<(SourceTotal & { readonly hasOwn: boolean })[]> {
  const by = placeKindOf(grant.region);
  const campaignKey = Prisma.sql`district_code = ${campaign.districtCode}
      AND campaign_id = ${campaign.id}::uuid`;
  const rows = await readRows(sourceRow)`
    WITH place AS MATERIALIZED (${placeRows(grant, campaign, { by, round }, on)}),
    counted AS (
      SELECT source, sum(people)::float8 AS people,
             CASE ${figureGroup(campaign)} WHEN '' THEN intervention_code
                                           ELSE ${columnKeySql} END AS figure
      FROM place_target
      WHERE ${campaignKey} AND source = ANY (${[...targetSources]})
        AND round_number = ${round.number} AND place_kind = ${kindOf(by)}
        AND place_code = ANY (ARRAY(SELECT place FROM place)) AND ${inForceOn(campaign, on)}
      GROUP BY source, figure
    ), deciding AS (
      SELECT DISTINCT ON (source) source, as_of, decree
      FROM target_set WHERE ${campaignKey}
      ORDER BY source, ${decidingSetFirst(on)}
    )
    SELECT source,
           as_of::text AS "asOf",
           decree,
           coalesce(
             (SELECT jsonb_object_agg(figure, people)
              FROM counted WHERE counted.source = deciding.source), '{}') AS people,
           ${hasOwnFigures(campaign, { round, source: campaign.decidingTargetSource, on })} AS "hasOwn"
    FROM deciding
    ORDER BY source
  `;
  return rows.map((row) => ({ ...row, people: new Map(Object.entries(row.people)) }));
}
