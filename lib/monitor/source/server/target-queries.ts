import "server-only";

import { z } from "zod";

import { readRows } from "@/lib/server/db/read";
import type { Grant } from "@/lib/account/auth/grant";
import { earlierDay, type CalendarDay } from "@/lib/base/time/calendar-day";
import { lastDay } from "@/lib/campaign/calendar";
import type { Campaign, Round, TargetSource } from "@/lib/campaign/campaign";
import { placeName } from "@/lib/campaign/server/unplaced-queries";
import { withinRegion } from "@/lib/account/region/server/scope-queries";

/** Which lines make a target population. */
type TargetLinesQuery = {
  readonly round: Round;
  readonly source: TargetSource;
  /** The day on which they decide. */
  readonly on: CalendarDay;
  readonly intervention: string;
  /** null: all groups of the intervention. */
  readonly targetGroup: string | null;
  readonly units: readonly string[];
};

const sums = z.object({ lines: z.int(), people: z.int() });

const line = z.object({
  unit: z.string(),
  name: z.string(),
  subdistrictName: z.string(),
  targetGroup: z.string(),
  linePeople: z.int(),
  asOf: z.iso.date(),
  decree: z.string().nullable(),
  fileName: z.string().nullable(),
  loadedBy: z.string().nullable(),
  loadedAt: z.date(),
});

/** A page without lines still has the row of the sums. */
const listedLine = z.union([sums.extend(line.shape), sums.extend({ unit: z.null() })]);

/** One line of a target population: how many people, by which file or decree, who loaded it. */
export type TargetLine = z.infer<typeof line>;

/**
 * The lines in force behind a target population on a day, by place, and their sum: of each unit and
 * group the line that decides, one for the round before one for every round. One statement.
 */
export async function readTargetLines(
  grant: Grant<"coverage:read">,
  campaign: Campaign,
  query: TargetLinesQuery,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ readonly sums: z.infer<typeof sums>; readonly lines: TargetLine[] }> {
  const on = earlierDay(query.on, lastDay(query.round));
  const rows = await readRows(listedLine)`
    WITH force AS MATERIALIZED (
      SELECT DISTINCT ON (target.unit_code, target.target_group_code)
             target.unit_code, target.target_group_code, target.people, target_set.as_of,
             target_set.decree, target_set.file_name, target_set.created_by, target_set.created_at,
             unit.name, unit.subdistrict_code
      FROM target_population AS target
      JOIN target_set
        ON target_set.district_code = target.district_code
       AND target_set.campaign_id = target.campaign_id
       AND target_set.id = target.target_set_id
      JOIN reporting_unit AS unit
        ON unit.district_code = target.district_code
       AND unit.campaign_id = target.campaign_id
       AND unit.code = target.unit_code
      WHERE target.district_code = ${campaign.districtCode}
        AND target.campaign_id = ${campaign.id}::uuid
        AND target.round_number IN (0, ${query.round.number})
        AND target.intervention_code = ${query.intervention}
        AND (${query.targetGroup}::text IS NULL OR target.target_group_code = ${query.targetGroup})
        AND target.unit_code = ANY (${[...query.units]})
        AND target_set.source = ${query.source}
        AND ${withinRegion(grant)}
      ORDER BY target.unit_code, target.target_group_code,
               (target_set.in_force_from <= ${on}::date) DESC,
               CASE WHEN target_set.in_force_from > ${on}::date THEN target_set.in_force_from END,
               target.round_number DESC, target_set.in_force_from DESC, target.target_set_id DESC
    ), total AS (
      SELECT count(*)::int AS lines, coalesce(sum(people), 0)::float8 AS people FROM force
    )
    SELECT total.lines,
           total.people,
           page.unit_code       AS unit,
           page.name,
           ${placeName(campaign, "subdistrict")} AS "subdistrictName",
           page.target_group_code AS "targetGroup",
           page.people          AS "linePeople",
           page.as_of::text     AS "asOf",
           page.decree,
           page.file_name       AS "fileName",
           person.display_name  AS "loadedBy",
           page.created_at      AS "loadedAt"
    FROM total
    LEFT JOIN (
      SELECT * FROM force
      ORDER BY subdistrict_code = ${campaign.districtCode}, subdistrict_code, unit_code, target_group_code
      LIMIT ${page.limit} OFFSET ${page.offset}
    ) AS page ON true
    LEFT JOIN region AS subdistrict ON subdistrict.code = page.subdistrict_code
    LEFT JOIN app_user AS person ON person.id = page.created_by
    ORDER BY page.subdistrict_code = ${campaign.districtCode}, page.subdistrict_code, page.unit_code, page.target_group_code
  `;
  return {
    sums: sums.parse(rows[0]),
    lines: rows.flatMap((row) => (row.unit === null ? [] : [line.parse(row)])),
  };
}
