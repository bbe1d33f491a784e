import "server-only";

import { z } from "zod";

import type { Grant } from "@/lib/auth/grant";
import type { Permission } from "@/lib/auth/policy";
import type { Campaign } from "@/lib/campaign/campaign";
import { readRows } from "@/lib/db/read";
import { withinRegion } from "@/lib/region/scope-queries";
import { addDays } from "@/lib/time/calendar-day";
import { Prisma } from "@/prisma/generated/client";

import type { PeopleOf } from "./coverage-rules";
import type { UnitPlace } from "./finding";
import { grouped, type Series } from "./series";
import type { UnitTargets } from "./target-rules";

/** The units of the grant's region by their codes. */
export type Units = ReadonlyMap<string, UnitPlace & { readonly inhabitants: number | null }>;

const unitRow = z.object({
  code: z.string(),
  name: z.string(),
  inhabitants: z.int().nullable(),
  subdistrictCode: z.string(),
  subdistrictName: z.string(),
});

export async function readUnits(grant: Grant<Permission>, campaign: Campaign): Promise<Units> {
  const rows = await readRows(Prisma.sql`
    SELECT unit.code, unit.name, unit.inhabitants, unit.subdistrict_code AS "subdistrictCode",
           region.name AS "subdistrictName"
    FROM reporting_unit AS unit
    JOIN region ON region.code = unit.subdistrict_code
    WHERE unit.district_code = ${campaign.districtCode}
      AND unit.campaign_id = ${campaign.id}::uuid AND ${withinRegion(grant)}
    ORDER BY unit.subdistrict_code, unit.code
  `);
  return new Map(
    z
      .array(unitRow)
      .parse(rows)
      .map(({ code, name, inhabitants, subdistrictCode, subdistrictName }) => [
        code,
        {
          code,
          name,
          inhabitants,
          subdistrict:
            subdistrictCode === campaign.districtCode
              ? null
              : { code: subdistrictCode, name: subdistrictName },
        },
      ]),
  );
}

const seriesRow = z.object({
  unit: z.string(),
  round: z.int(),
  intervention: z.string(),
  targetGroup: z.string(),
  days: z.array(z.int()),
  residents: z.array(z.int()),
});

/**
 * Each column of each unit through each round, in the campaign's order. A row a column, not a row a
 * day: 231 villages × 31 days × 6 columns are 1,386 rows. The days are put in order here: sorted in
 * SQL, by texts first, they took ten times as long.
 */
export async function readUnitSeries(campaign: Campaign, units: Units): Promise<Series[]> {
  const rows = await readRows(Prisma.sql`
    SELECT unit_code AS unit, round_number::int AS round, intervention_code AS intervention,
           target_group_code AS "targetGroup",
           array_agg(day - ${campaign.startsOn}::date)::int[] AS days,
           array_agg(residents) AS residents
    FROM tally
    WHERE district_code = ${campaign.districtCode} AND campaign_id = ${campaign.id}::uuid
    GROUP BY 1, 2, 3, 4
  `);
  const places = columnPlaces(campaign);
  const dayAt = kept((offset: number) => addDays(campaign.startsOn, offset));
  return z
    .array(seriesRow)
    .parse(rows)
    .flatMap(({ unit: code, days, residents, ...column }) => {
      const unit = units.get(code);
      if (!unit) return [];
      return {
        ...column,
        unit,
        days: days
          .map((offset, index) => ({ offset, residents: residents[index] ?? 0 }))
          .sort((a, b) => a.offset - b.offset)
          .map(({ offset, residents: count }) => ({ day: dayAt(offset), residents: count })),
      };
    })
    .sort(
      (a, b) =>
        placeOf(places, a) - placeOf(places, b) ||
        a.round - b.round ||
        a.unit.code.localeCompare(b.unit.code),
    );
}

const targetRow = z.object({
  unit: z.string(),
  round: z.int(),
  intervention: z.string(),
  targetGroup: z.string(),
  people: z.int().nullable(),
  before: z.int().nullable(),
});

export type Targets = {
  readonly peopleOf: PeopleOf;
  readonly ofRound: (round: number) => UnitTargets[];
};

/**
 * Target populations of the deciding source: in force for every unit, column and round, and what
 * the newest set replaced. A number for one round goes before one for every round.
 */
export async function readUnitTargets(campaign: Campaign, units: Units): Promise<Targets> {
  const rows = await readRows(Prisma.sql`
    WITH cell AS (
      SELECT unit_code, intervention_code, target_group_code, round_number,
             (array_agg(people ORDER BY target_set_id DESC))[2] AS before
      FROM target_population
      JOIN target_set
        ON target_set.district_code = target_population.district_code
       AND target_set.campaign_id = target_population.campaign_id
       AND target_set.id = target_set_id
      WHERE target_population.district_code = ${campaign.districtCode}
        AND target_population.campaign_id = ${campaign.id}::uuid
        AND source = ${campaign.decidingTargetSource}
      GROUP BY 1, 2, 3, 4
    )
    SELECT target.place_code AS unit, target.round_number::int AS round,
           target.intervention_code AS intervention, target.target_group_code AS "targetGroup",
           target.people::int AS people,
           CASE WHEN own.unit_code IS NULL THEN every.before ELSE own.before END AS before
    FROM place_target AS target
    LEFT JOIN cell AS own
      ON own.unit_code = target.place_code AND own.intervention_code = target.intervention_code
     AND own.target_group_code = target.target_group_code
     AND own.round_number = target.round_number
    LEFT JOIN cell AS every
      ON every.unit_code = target.place_code AND every.intervention_code = target.intervention_code
     AND every.target_group_code = target.target_group_code AND every.round_number = 0
    WHERE target.district_code = ${campaign.districtCode}
      AND target.campaign_id = ${campaign.id}::uuid
      AND target.source = ${campaign.decidingTargetSource} AND target.place_kind = 'unit'
  `);
  const cells = z.array(targetRow).parse(rows);
  const known = new Map(cells.map((cell) => [cellKey(cell.unit, cell), cell]));
  const columns = campaign.interventions.flatMap(({ code, targetGroups }) =>
    targetGroups.map((targetGroup) => ({ intervention: code, targetGroup })),
  );
  return {
    peopleOf: (series) => known.get(cellKey(series.unit.code, series))?.people ?? null,
    ofRound: (round) =>
      [...units.values()].map(({ inhabitants, ...unit }) => ({
        unit,
        inhabitants,
        cells: columns.map((column) => {
          const cell = known.get(cellKey(unit.code, { ...column, round }));
          return { ...column, people: cell?.people ?? null, before: cell?.before ?? null };
        }),
      })),
  };
}

type Column = { readonly intervention: string; readonly targetGroup: string };

function cellKey(unit: string, cell: Column & { readonly round: number }): string {
  return [unit, cell.round, cell.intervention, cell.targetGroup].join("\n");
}

/** Where a column stands in the campaign's order. */
function columnPlaces(campaign: Campaign): ReadonlyMap<string, number> {
  const columns = campaign.interventions.flatMap(({ code, targetGroups }) =>
    targetGroups.map((targetGroup) => `${code}\n${targetGroup}`),
  );
  return new Map([...grouped(columns, (each) => each).keys()].map((key, index) => [key, index]));
}

function placeOf(places: ReadonlyMap<string, number>, column: Column): number {
  return places.get(`${column.intervention}\n${column.targetGroup}`) ?? places.size;
}

/** Answers each question once: a campaign has few days and many numbers. */
function kept<Key, Value>(answer: (key: Key) => Value): (key: Key) => Value {
  const answers = new Map<Key, Value>();
  return (key) => {
    const known = answers.get(key) ?? answer(key);
    answers.set(key, known);
    return known;
  };
}
