import "server-only";

import { Prisma } from "@/prisma/generated/client";

/** SQL expression: the `ColumnKey` of a row that has the codes of an intervention and a target group. */
export const columnKeySql = Prisma.sql`(intervention_code || '/' || target_group_code)`;
