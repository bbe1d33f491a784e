import "server-only";

import type { Campaign } from "@/lib/campaign/campaign";
import { whyNotAdded } from "@/lib/campaign/figure";
import { Prisma } from "@/prisma/generated/client";

/**
 * SQL expression: the group by which a column is a figure of its own, '' where it is added to the other
 * groups of its intervention. Rows that are grouped by intervention and this are figures (`figuresOf`).
 *
 * @param column the codes of the row's intervention and target group.
 */
export function figureGroup(
  { interventions }: Campaign,
  column = {
    intervention: Prisma.sql`intervention_code`,
    targetGroup: Prisma.sql`target_group_code`,
  },
): Prisma.Sql {
  const apart = interventions.filter((each) => whyNotAdded(each) !== null);
  if (apart.length === 0) return Prisma.sql`''::text`;
  const codes = apart.map(({ code }) => code);
  return Prisma.sql`CASE WHEN ${column.intervention} = ANY (${codes}) THEN ${column.targetGroup} ELSE '' END`;
}
