import "server-only";

import { z } from "zod";

import { readRows } from "@/lib/server/db/read";
import type { Grant } from "@/lib/account/auth/grant";
import { dayOfRound, lastDay, roundOn, roundPhase } from "@/lib/campaign/calendar";
import type { Campaign, Round } from "@/lib/campaign/campaign";
import { figureOf, type Figure } from "@/lib/campaign/figure";
import { inForceOn } from "@/lib/campaign/target-population/server/in-force-queries";
import { unitKinds } from "@/lib/campaign/unit-kind";
import { paceRuleOf } from "@/lib/campaign/rhythm";
import { setPlaceCode, type SetGrouping } from "@/lib/campaign/unit-set/unit-set";
import { withinRegion } from "@/lib/account/region/server/scope-queries";
import { addDays, earlierDay, isCalendarDay, type CalendarDay } from "@/lib/base/time/calendar-day";
import { instantOf } from "@/lib/base/time/time-zone";
import { unitsToCome } from "@/lib/campaign/unit-end";
import { heldIn, onDuty } from "@/lib/campaign/server/held-in-queries";
import { Prisma } from "@/prisma/generated/client";

import { announcedTotals } from "@/lib/monitor/server/announced-queries";
import { doubtfulByUnit, roundDoubts } from "@/lib/monitor/server/doubtful-queries";
import { gateCounts } from "@/lib/monitor/server/gate-queries";
import { lateDoses, type LateArrivals } from "@/lib/monitor/server/late-queries";
import { partKindOf, placeKindOf } from "@/lib/monitor/place";
import { dayCountsBy } from "@/lib/monitor/server/day-queries";
import { lastReceivedAt, placeCountsBy } from "@/lib/monitor/server/queries";
import { twoLevelPlaces } from "@/lib/monitor/server/two-level-queries";
import { targetSteps } from "@/lib/monitor/server/target-step-queries";
import { sourceTotals } from "./source-queries";
import { summaryOf, type Summary } from "@/lib/monitor/summary/summary";
import type { PlaceCell } from "@/lib/monitor/summary/facts";

/**
 * Everything that the summary page shows of a campaign, for the grant's region.
 *
 * Eight statements however large the campaign is, fewer in ended rounds. They read roll-ups, at the
 * grain that is shown, and the tallies of today; none reads a row for each report ever sent.
 *
 * @param interventionCode of the intervention whose places are listed; the first without one.
 * @param groupCode of its group, where its groups do not add; the first without one.
 * @param roundNumber the round of today without one.
 */
export async function readSummary(
  grant: Grant<"coverage:read">,
  campaign: Campaign,
  query: {
    readonly today: CalendarDay;
    /** The day that the page stands on; today without one, or when it is no day up to today. */
    readonly on?: string | undefined;
    readonly interventionCode?: string | undefined;
    readonly groupCode?: string | undefined;
    readonly roundNumber?: number | undefined;
    /** How the parts are grouped; null: by kecamatan, or units where there is one or none. */
    readonly sets?: SetGrouping | null;
  },
): Promise<Summary> {
  const on = askedDay(query.on, query.today);
  const isPast = on < query.today;
  const round =
    campaign.rounds.find(({ number }) => number === query.roundNumber) ??
    roundOn(campaign.rounds, on);
  const chosen = figureOf(campaign, {
    intervention: query.interventionCode,
    targetGroup: query.groupCode,
  });
  const phase = roundPhase(round, on);
  const isOpen = phase === "running" || phase === "sweeping";
  const source = campaign.decidingTargetSource;
  const whole = placeKindOf(grant.region);

  const { cells, kinds } = await subdistrictsOf(grant, campaign, round);
  // A single subdistrict, or units that lie in none, would be one row that repeats the whole.
  const sets = query.sets ?? undefined;
  const partKind = sets ? "set" : cells.length < 2 ? "unit" : partKindOf(grant.region);
  const firstDay = latest(round.startsOn, addDays(on, -paceRuleOf(campaign).lookBack));
  const until = earlierDay(on, lastDay(round));
  const scope = { round, chosen, on, isPast };

  const [partCounts, wholeDays, daysOfParts, units, sources, receivedAt, late, steps] =
    await Promise.all([
      placeCountsBy(grant, campaign, {
        by: partKind,
        sets,
        round,
        source,
        asOf: isPast ? on : null,
        on: dayOfRound(round, on, query.today),
        today: query.today,
      }),
      isOpen
        ? dayCountsBy(grant, campaign, {
            by: whole,
            round,
            source,
            from: round.startsOn,
            to: until,
          })
        : [],
      isOpen
        ? dayCountsBy(grant, campaign, {
            by: partKind,
            sets,
            round,
            source,
            from: firstDay,
            to: until,
            intervention: chosen.code,
            targetGroup: chosen.targetGroup ?? undefined,
          })
        : [],
      unitCounts(grant, campaign, scope),
      sourceTotals(grant, campaign, scope),
      isOpen && !isPast ? lastReceivedAt(grant, campaign, round) : null,
      isOpen && !isPast
        ? lateDoses(grant, campaign, {
            round,
            source,
            day: on,
            since: instantOf(on, "00:00", campaign.timeZone),
          })
        : new Map<string, LateArrivals>(),
      targetSteps(grant, campaign, { round, source }),
    ]);

  const placeOf = (code: string) => (sets ? setPlaceCode(sets.kind, code) : code);
  const toCome = partKind === "unit" ? unitsToCome(campaign, round, on) : new Set();
  const counts = partCounts
    .filter(({ code }) => !toCome.has(code))
    .map((each) => ({ ...each, code: placeOf(each.code) }));
  const partDays = daysOfParts.map((each) => ({ ...each, place: placeOf(each.place) }));

  // A place with a figure of its own is more than the sum of its parts.
  const wholes = sources.some(({ hasOwn }) => hasOwn)
    ? await placeCountsBy(grant, campaign, {
        by: whole,
        round,
        source,
        asOf: isPast ? on : null,
        on: dayOfRound(round, on, query.today),
        today: query.today,
      })
    : null;
  const asked = { round, today: query.today, asOf: isPast ? on : null };
  const ofGates = await gateCounts(grant, campaign, {
    ...asked,
    source,
    on: dayOfRound(round, on, query.today),
  });
  const announced = await announcedTotals(grant, campaign, { round, on });
  const twoLevels = ["subdistrict", "village"].every((kind) => kinds.some((each) => each === kind))
    ? await twoLevelPlaces(grant, campaign, { round, source, asOf: isPast ? on : null })
    : [];
  const [doubts, doubtful] = counts.some(({ doubtfulDoses }) => doubtfulDoses > 0)
    ? await Promise.all([
        roundDoubts(grant, campaign, asked),
        doubtfulByUnit(grant, campaign, { ...asked, figure: chosen }),
      ])
    : [[], new Map<string, number>()];

  return summaryOf(
    {
      partKind,
      setKind: sets?.kind ?? null,
      unitKinds: kinds,
      cells,
      counts,
      wholes,
      wholeDays,
      partDays,
      units: units.map((unit) => ({ ...unit, doubtful: doubtful.get(unit.code) ?? 0 })),
      sources,
      doubts,
      steps,
      announced,
      twoLevels,
      gateCounts: ofGates,
      lastReceivedAt: receivedAt,
      late,
    },
    { campaign, round, today: on, isPast, chosen },
  );
}

/** The day that an address names, when there is such a day and it has come; else today. */
function askedDay(text: string | undefined, today: CalendarDay): CalendarDay {
  return text !== undefined && isCalendarDay(text) && text < today ? text : today;
}

const subdistrict = z.object({
  code: z.string(),
  gridRow: z.int().nullable(),
  gridColumn: z.int().nullable(),
  kinds: z.array(z.enum(unitKinds)),
});

/** The subdistricts that units of the grant's region lie in, and what kinds of units there are. */
async function subdistrictsOf(
  grant: Grant<"coverage:read">,
  campaign: Campaign,
  round: Round,
): Promise<{ cells: PlaceCell[]; kinds: z.infer<typeof subdistrict>["kinds"] }> {
  const cells = await readRows(subdistrict)`
    SELECT region.code,
           region.grid_row::int    AS "gridRow",
           region.grid_column::int AS "gridColumn",
           part.kinds
    FROM (
      SELECT unit.subdistrict_code, array_agg(DISTINCT unit.kind) AS kinds
      FROM reporting_unit AS unit
      WHERE unit.district_code = ${campaign.districtCode}
        AND unit.campaign_id = ${campaign.id}::uuid
        AND ${withinRegion(grant)} AND ${heldIn(round)}
      GROUP BY 1
    ) AS part
    JOIN region ON region.code = part.subdistrict_code
    ORDER BY region.code
  `;
  return { cells, kinds: cells.flatMap(({ kinds }) => kinds) };
}

const unit = z.object({
  code: z.string(),
  dosesAdministered: z.int(),
  targetPopulation: z.int().nullable(),
  todays: z.int(),
});

/**
 * Each unit's total, target population and doses of today, in one figure. Doses of cells without
 * a target population count for nothing here: all that is asked is whether a goal is reached.
 */
async function unitCounts(
  grant: Grant<"coverage:read">,
  campaign: Campaign,
  at: {
    readonly round: Round;
    readonly chosen: Figure;
    readonly on: CalendarDay;
    readonly isPast: boolean;
  },
): Promise<z.infer<typeof unit>[]> {
  const key = Prisma.sql`district_code = ${campaign.districtCode}
      AND campaign_id = ${campaign.id}::uuid AND round_number = ${at.round.number}`;
  const isChosen = Prisma.sql`intervention_code = ${at.chosen.code}
      AND target_group_code = ANY (${[...at.chosen.targetGroups]})`;
  return readRows(unit)`
    WITH target AS MATERIALIZED (
      SELECT place_code AS code, target_group_code, people
      FROM place_target
      WHERE ${key} AND source = ${campaign.decidingTargetSource}
        AND place_kind = 'unit' AND ${isChosen} AND ${inForceOn(campaign, at.on)}
    ), today AS MATERIALIZED (
      -- By the index of days, so not of the round or of units: these would be looked up one by one.
      SELECT round_number, unit_code AS code, target_group_code, residents
      FROM tally
      WHERE district_code = ${campaign.districtCode} AND campaign_id = ${campaign.id}::uuid
        AND day = ${at.on}::date AND ${isChosen}
    ), counted AS (
      SELECT unit.code, NULL::bigint AS people, 0 AS doses, 0 AS todays, true AS is_shown
      FROM reporting_unit AS unit
      WHERE unit.district_code = ${campaign.districtCode}
        AND unit.campaign_id = ${campaign.id}::uuid
        AND ${withinRegion(grant)} AND ${heldIn(at.round)}
        AND ${onDuty(campaign, at.round, at.on)}
      UNION ALL
      SELECT code, people, 0, 0, false FROM target
      UNION ALL
      SELECT code, NULL, doses, 0, false
      FROM (${
        at.isPast
          ? Prisma.sql`
        SELECT unit_code AS code, target_group_code, residents AS doses
        FROM tally
        WHERE ${key} AND day <= ${at.on}::date AND ${isChosen}`
          : Prisma.sql`
        SELECT place_code AS code, target_group_code, residents AS doses
        FROM place_total
        WHERE ${key} AND place_kind = 'unit' AND ${isChosen}`
      }) AS given
      JOIN target USING (code, target_group_code)
      UNION ALL
      SELECT code, NULL, 0, residents, false
      FROM today
      JOIN target USING (code, target_group_code)
      WHERE today.round_number = ${at.round.number}
    )
    SELECT code,
           sum(doses)::float8  AS "dosesAdministered",
           sum(people)::float8 AS "targetPopulation",
           sum(todays)::float8 AS todays
    FROM counted
    GROUP BY code
    HAVING bool_or(is_shown)
  `;
}

function latest(a: CalendarDay, b: CalendarDay): CalendarDay {
  return a > b ? a : b;
}
