import "server-only";

import { z } from "zod";

import { readRows } from "@/lib/server/db/read";
import type { Grant } from "@/lib/account/auth/grant";
import { targetSources, type Campaign, type Round } from "@/lib/campaign/campaign";
import {
  decidingSetFirst,
  hasOwnFigures,
  inForceOn,
} from "@/lib/campaign/target-population/server/in-force-queries";
import {
  placeName,
  subdistrictOfUnit,
  subdistrictsInOrder,
} from "@/lib/campaign/server/unplaced-queries";
import { keptUnder } from "@/lib/campaign/unplaced";
import { unitKinds } from "@/lib/campaign/unit-kind";
import type { SetGrouping } from "@/lib/campaign/unit-set/unit-set";
import { AppError } from "@/lib/base/errors";
import { regionCode } from "@/lib/base/region/code";
import { withinRegion } from "@/lib/account/region/server/scope-queries";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import { Prisma } from "@/prisma/generated/client";

import type { PlacedUnit, Root } from "@/lib/monitor/coverage/place";
import { isWithinReach } from "@/lib/monitor/place";
import { setOfUnit, setOfUnitJoins } from "@/lib/campaign/unit-set/server/set-queries";
import { measureFields } from "@/lib/campaign/server/measure-queries";
import { eachMeasure } from "@/lib/campaign/measures";

const placedUnit = z.object({
  code: z.string(),
  name: z.string(),
  kind: z.enum(unitKinds),
  regionCode,
  regionName: z.string(),
  subdistrictCode: z.string(),
  subdistrictName: z.string(),
  gridRow: z.int().nullable(),
  gridColumn: z.int().nullable(),
  set: z.object({ code: z.string(), name: z.string() }).nullable(),
});

/**
 * The units that may be read, each with its kecamatan, in the order of their codes; with sets, in the
 * order of the sets, those that are in none last.
 */
export async function listPlacedUnits(
  grant: Grant<"coverage:read">,
  campaign: Campaign,
  sets: SetGrouping | null = null,
): Promise<PlacedUnit[]> {
  return readRows(placedUnit)`
    SELECT unit.code,
           unit.name,
           unit.kind,
           unit.region_code        AS "regionCode",
           region.name             AS "regionName",
           ${subdistrictOfUnit}    AS "subdistrictCode",
           ${placeName(campaign, "subdistrict")} AS "subdistrictName",
           subdistrict.grid_row    AS "gridRow",
           subdistrict.grid_column AS "gridColumn",
           ${setOfUnit(sets)}      AS set
    FROM reporting_unit AS unit
    JOIN region ON region.code = unit.region_code
    JOIN region AS subdistrict ON subdistrict.code = unit.subdistrict_code
    ${setOfUnitJoins(sets)}
    WHERE unit.district_code = ${campaign.districtCode}
      AND unit.campaign_id = ${campaign.id}::uuid
      AND ${withinRegion(grant)}
    ORDER BY unit_set.position NULLS LAST, ${subdistrictsInOrder}, unit.code
  `;
}

const latestReport = z.object({ code: z.string(), day: z.iso.date(), receivedAt: z.date() });

export type LatestReport = z.infer<typeof latestReport>;

/** The latest report of each unit of a place, up to a day; units without one are left out. */
export async function latestReports(
  grant: Grant<"coverage:read">,
  campaign: Campaign,
  { root, round, until }: { root: Root; round: Round; until: CalendarDay },
): Promise<LatestReport[]> {
  const codes = root.units.map(({ code }) => code);
  return readRows(latestReport)`
    SELECT unit.code, latest.day::text AS day, latest.received_at AS "receivedAt"
    FROM reporting_unit AS unit
    CROSS JOIN LATERAL (
      SELECT day, received_at
      FROM daily_report AS report
      WHERE report.district_code = unit.district_code
        AND report.campaign_id = unit.campaign_id
        AND report.round_number = ${round.number}
        AND report.unit_code = unit.code
        AND report.day <= ${until}::date
      ORDER BY day DESC
      LIMIT 1
    ) AS latest
    WHERE unit.district_code = ${campaign.districtCode}
      AND unit.campaign_id = ${campaign.id}::uuid
      AND unit.code = ANY (${codes})
      AND ${withinRegion(grant)}
  `;
}

const sourceTarget = z.object({
  source: z.enum(targetSources),
  asOf: z.iso.date(),
  decree: z.string().nullable(),
  /** How often it was loaded. */
  sets: z.int(),
  people: z.int().nullable(),
  /** Whether a kecamatan or the kabupaten has a figure of its own in it. */
  hasOwn: z.boolean(),
});

/** Whose count of a place's target population says what, and since when. */
export type SourceTarget = z.infer<typeof sourceTarget>;

/**
 * Every source that has ever been loaded, with the set that decides on a day and the people that it
 * counts in one place for one intervention; null where it has none for it.
 *
 * @throws {AppError} `forbidden` when the place is more than the grant's region.
 */
export async function sourceTargets(
  grant: Grant<"coverage:read">,
  campaign: Campaign,
  {
    root,
    round,
    on,
    intervention,
    targetGroup,
  }: {
    root: Root;
    round: Round;
    on: CalendarDay;
    intervention: string;
    targetGroup: string | null;
  },
): Promise<SourceTarget[]> {
  const kind = root.kind === "district" || root.kind === "subdistrict" ? root.kind : "unit";
  const codes =
    kind === "unit" ? root.units.map(({ code }) => code) : [keptUnder(root.code, campaign)];
  if (!isWithinReach(kind, grant.region)) throw new AppError("forbidden", `target of a ${kind}`);
  const column = Prisma.raw(kind === "unit" ? "unit.code" : `unit.${kind}_code`);
  return readRows(sourceTarget)`
    WITH deciding AS (
      SELECT DISTINCT ON (source) source, as_of::text AS "asOf", decree,
             (count(*) OVER (PARTITION BY source))::int AS sets
      FROM target_set
      WHERE district_code = ${campaign.districtCode} AND campaign_id = ${campaign.id}::uuid
      ORDER BY source, ${decidingSetFirst(on)}
    ), target AS (
      SELECT source, sum(people)::float8 AS people
      FROM place_target
      WHERE district_code = ${campaign.districtCode}
        AND campaign_id = ${campaign.id}::uuid
        AND round_number = ${round.number}
        AND place_kind = ${kind}
        AND place_code = ANY (${codes})
        AND intervention_code = ${intervention}
        AND (${targetGroup}::text IS NULL OR target_group_code = ${targetGroup})
        AND ${inForceOn(campaign, on)}
        AND EXISTS (
          SELECT FROM reporting_unit AS unit
          WHERE unit.district_code = place_target.district_code
            AND unit.campaign_id = place_target.campaign_id
            AND ${column} = place_target.place_code
            AND ${withinRegion(grant)})
      GROUP BY source
    )
    SELECT deciding.source, "asOf", decree, sets, target.people,
           CASE deciding.source
             WHEN 'local' THEN ${hasOwnFigures(campaign, { round, source: "local", on })}
             ELSE ${hasOwnFigures(campaign, { round, source: "pusdatin", on })}
           END AS "hasOwn"
    FROM deciding
    LEFT JOIN target USING (source)
    ORDER BY deciding.source
  `;
}

const unitReport = z.object({
  day: z.iso.date(),
  isZero: z.boolean(),
  isOnTime: z.boolean(),
  version: z.int(),
  receivedAt: z.date(),
  submittedBy: z.string().nullable(),
  tallies: z.array(
    z.object({
      intervention: z.string(),
      targetGroup: z.string(),
      ...eachMeasure(() => z.int()),
    }),
  ),
});

/** One daily report with its numbers: where a unit's figure comes from. */
export type UnitReport = z.infer<typeof unitReport>;

/** Every report of one unit in a round up to a day, latest first. */
export async function unitReports(
  grant: Grant<"coverage:read">,
  campaign: Campaign,
  { unit, round, until }: { unit: string; round: Round; until: CalendarDay },
): Promise<UnitReport[]> {
  return readRows(unitReport)`
    SELECT report.day::text     AS day,
           report.is_zero       AS "isZero",
           report.is_on_time    AS "isOnTime",
           report.version,
           report.received_at   AS "receivedAt",
           person.display_name  AS "submittedBy",
           coalesce(tallies.rows, '[]'::jsonb) AS tallies
    FROM daily_report AS report
    JOIN reporting_unit AS unit
      ON unit.district_code = report.district_code AND unit.campaign_id = report.campaign_id
     AND unit.code = report.unit_code
    LEFT JOIN app_user AS person ON person.id = report.submitted_by
    LEFT JOIN LATERAL (
      SELECT jsonb_agg(jsonb_build_object(
               'intervention', intervention_code, 'targetGroup', target_group_code,
               ${measureFields})) AS rows
      FROM tally
      WHERE tally.district_code = report.district_code
        AND tally.campaign_id = report.campaign_id
        AND tally.round_number = report.round_number
        AND tally.unit_code = report.unit_code
        AND tally.day = report.day
    ) AS tallies ON true
    WHERE report.district_code = ${campaign.districtCode}
      AND report.campaign_id = ${campaign.id}::uuid
      AND report.round_number = ${round.number}
      AND report.unit_code = ${unit}
      AND report.day <= ${until}::date
      AND ${withinRegion(grant)}
    ORDER BY report.day DESC
  `;
}
