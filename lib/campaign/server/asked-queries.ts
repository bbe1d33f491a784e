import "server-only";

import { isAnyRestricted } from "@/lib/campaign/asked";
import type { Campaign } from "@/lib/campaign/campaign";
import { Prisma } from "@/prisma/generated/client";

/**
 * SQL condition: a target group is asked of a unit of the statement (`is_asked_of`). Of a campaign that
 * asks everything of every unit, nothing is looked up.
 *
 * @param group its code, in the statement.
 */
export function isAskedOfUnit(campaign: Campaign, group: Prisma.Sql, unit = "unit"): Prisma.Sql {
  return isAnyRestricted(campaign.targetGroups)
    ? Prisma.sql`EXISTS (
        SELECT FROM target_group AS asked
        WHERE asked.district_code = ${campaign.districtCode}
          AND asked.campaign_id = ${campaign.id}::uuid AND asked.code = ${group}
          AND is_asked_of(asked.unit_kinds, ${Prisma.raw(unit)}.kind))`
    : Prisma.sql`true`;
}
