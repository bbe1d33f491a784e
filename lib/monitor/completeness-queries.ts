import "server-only";

import { z } from "zod";

import type { Grant } from "@/lib/auth/grant";
import { unitKinds, type Campaign, type Round } from "@/lib/campaign/campaign";
import { readRows } from "@/lib/db/read";
import { regionCode } from "@/lib/region/code";
import { withinRegion } from "@/lib/region/scope-queries";
import type { CalendarDay } from "@/lib/time/calendar-day";
import { Prisma } from "@/prisma/generated/client";

const unitOnDay = z.object({
  code: z.string(),
  name: z.string(),
  kind: z.enum(unitKinds),
  subdistrictCode: regionCode,
  subdistrictName: z.string(),
  /** When the day's report first came in; null: it has not. */
  receivedAt: z.date().nullable(),
  isOnTime: z.boolean(),
  isZero: z.boolean(),
  /** Who sent the version that stands; null: nobody that is known. */
  sentBy: z.string().nullable(),
});

/** A unit that should report, and its report of one day. */
export type UnitOnDay = z.infer<typeof unitOnDay>;

/** Every unit of the grant's region with its report of a day, in the order of the codes. */
export async function unitsOnDay(
  grant: Grant<"completeness:read">,
  campaign: Campaign,
  { round, day }: { readonly round: Round; readonly day: CalendarDay },
): Promise<UnitOnDay[]> {
  const rows = await readRows(Prisma.sql`
    SELECT unit.code,
           unit.name,
           unit.kind,
           unit.subdistrict_code            AS "subdistrictCode",
           subdistrict.name                 AS "subdistrictName",
           report.first_received_at         AS "receivedAt",
           coalesce(report.is_on_time, false) AS "isOnTime",
           coalesce(report.is_zero, false)  AS "isZero",
           person.display_name              AS "sentBy"
    FROM reporting_unit AS unit
    JOIN region AS subdistrict ON subdistrict.code = unit.subdistrict_code
    LEFT JOIN daily_report AS report
      ON report.district_code = unit.district_code
     AND report.campaign_id = unit.campaign_id
     AND report.round_number = ${round.number}
     AND report.unit_code = unit.code
     AND report.day = ${day}::date
    LEFT JOIN app_user AS person ON person.id = report.submitted_by
    WHERE unit.district_code = ${campaign.districtCode}
      AND unit.campaign_id = ${campaign.id}::uuid
      AND ${withinRegion(grant)}
    ORDER BY unit.subdistrict_code, unit.code
  `);
  return z.array(unitOnDay).parse(rows);
}

const reportDay = z.object({
  place: z.string(),
  day: z.iso.date(),
  received: z.int(),
  onTime: z.int(),
});

/** Reports of a place on a day, when there is at least one. */
export type ReportDay = z.infer<typeof reportDay>;

/**
 * Reports of each kecamatan and day from the roll-up; or of each unit of one place, whose reports
 * are the rows themselves. Days without a report have no row.
 *
 * @param within code of the kecamatan whose units are asked for; undefined: of all that may be read.
 */
export async function reportDays(
  grant: Grant<"completeness:read">,
  campaign: Campaign,
  query: {
    readonly by: "subdistrict" | "unit";
    readonly round: Round;
    readonly until: CalendarDay;
    readonly within?: string | undefined;
  },
): Promise<ReportDay[]> {
  const { by, round, until } = query;
  const key = Prisma.sql`district_code = ${campaign.districtCode}
      AND campaign_id = ${campaign.id}::uuid AND round_number = ${round.number}
      AND day BETWEEN ${round.startsOn}::date AND ${until}::date`;
  const places = (column: Prisma.Sql) => Prisma.sql`ARRAY(
      SELECT DISTINCT ${column} FROM reporting_unit AS unit
      WHERE unit.district_code = ${campaign.districtCode}
        AND unit.campaign_id = ${campaign.id}::uuid
        AND ${withinRegion(grant)}
        AND (${query.within ?? null}::text IS NULL OR unit.subdistrict_code = ${query.within ?? null}))`;
  const rows = await readRows(
    by === "subdistrict"
      ? Prisma.sql`
    SELECT place_code AS place, day::text AS day, received::int, on_time::int AS "onTime"
    FROM place_day_reports
    WHERE ${key} AND place_kind = 'subdistrict'
      AND place_code = ANY (${places(Prisma.sql`unit.subdistrict_code`)})
      AND received > 0
    ORDER BY 1, 2`
      : Prisma.sql`
    SELECT unit_code AS place, day::text AS day, 1 AS received, is_on_time::int AS "onTime"
    FROM daily_report
    WHERE ${key} AND unit_code = ANY (${places(Prisma.sql`unit.code`)})
    ORDER BY 1, 2`,
  );
  return z.array(reportDay).parse(rows);
}

const silentUnit = z.object({
  code: z.string(),
  name: z.string(),
  subdistrictName: z.string(),
  /** Service days with a report. */
  received: z.int(),
  lastDay: z.iso.date().nullable(),
  days: z.array(z.iso.date()),
});

/** A unit that has been silent for a while. */
export type SilentUnit = z.infer<typeof silentUnit>;

/**
 * The units whose latest report lies longest back, at most `most`; those that report today not
 * among them. Kecamatan from which nothing ever came are left out: there it is not the village.
 *
 * @param until the last service day that has begun.
 */
export async function longestSilent(
  grant: Grant<"completeness:read">,
  campaign: Campaign,
  query: {
    readonly round: Round;
    readonly until: CalendarDay;
    readonly within?: string | undefined;
    readonly most: number;
  },
): Promise<SilentUnit[]> {
  const { round, until } = query;
  const key = Prisma.sql`district_code = ${campaign.districtCode}
      AND campaign_id = ${campaign.id}::uuid AND round_number = ${round.number}`;
  const rows = await readRows(Prisma.sql`
    WITH heard AS MATERIALIZED (
      SELECT place_kind, place_code, received FROM place_reports
      WHERE ${key} AND place_kind IN ('unit', 'subdistrict') AND received > 0
    ), silent AS (
      SELECT unit.code, unit.name, unit.subdistrict_code,
             coalesce(own.received, 0) AS received, latest.day
      FROM reporting_unit AS unit
      LEFT JOIN heard AS own ON own.place_kind = 'unit' AND own.place_code = unit.code
      LEFT JOIN LATERAL (
        SELECT day FROM daily_report AS report
        WHERE report.district_code = unit.district_code
          AND report.campaign_id = unit.campaign_id
          AND report.round_number = ${round.number}
          AND report.unit_code = unit.code
          AND report.day <= ${until}::date
        ORDER BY day DESC LIMIT 1
      ) AS latest ON true
      WHERE unit.district_code = ${campaign.districtCode}
        AND unit.campaign_id = ${campaign.id}::uuid
        AND ${withinRegion(grant)}
        AND (${query.within ?? null}::text IS NULL OR unit.subdistrict_code = ${query.within ?? null})
        AND EXISTS (SELECT FROM heard
                    WHERE place_kind = 'subdistrict' AND place_code = unit.subdistrict_code)
        AND latest.day IS DISTINCT FROM ${until}::date
      ORDER BY latest.day NULLS FIRST, own.received NULLS FIRST, unit.code
      LIMIT ${query.most}
    )
    SELECT silent.code,
           silent.name,
           region.name              AS "subdistrictName",
           silent.received::int     AS received,
           silent.day::text         AS "lastDay",
           ARRAY(SELECT day::text FROM daily_report
                 WHERE ${key} AND unit_code = silent.code AND day <= ${until}::date
                 ORDER BY day)      AS days
    FROM silent
    JOIN region ON region.code = silent.subdistrict_code
    ORDER BY silent.day NULLS FIRST, silent.received, silent.code
  `);
  return z.array(silentUnit).parse(rows);
}

/** How many units of the grant's region have not reported a day. */
export async function countAwaited(
  grant: Grant<"completeness:read">,
  campaign: Campaign,
  { round, day }: { readonly round: Round; readonly day: CalendarDay },
): Promise<number> {
  const rows = await readRows(Prisma.sql`
    SELECT count(*)::int AS awaited
    FROM reporting_unit AS unit
    WHERE unit.district_code = ${campaign.districtCode}
      AND unit.campaign_id = ${campaign.id}::uuid
      AND ${withinRegion(grant)}
      AND NOT EXISTS (
        SELECT FROM daily_report AS report
        WHERE report.district_code = unit.district_code
          AND report.campaign_id = unit.campaign_id
          AND report.round_number = ${round.number}
          AND report.unit_code = unit.code
          AND report.day = ${day}::date)
  `);
  return z.array(z.object({ awaited: z.int() })).parse(rows)[0]?.awaited ?? 0;
}
