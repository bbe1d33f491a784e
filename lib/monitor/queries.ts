import "server-only";

import { z } from "zod";

import type { Grant } from "@/lib/auth/grant";
import type { Campaign, Round, TargetSource } from "@/lib/campaign/campaign";
import { db } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { withinRegion } from "@/lib/region/scope-queries";
import type { CalendarDay } from "@/lib/time/calendar-day";
import { Prisma } from "@/prisma/generated/client";

import { isWithinReach, type Place } from "./place";

export type CountsQuery = {
  readonly by: Place;
  readonly round: Round;
  readonly source: TargetSource;
  /** Counts up to and including this day; null: everything entered. */
  readonly asOf: CalendarDay | null;
  readonly intervention?: string | undefined;
  readonly targetGroup?: string | undefined;
  /** A row for each target group rather than their sum. */
  readonly isSplit?: boolean;
  /** Only what lies in this subdistrict or village (still within the grant). */
  readonly within?: string | undefined;
};

const placeCounts = z.object({
  code: z.string(),
  name: z.string(),
  intervention: z.string(),
  targetGroup: z.string().nullable(),
  units: z.int(),
  /** Cells (unit × target group) without a target population. */
  missingTargets: z.int(),
  targetPopulation: z.int().nullable(),
  dosesAdministered: z.int(),
  nonResidentDoses: z.int(),
  /** Reports of service days, sweeping days not counted. */
  reportsReceived: z.int(),
});

export type PlaceCounts = z.infer<typeof placeCounts>;

/**
 * Counts of each place and intervention, places in the order of their codes, interventions in the
 * campaign's. A place with no report or no target population stays in the answer.
 *
 * It reads the roll-ups, a row for each place that is shown, however much was ever entered. Only
 * an earlier `asOf` reads days: of a subdistrict or the district from their day totals, of units
 * from the tallies themselves. Totals meet the places one to one before anything is summed;
 * joined to tallies, each target population would repeat once per tally.
 */
export async function placeCountsBy(
  grant: Grant<"coverage:read">,
  campaign: Campaign,
  query: CountsQuery,
): Promise<PlaceCounts[]> {
  const { round, source } = query;
  const kind = kindOf(query.by);
  const key = Prisma.sql`district_code = ${campaign.districtCode}
      AND campaign_id = ${campaign.id}::uuid AND round_number = ${round.number}`;

  const rows = await db().$queryRaw`
    WITH place AS (${placeRows(grant, campaign, query)}
    ), cell AS (
      SELECT intervention_code, target_group_code
      FROM intervention_target_group
      WHERE district_code = ${campaign.districtCode} AND campaign_id = ${campaign.id}::uuid
        AND (${query.intervention ?? null}::text IS NULL OR intervention_code = ${query.intervention ?? null})
        AND (${query.targetGroup ?? null}::text IS NULL OR target_group_code = ${query.targetGroup ?? null})
    ), dose AS (${doseRows(key, kind, query.asOf)}
    ), report AS (${reportRows(key, kind, query)}
    ), counted AS (
      SELECT place.code,
             min(place.name)                            AS name,
             cell.intervention_code,
             ${query.isSplit ? Prisma.sql`cell.target_group_code` : Prisma.sql`NULL`} AS target_group,
             sum(place.units - coalesce(target.units, 0)) AS missing_targets,
             sum(target.people)                         AS people,
             coalesce(sum(dose.residents), 0)           AS residents,
             coalesce(sum(dose.non_residents), 0)       AS non_residents
      FROM place
      CROSS JOIN cell
      LEFT JOIN place_target AS target
        ON target.district_code = ${campaign.districtCode}
       AND target.campaign_id = ${campaign.id}::uuid
       AND target.source = ${source}
       AND target.round_number = ${round.number}
       AND target.place_kind = ${kind}
       AND target.place_code = place.place_code
       AND target.intervention_code = cell.intervention_code
       AND target.target_group_code = cell.target_group_code
      LEFT JOIN dose USING (place_code, intervention_code, target_group_code)
      GROUP BY 1, 3, 4
    ), reported AS (
      SELECT code, sum(units) AS units, coalesce(sum(received), 0) AS received
      FROM place LEFT JOIN report USING (place_code)
      GROUP BY code
    )
    SELECT counted.code,
           counted.name,
           counted.intervention_code       AS intervention,
           counted.target_group            AS "targetGroup",
           reported.units::int             AS units,
           missing_targets::int            AS "missingTargets",
           people::float8                  AS "targetPopulation",
           residents::float8               AS "dosesAdministered",
           non_residents::float8           AS "nonResidentDoses",
           reported.received::int          AS "reportsReceived"
    FROM counted
    JOIN reported USING (code)
    JOIN intervention
      ON intervention.district_code = ${campaign.districtCode}
     AND intervention.campaign_id = ${campaign.id}::uuid
     AND intervention.code = counted.intervention_code
    LEFT JOIN target_group
      ON target_group.district_code = ${campaign.districtCode}
     AND target_group.campaign_id = ${campaign.id}::uuid
     AND target_group.code = counted.target_group
    ORDER BY counted.code, intervention.position, target_group.position
  `;
  return z.array(placeCounts).parse(rows);
}

const dayCounts = z.object({
  place: z.string(),
  day: z.iso.date(),
  intervention: z.string().nullable(),
  doses: z.int(),
  nonResidentDoses: z.int(),
  received: z.int(),
  expected: z.int(),
});

export type DayCounts = z.infer<typeof dayCounts>;

/**
 * Doses and reports of each place, day and intervention, for every day from `from` to `to` in the
 * round: a day without a report is a row of zeros, so that the reader can tell it from a day that
 * is not there. `received` of `expected` counts reports; on sweeping days none are expected.
 */
export async function dayCountsBy(
  grant: Grant<"coverage:read">,
  campaign: Campaign,
  query: Omit<CountsQuery, "source" | "asOf" | "isSplit"> & {
    readonly from: CalendarDay;
    readonly to: CalendarDay;
  },
): Promise<DayCounts[]> {
  const { round } = query;
  const kind = kindOf(query.by);
  const key = Prisma.sql`district_code = ${campaign.districtCode}
      AND campaign_id = ${campaign.id}::uuid AND round_number = ${round.number}`;
  const days = Prisma.sql`day BETWEEN ${query.from}::date AND ${query.to}::date`;
  const [doses, reports] =
    kind === "unit"
      ? [
          Prisma.sql`SELECT unit_code AS place_code, day, intervention_code, target_group_code,
                            residents, non_residents
                     FROM tally WHERE ${key} AND ${days}`,
          Prisma.sql`SELECT unit_code AS place_code, day, 1 AS received
                     FROM daily_report WHERE ${key} AND ${days}`,
        ]
      : [
          Prisma.sql`SELECT place_code, day, intervention_code, target_group_code, residents, non_residents
                     FROM place_day_total WHERE ${key} AND place_kind = ${kind} AND ${days}`,
          Prisma.sql`SELECT place_code, day, received
                     FROM place_day_reports WHERE ${key} AND place_kind = ${kind} AND ${days}`,
        ];

  const rows = await db().$queryRaw`
    WITH place AS (${placeRows(grant, campaign, query)}
    ), given AS (
      SELECT place.code, day, intervention_code,
             sum(residents) AS residents, sum(non_residents) AS non_residents
      FROM (${doses}) AS dose
      JOIN place USING (place_code)
      WHERE (${query.targetGroup ?? null}::text IS NULL OR target_group_code = ${query.targetGroup ?? null})
      GROUP BY 1, 2, 3
    ), reported AS (
      SELECT place.code, day, sum(received) AS received
      FROM (${reports}) AS report
      JOIN place USING (place_code)
      GROUP BY 1, 2
    ), named AS (
      SELECT code, sum(units) AS units FROM place GROUP BY code
    )
    SELECT named.code                                    AS place,
           calendar.day::date::text                      AS day,
           intervention.code                             AS intervention,
           coalesce(given.residents, 0)::float8          AS doses,
           coalesce(given.non_residents, 0)::float8      AS "nonResidentDoses",
           coalesce(reported.received, 0)::int           AS received,
           (CASE WHEN calendar.day <= ${round.endsOn}::date THEN named.units ELSE 0 END)::int AS expected
    FROM named
    CROSS JOIN generate_series(${query.from}::date, ${query.to}::date, '1 day') AS calendar (day)
    CROSS JOIN (
      SELECT code, position FROM intervention
      WHERE district_code = ${campaign.districtCode} AND campaign_id = ${campaign.id}::uuid
        AND (${query.intervention ?? null}::text IS NULL OR code = ${query.intervention ?? null})
    ) AS intervention
    LEFT JOIN given
      ON given.code = named.code AND given.day = calendar.day
     AND given.intervention_code = intervention.code
    LEFT JOIN reported ON reported.code = named.code AND reported.day = calendar.day
    ORDER BY named.code, calendar.day, intervention.position
  `;
  return z.array(dayCounts).parse(rows);
}

/** The moment of the last report that counts, or null; what "data s.d." says. */
export async function lastReceivedAt(
  grant: Grant<"coverage:read">,
  campaign: Campaign,
): Promise<Date | null> {
  const rows = await db().$queryRaw`
    SELECT max(report.received_at) AS "receivedAt"
    FROM daily_report AS report
    JOIN reporting_unit AS unit
      ON unit.district_code = report.district_code AND unit.campaign_id = report.campaign_id
     AND unit.code = report.unit_code
    WHERE report.district_code = ${campaign.districtCode}
      AND report.campaign_id = ${campaign.id}::uuid
      AND ${withinRegion(grant)}
  `;
  return z.array(z.object({ receivedAt: z.date().nullable() })).parse(rows)[0]?.receivedAt ?? null;
}

/** Which roll-up answers for a place: units and villages are read from the units' totals. */
function kindOf(by: Place): "unit" | "subdistrict" | "district" {
  return by === "village" ? "unit" : by;
}

/**
 * The places of an answer: `place_code` is where the roll-ups keep them, `code` is the row's.
 *
 * @throws {AppError} `forbidden` when such rows would add up more than the grant's region.
 */
function placeRows(
  grant: Grant<"coverage:read">,
  campaign: Campaign,
  { by, within }: Pick<CountsQuery, "by" | "within">,
): Prisma.Sql {
  if (!isWithinReach(by, grant.region)) throw new AppError("forbidden", `rows by ${by}`);
  const units = Prisma.sql`
      FROM reporting_unit AS unit
      JOIN region ON region.code = ${
        by === "village"
          ? Prisma.sql`unit.region_code`
          : by === "district"
            ? Prisma.sql`unit.district_code`
            : Prisma.sql`unit.subdistrict_code`
      }
      WHERE unit.district_code = ${campaign.districtCode}
        AND unit.campaign_id = ${campaign.id}::uuid
        AND ${withinRegion(grant)}
        AND (${within ?? null}::text IS NULL OR unit.subdistrict_code = ${within ?? null}
             OR unit.region_code = ${within ?? null} OR unit.code = ${within ?? null})`;
  switch (by) {
    case "unit":
      return Prisma.sql`
      SELECT unit.code AS place_code, unit.code, unit.name, 1 AS units ${units}`;
    case "village":
      return Prisma.sql`
      SELECT unit.code AS place_code, unit.region_code AS code, region.name, 1 AS units ${units}`;
    case "subdistrict":
      return Prisma.sql`
      SELECT unit.subdistrict_code AS place_code, unit.subdistrict_code AS code, region.name,
             count(*) AS units ${units} GROUP BY 1, 2, 3`;
    case "district":
      return Prisma.sql`
      SELECT unit.district_code AS place_code, unit.district_code AS code, region.name,
             count(*) AS units ${units} GROUP BY 1, 2, 3`;
  }
}

function doseRows(key: Prisma.Sql, kind: string, asOf: CalendarDay | null): Prisma.Sql {
  if (asOf === null) {
    return Prisma.sql`
      SELECT place_code, intervention_code, target_group_code, residents, non_residents
      FROM place_total WHERE ${key} AND place_kind = ${kind}`;
  }
  return kind === "unit"
    ? Prisma.sql`
      SELECT unit_code AS place_code, intervention_code, target_group_code,
             sum(residents) AS residents, sum(non_residents) AS non_residents
      FROM tally WHERE ${key} AND day <= ${asOf}::date GROUP BY 1, 2, 3`
    : Prisma.sql`
      SELECT place_code, intervention_code, target_group_code,
             sum(residents) AS residents, sum(non_residents) AS non_residents
      FROM place_day_total WHERE ${key} AND place_kind = ${kind} AND day <= ${asOf}::date
      GROUP BY 1, 2, 3`;
}

function reportRows(key: Prisma.Sql, kind: string, { asOf, round }: CountsQuery): Prisma.Sql {
  if (asOf === null) {
    return Prisma.sql`
      SELECT place_code, received FROM place_reports WHERE ${key} AND place_kind = ${kind}`;
  }
  const until = asOf < round.endsOn ? asOf : round.endsOn;
  return kind === "unit"
    ? Prisma.sql`
      SELECT unit_code AS place_code, count(*) AS received
      FROM daily_report WHERE ${key} AND day <= ${until}::date GROUP BY 1`
    : Prisma.sql`
      SELECT place_code, sum(received) AS received
      FROM place_day_reports WHERE ${key} AND place_kind = ${kind} AND day <= ${until}::date
      GROUP BY 1`;
}
