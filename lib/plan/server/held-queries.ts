import "server-only";

import { z } from "zod";

import type { Grant } from "@/lib/account/auth/grant";
import { withinRegion } from "@/lib/account/region/server/scope-queries";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import type { Campaign } from "@/lib/campaign/campaign";
import { readRows } from "@/lib/server/db/read";

const heldSessions = z.object({ unit: z.string(), planned: z.int(), held: z.int() });

/** Sessions of a unit: how many were planned, and how many of them their reports made held. */
export type HeldSessions = z.infer<typeof heldSessions>;

/** The sessions of the reader's units up to a day; what was called off was planned all the same. */
export async function sessionsHeld(
  grant: Grant<"coverage:read">,
  { districtCode, id }: Campaign,
  until: CalendarDay,
): Promise<HeldSessions[]> {
  return readRows(heldSessions)`
    SELECT unit.code AS unit, count(*)::int AS planned, count(report.day)::int AS held
    FROM planned_session AS session
    JOIN reporting_unit AS unit ON unit.district_code = session.district_code
     AND unit.campaign_id = session.campaign_id AND unit.code = session.unit_code
    LEFT JOIN daily_report AS report ON report.district_code = session.district_code
     AND report.campaign_id = session.campaign_id AND report.unit_code = session.unit_code
     AND report.day = session.day
    WHERE session.district_code = ${districtCode} AND session.campaign_id = ${id}::uuid
      AND session.day <= ${until}::date AND ${withinRegion(grant)}
    GROUP BY unit.code
  `;
}
