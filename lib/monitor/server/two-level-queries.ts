import "server-only";

import { z } from "zod";

import type { Grant } from "@/lib/account/auth/grant";
import { withinRegion } from "@/lib/account/region/server/scope-queries";
import type { Campaign, Round, TargetSource } from "@/lib/campaign/campaign";
import { inForceOn } from "@/lib/campaign/target-population/server/in-force-queries";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import { readRows } from "@/lib/server/db/read";
import { Prisma } from "@/prisma/generated/client";

import type { TwoLevels } from "@/lib/monitor/two-levels";
import { figureGroup } from "./figure-queries";
import { doseRows } from "./roll-up-queries";

const row = z.object({
  place: z.string(),
  name: z.string(),
  intervention: z.string(),
  targetGroup: z.string().nullable(),
  doses: z.int(),
  people: z.int(),
});

/**
 * The kecamatan that are in totals beside their own villages: both gave doses, or both have a target
 * population. Doses in a cell without a target of its own stand outside a total that others' targets
 * divide, and are left out here too. Nearly every campaign has none, and no unit of it is looked at.
 */
export async function twoLevelPlaces(
  grant: Grant<"coverage:read">,
  campaign: Campaign,
  query: {
    readonly round: Round;
    readonly source: TargetSource;
    /** Doses up to and including this day; null: everything entered. */
    readonly asOf: CalendarDay | null;
    /** Only this kecamatan. */
    readonly within?: string | undefined;
    readonly intervention?: string | undefined;
    readonly targetGroup?: string | undefined;
  },
): Promise<TwoLevels[]> {
  const { round, source, asOf, within, intervention, targetGroup } = query;
  const ofCampaign = (table: string) => Prisma.sql`
      ${Prisma.raw(table)}.district_code = ${campaign.districtCode}
      AND ${Prisma.raw(table)}.campaign_id = ${campaign.id}::uuid`;
  const key = Prisma.sql`district_code = ${campaign.districtCode}
      AND campaign_id = ${campaign.id}::uuid AND round_number = ${round.number}`;
  const codes = Prisma.sql`ANY (ARRAY(SELECT code FROM level))`;
  const ofKind = Prisma.sql`${key} AND place_kind = 'unit' AND place_code = ${codes}`;
  const ofUnits = Prisma.sql`${key} AND unit_code = ${codes}`;
  return readRows(row)`
    WITH level AS MATERIALIZED (
      SELECT unit.code, unit.kind, unit.subdistrict_code AS place
      FROM reporting_unit AS unit
      WHERE ${ofCampaign("unit")} AND unit.kind IN ('subdistrict', 'village')
        AND (${within ?? null}::text IS NULL OR unit.subdistrict_code = ${within ?? null}::text)
        AND ${withinRegion(grant)}
        AND EXISTS (
          SELECT FROM reporting_unit AS whole
          WHERE ${ofCampaign("whole")} AND whole.kind = 'subdistrict'
            AND whole.subdistrict_code = unit.subdistrict_code)
    ), target AS (
      SELECT place_code AS unit, intervention_code AS intervention, target_group_code AS "group", people
      FROM place_target
      WHERE source = ${source} AND ${ofKind} AND ${inForceOn(campaign, asOf)}
    ), dose AS (
      SELECT place AS unit, intervention_code AS intervention, target_group_code AS "group", residents
      FROM (${doseRows({ kind: "unit", asOf, ofKind, ofUnits })}) AS counted
    ), cell AS (
      SELECT unit, intervention, "group", people, 0 AS doses FROM target
      UNION ALL
      SELECT unit, intervention, "group", 0, residents FROM dose
      WHERE EXISTS (SELECT FROM target
                    WHERE (target.unit, target.intervention, target."group")
                        = (dose.unit, dose.intervention, dose."group"))
         OR NOT EXISTS (SELECT FROM place_target AS any_target
                        WHERE ${key} AND source = ${source} AND place_kind = 'district'
                          AND any_target.intervention_code = dose.intervention)
    ), counted AS (
      SELECT level.place, cell.intervention, ${figureGroup(campaign, {
        intervention: Prisma.sql`cell.intervention`,
        targetGroup: Prisma.sql`cell."group"`,
      })} AS "group",
             coalesce(sum(doses) FILTER (WHERE kind = 'subdistrict'), 0)::float8 AS doses,
             coalesce(sum(people) FILTER (WHERE kind = 'subdistrict'), 0)::float8 AS people,
             coalesce(sum(doses) FILTER (WHERE kind = 'village'), 0) AS village_doses,
             coalesce(sum(people) FILTER (WHERE kind = 'village'), 0) AS village_people
      FROM cell JOIN level ON level.code = cell.unit
      WHERE (${intervention ?? null}::text IS NULL OR cell.intervention = ${intervention ?? null}::text)
        AND (${targetGroup ?? null}::text IS NULL OR cell."group" = ${targetGroup ?? null}::text)
      GROUP BY 1, 2, 3
    )
    SELECT counted.place, region.name, counted.intervention,
           nullif(counted."group", '') AS "targetGroup", counted.doses, counted.people
    FROM counted JOIN region ON region.code = counted.place
    WHERE (counted.doses > 0 AND village_doses > 0) OR (counted.people > 0 AND village_people > 0)
    ORDER BY counted.place, counted.intervention, counted."group"
  `;
}
