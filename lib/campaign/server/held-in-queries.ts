import "server-only";

import { Prisma } from "@/prisma/generated/client";

import type { Round } from "@/lib/campaign/campaign";

/**
 * SQL condition: the round is held in a reporting unit.
 *
 * @param table what the statement calls the unit.
 */
export function heldIn({ units }: Pick<Round, "units">, table = "unit"): Prisma.Sql {
  return units
    ? Prisma.sql`${Prisma.raw(table)}.code = ANY (${[...units]}::text[])`
    : Prisma.sql`true`;
}
