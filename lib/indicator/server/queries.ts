import "server-only";

import { z } from "zod";

import type { Grant } from "@/lib/account/auth/grant";
import type { Permission } from "@/lib/account/auth/policy";
import { withinRegion } from "@/lib/account/region/server/scope-queries";
import { nation, regionCode } from "@/lib/base/region/code";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import type { Campaign } from "@/lib/campaign/campaign";
import { unitKinds } from "@/lib/campaign/unit-kind";
import {
  directions,
  indicatorMeasures,
  type Indicator,
  type IndicatorValue,
} from "@/lib/indicator/indicator";
import { periodFrom, periodKinds } from "@/lib/indicator/period";
import { db } from "@/lib/server/db/client";
import { readRow, readRows } from "@/lib/server/db/read";
import { Prisma } from "@/prisma/generated/client";

type Reader = Grant<Permission>;
type Key = Pick<Campaign, "districtCode" | "id">;

const goal = z.object({
  startsOn: z.iso.date(),
  unit: z.string(),
  value: z.number(),
});

const indicatorRow = z
  .object({
    id: z.uuid(),
    code: z.string(),
    name: z.string(),
    measure: z.enum(indicatorMeasures),
    direction: z.enum(directions),
    period: z.enum(periodKinds),
    counted: z.string().nullable(),
    officeCode: z.string().nullable(),
    officeName: z.string().nullable(),
    baseline: z.iso.date().nullable(),
    goals: z.array(goal),
    position: z.int(),
    version: z.int(),
  })
  .transform(({ officeCode, officeName, baseline, goals, ...row }): Indicator => ({
    ...row,
    office: officeCode === null ? null : { code: officeCode, name: officeName ?? officeCode },
    baseline: baseline === null ? null : periodFrom(row.period, baseline),
    goals: goals.map(({ startsOn, unit, value }) => ({
      period: periodFrom(row.period, startsOn),
      unit: unit || null,
      value,
    })),
  }));

const indicatorColumns = Prisma.sql`
  indicator.id, indicator.code, indicator.name, indicator.measure, indicator.direction,
  indicator.period, indicator.counted, indicator.office_code AS "officeCode",
  office.name AS "officeName", indicator.baseline::text AS baseline,
  indicator.position::int AS position, indicator.version,
  coalesce((
    SELECT jsonb_agg(jsonb_build_object(
             'startsOn', goal.starts_on, 'unit', goal.unit_code, 'value', goal.value)
           ORDER BY goal.starts_on, goal.unit_code)
    FROM indicator_goal AS goal
    WHERE goal.district_code = indicator.district_code
      AND goal.indicator_id = indicator.id), '[]') AS goals`;

const withOffice = Prisma.sql`
  LEFT JOIN office ON office.district_code = indicator.district_code
   AND office.code = indicator.office_code`;

/** What a campaign wants to improve, in its order: whoever reads the campaign may know. */
export async function listIndicators(
  _grant: Reader,
  { districtCode, id }: Key,
): Promise<Indicator[]> {
  return readRows(indicatorRow)`
    SELECT ${indicatorColumns}
    FROM indicator ${withOffice}
    WHERE indicator.district_code = ${districtCode} AND indicator.campaign_id = ${id}::uuid
    ORDER BY indicator.position, indicator.code
  `;
}

/** Whether anything was ever entered for an indicator, also what was taken back. */
export async function isIndicatorValued(
  _grant: Reader,
  { districtCode }: Key,
  id: string,
): Promise<boolean> {
  const { found } = await readRow(z.object({ found: z.boolean() }))`
    SELECT EXISTS (
      SELECT FROM indicator_value AS value
      WHERE value.district_code = ${districtCode} AND value.indicator_id = ${id}::uuid) AS found`;
  return found;
}

const reachedUnit = z.object({
  code: z.string(),
  name: z.string(),
  kind: z.enum(unitKinds),
  regionCode,
  subdistrict: z.string(),
  office: z.string().nullable(),
});

export type ReachedUnit = z.infer<typeof reachedUnit>;

/** Whether somebody heads an office that answers for an indicator: then every unit of it is theirs to read. */
function isOwner({ office }: Reader, indicators: readonly Indicator[]): boolean {
  return office !== null && indicators.some((each) => each.office?.code === office.office);
}

/** The indicators that are somebody's: the head of an office that answers for some has these alone. */
export function ownIndicators(
  grant: Reader,
  indicators: readonly Indicator[],
): readonly Indicator[] {
  const { office } = grant;
  return office !== null && isOwner(grant, indicators)
    ? indicators.filter((each) => each.office?.code === office.office)
    : indicators;
}

/** The reporting units that somebody may read, or all of them where the indicators are their own. */
export async function listReachedUnits(
  grant: Reader,
  { districtCode, id }: Key,
  indicators: readonly Indicator[],
): Promise<ReachedUnit[]> {
  const reach = isOwner(grant, indicators)
    ? Prisma.sql`unit.district_code = ${grant.office?.district ?? ""}`
    : withinRegion(grant);
  return readRows(reachedUnit)`
    SELECT unit.code, unit.name, unit.kind, unit.region_code AS "regionCode",
           coalesce(region.name, '') AS subdistrict, unit.office_code AS office
    FROM reporting_unit AS unit
    LEFT JOIN region ON region.code = unit.subdistrict_code
    WHERE unit.district_code = ${districtCode} AND unit.campaign_id = ${id}::uuid AND ${reach}
    ORDER BY unit.subdistrict_code, unit.code
  `;
}

const valueRow = z
  .object({
    id: z.uuid(),
    indicator: z.uuid(),
    unit: z.string(),
    kind: z.enum(periodKinds),
    startsOn: z.iso.date(),
    value: z.number().nullable(),
    numerator: z.number().nullable(),
    denominator: z.number().nullable(),
    source: z.string().nullable(),
    version: z.int(),
  })
  .transform(({ kind, startsOn, ...row }): IndicatorValue => ({
    ...row,
    period: periodFrom(kind, startsOn),
  }));

const valueColumns = Prisma.sql`
  told.id, told.indicator_id AS indicator, told.unit_code AS unit, indicator.period AS kind,
  told.starts_on::text AS "startsOn", told.value::float8 AS value,
  told.numerator::float8 AS numerator, told.denominator::float8 AS denominator, told.source,
  told.version`;

/** Values of these units in the periods that begin on these days, those that were taken back too. */
export async function readValues(
  _grant: Reader,
  { districtCode, id }: Key,
  of: { readonly units: readonly ReachedUnit[]; readonly starts: readonly CalendarDay[] },
): Promise<IndicatorValue[]> {
  if (of.units.length === 0 || of.starts.length === 0) return [];
  return readRows(valueRow)`
    SELECT ${valueColumns}
    FROM indicator_value AS told
    JOIN indicator ON indicator.district_code = told.district_code
     AND indicator.id = told.indicator_id
    WHERE told.district_code = ${districtCode} AND told.campaign_id = ${id}::uuid
      AND told.starts_on = ANY(${[...of.starts]}::date[])
      AND told.unit_code = ANY(${of.units.map(({ code }) => code)}::text[])
  `;
}

/** All that one unit had of one indicator, the newest first. */
export async function readSeries(
  _grant: Reader,
  { districtCode }: Key,
  of: { readonly indicator: string; readonly unit: ReachedUnit },
): Promise<IndicatorValue[]> {
  return readRows(valueRow)`
    SELECT ${valueColumns}
    FROM indicator_value AS told
    JOIN indicator ON indicator.district_code = told.district_code
     AND indicator.id = told.indicator_id
    WHERE told.district_code = ${districtCode} AND told.indicator_id = ${of.indicator}::uuid
      AND told.unit_code = ${of.unit.code}
    ORDER BY told.starts_on DESC
    LIMIT 60
  `;
}

/** Where a list of values goes on: after the value of a period with this id. */
export type ValueCursor = { readonly startsOn: CalendarDay; readonly id: string };

/**
 * Values of a campaign, by period and id: those that were taken back too, with their version.
 *
 * @returns up to `limit`.
 */
export async function listValues(
  grant: Reader,
  campaign: Key,
  of: {
    readonly units: readonly ReachedUnit[];
    readonly indicators: readonly Indicator[];
    readonly startsOn: CalendarDay | null;
    readonly after: ValueCursor | null;
    readonly limit: number;
  },
): Promise<IndicatorValue[]> {
  const { districtCode, id } = campaign;
  const after = of.after
    ? Prisma.sql`AND (told.starts_on, told.id) > (${of.after.startsOn}::date, ${of.after.id}::uuid)`
    : Prisma.empty;
  const ofPeriod = of.startsOn
    ? Prisma.sql`AND told.starts_on = ${of.startsOn}::date`
    : Prisma.empty;
  // Whoever reads the whole kabupaten is spared the list of its units.
  const isWhole = grant.region === districtCode || grant.region === nation;
  const ofUnits = isWhole
    ? Prisma.empty
    : Prisma.sql`AND told.unit_code = ANY(${of.units.map(({ code }) => code)}::text[])`;
  return readRows(valueRow)`
    SELECT ${valueColumns}
    FROM indicator_value AS told
    JOIN indicator ON indicator.district_code = told.district_code
     AND indicator.id = told.indicator_id
    WHERE told.district_code = ${districtCode} AND told.campaign_id = ${id}::uuid
      AND told.indicator_id = ANY(${of.indicators.map((each) => each.id)}::uuid[])
      ${ofUnits} ${ofPeriod} ${after}
    ORDER BY told.starts_on, told.id
    LIMIT ${of.limit}
  `;
}

/** One value, for whoever may read its unit; null: there is none. */
export async function findValue(
  _grant: Reader,
  { districtCode, id }: Key,
  of: { readonly id: string; readonly units: readonly ReachedUnit[] },
): Promise<IndicatorValue | null> {
  const [found] = await readRows(valueRow)`
    SELECT ${valueColumns}
    FROM indicator_value AS told
    JOIN indicator ON indicator.district_code = told.district_code
     AND indicator.id = told.indicator_id
    WHERE told.district_code = ${districtCode} AND told.campaign_id = ${id}::uuid
      AND told.id = ${of.id}::uuid
      AND told.unit_code = ANY(${of.units.map(({ code }) => code)}::text[])
  `;
  return found ?? null;
}

/** The first period of which a campaign has a value, by its first day; null: it has none. */
export async function firstStart(
  _grant: Reader,
  { districtCode, id }: Key,
): Promise<CalendarDay | null> {
  const { startsOn } = await readRow(z.object({ startsOn: z.iso.date().nullable() }))`
    SELECT min(starts_on)::text AS "startsOn" FROM indicator_value
    WHERE district_code = ${districtCode} AND campaign_id = ${id}::uuid
  `;
  return startsOn;
}

/** Whether the grant's place has any indicator: then its screen stands in the navigation. */
export async function isAnyIndicator({ region, office }: Reader): Promise<boolean> {
  const within = office?.district ?? region ?? nation;
  const districtCode =
    within === nation ? {} : within.length > 5 ? within.slice(0, 5) : { startsWith: within };
  const found = await db().indicator.findFirst({ where: { districtCode }, select: { id: true } });
  return found !== null;
}
