import "server-only";

import { z } from "zod";

import type { Grant } from "@/lib/account/auth/grant";
import { groupBy } from "@/lib/base/group-by";
import { daysFrom, type CalendarDay } from "@/lib/base/time/calendar-day";
import type { Campaign } from "@/lib/campaign/campaign";
import { figuresOf, type FigureFilter } from "@/lib/campaign/figure";
import type { OtherDoses } from "@/lib/campaign/measures";
import { closedDays, reportsDue } from "@/lib/campaign/server/reports-due-queries";
import type { FactsQuery } from "@/lib/monitor/fact";
import { kindOf } from "@/lib/monitor/place";
import type { CountedDay } from "@/lib/monitor/verdicts";
import { readRows } from "@/lib/server/db/read";
import { Prisma } from "@/prisma/generated/client";

import { figureGroup } from "./figure-queries";
import { placeRows } from "./place-row-queries";
import { untargetedCells } from "./untargeted-queries";

/** A counted day, with what is counted beside its residents. */
export type DayCounts = CountedDay & OtherDoses;

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
  query: Omit<FactsQuery & FigureFilter, "asOf" | "on" | "today" | "isSplit"> & {
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

/**
 * Places in their order, of each the days, of each day the figures.
 *
 * @throws {RangeError} when a figure has not its whole numbers for each day.
 */
function dayByDay(
  figures: readonly z.infer<typeof figureDays>[],
  days: readonly CalendarDay[],
): DayCounts[] {
  return [...groupBy(figures, ({ place }) => place).values()].flatMap((ofPlace) => {
    const read = ofPlace.map(({ numbers: text, ...figure }) => {
      const numbers = text.split(" ").map(Number);
      if (numbers.length !== days.length * numbersADay || !numbers.every(Number.isSafeInteger)) {
        throw new RangeError(`days of ${figure.place}: ${text}`);
      }
      return { figure, numbers };
    });
    return days.flatMap((day, index) =>
      read.map(({ figure, numbers }) => {
        const [
          doses = 0,
          dosesWithoutTarget = 0,
          nonResidentDoses = 0,
          unverified = 0,
          unverifiedWithoutTarget = 0,
          received = 0,
          verified = 0,
          expected = 0,
          service,
        ] = numbers.slice(index * numbersADay, (index + 1) * numbersADay);
        return {
          day,
          doses,
          dosesWithoutTarget,
          nonResidentDoses,
          unverified,
          unverifiedWithoutTarget,
          received,
          verified,
          expected,
          isService: service === 1,
          // Last (lib/README.md).
          ...figure,
        };
      }),
    );
  });
}
