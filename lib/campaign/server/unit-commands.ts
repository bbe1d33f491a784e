import "server-only";

import { z } from "zod";

import type { Transaction } from "@/lib/server/db/client";
import { readRow, readRows } from "@/lib/server/db/read";
import { AppError } from "@/lib/base/errors";
import { districtOf, regionCode, subdistrictOf, type RegionCode } from "@/lib/base/region/code";
import type { CalendarDay } from "@/lib/base/time/calendar-day";

import type { ReportingUnit } from "@/lib/campaign/campaign";
import type { CampaignKey } from "./part-commands";
import type { CampaignChange, CampaignInput } from "@/lib/campaign/schema";

type UnitInput = NonNullable<CampaignInput["reportingUnits"]>[number];

/** Every village of the kabupaten as a reporting unit, coded and named by its area. */
export async function everyVillage(
  tx: Transaction,
  district: RegionCode,
): Promise<ReportingUnit[]> {
  const villages = await readRows(z.object({ code: regionCode, name: z.string() }), tx)`
      SELECT code, name FROM region
      WHERE code LIKE ${`${district}.%`} AND level = 4 ORDER BY code`;
  return placed(
    district,
    villages.map(({ code, name }) => ({ code, name, kind: "village", regionCode: code })),
  );
}

/**
 * Units with the subdistrict that each belongs to.
 *
 * @param field what the list is called in the body.
 * @throws {AppError} `unknownRegion`, field `reportingUnits.N.regionCode`: the first unit whose
 * area is unknown or outside the kabupaten; `unknownOffice` (`reportingUnits.N.office`): the first whose
 * office is not an open one of its register.
 */
export async function placedUnits(
  tx: Transaction,
  district: RegionCode,
  units: readonly UnitInput[],
  field: "reportingUnits" | "changedUnits" = "reportingUnits",
): Promise<ReportingUnit[]> {
  if (units.length === 0) return [];
  const codes = units.map((unit) => unit.regionCode);
  const rows = await readRows(z.object({ code: z.string() }), tx)`
    SELECT code FROM region WHERE code = ANY(${codes}::text[])`;
  const known = new Set(rows.map(({ code }) => code));
  const strange = units.findIndex(
    ({ regionCode: code }) => !known.has(code) || districtOf(code) !== district,
  );
  if (strange !== -1) {
    throw new AppError(
      "unknownRegion",
      `unit ${units[strange]?.code ?? ""} lies in no area of ${district}`,
      `${field}.${strange}.regionCode`,
    );
  }
  await requireOffices(tx, district, units, field);
  return placed(district, units);
}

async function requireOffices(
  tx: Transaction,
  district: RegionCode,
  units: readonly UnitInput[],
  field: string,
): Promise<void> {
  const named = units.flatMap(({ office }) => office ?? []);
  if (named.length === 0) return;
  const rows = await readRows(z.object({ code: z.string() }), tx)`
    SELECT code FROM office
    WHERE district_code = ${district} AND closed_at IS NULL AND code = ANY(${named}::text[])`;
  const known = new Set(rows.map(({ code }) => code));
  const strange = units.findIndex(({ office }) => office && !known.has(office));
  if (strange !== -1) {
    throw new AppError(
      "unknownOffice",
      `no office ${units[strange]?.office ?? ""} in ${district}`,
      `${field}.${strange}.office`,
    );
  }
}

/** A unit that belongs to no one subdistrict stands under the kabupaten itself. */
function placed(district: RegionCode, units: readonly UnitInput[]): ReportingUnit[] {
  return units.map((unit) => ({
    ...unit,
    subdistrictCode: subdistrictOf(unit.regionCode) ?? district,
  }));
}

/**
 * Adds units. An office, puskesmas or school that names no office is held by the open one of its own code.
 *
 * @param reportsFrom the first day that they owe a report for; null: the campaign's first.
 */
export async function insertUnits(
  tx: Transaction,
  key: CampaignKey,
  units: readonly ReportingUnit[],
  reportsFrom: CalendarDay | null = null,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO reporting_unit (
      district_code, campaign_id, code, name, kind, region_code, subdistrict_code, reports_from,
      office_code)
    SELECT ${key.district}, ${key.id}::uuid, unit.code, unit.name, unit.kind, "regionCode",
           "subdistrictCode", ${reportsFrom}::date,
           CASE WHEN "saysOffice" THEN unit.office ELSE office.code END
    FROM jsonb_to_recordset(${saidUnits(units)}::jsonb) AS unit (
      code text, name text, kind text, "regionCode" text, "subdistrictCode" text, office text,
      "saysOffice" boolean)
    LEFT JOIN office
      ON office.district_code = ${key.district} AND office.code = unit.code
     AND office.closed_at IS NULL AND unit.kind IN ('office', 'puskesmas', 'school')`;
}

/** As the database reads them, with whether each says which office holds it. */
function saidUnits(units: readonly ReportingUnit[]): string {
  return JSON.stringify(units.map((unit) => ({ ...unit, saysOffice: unit.office !== undefined })));
}

/**
 * Gives units that stand another name, kind, area or office. Where one moves to another kecamatan, what it
 * reported is counted there from now on.
 *
 * @throws {AppError} `notFound` for a code that no unit has.
 */
export async function changeUnits(
  tx: Transaction,
  key: CampaignKey,
  units: readonly ReportingUnit[],
): Promise<void> {
  if (units.length === 0) return;
  const { changed } = await readRow(z.object({ changed: z.int() }), tx)`
    SELECT change_units(${key.district}, ${key.id}::uuid, ${saidUnits(units)}::jsonb) AS changed`;
  if (changed !== units.length) throw new AppError("notFound", "a unit to change", "changedUnits");
}

/**
 * Sets how many people live where units work, of any age; what a target population is held against.
 *
 * @throws {AppError} `notFound`, field `inhabitants.N.code`: the first that names no unit.
 */
export async function saveInhabitants(
  tx: Transaction,
  key: CampaignKey,
  inhabitants: NonNullable<CampaignChange["inhabitants"]>,
): Promise<void> {
  if (inhabitants.length === 0) return;
  const stored = await readRows(z.object({ code: z.string() }), tx)`
    UPDATE reporting_unit SET inhabitants = told.people
    FROM jsonb_to_recordset(${JSON.stringify(inhabitants)}::jsonb) AS told (code text, people int)
    WHERE district_code = ${key.district} AND campaign_id = ${key.id}::uuid
      AND reporting_unit.code = told.code
    RETURNING reporting_unit.code`;
  const known = new Set(stored.map(({ code }) => code));
  const strange = inhabitants.findIndex(({ code }) => !known.has(code));
  if (strange !== -1) {
    throw new AppError(
      "notFound",
      `no unit ${inhabitants[strange]?.code ?? ""}`,
      `inhabitants.${strange}.code`,
    );
  }
}
