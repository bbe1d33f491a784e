import "server-only";

import { z } from "zod";

import type { Grant } from "@/lib/account/auth/grant";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import { dayOfRound, roundOn } from "@/lib/campaign/calendar";
import type { Campaign, ReportingUnit } from "@/lib/campaign/campaign";
import { listReportingUnits } from "@/lib/campaign/server/queries";
import { keptUnder } from "@/lib/campaign/unplaced";
import { assessAll } from "@/lib/monitor/assessment";
import { isWithinReach } from "@/lib/monitor/place";
import { placeCountsBy } from "@/lib/monitor/server/queries";
import { placeLoads } from "@/lib/plan/load";
import type { VisitableUnit } from "@/lib/plan/proposal";
import type { PlaceLoad } from "@/lib/plan/what-if";
import { readRows } from "@/lib/server/db/read";

import { visitsBefore, type PlanReader } from "./queries";

/** A unit of a schedule, with when somebody was there last. */
type VisitedUnit = Pick<ReportingUnit, "code" | "name"> &
  Pick<VisitableUnit, "subdistrict" | "visitedOn">;

/** The units of somebody's area with their last visit before a day. */
export async function visitedUnits(
  grant: PlanReader,
  campaign: Campaign,
  day: CalendarDay,
): Promise<VisitedUnit[]> {
  const [units, visits] = await Promise.all([
    listReportingUnits(grant, campaign),
    visitsBefore(grant, campaign, day),
  ]);
  const visitOf = new Map(visits.map(({ unit, visitedOn }) => [unit, visitedOn]));
  return units.map(({ code, name, subdistrictCode }) => ({
    code,
    name,
    subdistrict: keptUnder(subdistrictCode, campaign),
    visitedOn: visitOf.get(code) ?? null,
  }));
}

const member = z.object({ unit: z.string(), set: z.string() });

/**
 * The units of somebody's area with what their turn depends on.
 *
 * @param day the first of the week that is planned.
 */
export async function plannableUnits(
  grants: { readonly plan: PlanReader; readonly read: Grant<"coverage:read"> },
  campaign: Campaign,
  day: CalendarDay,
  today: CalendarDay,
): Promise<(VisitableUnit & VisitedUnit)[]> {
  const { districtCode, id } = campaign;
  const [units, members, rows] = await Promise.all([
    visitedUnits(grants.plan, campaign, day),
    campaign.unitSets.length === 0
      ? []
      : readRows(member)`
          SELECT unit_code AS unit, kind || '/' || set_code AS set FROM unit_set_member
          WHERE district_code = ${districtCode} AND campaign_id = ${id}::uuid`,
    assessedBy(grants.read, campaign, "unit", today),
  ]);
  const left = new Map<string, number>();
  for (const { code, needed } of rows) {
    if (needed !== null) left.set(code, Math.max(left.get(code) ?? 0, needed));
  }
  const setsOf = new Map<string, string[]>();
  for (const { unit, set } of members) setsOf.set(unit, [...(setsOf.get(unit) ?? []), set]);
  return units.map((unit) => ({
    ...unit,
    district: districtCode,
    sets: setsOf.get(unit.code) ?? [],
    left: left.get(unit.code) ?? null,
  }));
}

/** What each kecamatan of somebody's area needs a day; none for who reads less than a kecamatan. */
export async function loadsOfPlaces(
  grant: Grant<"coverage:read">,
  campaign: Campaign,
  today: CalendarDay,
): Promise<PlaceLoad[]> {
  if (!isWithinReach("subdistrict", grant.region)) return [];
  const rows = await assessedBy(grant, campaign, "subdistrict", today);
  return placeLoads(rows, campaign.interventions);
}

async function assessedBy(
  grant: Grant<"coverage:read">,
  campaign: Campaign,
  by: "unit" | "subdistrict",
  today: CalendarDay,
) {
  const round = roundOn(campaign.rounds, today);
  const counted = await placeCountsBy(grant, campaign, {
    by,
    round,
    source: campaign.decidingTargetSource,
    asOf: null,
    on: dayOfRound(round, today, today),
    today,
  });
  return assessAll(counted, { campaign, round, on: today });
}
