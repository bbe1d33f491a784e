import "server-only";

import { z } from "zod";

import type { Grant } from "@/lib/account/auth/grant";
import { withinRegion } from "@/lib/account/region/server/scope-queries";
import { districtOf } from "@/lib/base/region/code";
import { sessionModes } from "@/lib/plan/plan";
import type { TodaySession } from "@/lib/plan/today";
import { readRows } from "@/lib/server/db/read";

const row: z.ZodType<TodaySession> = z.object({
  id: z.uuid(),
  slug: z.string(),
  campaign: z.string(),
  day: z.iso.date(),
  unit: z.string(),
  name: z.string(),
  mode: z.enum(sessionModes),
  team: z.string().nullable(),
  planned: z.int().nullable(),
  isReported: z.boolean(),
});

/** More sessions than that are looked at in the schedule. */
const maxSessions = 50;

/**
 * Today's sessions of the grant's units, over all campaigns that take reports, those without a report
 * first. One that was called off is none.
 */
export async function todaySessions(
  grant: Grant<"tally:submit">,
  at: Date,
): Promise<TodaySession[]> {
  const district = grant.office === null ? districtOf(grant.region) : grant.office.district;
  if (district === null) return [];
  return readRows(row)`
    SELECT session.id, campaign.slug, campaign.name AS campaign, session.day::text AS day,
           unit.code AS unit, unit.name, session.mode, team.name AS team, session.planned,
           report.day IS NOT NULL AS "isReported"
    FROM campaign
    JOIN planned_session AS session
      ON session.district_code = campaign.district_code AND session.campaign_id = campaign.id
     AND session.day = (${at.toISOString()}::timestamptz AT TIME ZONE campaign.time_zone)::date
    JOIN reporting_unit AS unit ON unit.district_code = session.district_code
     AND unit.campaign_id = session.campaign_id AND unit.code = session.unit_code
    LEFT JOIN team ON team.district_code = session.district_code AND team.id = session.team_id
    LEFT JOIN daily_report AS report ON report.district_code = session.district_code
     AND report.campaign_id = session.campaign_id AND report.unit_code = session.unit_code
     AND report.day = session.day
    WHERE campaign.district_code = ${district} AND campaign.source_name IS NULL
      AND campaign.archived_at IS NULL AND session.called_off IS NULL AND ${withinRegion(grant)}
    ORDER BY report.day IS NOT NULL, campaign.name, unit.name, session.id
    LIMIT ${maxSessions}`;
}
