import "server-only";

import { z } from "zod";

import { readRows } from "@/lib/server/db/read";
import type { Grant } from "@/lib/account/auth/grant";
import type { Permission } from "@/lib/account/auth/policy";
import { type Campaign } from "@/lib/campaign/campaign";
import { unitKinds, type UnitKind } from "@/lib/campaign/unit-kind";
import { inForceOn } from "@/lib/campaign/target-population/server/in-force-queries";
import { withinRegion } from "@/lib/account/region/server/scope-queries";
import { addDays } from "@/lib/base/time/calendar-day";
import { now } from "@/lib/base/time/clock";
import { localDay } from "@/lib/base/time/time-zone";
import { Prisma } from "@/prisma/generated/client";

import type { PeopleOf } from "@/lib/monitor/quality/coverage-rules";
import type { UnitPlace } from "@/lib/monitor/quality/finding";
import type { Series, SeriesDay } from "@/lib/monitor/quality/series";
import { peopleBefore, versionsOfRound } from "@/lib/monitor/quality/target-history";
import type { UnitTargets } from "@/lib/monitor/quality/target-rules";
import { isHeldIn } from "@/lib/campaign/predecessor";
import {
  columnKeyOf,
  placeColumnKeyOf,
  type ColumnKey,
  type NamedByColumn,
  type PlaceColumnKey,
} from "@/lib/campaign/column-key";

/** The units of the grant's region by their codes. */
export type SeriesUnits = ReadonlyMap<
  string,
  UnitPlace & { readonly kind: UnitKind; readonly inhabitants: number | null }
>;

const unitRow = z.object({
  code: z.string(),
  name: z.string(),
  kind: z.enum(unitKinds),
  inhabitants: z.int().nullable(),
  subdistrictCode: z.string(),
  subdistrictName: z.string(),
});

export async function readUnits(
  grant: Grant<Permission>,
  campaign: Campaign,
): Promise<SeriesUnits> {
  const rows = await readRows(unitRow)`
    SELECT unit.code, unit.name, unit.kind, unit.inhabitants, unit.subdistrict_code AS "subdistrictCode",
           region.name AS "subdistrictName"
    FROM reporting_unit AS unit
    JOIN region ON region.code = unit.subdistrict_code
    WHERE unit.district_code = ${campaign.districtCode}
      AND unit.campaign_id = ${campaign.id}::uuid AND ${withinRegion(grant)}
    ORDER BY unit.subdistrict_code, unit.code
  `;
  return new Map(
    rows.map(({ code, name, kind, inhabitants, subdistrictCode, subdistrictName }) => [
      code,
      {
        code,
        name,
        kind,
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
  days: z.string(),
  residents: z.string(),
  nonResidents: z.string(),
});

/**
 * Each column of each unit through each round, in the campaign's order. A row a column, not a row a
 * day: 231 villages × 31 days × 6 columns are 1,386 rows. The days are put in order here: sorted in
 * SQL, by texts first, they took ten times as long. Numbers come as one text a row: as arrays they cost
 * twice the processor time of all rules together.
 *
 * @param isWhole whether the units are all of the campaign's.
 */
export async function readUnitSeries(
  campaign: Campaign,
  units: SeriesUnits,
  isWhole: boolean,
): Promise<Series[]> {
  const rows = await readRows(seriesRow)`
    SELECT unit_code AS unit, round_number::int AS round, intervention_code AS intervention,
           target_group_code AS "targetGroup",
           string_agg((day - ${campaign.startsOn}::date)::text, ' ') AS days,
           string_agg(residents::text, ' ') AS residents,
           string_agg(non_residents::text, ' ') AS "nonResidents"
    FROM tally
    WHERE district_code = ${campaign.districtCode} AND campaign_id = ${campaign.id}::uuid
      AND ${isWhole ? Prisma.sql`true` : Prisma.sql`unit_code = ANY (${[...units.keys()]})`}
    GROUP BY 1, 2, 3, 4
  `;
  const positions = columnPositions(campaign);
  const dayAt = kept((offset: number) => addDays(campaign.startsOn, offset));
  return rows
    .flatMap(({ unit: code, days, residents, nonResidents, ...column }) => {
      const unit = units.get(code);
      if (!unit) return [];
      const [given, beside] = [numbersIn(residents), numbersIn(nonResidents)];
      const counted = numbersIn(days).map((offset, index) => ({
        day: dayAt(offset),
        residents: given[index] ?? 0,
        nonResidents: beside[index] ?? 0,
      }));
      return { ...column, unit, days: counted.sort(byDay) };
    })
    .sort(
      (a, b) =>
        columnPosition(positions, a) - columnPosition(positions, b) ||
        a.round - b.round ||
        a.unit.code.localeCompare(b.unit.code),
    );
}

function numbersIn(text: string): number[] {
  return text.split(" ").map(Number);
}

function byDay(a: SeriesDay, b: SeriesDay): number {
  return a.day < b.day ? -1 : 1;
}

const targetRow = z.object({
  unit: z.string(),
  round: z.int(),
  intervention: z.string(),
  targetGroup: z.string(),
  people: z.int().nullable(),
});

const versionRow = targetRow.extend({
  /** Oldest first, and the sets that brought them. */
  people: z.array(z.int()),
  sets: z.array(z.int()),
});

const setRow = z.object({ id: z.int() });

/** Target populations of the deciding source in force, for every unit, column and round. */
export async function readTargetPeople(campaign: Campaign): Promise<PeopleOf> {
  return peopleOfCells(await readCells(campaign));
}

type Cell = z.infer<typeof targetRow>;

async function readCells(campaign: Campaign): Promise<Cell[]> {
  const { districtCode, id, decidingTargetSource: source } = campaign;
  return readRows(targetRow)`
    SELECT place_code AS unit, round_number::int AS round, intervention_code AS intervention,
           target_group_code AS "targetGroup", people::int AS people
    FROM place_target
    WHERE district_code = ${districtCode} AND campaign_id = ${id}::uuid
      AND source = ${source} AND place_kind = 'unit' AND ${inForceOn(campaign, null)}
  `;
}

function peopleOfCells(cells: readonly Cell[]): PeopleOf {
  const known = new Map(cells.map((cell) => [cellKey(cell.unit, cell), cell.people]));
  return (series) => known.get(cellKey(series.unit.code, series)) ?? null;
}

type Targets = {
  readonly peopleOf: PeopleOf;
  readonly ofRound: (round: number) => UnitTargets[];
};

/**
 * Target populations of the deciding source: in force for every unit, column and round, and what
 * each is compared with (`peopleBefore`).
 */
export async function readUnitTargets(campaign: Campaign, units: SeriesUnits): Promise<Targets> {
  const { districtCode, id, decidingTargetSource: source } = campaign;
  const [cells, loaded, reportedOn] = await Promise.all([
    readCells(campaign),
    readRows(versionRow)`
      SELECT unit_code AS unit, round_number::int AS round, intervention_code AS intervention,
             target_group_code AS "targetGroup",
             array_agg(people ORDER BY in_force_from, target_set_id) AS people,
             array_agg(target_set_id ORDER BY in_force_from, target_set_id) AS sets
      FROM target_population
      JOIN target_set
        ON target_set.district_code = target_population.district_code
       AND target_set.campaign_id = target_population.campaign_id
       AND target_set.id = target_set_id
      WHERE target_population.district_code = ${districtCode}
        AND target_population.campaign_id = ${id}::uuid AND source = ${source}
        AND in_force_from <= ${localDay(now(), campaign.timeZone)}::date
      GROUP BY 1, 2, 3, 4
    `,
    readReportedSets(campaign),
  ]);
  const known = new Map(cells.map((cell) => [cellKey(cell.unit, cell), cell]));
  const versions = new Map(
    loaded.map(({ people, sets, ...cell }) => [
      cellKey(cell.unit, cell),
      sets.map((set, index) => ({ set, people: people[index] ?? 0 })),
    ]),
  );
  const beforeOf = (unit: string, column: NamedByColumn, round: number) => {
    const of = (number: number) => versions.get(cellKey(unit, { ...column, round: number })) ?? [];
    return peopleBefore(versionsOfRound(of(0), of(round)), reportedOn);
  };
  const columns = campaign.interventions.flatMap(({ code, targetGroups }) =>
    targetGroups.map((targetGroup) => ({ intervention: code, targetGroup })),
  );
  return {
    peopleOf: peopleOfCells(cells),
    ofRound: (round) =>
      unitsOfRound(campaign, units, round).map(({ inhabitants, ...unit }) => ({
        unit,
        inhabitants,
        cells: columns.map((column) => {
          const cell = known.get(cellKey(unit.code, { ...column, round }));
          const before = beforeOf(unit.code, column, round);
          return { ...column, people: cell?.people ?? null, before };
        }),
      })),
  };
}

function unitsOfRound(campaign: Campaign, units: SeriesUnits, number: number) {
  const round = campaign.rounds.find((each) => each.number === number) ?? {};
  return [...units.values()].filter(({ code }) => isHeldIn(round, code));
}

/** The sets of the deciding source that a report came after, before the next set did. */
async function readReportedSets(campaign: Campaign): Promise<number[]> {
  const rows = await readRows(setRow)`
    SELECT id
    FROM (
      SELECT id, created_at, lead(created_at) OVER (ORDER BY id) AS until
      FROM target_set
      WHERE district_code = ${campaign.districtCode} AND campaign_id = ${campaign.id}::uuid
        AND source = ${campaign.decidingTargetSource}
    ) AS loaded
    WHERE EXISTS (
      SELECT FROM submission
      WHERE district_code = ${campaign.districtCode} AND campaign_id = ${campaign.id}::uuid
        AND received_at >= created_at AND (until IS NULL OR received_at < until))
  `;
  return rows.map((set) => set.id);
}

function cellKey(unit: string, cell: NamedByColumn & { readonly round: number }): PlaceColumnKey {
  return placeColumnKeyOf(unit, columnKeyOf(cell), cell.round);
}

/** Where a column stands in the campaign's order. */
function columnPositions(campaign: Campaign): ReadonlyMap<ColumnKey, number> {
  const columns = campaign.interventions.flatMap(({ code, targetGroups }) =>
    targetGroups.map((targetGroup) => columnKeyOf({ intervention: code, targetGroup })),
  );
  return new Map([...new Set(columns)].map((key, index) => [key, index]));
}

function columnPosition(positions: ReadonlyMap<ColumnKey, number>, column: NamedByColumn): number {
  return positions.get(columnKeyOf(column)) ?? positions.size;
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
