import "server-only";

import type { Grant } from "@/lib/account/auth/grant";
import type { Campaign } from "@/lib/campaign/campaign";
import type { DecidingCell } from "@/lib/campaign/target-population/in-force";
import type { TargetSetTerms } from "@/lib/campaign/target-population/schema";
import { dateColumn } from "@/lib/server/db/calendar-column";
import type { Transaction } from "@/lib/server/db/client";
import { Prisma } from "@/prisma/generated/client";

/** The head of a set; its numbers follow. */
export async function insertSet(
  tx: Transaction,
  grant: Grant<"target:import">,
  campaign: Campaign,
  input: TargetSetTerms & { readonly reason?: string },
  options: { readonly fileName?: string; readonly at: Date },
): Promise<number> {
  const { source, asOf, inForceFrom = asOf, decree = null, reason = null } = input;
  const { id } = await tx.targetSet.create({
    data: {
      districtCode: campaign.districtCode,
      campaignId: campaign.id,
      source,
      asOf: dateColumn(asOf),
      inForceFrom: dateColumn(inForceFrom),
      decree,
      fileName: options.fileName ?? null,
      reason,
      createdBy: grant.actor.id,
      createdAt: options.at,
    },
    select: { id: true },
  });
  return id;
}

/** The numbers of a set, of units and of larger places; of these null, where one is withdrawn. */
export async function insertCells(
  tx: Transaction,
  campaign: Campaign,
  id: number,
  cells: readonly DecidingCell[],
): Promise<void> {
  const cell = Prisma.sql`
    SELECT ${campaign.districtCode}, ${campaign.id}::uuid, ${id}::int, cell.unit, intervention,
           "targetGroup", round, people
    FROM jsonb_to_recordset(${JSON.stringify(cells)}::jsonb) AS cell (
      unit text, intervention text, "targetGroup" text, round smallint, people int)`;
  const isUnit = Prisma.sql`EXISTS (
      SELECT FROM reporting_unit AS unit
      WHERE unit.district_code = ${campaign.districtCode}
        AND unit.campaign_id = ${campaign.id}::uuid AND unit.code = cell.unit)`;
  await tx.$executeRaw`
    INSERT INTO target_population (
      district_code, campaign_id, target_set_id, unit_code, intervention_code, target_group_code,
      round_number, people)
    ${cell} WHERE ${isUnit}`;
  // A kecamatan that reports as a unit is one.
  await tx.$executeRaw`
    INSERT INTO region_target (
      district_code, campaign_id, target_set_id, region_code, intervention_code, target_group_code,
      round_number, people)
    ${cell} WHERE NOT ${isUnit}`;
}
