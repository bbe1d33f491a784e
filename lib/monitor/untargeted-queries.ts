import "server-only";

import type { Campaign, Round, TargetSource } from "@/lib/campaign/campaign";
import { Prisma } from "@/prisma/generated/client";

/**
 * Cells (`unit_code`, `intervention_code`, `target_group_code`) without a target population, of
 * interventions that have one anywhere: what their doses are left out of. The kabupaten's roll-up says
 * which columns miss any at all; of a campaign that misses none, no unit is looked at.
 */
export function untargetedCells(
  campaign: Campaign,
  { round, source }: { readonly round: Round; readonly source: TargetSource },
): Prisma.Sql {
  const ofCampaign = (table: string) => Prisma.sql`
      ${Prisma.raw(table)}.district_code = ${campaign.districtCode}
      AND ${Prisma.raw(table)}.campaign_id = ${campaign.id}::uuid`;
  const target = (table: string, kind: "unit" | "district") => Prisma.sql`
      ${ofCampaign(table)} AND ${Prisma.raw(table)}.source = ${source}
      AND ${Prisma.raw(table)}.round_number = ${round.number}
      AND ${Prisma.raw(table)}.place_kind = ${kind}`;
  return Prisma.sql`
    SELECT unit.code AS unit_code, unit.subdistrict_code,
           lacking.intervention_code, lacking.target_group_code
    FROM (
      SELECT given.intervention_code, given.target_group_code
      FROM intervention_target_group AS given
      LEFT JOIN place_target AS whole ON ${target("whole", "district")}
       AND whole.place_code = ${campaign.districtCode}
       AND whole.intervention_code = given.intervention_code
       AND whole.target_group_code = given.target_group_code
      WHERE ${ofCampaign("given")}
        AND coalesce(whole.units, 0) < (
          SELECT count(*) FROM reporting_unit AS each WHERE ${ofCampaign("each")})
        AND EXISTS (
          SELECT FROM place_target AS loaded
          WHERE ${target("loaded", "district")} AND loaded.place_code = ${campaign.districtCode}
            AND loaded.intervention_code = given.intervention_code)
    ) AS lacking
    JOIN reporting_unit AS unit ON ${ofCampaign("unit")}
    WHERE NOT EXISTS (
      SELECT FROM place_target AS own
      WHERE ${target("own", "unit")} AND own.place_code = unit.code
        AND own.intervention_code = lacking.intervention_code
        AND own.target_group_code = lacking.target_group_code)`;
}
