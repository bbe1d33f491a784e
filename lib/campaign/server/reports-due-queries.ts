import "server-only";

import type { CalendarDay } from "@/lib/base/time/calendar-day";
import { Prisma } from "@/prisma/generated/client";

import type { Campaign, Round } from "@/lib/campaign/campaign";

type RoundPlaces = readonly [
  Pick<Campaign, "districtCode" | "id">,
  Pick<Round, "number">,
  "unit" | "subdistrict" | "district",
];

/**
 * Reports due: a row (`place`, `day`, `due`) for each place and service day on which any is, under the
 * place that the roll-ups keep units in.
 */
export function reportsDue(
  ...[campaign, { number }, kind, days]: [
    ...RoundPlaces,
    { readonly from?: CalendarDay; readonly until: CalendarDay | null },
  ]
): Prisma.Sql {
  return Prisma.sql`
    SELECT place_code AS place, day, due
    FROM reports_due(${campaign.districtCode}, ${campaign.id}::uuid, ${number}::int, ${kind},
                     ${days.from ?? null}::date, ${days.until}::date)`;
}

/** The days (`place`, `day`) on which all units of a place are closed. */
export function closedDays(...[campaign, { number }, kind]: RoundPlaces): Prisma.Sql {
  return Prisma.sql`
    SELECT place_code AS place, day
    FROM closed_days(${campaign.districtCode}, ${campaign.id}::uuid, ${number}::int, ${kind})`;
}
