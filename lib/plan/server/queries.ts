import "server-only";

import { z } from "zod";

import type { Grant } from "@/lib/account/auth/grant";
import { withinRegion } from "@/lib/account/region/server/scope-queries";
import { districtOf, nation } from "@/lib/base/region/code";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import type { Campaign } from "@/lib/campaign/campaign";
import { db } from "@/lib/server/db/client";
import { readRows } from "@/lib/server/db/read";
import { Prisma } from "@/prisma/generated/client";

import { sessionRow, type SessionRow } from "./rows";

export type PlanReader = Grant<"coverage:read"> | Grant<"plan:manage">;

/** Where a page of a list goes on: behind this one. */
type SessionCursor = { readonly day: CalendarDay; readonly id: string };

const columns = Prisma.sql`
  session.id, session.unit_code AS unit, unit.name AS "unitName",
  unit.subdistrict_code AS subdistrict, session.day::text AS day, session.mode,
  session.target_groups AS "targetGroups", session.team_id AS team, team.name AS "teamName",
  session.planned, session.called_off AS "calledOff", session.version,
  report.day IS NOT NULL AS "isReported",
  coalesce((
    SELECT jsonb_agg(jsonb_build_object(
      'intervention', tally.intervention_code, 'targetGroup', tally.target_group_code,
      'people', tally.residents + tally.non_residents))
    FROM tally
    WHERE tally.district_code = report.district_code AND tally.campaign_id = report.campaign_id
      AND tally.round_number = report.round_number AND tally.unit_code = report.unit_code
      AND tally.day = report.day), '[]') AS counts`;

/** Sessions of a campaign with their units, teams and reports, as far as they are the reader's. */
function sessionsOf(grant: PlanReader, { districtCode, id }: Campaign): Prisma.Sql {
  return Prisma.sql`
    FROM planned_session AS session
    JOIN reporting_unit AS unit ON unit.district_code = session.district_code
     AND unit.campaign_id = session.campaign_id AND unit.code = session.unit_code
    LEFT JOIN team ON team.district_code = session.district_code AND team.id = session.team_id
    LEFT JOIN daily_report AS report ON report.district_code = session.district_code
     AND report.campaign_id = session.campaign_id AND report.unit_code = session.unit_code
     AND report.day = session.day
    WHERE session.district_code = ${districtCode} AND session.campaign_id = ${id}::uuid
      AND ${withinRegion(grant)}`;
}

/** The sessions from one day to another. */
export async function sessionsBetween(
  grant: PlanReader,
  campaign: Campaign,
  from: CalendarDay,
  to: CalendarDay,
): Promise<SessionRow[]> {
  return readRows(sessionRow)`
    SELECT ${columns} ${sessionsOf(grant, campaign)}
      AND session.day BETWEEN ${from}::date AND ${to}::date
    ORDER BY session.day, unit.code, session.id
  `;
}

/** A page of all sessions by day and id: as many rows as asked for are read, however many there are. */
export async function sessionsAfter(
  grant: PlanReader,
  campaign: Campaign,
  { after, size }: { readonly after: SessionCursor | null; readonly size: number },
): Promise<SessionRow[]> {
  const behind = after
    ? Prisma.sql`AND (session.day, session.id) > (${after.day}::date, ${after.id}::uuid)`
    : Prisma.empty;
  return readRows(sessionRow)`
    SELECT ${columns} ${sessionsOf(grant, campaign)} ${behind}
    ORDER BY session.day, session.id
    LIMIT ${size}
  `;
}

/** One session; null: there is none that is the reader's. */
export async function findSession(
  grant: PlanReader,
  campaign: Campaign,
  id: string,
): Promise<SessionRow | null> {
  const [found] = await readRows(sessionRow)`
    SELECT ${columns} ${sessionsOf(grant, campaign)} AND session.id = ${id}::uuid
  `;
  return found ?? null;
}

const subdistrict = z.object({ code: z.string(), name: z.string() });

/** The kecamatan that the reader's units lie in, in the order of their codes; the kabupaten's own code is none. */
export async function subdistrictsIn(
  grant: PlanReader,
  { districtCode, id }: Campaign,
): Promise<z.infer<typeof subdistrict>[]> {
  return readRows(subdistrict)`
    SELECT DISTINCT region.code, region.name
    FROM reporting_unit AS unit
    JOIN region ON region.code = unit.subdistrict_code
    WHERE unit.district_code = ${districtCode} AND unit.campaign_id = ${id}::uuid
      AND region.code <> ${districtCode} AND ${withinRegion(grant)}
    ORDER BY region.code
  `;
}

const visit = z.object({
  unit: z.string(),
  /** Its last session or report before the day; null: none. */
  visitedOn: z.iso.date().nullable(),
});

/** When the reader's units were last visited before a day: a session, or a report that is no zero report. */
export async function visitsBefore(
  grant: PlanReader,
  { districtCode, id }: Campaign,
  day: CalendarDay,
): Promise<z.infer<typeof visit>[]> {
  return readRows(visit)`
    SELECT unit.code AS unit,
           greatest(session.day, report.day)::text AS "visitedOn"
    FROM reporting_unit AS unit
    LEFT JOIN LATERAL (
      SELECT planned.day FROM planned_session AS planned
      WHERE planned.district_code = unit.district_code AND planned.campaign_id = unit.campaign_id
        AND planned.unit_code = unit.code AND planned.day < ${day}::date
        AND planned.called_off IS NULL
      ORDER BY planned.day DESC LIMIT 1
    ) AS session ON true
    LEFT JOIN LATERAL (
      SELECT max(sent.day) AS day FROM daily_report AS sent
      WHERE sent.district_code = unit.district_code AND sent.campaign_id = unit.campaign_id
        AND sent.unit_code = unit.code AND sent.day < ${day}::date AND NOT sent.is_zero
    ) AS report ON true
    WHERE unit.district_code = ${districtCode} AND unit.campaign_id = ${id}::uuid
      AND ${withinRegion(grant)}
  `;
}

/** Whether anything is planned where somebody reads: in their kabupaten, or in all that they have. */
export async function isAnyPlan(grant: Grant<"coverage:read">): Promise<boolean> {
  const region = grant.office === null ? grant.region : grant.office.district;
  const districtCode =
    region === nation ? {} : (districtOf(region) ?? { startsWith: `${region}.` });
  const found = await Promise.all([
    db().strategy.findFirst({ where: { districtCode }, select: { id: true } }),
    db().team.findFirst({ where: { districtCode }, select: { id: true } }),
    db().plannedSession.findFirst({ where: { districtCode }, select: { id: true } }),
  ]);
  return found.some((row) => row !== null);
}
