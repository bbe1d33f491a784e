import "server-only";

import type { Round } from "@/lib/campaign/campaign";
import { columnKeySql } from "@/lib/campaign/server/column-key-queries";
import { completeDayShare } from "@/lib/coverage/completeness";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import { Prisma } from "@/prisma/generated/client";

/** Which rows of the roll-ups are read. */
type Reading = {
  readonly kind: "unit" | "subdistrict" | "district";
  readonly asOf: CalendarDay | null;
  readonly ofKind: Prisma.Sql;
  readonly ofUnits: Prisma.Sql;
};

/**
 * Facts of cells, a row a place and not a row a cell: 345 villages have ten thousand of ten interventions.
 * `code` has their columns and `name` their numbers, in one order (`lib/monitor/fact`).
 *
 * @param cells place, intervention_code, target_group_code; amount, beside and unverified, whole numbers.
 */
export function cellRows(
  kind: "target" | "otherTarget" | "dose" | "dayDose",
  cells: Prisma.Sql,
): Prisma.Sql {
  return Prisma.sql`
    UNION ALL
    SELECT ${Prisma.raw(`'${kind}'`)}, cell.place, string_agg(${columnKeySql}, ' '),
           string_agg(concat_ws(' ', amount, beside, unverified), ' '), 0, 0
    FROM (${cells}) AS cell
    GROUP BY cell.place`;
}

/** What the day looked at has brought: doses by cell, and reports. */
export function dayRows({
  kind,
  isOnDay,
  ofKind,
  ofUnits,
}: Pick<Reading, "kind" | "ofKind" | "ofUnits"> & { readonly isOnDay: Prisma.Sql }): Prisma.Sql {
  return kind === "unit"
    ? Prisma.sql`${cellRows(
        "dayDose",
        Prisma.sql`
      SELECT unit_code AS place, intervention_code, target_group_code,
             residents AS amount, 0 AS beside, 0 AS unverified
      FROM tally WHERE ${ofUnits} AND ${isOnDay}`,
      )}
    UNION ALL
    SELECT 'dayReport', unit_code, NULL, NULL, 1, 0
    FROM daily_report WHERE ${ofUnits} AND ${isOnDay}`
    : Prisma.sql`${cellRows(
        "dayDose",
        Prisma.sql`
      SELECT place_code AS place, intervention_code, target_group_code,
             residents AS amount, 0 AS beside, 0 AS unverified
      FROM place_day_total WHERE ${ofKind} AND ${isOnDay}`,
      )}
    UNION ALL
    SELECT 'dayReport', place_code, NULL, NULL, received::float8, 0
    FROM place_day_reports WHERE ${ofKind} AND ${isOnDay}`;
}

/**
 * What is due of each place so far (`due`), of that on a day (`of_day`), and how many service days of it
 * were complete (`completeDayShare`), where the place is of several units and has them in its roll-up; a
 * closed day is none. The statement names what is due a day `owed`, and closed days `closed`.
 */
export function owingRows({
  ofPlaces,
  onDay,
  ofKind,
}: {
  readonly ofPlaces: Prisma.Sql;
  readonly onDay: CalendarDay | null;
  /** null: no roll-up has its days. */
  readonly ofKind: Prisma.Sql | null;
}): Prisma.Sql {
  const isComplete = Prisma.sql`closed.day IS NULL
    AND report.received >= ${completeDayShare}::float8 * owed.due`;
  return Prisma.sql`
    SELECT owed.place, sum(owed.due)::float8 AS due,
           coalesce(sum(owed.due) FILTER (WHERE owed.day = ${onDay}::date), 0)::float8 AS of_day,
           ${ofKind ? Prisma.sql`count(*) FILTER (WHERE ${isComplete})` : Prisma.sql`0`} AS complete
    FROM owed
    ${
      ofKind
        ? Prisma.sql`
    LEFT JOIN (SELECT place_code, day, received FROM place_day_reports WHERE ${ofKind}) AS report
      ON report.place_code = owed.place AND report.day = owed.day
    LEFT JOIN closed ON closed.place = owed.place AND closed.day = owed.day`
        : Prisma.empty
    }
    WHERE ${ofPlaces}
    GROUP BY owed.place`;
}

/**
 * Complete days of rows that several units make together, counted from their reports. They stand at the
 * first of the units, because facts are told by the places of the roll-ups.
 */
export function completeDaysOfSets({ ofUnits }: Pick<Reading, "ofUnits">): Prisma.Sql {
  return Prisma.sql`
    UNION ALL
    SELECT 'completeDays', whole.first, NULL, NULL, count(*)::float8, 0
    FROM (SELECT code, min(place) AS first, count(*) AS units FROM place GROUP BY code) AS whole
    JOIN (
      SELECT place.code, day, sum(due) AS due
      FROM owed
      JOIN place USING (place)
      GROUP BY 1, 2
    ) AS owed USING (code)
    JOIN (
      SELECT place.code, day, count(*) AS received
      FROM daily_report JOIN place ON place.place = unit_code
      WHERE ${ofUnits}
      GROUP BY 1, 2
    ) AS report USING (code, day)
    LEFT JOIN (
      SELECT place.code, day, count(*) AS units
      FROM closed JOIN place USING (place)
      GROUP BY 1, 2
    ) AS closed USING (code, day)
    WHERE coalesce(closed.units, 0) < whole.units
      AND report.received >= ${completeDayShare}::float8 * owed.due
    GROUP BY whole.first`;
}

/**
 * Doses of each place and cell: all entered, or up to a day. Columns: place, intervention_code,
 * target_group_code, residents, non_residents, unverified.
 */
export function doseRows({ kind, asOf, ofKind, ofUnits }: Reading): Prisma.Sql {
  if (asOf === null) {
    return Prisma.sql`
      SELECT place_code AS place, intervention_code, target_group_code,
             residents::float8, non_residents::float8, unverified::float8
      FROM place_total WHERE ${ofKind}`;
  }
  return kind === "unit"
    ? Prisma.sql`
      SELECT unit_code AS place, intervention_code, target_group_code,
             sum(residents)::float8 AS residents, sum(non_residents)::float8 AS non_residents,
             coalesce(sum(residents) FILTER (WHERE status <> 'verified'), 0)::float8 AS unverified
      FROM tally
      JOIN daily_report USING (district_code, campaign_id, round_number, unit_code, day)
      WHERE ${ofUnits} AND day <= ${asOf}::date GROUP BY 1, 2, 3`
    : Prisma.sql`
      SELECT place_code AS place, intervention_code, target_group_code,
             sum(residents)::float8 AS residents, sum(non_residents)::float8 AS non_residents,
             sum(unverified)::float8 AS unverified
      FROM place_day_total WHERE ${ofKind} AND day <= ${asOf}::date GROUP BY 1, 2, 3`;
}

/** Reports of service days of each place: all entered, or up to a day. */
export function reportRows({
  kind,
  asOf,
  round,
  ofKind,
  ofUnits,
}: Reading & { round: Round }): Prisma.Sql {
  if (asOf === null) {
    return Prisma.sql`
      SELECT place_code AS place, received::float8 FROM place_reports WHERE ${ofKind}`;
  }
  // Reports of sweeping days are not expected, so they are not counted as received either.
  const until = asOf < round.endsOn ? asOf : round.endsOn;
  return kind === "unit"
    ? Prisma.sql`
      SELECT unit_code AS place, count(*)::float8 AS received
      FROM daily_report WHERE ${ofUnits} AND day <= ${until}::date GROUP BY 1`
    : Prisma.sql`
      SELECT place_code AS place, sum(received)::float8 AS received
      FROM place_day_reports WHERE ${ofKind} AND day <= ${until}::date GROUP BY 1`;
}
