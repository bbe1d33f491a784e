import "server-only";

import { z } from "zod";

import { readRows } from "@/lib/server/db/read";
import type { Grant } from "@/lib/account/auth/grant";
import type { Permission } from "@/lib/account/auth/policy";
import type { Campaign } from "@/lib/campaign/campaign";
import { keptUnder } from "@/lib/campaign/unplaced";
import { namedPlace, placeName } from "@/lib/campaign/server/unplaced-queries";
import { withinRegion } from "@/lib/account/region/server/scope-queries";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import { Prisma } from "@/prisma/generated/client";

import {
  decideDayAccess,
  type DayAccess,
  type PlaceReopening,
} from "@/lib/report/verification/day-access";

const reopeningRow = z.object({
  id: z.string(),
  place: z.string(),
  placeName: z.string(),
  day: z.iso.date(),
  askedAt: z.string(),
  askedBy: z.string().nullable(),
  askedById: z.uuid().nullable(),
  isOwn: z.boolean(),
  reason: z.string(),
  decision: z.enum(["opened", "declined"]).nullable(),
  decidedAt: z.string().nullable(),
  note: z.string().nullable(),
  opensUntil: z.string().nullable(),
});

/**
 * Whether the person may write reports of a day in a subdistrict, at the moment `at`. A place that
 * has no unit in the grant's region has no reopenings for them.
 */
export async function dayAccess(
  grant: Grant<"tally:submit">,
  campaign: Campaign,
  { day, place, at }: { readonly day: CalendarDay; readonly place: string; readonly at: Date },
): Promise<DayAccess> {
  const reopenings = await readReopenings(
    grant,
    campaign,
    Prisma.sql`reopening.place_code = ${keptUnder(place, campaign)} AND reopening.day = ${day}::date`,
  );
  return decideDayAccess(grant.actor.role, campaign, day, reopenings, at);
}

/** Questions that wait for an answer, the oldest first. */
export async function openQuestions(
  grant: Grant<"report:verify">,
  campaign: Campaign,
): Promise<PlaceReopening[]> {
  return readReopenings(grant, campaign, Prisma.sql`reopening.decision IS NULL`);
}

/** Days that are open again at the moment `at`, by hand of the health office. */
export async function openedDays(
  grant: Grant<"report:verify" | "tally:submit" | "completeness:read">,
  campaign: Campaign,
  at: Date,
): Promise<PlaceReopening[]> {
  return readReopenings(
    grant,
    campaign,
    Prisma.sql`reopening.opens_until > ${at.toISOString()}::timestamptz`,
  );
}

async function readReopenings(
  grant: Grant<Permission>,
  campaign: Campaign,
  condition: Prisma.Sql,
): Promise<PlaceReopening[]> {
  return readRows(reopeningRow)`
    SELECT reopening.id::text AS id, ${reopenedPlace} AS place,
           ${placeName(campaign, "region")} AS "placeName",
           reopening.day::text AS day, ${instantText(Prisma.sql`reopening.asked_at`)} AS "askedAt",
           asker.display_name AS "askedBy", asker.id AS "askedById",
           reopening.asked_by IS NOT DISTINCT FROM ${grant.actor.id}::uuid AS "isOwn",
           reopening.ask_reason AS reason, reopening.decision,
           ${instantText(Prisma.sql`reopening.decided_at`)} AS "decidedAt",
           reopening.decision_note AS note,
           ${instantText(Prisma.sql`reopening.opens_until`)} AS "opensUntil"
    FROM day_reopening AS reopening
    JOIN region ON region.code = reopening.place_code
    LEFT JOIN app_user AS asker ON asker.id = reopening.asked_by
    WHERE reopening.district_code = ${campaign.districtCode}
      AND reopening.campaign_id = ${campaign.id}::uuid
      AND ${condition}
      AND ${holdsUnitOf(grant, campaign, Prisma.sql`reopening.place_code`)}
    ORDER BY reopening.asked_at, reopening.id
  `;
}

/** SQL: the kecamatan of a `reopening`, or the group outside them. */
export const reopenedPlace = namedPlace(
  Prisma.sql`reopening.place_code`,
  Prisma.sql`reopening.district_code`,
);

/** SQL condition: the place is the subdistrict of a unit in the grant's region. */
export function holdsUnitOf(
  grant: Grant<Permission>,
  campaign: Pick<Campaign, "districtCode" | "id">,
  place: Prisma.Sql,
): Prisma.Sql {
  return Prisma.sql`EXISTS (
    SELECT FROM reporting_unit AS unit
    WHERE unit.district_code = ${campaign.districtCode}
      AND unit.campaign_id = ${campaign.id}::uuid
      AND unit.subdistrict_code = ${place}
      AND ${withinRegion(grant)})`;
}

/** An instant as JavaScript reads it; text sorts like time. */
export function instantText(of: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`to_char(${of} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
