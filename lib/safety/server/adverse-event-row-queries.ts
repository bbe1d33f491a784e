import "server-only";

import { z } from "zod";

import type { Campaign } from "@/lib/campaign/campaign";
import { placeName, subdistrictOfUnit } from "@/lib/campaign/server/unplaced-queries";
import { adverseEventStates, seriousCriteria, type AdverseEvent } from "@/lib/safety/adverse-event";
import { deadlineHours } from "@/lib/safety/deadline";
import { Prisma } from "@/prisma/generated/client";

const instant = z.iso.datetime({ offset: true });

export const adverseEventRow: z.ZodType<AdverseEvent> = z.object({
  id: z.uuid(),
  version: z.int(),
  unit: z.string().nullable(),
  unitName: z.string().nullable(),
  subdistrict: z.string(),
  subdistrictName: z.string(),
  day: z.iso.date(),
  foundAt: instant,
  interventions: z.array(z.string()),
  batch: z.string(),
  targetGroup: z.string().nullable(),
  isSerious: z.boolean(),
  criteria: z.array(z.enum(seriousCriteria)),
  onsetHours: z.int().nullable(),
  signs: z.string(),
  toldDistrictAt: instant,
  toldProvinceAt: instant.nullable(),
  toldNationAt: instant.nullable(),
  state: z.enum(adverseEventStates),
  isSample: z.boolean(),
});

/**
 * The columns of an adverse event, of `event`, `unit` and the kecamatan `area`.
 *
 * @param hasUnit false: its kecamatan is the finest place that is told.
 */
export function adverseEventColumns(campaign: Campaign, hasUnit: boolean): Prisma.Sql {
  const moment = (column: string) =>
    Prisma.raw(`to_json(event.${column} at time zone 'UTC') #>> '{}' || 'Z'`);
  return Prisma.sql`
    event.id, event.version,
    ${hasUnit ? Prisma.sql`unit.code` : Prisma.sql`NULL::text`} AS unit,
    ${hasUnit ? Prisma.sql`unit.name` : Prisma.sql`NULL::text`} AS "unitName",
    ${subdistrictOfUnit} AS subdistrict, ${placeName(campaign, "area")} AS "subdistrictName",
    event.day::text AS day, ${moment("found_at")} AS "foundAt", event.interventions, event.batch,
    event.target_group_code AS "targetGroup", event.is_serious AS "isSerious", event.criteria,
    event.onset_hours AS "onsetHours", event.signs,
    ${moment("told_district_at")} AS "toldDistrictAt",
    ${moment("told_province_at")} AS "toldProvinceAt",
    ${moment("told_nation_at")} AS "toldNationAt",
    event.state, event.is_demo AS "isSample"`;
}

/** What an event hangs on: its unit, and the kecamatan of that. */
export const ofAdverseEvent = Prisma.sql`
  JOIN reporting_unit AS unit ON unit.district_code = event.district_code
   AND unit.campaign_id = event.campaign_id AND unit.code = event.unit_code
  JOIN region AS area ON area.code = unit.subdistrict_code`;

/** SQL condition: somebody above the kabupaten was to be told of `event` before a moment, and was not. */
export function isOverdueSql(at: Date): Prisma.Sql {
  const isOver = (column: string, hours: number) =>
    Prisma.sql`(event.${Prisma.raw(column)} IS NULL
      AND event.found_at + make_interval(hours => ${hours}::int) < ${at.toISOString()}::timestamptz)`;
  return Prisma.sql`(event.is_awaiting AND (
    ${isOver("told_province_at", deadlineHours.province)}
    OR ${isOver("told_nation_at", deadlineHours.nation)}))`;
}
