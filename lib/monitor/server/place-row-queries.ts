import "server-only";

import type { Grant } from "@/lib/account/auth/grant";
import type { Campaign, Round } from "@/lib/campaign/campaign";
import { AppError } from "@/lib/base/errors";
import { withinRegion } from "@/lib/account/region/server/scope-queries";
import { Prisma } from "@/prisma/generated/client";

import type { FactsQuery } from "@/lib/monitor/fact";
import { isWithinReach } from "@/lib/monitor/place";

/**
 * The places of an answer: `place` is where the roll-ups keep them, `code` is the row's. The rows
 * of one village have its code and are added up.
 *
 * @throws {AppError} `forbidden` when such rows would add up more than the grant's region.
 */
export function placeRows(
  grant: Grant<"coverage:read">,
  campaign: Campaign,
  { by, within }: Pick<FactsQuery, "by" | "within">,
): Prisma.Sql {
  if (!isWithinReach(by, grant.region)) throw new AppError("forbidden", `rows by ${by}`);
  const units = Prisma.sql`reporting_unit AS unit
      WHERE unit.district_code = ${campaign.districtCode}
        AND unit.campaign_id = ${campaign.id}::uuid
        AND ${withinRegion(grant)}
        AND ${
          within === undefined
            ? Prisma.sql`true`
            : Prisma.sql`${within} IN (unit.subdistrict_code, unit.region_code, unit.code)`
        }`;
  switch (by) {
    case "unit":
      return Prisma.sql`
      SELECT code AS place, code, name, 1 AS units FROM ${units} ORDER BY code`;
    case "village":
      return Prisma.sql`
      SELECT place, region.code, region.name, units
      FROM (SELECT code AS place, region_code, 1 AS units FROM ${units}) AS part
      JOIN region ON region.code = region_code
      ORDER BY region.code, place`;
    case "subdistrict":
    case "district": {
      const whole = by === "district" ? Prisma.sql`district_code` : Prisma.sql`subdistrict_code`;
      return Prisma.sql`
      SELECT place, region.code, region.name, units
      FROM (SELECT ${whole} AS place, count(*) AS units FROM ${units} GROUP BY 1) AS part
      JOIN region ON region.code = place
      ORDER BY place`;
    }
  }
}

/**
 * Service days of a round for which a unit that joined midway owes no report: a row for each unit
 * and day, under the place that the roll-ups keep the unit in.
 */
export function reportsNotDue(
  campaign: Campaign,
  round: Round,
  kind: "unit" | "subdistrict" | "district",
): Prisma.Sql {
  const place = {
    unit: Prisma.sql`unit_code`,
    subdistrict: Prisma.sql`subdistrict_code`,
    district: Prisma.sql`${campaign.districtCode}::text`,
  }[kind];
  return Prisma.sql`
    SELECT ${place} AS place, day
    FROM reports_not_due(${campaign.districtCode}, ${campaign.id}::uuid, ${round.number}::int)`;
}
