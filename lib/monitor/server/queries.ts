import "server-only";

import { z } from "zod";

import { readRows } from "@/lib/server/db/read";
import type { Grant } from "@/lib/account/auth/grant";
import type { Campaign, Round } from "@/lib/campaign/campaign";
import type { FigureFilter } from "@/lib/campaign/figure";
import { listReportingUnits } from "@/lib/campaign/server/queries";
import { withinRegion } from "@/lib/account/region/server/scope-queries";
import { Prisma } from "@/prisma/generated/client";

import { factsOf, type CountedFact } from "@/lib/monitor/counted-fact";
import { countsOf, type PlaceCounts } from "@/lib/monitor/counts";
import type { FactsQuery } from "@/lib/monitor/fact";
import { placeFacts } from "./fact-queries";
import { kindOf } from "@/lib/monitor/place";

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
