import "server-only";

import { z } from "zod";

import { readRows } from "@/lib/server/db/read";
import type { Grant } from "@/lib/account/auth/grant";
import type { Campaign, Round, TargetSource } from "@/lib/campaign/campaign";
import { withinRegion } from "@/lib/account/region/server/scope-queries";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import { Prisma } from "@/prisma/generated/client";

import { figureKeyOf } from "@/lib/campaign/figure";
import { figureGroup } from "./figure-queries";
import { kindOf, placeKindOf } from "@/lib/monitor/place";
import { untargetedCells } from "./untargeted-queries";

const late = z.object({
  intervention: z.string(),
  targetGroup: z.string().nullable(),
  doses: z.int(),
  withoutTarget: z.int(),
});

/** Late doses of a figure, and those of them in cells without a target population. */
export type LateArrivals = Pick<z.infer<typeof late>, "doses" | "withoutTarget">;

/**
 * Residents' doses of earlier days that came or changed since an instant, by the key of the figure:
 * late reports, and what corrections added or took back. Figures without any are left out.
 *
 * It reads the reports received since then, found by their index, and what their cells were before.
 *
 * @param since the local midnight at which the day began.
 */
export async function lateDoses(
  grant: Grant<"coverage:read">,
  campaign: Campaign,
  {
    round,
    source,
    day,
    since,
    targetGroup = null,
  }: {
    readonly round: Round;
    readonly source: TargetSource;
    readonly day: CalendarDay;
    readonly since: Date;
    /** Of this group alone; of all without one. */
    readonly targetGroup?: string | null | undefined;
  },
): Promise<ReadonlyMap<string, LateArrivals>> {
  const key = (table: Prisma.Sql) => Prisma.sql`
      ${table}.district_code = ${campaign.districtCode}
      AND ${table}.campaign_id = ${campaign.id}::uuid AND ${table}.round_number = ${round.number}`;
  const kind = kindOf(placeKindOf(grant.region));
  const rows = await readRows(late)`
    WITH received AS MATERIALIZED (
      -- Of nothing but their hour: asked for round and day too, the planner reads every report of theirs.
      SELECT unit_code, round_number, day, first_received_at
      FROM daily_report
      WHERE district_code = ${campaign.districtCode} AND campaign_id = ${campaign.id}::uuid
        AND received_at >= ${since}
    ), report AS MATERIALIZED (
      SELECT received.unit_code, received.day, received.first_received_at >= ${since} AS is_new
      FROM received
      JOIN reporting_unit AS unit
        ON unit.district_code = ${campaign.districtCode} AND unit.campaign_id = ${campaign.id}::uuid
       AND unit.code = received.unit_code
      WHERE received.round_number = ${round.number} AND received.day < ${day}::date
        AND ${withinRegion(grant)}
    ), former AS (
      SELECT DISTINCT ON (unit_code, day, intervention_code, target_group_code)
             unit_code, day, intervention_code, target_group_code, residents_before AS residents
      FROM tally_history AS history
      JOIN report USING (unit_code, day)
      WHERE ${key(Prisma.sql`history`)} AND history.recorded_at >= ${since} AND NOT report.is_new
      ORDER BY unit_code, day, intervention_code, target_group_code, history.id
    ), change AS (
      SELECT unit_code, tally.intervention_code, tally.target_group_code, tally.residents
      FROM tally
      JOIN report USING (unit_code, day)
      LEFT JOIN former USING (unit_code, day, intervention_code, target_group_code)
      WHERE ${key(Prisma.sql`tally`)} AND (report.is_new OR former.unit_code IS NOT NULL)
      UNION ALL
      SELECT unit_code, intervention_code, target_group_code, -residents FROM former
    ), untargeted AS MATERIALIZED (${untargetedCells(campaign, { round, source, on: day }, kind)})
    SELECT intervention_code AS intervention, nullif(${figureGroup(campaign)}, '') AS "targetGroup",
           sum(residents)::float8 AS doses,
           coalesce(sum(residents) FILTER (WHERE untargeted.unit_code IS NOT NULL), 0)::float8
             AS "withoutTarget"
    FROM change
    LEFT JOIN untargeted USING (unit_code, intervention_code, target_group_code)
    WHERE (${targetGroup}::text IS NULL OR target_group_code = ${targetGroup})
    GROUP BY 1, 2
    HAVING sum(residents) <> 0
  `;
  return new Map(rows.map((row) => [figureKeyOf(row), row]));
}
