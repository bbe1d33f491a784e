import "server-only";

import { z } from "zod";

import { readRows } from "@/lib/server/db/read";
import type { Grant } from "@/lib/account/auth/grant";
import { targetSources, type Campaign, type TargetSource } from "@/lib/campaign/campaign";
import { unitKinds } from "@/lib/campaign/unit-kind";
import { regionCode } from "@/lib/base/region/code";
import { withinRegion } from "@/lib/account/region/server/scope-queries";
import { keptUnder } from "@/lib/campaign/unplaced";
import {
  namedPlace,
  placeName,
  subdistrictOfUnit,
  subdistrictsInOrder,
} from "@/lib/campaign/server/unplaced-queries";
import { isAskedOfUnit } from "@/lib/campaign/server/asked-queries";
import { heldIn } from "@/lib/campaign/server/held-in-queries";
import { Prisma } from "@/prisma/generated/client";

import type { CalendarDay } from "@/lib/base/time/calendar-day";
import type { StandingCell } from "@/lib/campaign/target-population/in-force";
import type { TargetCell } from "@/lib/campaign/target-population/rejection";
import {
  decidingSetFirst,
  hadOwnFigure,
  inForceOn,
  numbersOfPlace,
  numbersOfPlaces,
} from "./in-force-queries";
import type { NamedRegion, NamedUnit } from "@/lib/campaign/target-population/unit-lookup";

type Importer = Grant<"target:import">;

const namedUnit = z.object({
  code: z.string(),
  name: z.string(),
  kind: z.enum(unitKinds),
  regionCode,
  subdistrictCode: z.string(),
  subdistrictName: z.string(),
  office: z
    .string()
    .nullable()
    .transform((code) => code ?? undefined),
});

/** The units of the grant's region with their subdistricts' names, in the order of their codes. */
export async function listNamedUnits(
  grant: Importer | Grant<"tally:submit">,
  campaign: Campaign,
): Promise<NamedUnit[]> {
  return readRows(namedUnit)`
    SELECT unit.code, unit.name, unit.kind, unit.region_code AS "regionCode",
           ${subdistrictOfUnit} AS "subdistrictCode",
           ${placeName(campaign, "region")} AS "subdistrictName",
           unit.office_code AS office
    FROM reporting_unit AS unit
    JOIN region ON region.code = unit.subdistrict_code
    WHERE unit.district_code = ${campaign.districtCode}
      AND unit.campaign_id = ${campaign.id}::uuid
      AND ${withinRegion(grant)}
    ORDER BY ${subdistrictsInOrder}, unit.code
  `;
}

/** The kabupaten, its kecamatan, and the villages of the grant's region, in the order of their codes. */
export async function listRegions(
  { region }: Importer | Grant<"tally:submit">,
  { districtCode }: Campaign,
): Promise<NamedRegion[]> {
  return readRows(z.object({ code: z.string(), name: z.string() }))`
    SELECT code, name FROM region
    WHERE code = ${districtCode}
       OR (code LIKE ${`${districtCode}.%`} AND (level < 4 OR code LIKE ${`${region}%`}))
    ORDER BY code
  `;
}

const cellVersion = z.object({
  set: z.int(),
  /** null: withdrawn. */
  people: z.int().nullable(),
  /** 0: every round. */
  round: z.int(),
  asOf: z.iso.date(),
  inForceFrom: z.iso.date(),
  decree: z.string().nullable(),
  reason: z.string().nullable(),
  by: z.string().nullable(),
  at: z.date(),
});

type CellVersion = z.infer<typeof cellVersion>;

/** Every number that a box of one source ever had, the one of the latest day first. */
export async function cellVersions(
  _grant: Importer,
  campaign: Campaign,
  cell: Pick<TargetCell, "unit" | "intervention" | "targetGroup"> & {
    readonly source: TargetSource;
  },
): Promise<CellVersion[]> {
  return readRows(cellVersion)`
    SELECT cell.target_set_id AS set, cell.people, cell.round_number::int AS round,
           as_of::text AS "asOf", in_force_from::text AS "inForceFrom", decree, reason,
           app_user.display_name AS by, target_set.created_at AS at
    FROM (${numbersOfPlace(campaign, cell.unit)}) AS cell
    JOIN target_set
      ON target_set.district_code = cell.district_code
     AND target_set.campaign_id = cell.campaign_id AND target_set.id = cell.target_set_id
    LEFT JOIN app_user ON app_user.id = target_set.created_by
    WHERE cell.district_code = ${campaign.districtCode}
      AND cell.campaign_id = ${campaign.id}::uuid
      AND source = ${cell.source}
      AND intervention_code = ${cell.intervention} AND target_group_code = ${cell.targetGroup}
    ORDER BY in_force_from DESC, cell.target_set_id DESC
  `;
}

const targetSet = z.object({
  id: z.int(),
  source: z.enum(targetSources),
  asOf: z.iso.date(),
  inForceFrom: z.iso.date(),
  decree: z.string().nullable(),
  fileName: z.string().nullable(),
  createdBy: z.string().nullable(),
  createdAt: z.date(),
  rows: z.int(),
  people: z.int(),
  /** Whether it withdraws a figure of a larger place. */
  isWithdrawal: z.boolean(),
});

type TargetSet = z.infer<typeof targetSet>;

/** Every import of the campaign, the newest first. */
export async function listTargetSets(_grant: Importer, campaign: Campaign): Promise<TargetSet[]> {
  return readRows(targetSet)`
    SELECT target_set.id, source, as_of::text AS "asOf", in_force_from::text AS "inForceFrom",
           decree, file_name AS "fileName",
           app_user.display_name AS "createdBy", target_set.created_at AS "createdAt",
           count(cell.target_set_id)::int AS rows, coalesce(sum(cell.people), 0)::int AS people,
           bool_or(cell.target_set_id IS NOT NULL AND cell.people IS NULL) AS "isWithdrawal"
    FROM target_set
    LEFT JOIN app_user ON app_user.id = target_set.created_by
    LEFT JOIN (
      SELECT number.district_code, number.campaign_id, number.target_set_id, number.people
      FROM target_population AS number
      WHERE number.district_code = ${campaign.districtCode}
      UNION ALL
      SELECT own.district_code, own.campaign_id, own.target_set_id, own.people
      FROM region_target AS own
      WHERE own.district_code = ${campaign.districtCode}
    ) AS cell
      ON cell.district_code = target_set.district_code
     AND cell.campaign_id = target_set.campaign_id AND cell.target_set_id = target_set.id
    WHERE target_set.district_code = ${campaign.districtCode}
      AND target_set.campaign_id = ${campaign.id}::uuid
    GROUP BY target_set.district_code, target_set.campaign_id, target_set.id, app_user.id
    ORDER BY target_set.id DESC
  `;
}

const standingCell = z.object({
  unit: z.string(),
  intervention: z.string(),
  targetGroup: z.string(),
  round: z.int(),
  people: z.int().nullable(),
  inForceFrom: z.iso.date(),
});

/**
 * The number of each box of a source that decides on a day, as it was imported: for one round, or 0 for
 * all.
 */
export async function standingCells(
  grant: Importer,
  campaign: Campaign,
  { source, on }: { readonly source: TargetSource; readonly on: CalendarDay },
): Promise<StandingCell[]> {
  return readRows(standingCell)`
    SELECT DISTINCT ON (cell.place, intervention_code, target_group_code, round_number)
           cell.place AS unit, intervention_code AS intervention,
           target_group_code AS "targetGroup", round_number::int AS round, people,
           in_force_from::text AS "inForceFrom"
    FROM (${numbersOfPlaces(grant, campaign)}) AS cell
    JOIN target_set
      ON target_set.district_code = cell.district_code
     AND target_set.campaign_id = cell.campaign_id AND target_set.id = cell.target_set_id
    WHERE target_set.district_code = ${campaign.districtCode} AND source = ${source}
    ORDER BY cell.place, intervention_code, target_group_code, round_number,
             ${decidingSetFirst(on)}
  `;
}

const placePeople = z.object({
  source: z.enum(targetSources),
  place: z.string(),
  intervention: z.string(),
  targetGroup: z.string(),
  people: z.int(),
  units: z.int(),
  /** What its units add up to, where it or a part has a figure of its own; else null. */
  detail: z.int().nullable(),
  /** Whether the number was given for the place itself, a unit or a larger one, and is no sum. */
  isOwn: z.boolean(),
  /** Whether it is a sum because a figure of the place itself was withdrawn. */
  isWithdrawn: z.boolean(),
});

export type PlacePeople = z.infer<typeof placePeople>;

/**
 * People in force in one round, of both sources: by subdistrict, or by unit of one subdistrict;
 * and for the kabupaten, as place "". `units` says how many units of the place have a number.
 */
export async function peopleInForce(
  grant: Importer,
  campaign: Campaign,
  query: { readonly round: number; readonly subdistrict: string | null },
): Promise<PlacePeople[]> {
  const place = query.subdistrict
    ? Prisma.sql`((place_kind, place_code) IN (
        SELECT 'unit', unit.code FROM reporting_unit AS unit
        WHERE unit.district_code = ${campaign.districtCode}
          AND unit.campaign_id = ${campaign.id}::uuid
          AND unit.subdistrict_code = ${keptUnder(query.subdistrict, campaign)} AND ${withinRegion(grant)})
        OR place_kind = 'district')`
    : Prisma.sql`place_kind IN ('subdistrict', 'district')`;
  return readRows(placePeople)`
    SELECT source, CASE place_kind WHEN 'district' THEN ''
                        ELSE ${namedPlace(Prisma.sql`place_code`, Prisma.sql`district_code`)} END AS place,
           intervention_code AS intervention, target_group_code AS "targetGroup",
           people::float8 AS people, units,
           detail::float8 AS detail,
           is_own AS "isOwn", NOT is_own AND ${hadOwnFigure} AS "isWithdrawn"
    FROM place_target
    WHERE district_code = ${campaign.districtCode} AND campaign_id = ${campaign.id}::uuid
      AND round_number = ${query.round} AND ${place} AND ${inForceOn(campaign, null)}
  `;
}

/** Residents' doses of a round by subdistrict and intervention: what new targets are held against. */
export async function dosesBySubdistrict(
  _grant: Importer,
  campaign: Campaign,
  round: number,
): Promise<{ subdistrict: string; intervention: string; doses: number }[]> {
  return readRows(z.object({ subdistrict: z.string(), intervention: z.string(), doses: z.int() }))`
    SELECT ${namedPlace(Prisma.sql`place_code`, Prisma.sql`district_code`)} AS subdistrict,
           intervention_code AS intervention,
           sum(residents)::float8 AS doses
    FROM place_total
    WHERE district_code = ${campaign.districtCode} AND campaign_id = ${campaign.id}::uuid
      AND place_kind = 'subdistrict' AND round_number = ${round}
    GROUP BY 1, 2
  `;
}

/**
 * Units of the round without a number of the source for at least one box, with how many are missing. A
 * box that a figure of the kecamatan or the kabupaten itself covers is not.
 */
export async function unitsWithoutTarget(
  grant: Importer,
  campaign: Campaign,
  query: { readonly source: TargetSource; readonly round: number },
): Promise<{ code: string; name: string; subdistrictName: string; missing: number }[]> {
  return readRows(
    z.object({
      code: z.string(),
      name: z.string(),
      subdistrictName: z.string(),
      missing: z.int(),
    }),
  )`
    SELECT unit.code, unit.name, ${placeName(campaign, "region")} AS "subdistrictName",
           (count(*) - count(target.people))::int AS missing
    FROM reporting_unit AS unit
    JOIN region ON region.code = unit.subdistrict_code
    JOIN intervention_target_group AS given
      ON given.district_code = unit.district_code AND given.campaign_id = unit.campaign_id
    LEFT JOIN place_target AS target
      ON target.district_code = unit.district_code AND target.campaign_id = unit.campaign_id
     AND target.source = ${query.source} AND target.round_number = ${query.round}
     AND target.place_kind = 'unit' AND target.place_code = unit.code
     AND target.intervention_code = given.intervention_code
     AND target.target_group_code = given.target_group_code
     AND ${inForceOn(campaign, null)}
    WHERE unit.district_code = ${campaign.districtCode}
      AND unit.campaign_id = ${campaign.id}::uuid AND ${withinRegion(grant)}
      AND ${heldIn(campaign.rounds.find(({ number }) => number === query.round) ?? {})}
      AND ${isAskedOfUnit(campaign, Prisma.sql`given.target_group_code`)}
      AND NOT EXISTS (
        SELECT FROM place_target AS above
        WHERE above.district_code = unit.district_code AND above.campaign_id = unit.campaign_id
          AND above.source = ${query.source} AND above.round_number = ${query.round}
          AND above.intervention_code = given.intervention_code
          AND above.target_group_code = given.target_group_code
          AND above.place_kind <> 'unit' AND above.is_own AND ${inForceOn(campaign, null)}
          AND above.place_code IN (unit.subdistrict_code, unit.district_code))
    GROUP BY unit.code, unit.name, unit.district_code, unit.subdistrict_code, region.code, region.name
    HAVING count(*) > count(target.people)
    ORDER BY ${subdistrictsInOrder}, unit.code
  `;
}
