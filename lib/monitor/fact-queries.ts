import "server-only";

import { z } from "zod";

import type { Grant } from "@/lib/auth/grant";
import type { Campaign, Round, TargetSource } from "@/lib/campaign/campaign";
import { completeDayShare } from "@/lib/coverage/completeness";
import { readRows } from "@/lib/db/read";
import { AppError } from "@/lib/errors";
import { withinRegion } from "@/lib/region/scope-queries";
import type { CalendarDay } from "@/lib/time/calendar-day";
import { Prisma } from "@/prisma/generated/client";

import { factKinds, type DayAsked } from "./counts";
import { doubtfulFacts } from "./doubtful-queries";
import { isWithinReach, kindOf, type Place } from "./place";

export type FactsQuery = {
  readonly by: Place;
  readonly round: Round;
  readonly source: TargetSource;
  /** Counts up to and including this day; null: everything entered. */
  readonly asOf: CalendarDay | null;
  /** The day looked at, whose own figures come beside the counts; null: no day of the round. */
  readonly on: DayAsked | null;
  /** The campaign's local day of now, whatever day is looked at: findings are of now. */
  readonly today: CalendarDay;
  /** Only what lies in this subdistrict or village (still within the grant). */
  readonly within?: string | undefined;
};

const fact = z.object({
  kind: z.enum(factKinds),
  place: z.string(),
  /** Of a place: the code of the row that it belongs to. Of a target or dose: the intervention. */
  code: z.string().nullable(),
  /** Of a place: the row's name. Of a target or dose: the target group. */
  name: z.string().nullable(),
  /** Units of a place, people of a target, residents of a dose, reports received or not due. */
  amount: z.int(),
  /**
   * Units whose target is known; doses given to non-residents; of reports, complete days where each
   * is one (a unit's); of reports not due, those of the day looked at.
   */
  beside: z.int(),
  /** Of a dose: residents in reports that nobody has verified; else 0. */
  unverified: z.int(),
});

/** One row of a roll-up, or a place that rows are shown for; `factKinds` says of what. */
export type Fact = z.infer<typeof fact>;

/**
 * Everything that the counts of a campaign are made of, places in the order of their rows' codes.
 *
 * One statement, so that all of it is of one moment. The roll-ups are ranges of their keys and are
 * appended, not joined: a plan for that is found at once and stays right whatever the tables hold.
 * Only an earlier `asOf` reads days: of a subdistrict or the district from their day totals, of
 * units from the tallies themselves.
 *
 * @throws {AppError} `forbidden` when such rows would add up more than the grant's region.
 */
export async function placeFacts(
  grant: Grant<"coverage:read">,
  campaign: Campaign,
  query: FactsQuery,
): Promise<Fact[]> {
  const { round, source, asOf } = query;
  const kind = kindOf(query.by);
  const isWhole = grant.region === campaign.districtCode && query.within === undefined;
  const key = Prisma.sql`district_code = ${campaign.districtCode}
      AND campaign_id = ${campaign.id}::uuid AND round_number = ${round.number}`;
  const ofPlaces = (column: Prisma.Sql) =>
    isWhole ? Prisma.sql`true` : Prisma.sql`${column} = ANY (ARRAY(SELECT place FROM place))`;
  const ofKind = Prisma.sql`${key} AND place_kind = ${kind} AND ${ofPlaces(Prisma.sql`place_code`)}`;
  const ofUnits = Prisma.sql`${key} AND ${ofPlaces(Prisma.sql`unit_code`)}`;
  const isOnDay = Prisma.sql`day = ${query.on?.day ?? null}::date`;

  const rows = await readRows(Prisma.sql`
    WITH place AS MATERIALIZED (${placeRows(grant, campaign, query)})
    SELECT 'place' AS kind, place, code, name, units::float8 AS amount, 0::float8 AS beside,
           0::float8 AS unverified
    FROM place
    UNION ALL
    SELECT 'target', place_code, intervention_code, target_group_code, people::float8, units::float8, 0
    FROM place_target WHERE source = ${source} AND ${ofKind}
    UNION ALL
    SELECT 'dose', dose.* FROM (${doseRows({ kind, asOf, ofKind, ofUnits })}) AS dose
    UNION ALL
    SELECT 'report', report.place, NULL, NULL, report.received,
           ${kind === "unit" ? Prisma.sql`report.received` : Prisma.sql`0`}, 0
    FROM (${reportRows({ kind, asOf, round, ofKind, ofUnits })}) AS report
    UNION ALL
    SELECT 'notDue', late.place, NULL, NULL, count(*)::float8,
           (count(*) FILTER (WHERE ${isOnDay}))::float8, 0
    FROM (${reportsNotDue(campaign, round, kind)}) AS late
    WHERE ${ofPlaces(Prisma.sql`late.place`)}
      AND (${asOf}::date IS NULL OR late.day <= ${asOf}::date)
    GROUP BY late.place
    ${query.on === null ? Prisma.empty : dayRows({ kind, isOnDay, ofKind, ofUnits })}
    ${kind === "unit" ? Prisma.empty : completeDayRows(campaign, query, { kind, ofKind })}
  `);
  const facts = z.array(fact).parse(rows);
  const [untargeted, doubtful] = await Promise.all([
    kind === "unit"
      ? untargetedFacts(facts)
      : isAnyUntargeted(facts)
        ? untargetedRows(grant, campaign, query, kind)
        : [],
    doubtfulFacts(grant, campaign, query, facts),
  ]);
  return [...facts, ...untargeted, ...doubtful];
}

/** Doses of units in cells that have no target population; nearly always none. */
function untargetedFacts(facts: readonly Fact[]): Fact[] {
  const cellOf = ({ place, code, name }: Fact) => `${place}/${code ?? ""}/${name ?? ""}`;
  const known = new Set(facts.filter(({ kind }) => kind === "target").map(cellOf));
  const kinds = { dose: "untargeted", dayDose: "untargetedOnDay" } as const;
  return facts.flatMap((each) =>
    (each.kind === "dose" || each.kind === "dayDose") && !known.has(cellOf(each))
      ? [{ ...each, kind: kinds[each.kind] }]
      : [],
  );
}

/** Whether units of a larger place gave doses in a cell that not all of them have a target for. */
function isAnyUntargeted(facts: readonly Fact[]): boolean {
  const units = new Map(
    facts.filter(({ kind }) => kind === "place").map(({ place, amount }) => [place, amount]),
  );
  const known = new Map(
    facts
      .filter(({ kind }) => kind === "target")
      .map(({ place, code, name, beside }) => [`${place}/${code ?? ""}/${name ?? ""}`, beside]),
  );
  return facts.some(
    ({ kind, place, code, name }) =>
      kind === "dose" &&
      (known.get(`${place}/${code ?? ""}/${name ?? ""}`) ?? 0) < (units.get(place) ?? 0),
  );
}

/**
 * Doses that units of a larger place gave in cells without a target of their own. The roll-ups of
 * larger places do not know which unit a target misses, so this reads the units' totals, and only
 * where `isAnyUntargeted`.
 */
async function untargetedRows(
  grant: Grant<"coverage:read">,
  campaign: Campaign,
  query: FactsQuery,
  kind: "subdistrict" | "district",
): Promise<Fact[]> {
  const { round, source, asOf } = query;
  const key = Prisma.sql`district_code = ${campaign.districtCode}
      AND campaign_id = ${campaign.id}::uuid AND round_number = ${round.number}`;
  const place =
    kind === "district" ? Prisma.sql`unit.district_code` : Prisma.sql`unit.subdistrict_code`;
  const ofKind = Prisma.sql`${key} AND place_kind = 'unit'`;
  const doses = doseRows({ kind: "unit", asOf, ofKind, ofUnits: key });
  const rows = await readRows(Prisma.sql`
    WITH place AS MATERIALIZED (${placeRows(grant, campaign, { ...query, by: "unit" })}),
    dose (unit_code, intervention, target_group, residents, non_residents, unverified) AS (
      ${doses}
    ), untargeted AS MATERIALIZED (
      SELECT 'untargeted' AS kind, unit_code, intervention, target_group, residents, unverified
      FROM dose
      UNION ALL
      SELECT 'untargetedOnDay', unit_code, intervention_code, target_group_code, residents, 0
      FROM tally WHERE ${key} AND day = ${query.on?.day ?? null}::date
    )
    SELECT dose.kind, ${place} AS place, dose.intervention AS code, dose.target_group AS name,
           sum(dose.residents)::float8 AS amount, 0::float8 AS beside,
           sum(dose.unverified)::float8 AS unverified
    FROM untargeted AS dose
    JOIN place ON place.place = dose.unit_code
    JOIN reporting_unit AS unit
      ON unit.district_code = ${campaign.districtCode} AND unit.campaign_id = ${campaign.id}::uuid
     AND unit.code = dose.unit_code
    WHERE NOT EXISTS (
      SELECT FROM place_target AS target
      WHERE target.district_code = ${campaign.districtCode}
        AND target.campaign_id = ${campaign.id}::uuid
        AND target.source = ${source} AND target.round_number = ${round.number}
        AND target.place_kind = 'unit' AND target.place_code = dose.unit_code
        AND target.intervention_code = dose.intervention
        AND target.target_group_code = dose.target_group)
    GROUP BY 1, 2, 3, 4
  `);
  return z.array(fact).parse(rows);
}

/**
 * Service days of a round for which a unit that joined midway owes no report: a row for each unit
 * and day, under the place that the roll-ups keep the unit in.
 */
export function reportsNotDue(
  campaign: Campaign,
  round: Round,
  kind: "unit" | "subdistrict" | "district",
): Prisma.Sql {
  const place = {
    unit: Prisma.sql`unit_code`,
    subdistrict: Prisma.sql`subdistrict_code`,
    district: Prisma.sql`${campaign.districtCode}::text`,
  }[kind];
  return Prisma.sql`
    SELECT ${place} AS place, day
    FROM reports_not_due(${campaign.districtCode}, ${campaign.id}::uuid, ${round.number}::int)`;
}

/**
 * The places of an answer: `place` is where the roll-ups keep them, `code` is the row's. The rows
 * of one village have its code and are added up.
 *
 * @throws {AppError} `forbidden` when such rows would add up more than the grant's region.
 */
export function placeRows(
  grant: Grant<"coverage:read">,
  campaign: Campaign,
  { by, within }: Pick<FactsQuery, "by" | "within">,
): Prisma.Sql {
  if (!isWithinReach(by, grant.region)) throw new AppError("forbidden", `rows by ${by}`);
  const units = Prisma.sql`reporting_unit AS unit
      WHERE unit.district_code = ${campaign.districtCode}
        AND unit.campaign_id = ${campaign.id}::uuid
        AND ${withinRegion(grant)}
        AND ${
          within === undefined
            ? Prisma.sql`true`
            : Prisma.sql`${within} IN (unit.subdistrict_code, unit.region_code, unit.code)`
        }`;
  switch (by) {
    case "unit":
      return Prisma.sql`
      SELECT code AS place, code, name, 1 AS units FROM ${units} ORDER BY code`;
    case "village":
      return Prisma.sql`
      SELECT place, region.code, region.name, units
      FROM (SELECT code AS place, region_code, 1 AS units FROM ${units}) AS part
      JOIN region ON region.code = region_code
      ORDER BY region.code, place`;
    case "subdistrict":
    case "district": {
      const whole = by === "district" ? Prisma.sql`district_code` : Prisma.sql`subdistrict_code`;
      return Prisma.sql`
      SELECT place, region.code, region.name, units
      FROM (SELECT ${whole} AS place, count(*) AS units FROM ${units} GROUP BY 1) AS part
      JOIN region ON region.code = place
      ORDER BY place`;
    }
  }
}

/** What the day looked at has brought: doses by cell, and reports. */
function dayRows({
  kind,
  isOnDay,
  ofKind,
  ofUnits,
}: Pick<Reading, "kind" | "ofKind" | "ofUnits"> & { readonly isOnDay: Prisma.Sql }): Prisma.Sql {
  return kind === "unit"
    ? Prisma.sql`
    UNION ALL
    SELECT 'dayDose', unit_code, intervention_code, target_group_code, residents::float8, 0, 0
    FROM tally WHERE ${ofUnits} AND ${isOnDay}
    UNION ALL
    SELECT 'dayReport', unit_code, NULL, NULL, 1, 0, 0
    FROM daily_report WHERE ${ofUnits} AND ${isOnDay}`
    : Prisma.sql`
    UNION ALL
    SELECT 'dayDose', place_code, intervention_code, target_group_code, residents::float8, 0, 0
    FROM place_day_total WHERE ${ofKind} AND ${isOnDay}
    UNION ALL
    SELECT 'dayReport', place_code, NULL, NULL, received::float8, 0, 0
    FROM place_day_reports WHERE ${ofKind} AND ${isOnDay}`;
}

/** How many service days of a place of several units were complete (`completeDayShare`). */
function completeDayRows(
  campaign: Campaign,
  { round, asOf }: FactsQuery,
  { kind, ofKind }: Pick<Reading, "kind" | "ofKind">,
): Prisma.Sql {
  return Prisma.sql`
    UNION ALL
    SELECT 'completeDays', place, NULL, NULL, count(*)::float8, 0, 0
    FROM (
      SELECT place.place, report.received, place.units - count(late.day) AS expected
      FROM (
        SELECT place_code, day, received FROM place_day_reports
        WHERE ${ofKind} AND day <= ${round.endsOn}::date
          AND (${asOf}::date IS NULL OR day <= ${asOf}::date)
      ) AS report
      JOIN place ON place.place = report.place_code
      LEFT JOIN (${reportsNotDue(campaign, round, kind)}) AS late
        ON late.place = report.place_code AND late.day = report.day
      GROUP BY place.place, place.units, report.day, report.received
    ) AS counted
    WHERE expected > 0 AND received >= ${completeDayShare}::float8 * expected
    GROUP BY place`;
}

type Reading = {
  readonly kind: "unit" | "subdistrict" | "district";
  readonly asOf: CalendarDay | null;
  readonly ofKind: Prisma.Sql;
  readonly ofUnits: Prisma.Sql;
};

function doseRows({ kind, asOf, ofKind, ofUnits }: Reading): Prisma.Sql {
  if (asOf === null) {
    return Prisma.sql`
      SELECT place_code, intervention_code, target_group_code,
             residents::float8, non_residents::float8, unverified::float8
      FROM place_total WHERE ${ofKind}`;
  }
  return kind === "unit"
    ? Prisma.sql`
      SELECT unit_code, intervention_code, target_group_code,
             sum(residents)::float8, sum(non_residents)::float8,
             coalesce(sum(residents) FILTER (WHERE status <> 'verified'), 0)::float8
      FROM tally
      JOIN daily_report USING (district_code, campaign_id, round_number, unit_code, day)
      WHERE ${ofUnits} AND day <= ${asOf}::date GROUP BY 1, 2, 3`
    : Prisma.sql`
      SELECT place_code, intervention_code, target_group_code,
             sum(residents)::float8, sum(non_residents)::float8, sum(unverified)::float8
      FROM place_day_total WHERE ${ofKind} AND day <= ${asOf}::date GROUP BY 1, 2, 3`;
}

function reportRows({
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
