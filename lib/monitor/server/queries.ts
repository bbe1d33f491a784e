import "server-only";

import { z } from "zod";

import { readRows } from "@/lib/server/db/read";
import type { Grant } from "@/lib/account/auth/grant";
import type { Campaign, Round } from "@/lib/campaign/campaign";
import { closedDays, reportsDue } from "@/lib/campaign/server/reports-due-queries";
import { figuresOf, type FigureFilter } from "@/lib/campaign/figure";
import type { OtherDoses } from "@/lib/campaign/measures";
import { listReportingUnits } from "@/lib/campaign/server/queries";
import { withinRegion } from "@/lib/account/region/server/scope-queries";
import { daysFrom, type CalendarDay } from "@/lib/base/time/calendar-day";
import { Prisma } from "@/prisma/generated/client";

import { factsOf, type CountedFact } from "@/lib/monitor/counted-fact";
import { countsOf, type PlaceCounts } from "@/lib/monitor/counts";
import type { FactsQuery } from "@/lib/monitor/fact";
import { placeFacts } from "./fact-queries";
import { figureGroup } from "./figure-queries";
import { kindOf } from "@/lib/monitor/place";
import { groupBy } from "@/lib/base/group-by";
import { placeRows } from "./place-row-queries";
import { untargetedCells } from "./untargeted-queries";

type CountsQuery = FactsQuery & FigureFilter;

/**
 * Counts of each place and figure, places in the order of their codes, figures in the campaign's. A place with
 * no report or no target population stays in the answer; one that is asked of none of a figure's groups has no
 * row of it.
 *
 * It reads the roll-ups, a row for each place that is shown, however much was ever entered.
 *
 * @throws {AppError} `forbidden` when such rows would add up more than the grant's region.
 */
export async function placeCountsBy(
  grant: Grant<"coverage:read">,
  campaign: Campaign,
  query: CountsQuery,
): Promise<PlaceCounts[]> {
  const facts = await placeFacts(grant, campaign, query);
  const counted = countsOf(facts, campaign, query, query);
  const rows = query.by === "district" ? counted : counted.filter(({ isUnasked }) => !isUnasked);
  return hasGoalOfEach(campaign) ? withUnits(grant, campaign, query, { facts, rows }) : rows;
}

/** Whether any goal was ever to be reached by each unit. */
function hasGoalOfEach({ interventions }: Campaign): boolean {
  return interventions.some(({ goals }) => goals.some(({ scope }) => scope === "each"));
}

/** The rows of larger places with the counts of their units, which a goal of each unit is judged from. */
async function withUnits(
  grant: Grant<"coverage:read">,
  campaign: Campaign,
  query: CountsQuery,
  {
    facts,
    rows,
  }: { readonly facts: readonly CountedFact[]; readonly rows: readonly PlaceCounts[] },
): Promise<PlaceCounts[]> {
  const { by } = query;
  if (by === "unit") return [...rows];
  // Where the roll-ups of units answer, the facts say already which row each unit belongs to.
  const isOfUnits = kindOf(by) === "unit";
  const [unitFacts, units] = isOfUnits
    ? [facts, []]
    : await Promise.all([
        placeFacts(grant, campaign, { ...query, by: "unit" }),
        listReportingUnits(grant, campaign),
      ]);
  const placeOf = new Map(
    isOfUnits
      ? factsOf(facts, "place").map(({ place, code }) => [place, code] as const)
      : units.map(
          ({ code, subdistrictCode }) =>
            [code, by === "district" ? campaign.districtCode : subdistrictCode] as const,
        ),
  );
  const byUnit = unitFacts.map((fact) =>
    fact.kind === "place"
      ? { ...fact, code: fact.place, units: 1 }
      : fact.kind === "unitsOfKind"
        ? { ...fact, units: 1 }
        : fact,
  );
  const counted = countsOf(byUnit, campaign, query, query);
  return rows.map((row) => ({
    ...row,
    ofUnits: counted.filter(
      (unit) =>
        unit.units > 0 &&
        unit.intervention === row.intervention &&
        unit.targetGroup === row.targetGroup &&
        placeOf.get(unit.code) === row.code,
    ),
  }));
}

/** Doses and reports of a place, day and figure. */
export type DayCounts = OtherDoses & {
  readonly place: string;
  readonly day: CalendarDay;
  readonly intervention: string;
  /** null: the groups that were asked for together; never of groups that do not add. */
  readonly targetGroup: string | null;
  readonly doses: number;
  /** Of the doses: those in cells without a target population. */
  readonly dosesWithoutTarget: number;
  /** Of the doses: those in reports that nobody has verified yet. */
  readonly unverified: number;
  /** Of the doses without a target: those in reports that nobody has verified yet. */
  readonly unverifiedWithoutTarget: number;
  readonly received: number;
  /** Of the received: those that somebody has verified. */
  readonly verified: number;
  readonly expected: number;
  /** false: a sweeping day, or the whole place is closed. */
  readonly isService: boolean;
};

/** The days of a place and figure, as SQL tells them: so many numbers a day, the days in their order. */
const figureDays = z.object({
  place: z.string(),
  intervention: z.string(),
  targetGroup: z.string().nullable(),
  numbers: z.string(),
});

const numbersADay = 9;

/**
 * Doses and reports of each place, day and figure, for every day from `from` to `to` in the
 * round: a day without a report is a row of zeros, so that the reader can tell it from a day that
 * is not there. `received` of `expected` counts reports; on sweeping days none are expected, else
 * those that are due (`prisma/sql/reports-due.sql`). Doses of cells
 * without a target population are told apart (`coverageDays`): the roll-ups of larger places do not know
 * them, so the tallies of such units are read, and only where a target is missing.
 */
export async function dayCountsBy(
  grant: Grant<"coverage:read">,
  campaign: Campaign,
  query: Omit<CountsQuery, "asOf" | "on" | "today" | "isSplit"> & {
    readonly from: CalendarDay;
    readonly to: CalendarDay;
  },
): Promise<DayCounts[]> {
  const { round, intervention = null, targetGroup = null } = query;
  const kind = kindOf(query.by);
  const figures = figuresOf(campaign, {
    intervention: query.intervention,
    targetGroup: query.targetGroup,
  }).map(({ code, targetGroup: group }) => ({ intervention: code, group: group ?? "" }));
  const isAsked = (code: Prisma.Sql) =>
    Prisma.sql`(${intervention}::text IS NULL OR ${code} = ${intervention})`;
  const key = Prisma.sql`district_code = ${campaign.districtCode}
      AND campaign_id = ${campaign.id}::uuid AND round_number = ${round.number}`;
  const keyOf = (
    table: string,
  ) => Prisma.sql`${Prisma.raw(table)}.district_code = ${campaign.districtCode}
      AND ${Prisma.raw(table)}.campaign_id = ${campaign.id}::uuid
      AND ${Prisma.raw(table)}.round_number = ${round.number}`;
  const untargetedPlace = {
    unit: Prisma.sql`untargeted.unit_code`,
    subdistrict: Prisma.sql`untargeted.subdistrict_code`,
    district: Prisma.sql`${campaign.districtCode}::text`,
  }[kind];
  const days = Prisma.sql`day BETWEEN ${query.from}::date AND ${query.to}::date`;
  const [doses, reports] =
    kind === "unit"
      ? [
          Prisma.sql`SELECT unit_code AS place, day, intervention_code, target_group_code,
                            residents, non_residents,
                            CASE status WHEN 'verified' THEN 0 ELSE residents END AS unverified
                     FROM tally
                     JOIN daily_report
                       USING (district_code, campaign_id, round_number, unit_code, day)
                     WHERE ${key} AND ${days}`,
          Prisma.sql`SELECT unit_code AS place, day, 1 AS received,
                            (status = 'verified')::int AS verified
                     FROM daily_report WHERE ${key} AND ${days}`,
        ]
      : [
          Prisma.sql`SELECT place_code AS place, day, intervention_code, target_group_code,
                            residents, non_residents, unverified
                     FROM place_day_total WHERE ${key} AND place_kind = ${kind} AND ${days}`,
          Prisma.sql`SELECT place_code AS place, day, received, verified
                     FROM place_day_reports WHERE ${key} AND place_kind = ${kind} AND ${days}`,
        ];

  const asked = daysFrom(query.from, query.to);
  const figuresOfPlaces = await readRows(figureDays)`
    WITH place AS (${placeRows(grant, campaign, query, query.to)}
    ), given AS (
      SELECT place.code, day, intervention_code, ${figureGroup(campaign)} AS figure_group,
             sum(residents) AS residents, sum(non_residents) AS non_residents,
             sum(unverified) AS unverified
      FROM (${doses}) AS dose
      JOIN place USING (place)
      WHERE (${targetGroup}::text IS NULL OR target_group_code = ${targetGroup})
        AND ${isAsked(Prisma.sql`intervention_code`)}
      GROUP BY 1, 2, 3, 4
    ), untargeted AS MATERIALIZED (${untargetedCells(campaign, { ...query, on: query.to }, kind)}
    ), aside AS (
      SELECT place.code, counted.day, untargeted.intervention_code,
             ${figureGroup(campaign, {
               intervention: Prisma.sql`untargeted.intervention_code`,
               targetGroup: Prisma.sql`untargeted.target_group_code`,
             })} AS figure_group,
             sum(counted.residents) AS residents, sum(counted.unverified) AS unverified
      FROM untargeted
      JOIN place ON place.place = ${untargetedPlace}
      -- By the key of each cell: a join of the tables takes half a minute where the planner knows
      -- nothing of them yet.
      CROSS JOIN LATERAL (
        SELECT tally.day, sum(tally.residents) AS residents,
               sum(CASE report.status WHEN 'verified' THEN 0 ELSE tally.residents END) AS unverified
        FROM tally
        JOIN daily_report AS report ON ${keyOf("report")}
         AND report.unit_code = tally.unit_code AND report.day = tally.day
        WHERE ${keyOf("tally")} AND tally.unit_code = untargeted.unit_code
          AND tally.day BETWEEN ${query.from}::date AND ${query.to}::date
          AND tally.intervention_code = untargeted.intervention_code
          AND tally.target_group_code = untargeted.target_group_code
        GROUP BY tally.day
      ) AS counted
      WHERE (${targetGroup}::text IS NULL OR untargeted.target_group_code = ${targetGroup})
        AND ${isAsked(Prisma.sql`untargeted.intervention_code`)}
      GROUP BY 1, 2, 3, 4
    ), reported AS (
      SELECT place.code, day, sum(received) AS received, sum(verified) AS verified
      FROM (${reports}) AS report
      JOIN place USING (place)
      GROUP BY 1, 2
    ), owed AS (
      SELECT place.code, day, sum(due) AS due
      FROM (${reportsDue(campaign, round, kind, { from: query.from, until: query.to })}) AS owed
      JOIN place USING (place)
      GROUP BY 1, 2
    ), named AS (
      SELECT code, count(*) AS places FROM place GROUP BY code
    ), closed AS (
      SELECT named.code, day
      FROM (${closedDays(campaign, round, kind)}) AS closed
      JOIN place USING (place)
      JOIN named USING (code)
      GROUP BY named.code, day, named.places
      HAVING count(*) = named.places
    )
    SELECT named.code AS place, figure.intervention, nullif(figure."group", '') AS "targetGroup",
           -- A row a figure and not a row a day: reading a row costs more than what stands in it.
           string_agg(concat_ws(' ',
             coalesce(given.residents, 0), coalesce(aside.residents, 0),
             coalesce(given.non_residents, 0),
             coalesce(given.unverified, 0), coalesce(aside.unverified, 0),
             coalesce(reported.received, 0), coalesce(reported.verified, 0),
             coalesce(owed.due, 0),
             (calendar.day <= ${round.endsOn}::date AND closed.day IS NULL)::int
           ), ' ' ORDER BY calendar.day) AS numbers
    FROM named
    -- Counted out here: of a series the planner knows the length only by planning at each call.
    CROSS JOIN unnest(${asked}::date[]) AS calendar (day)
    CROSS JOIN ROWS FROM (
      jsonb_to_recordset(${JSON.stringify(figures)}::jsonb) AS (intervention text, "group" text)
    ) WITH ORDINALITY AS figure (intervention, "group", position)
    LEFT JOIN given
      ON given.code = named.code AND given.day = calendar.day
     AND given.intervention_code = figure.intervention AND given.figure_group = figure."group"
    LEFT JOIN aside
      ON aside.code = named.code AND aside.day = calendar.day
     AND aside.intervention_code = figure.intervention AND aside.figure_group = figure."group"
    LEFT JOIN reported ON reported.code = named.code AND reported.day = calendar.day
    LEFT JOIN owed ON owed.code = named.code AND owed.day = calendar.day
    LEFT JOIN closed ON closed.code = named.code AND closed.day = calendar.day
    GROUP BY named.code, figure.intervention, figure."group", figure.position
    ORDER BY named.code, figure.position
  `;
  return dayByDay(figuresOfPlaces, asked);
}

/** Places in their order, of each the days, of each day the figures. */
function dayByDay(
  figures: readonly z.infer<typeof figureDays>[],
  days: readonly CalendarDay[],
): DayCounts[] {
  return [...groupBy(figures, ({ place }) => place).values()].flatMap((ofPlace) => {
    const read = ofPlace.map(({ numbers, ...figure }) => ({
      figure,
      numbers: numbers.split(" ").map(Number),
    }));
    return days.flatMap((day, index) =>
      read.map(({ figure, numbers }) => {
        const first = index * numbersADay;
        return {
          day,
          doses: numbers[first] ?? 0,
          dosesWithoutTarget: numbers[first + 1] ?? 0,
          nonResidentDoses: numbers[first + 2] ?? 0,
          unverified: numbers[first + 3] ?? 0,
          unverifiedWithoutTarget: numbers[first + 4] ?? 0,
          received: numbers[first + 5] ?? 0,
          verified: numbers[first + 6] ?? 0,
          expected: numbers[first + 7] ?? 0,
          isService: numbers[first + 8] === 1,
          // Last: what is written after a spread takes the engine a hundred times as long.
          ...figure,
        };
      }),
    );
  });
}

/**
 * When the latest report of the region came in, or null. Of a whole district the index by receipt
 * answers at its first row; of a part, the reports of its own units in this round are looked at.
 */
export async function lastReceivedAt(
  grant: Grant<"coverage:read">,
  campaign: Campaign,
  round: Round,
): Promise<Date | null> {
  const key = Prisma.sql`district_code = ${campaign.districtCode}
      AND campaign_id = ${campaign.id}::uuid`;
  const read = readRows(z.object({ receivedAt: z.date().nullable() }));
  const [row] =
    grant.region === campaign.districtCode
      ? await read`
        SELECT received_at AS "receivedAt" FROM daily_report
        WHERE ${key}
        ORDER BY received_at DESC LIMIT 1`
      : await read`
        SELECT max(received_at) AS "receivedAt" FROM daily_report
        WHERE ${key} AND round_number = ${round.number}
          AND unit_code = ANY (ARRAY(
            SELECT code FROM reporting_unit AS unit
            WHERE unit.district_code = ${campaign.districtCode}
              AND unit.campaign_id = ${campaign.id}::uuid
              AND ${withinRegion(grant)}))`;
  return row?.receivedAt ?? null;
}
