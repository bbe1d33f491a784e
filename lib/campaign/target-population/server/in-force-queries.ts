import "server-only";

import type { Campaign } from "@/lib/campaign/campaign";
import { now } from "@/lib/base/time/clock";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import { localDay } from "@/lib/base/time/time-zone";
import { Prisma } from "@/prisma/generated/client";

/**
 * Rows of `place_target` that decide on a day, each place and column once.
 *
 * @param day null: the campaign's own day of now.
 */
export function inForceOn(campaign: Campaign, day: CalendarDay | null): Prisma.Sql {
  const asked = day ?? localDay(now(), campaign.timeZone);
  return Prisma.sql`from_day <= ${asked}::date AND ${asked}::date < until_day`;
}

/**
 * Order of the sets of a source, the one that decides on a day first: the latest that has come into
 * force, of one day the newest; before the first day, the first.
 */
export function decidingSetFirst(day: CalendarDay): Prisma.Sql {
  return Prisma.sql`(target_set.in_force_from <= ${day}::date) DESC,
    abs(target_set.in_force_from - ${day}::date), target_set.id DESC`;
}
