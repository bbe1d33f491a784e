import "server-only";

import { z } from "zod";

import { readRows } from "@/lib/server/db/read";
import type { Grant } from "@/lib/account/auth/grant";
import { earlierDay, type CalendarDay } from "@/lib/base/time/calendar-day";
import { lastDay } from "@/lib/campaign/calendar";
import type { Campaign, Round, TargetSource } from "@/lib/campaign/campaign";
import { placeName } from "@/lib/campaign/server/unplaced-queries";
import { inForceOn } from "@/lib/campaign/target-population/server/in-force-queries";
import type { Root } from "@/lib/monitor/coverage/place";
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
  readonly root: Pick<Root, "kind" | "code" | "units">;
};

const sums = z.object({ lines: z.int(), people: z.int() });

const line = z.object({
  unit: z.string(),
  name: z.string(),
  /** Whether it is the figure of a kecamatan or the kabupaten itself, and no unit's. */
  isOwn: z.boolean(),
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
 * The lines in force behind a target population on a day, by place, and their sum, which is the number: of
 * each place and group the line that decides, one for the round before one for every round. Where a
 * larger place has a figure of its own, that is the line, and those of its parts are none, until it is
 * withdrawn. One statement.
 */
export async function readTargetLines(
  grant: Grant<"coverage:read">,
  campaign: Campaign,
  query: TargetLinesQuery,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ readonly sums: z.infer<typeof sums>; readonly lines: TargetLine[] }> {
  const on = earlierDay(query.on, lastDay(query.round));
  const { kind, code, units } = query.root;
  const isLarger = kind === "district" || kind === "subdistrict";
  const rows = await readRows(listedLine)`
    WITH number AS (
      SELECT false AS is_own, target.unit_code AS place, unit.name, unit.subdistrict_code,
             target.target_set_id, target.round_number, target.target_group_code, target.people
      FROM target_population AS target
      JOIN reporting_unit AS unit
        ON unit.district_code = target.district_code
       AND unit.campaign_id = target.campaign_id
       AND unit.code = target.unit_code
      WHERE target.district_code = ${campaign.districtCode}
        AND target.campaign_id = ${campaign.id}::uuid
        AND target.intervention_code = ${query.intervention}
        AND target.unit_code = ANY (${units.map((unit) => unit.code)})
        AND ${withinRegion(grant)}
        AND EXISTS (
          SELECT FROM place_target AS counted
          WHERE counted.district_code = target.district_code
            AND counted.campaign_id = target.campaign_id
            AND counted.source = ${query.source} AND counted.round_number = ${query.round.number}
            AND counted.place_kind = 'unit' AND counted.place_code = target.unit_code
            AND counted.intervention_code = target.intervention_code
            AND counted.target_group_code = target.target_group_code
            AND ${inForceOn(campaign, on)})
      UNION ALL
      SELECT true, own.region_code, region.name, own.region_code,
             own.target_set_id, own.round_number, own.target_group_code, own.people
      FROM region_target AS own
      JOIN region ON region.code = own.region_code
      WHERE own.district_code = ${campaign.districtCode}
        AND own.campaign_id = ${campaign.id}::uuid
        AND own.intervention_code = ${query.intervention}
        AND ${isLarger} AND (${kind === "district"} OR own.region_code = ${code})
    ), force AS MATERIALIZED (
      SELECT DISTINCT ON (number.is_own, number.place, number.target_group_code)
             number.is_own, number.place, number.name, number.subdistrict_code,
             number.target_group_code, number.people, target_set.as_of, target_set.decree,
             target_set.file_name, target_set.created_by, target_set.created_at
      FROM number
      JOIN target_set
        ON target_set.district_code = ${campaign.districtCode}
       AND target_set.campaign_id = ${campaign.id}::uuid
       AND target_set.id = number.target_set_id
      WHERE number.round_number IN (0, ${query.round.number})
        AND (${query.targetGroup}::text IS NULL OR number.target_group_code = ${query.targetGroup})
        AND target_set.source = ${query.source}
      ORDER BY number.is_own, number.place, number.target_group_code,
               (target_set.in_force_from <= ${on}::date) DESC,
               CASE WHEN target_set.in_force_from > ${on}::date THEN target_set.in_force_from END,
               number.round_number DESC, target_set.in_force_from DESC, number.target_set_id DESC
    ), counted AS MATERIALIZED (
      SELECT * FROM force
      WHERE people IS NOT NULL AND NOT EXISTS (
        SELECT FROM force AS above
        WHERE above.is_own AND above.people IS NOT NULL AND above.target_group_code = force.target_group_code
          AND above.place IN (${campaign.districtCode}, force.subdistrict_code)
          AND NOT (force.is_own AND above.place = force.place))
    ), total AS (
      SELECT count(*)::int AS lines, coalesce(sum(people), 0)::float8 AS people FROM counted
    )
    SELECT total.lines,
           total.people,
           page.place           AS unit,
           page.name,
           page.is_own          AS "isOwn",
           CASE WHEN page.is_own THEN page.name
                ELSE ${placeName(campaign, "subdistrict")} END AS "subdistrictName",
           page.target_group_code AS "targetGroup",
           page.people          AS "linePeople",
           page.as_of::text     AS "asOf",
           page.decree,
           page.file_name       AS "fileName",
           person.display_name  AS "loadedBy",
           page.created_at      AS "loadedAt"
    FROM total
    LEFT JOIN (
      SELECT counted.*, row_number() OVER (
               ORDER BY NOT is_own AND subdistrict_code = ${campaign.districtCode}, subdistrict_code,
                        NOT is_own, place, target_group_code) AS position
      FROM counted
      ORDER BY position
      LIMIT ${page.limit} OFFSET ${page.offset}
    ) AS page ON true
    LEFT JOIN region AS subdistrict ON subdistrict.code = page.subdistrict_code
    LEFT JOIN app_user AS person ON person.id = page.created_by
    ORDER BY page.position
  `;
  return {
    sums: sums.parse(rows[0]),
    lines: rows.flatMap((row) => (row.unit === null ? [] : [line.parse(row)])),
  };
}
