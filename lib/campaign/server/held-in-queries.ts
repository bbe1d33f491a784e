import "server-only";

import { Prisma } from "@/prisma/generated/client";

import type { CalendarDay } from "@/lib/base/time/calendar-day";
import type { Campaign, Round } from "@/lib/campaign/campaign";
import { unitsAbsent } from "@/lib/campaign/unit-end";

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

/** SQL condition: the reporting unit `unit` is in force on a day of a round. */
export function onDuty(
  campaign: Pick<Campaign, "unitEnds">,
  round: Round,
  day: CalendarDay,
): Prisma.Sql {
  const absent = unitsAbsent(campaign, round, day);
  return absent.length === 0
    ? Prisma.sql`true`
    : Prisma.sql`unit.code <> ALL (${[...absent]}::text[])`;
}
