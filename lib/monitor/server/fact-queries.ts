import "server-only";

import { readRows } from "@/lib/server/db/read";
import type { Grant } from "@/lib/account/auth/grant";
import { isAnyRestricted } from "@/lib/campaign/asked";
import type { Campaign } from "@/lib/campaign/campaign";
import { closedDays, reportsDue } from "@/lib/campaign/server/reports-due-queries";
import { inForceOn } from "@/lib/campaign/target-population/server/in-force-queries";
import { Prisma } from "@/prisma/generated/client";

import { doubtfulFacts } from "./doubtful-queries";
import type { CountedFact } from "@/lib/monitor/counted-fact";
import { fact, type FactsQuery } from "@/lib/monitor/fact";
import { joinsUnits, kindOf } from "@/lib/monitor/place";
import { kindRows, placeRows } from "./place-row-queries";
import {
  cellRows,
  completeDaysOfSets,
  dayRows,
  doseRows,
  owingRows,
  reportRows,
} from "./roll-up-queries";
import { isAnyUntargeted, untargetedFacts, untargetedRows } from "./untargeted-queries";

/**
 * Everything that the counts of a campaign are made of, places in the order of their rows' codes.
 *
 * One statement, so that all of it is of one moment. The roll-ups are ranges of their keys and are
 * appended, not joined: a plan for that is found at once and stays right whatever the tables hold.
 * Only an earlier `asOf` reads days: of a subdistrict or the district from their day totals, of
 * units from the tallies themselves. A unit that is not in force on that day has targets of nobody, so
 * that what it gave while it was stays in the sums.
 *
 * @throws {AppError} `forbidden` when such rows would add up more than the grant's region.
 */
export async function placeFacts(
  grant: Grant<"coverage:read">,
  campaign: Campaign,
  query: FactsQuery,
): Promise<CountedFact[]> {
  const { round, source, asOf } = query;
  const kind = kindOf(query.by);
  const isAlone = kind === "unit" && !joinsUnits(query.by);
  const hasDays = kind !== "unit";
  const isWhole = grant.region === campaign.districtCode && query.within === undefined;
  const key = Prisma.sql`district_code = ${campaign.districtCode}
      AND campaign_id = ${campaign.id}::uuid AND round_number = ${round.number}`;
  const ofPlaces = (column: Prisma.Sql) =>
    isWhole ? Prisma.sql`true` : Prisma.sql`${column} = ANY (ARRAY(SELECT place FROM place))`;
  const ofKind = Prisma.sql`${key} AND place_kind = ${kind} AND ${ofPlaces(Prisma.sql`place_code`)}`;
  const ofUnits = Prisma.sql`${key} AND ${ofPlaces(Prisma.sql`unit_code`)}`;
  const lookedAt = asOf ?? query.today;
  const inForce = inForceOn(campaign, lookedAt);
  const ofSource = Prisma.sql`source = ${source} AND ${ofKind}`;
  const isOnDay = Prisma.sql`day = ${query.on?.day ?? null}::date`;

  const rows = await readRows(fact)`
    WITH place AS MATERIALIZED (${placeRows(grant, campaign, query, lookedAt)}),
    owed AS MATERIALIZED (${reportsDue(campaign, round, kind, { until: lookedAt })}),
    closed AS MATERIALIZED (${closedDays(campaign, round, kind)}),
    owing AS MATERIALIZED (${owingRows({
      ofPlaces: ofPlaces(Prisma.sql`owed.place`),
      onDay: query.on?.day ?? null,
      ofKind: hasDays ? ofKind : null,
    })})
    SELECT 'place' AS kind, place, code, name, units::float8 AS amount, 0::float8 AS beside
    FROM place
    ${isAnyRestricted(campaign.targetGroups) ? kindRows(grant, campaign, query, lookedAt) : Prisma.empty}
    ${cellRows(
      "target",
      Prisma.sql`
      SELECT place_code AS place, intervention_code, target_group_code,
             people AS amount, units AS beside, coalesce(detail, -1) AS unverified
      FROM place_target WHERE ${ofSource} AND ${inForce}
      ${campaign.unitEnds.length === 0 ? Prisma.empty : absentTargets(inForce, ofSource)}`,
    )}
    ${cellRows(
      "otherTarget",
      Prisma.sql`
      SELECT place_code AS place, intervention_code, target_group_code,
             people AS amount, 0 AS beside, 0 AS unverified
      FROM place_target WHERE source <> ${source} AND ${ofKind} AND ${inForce}`,
    )}
    ${cellRows(
      "dose",
      Prisma.sql`
      SELECT place, intervention_code, target_group_code,
             residents AS amount, non_residents AS beside, unverified
      FROM (${doseRows({ kind, asOf, ofKind, ofUnits })}) AS dose`,
    )}
    UNION ALL
    SELECT 'report', report.place, NULL, NULL, report.received,
           ${isAlone ? Prisma.sql`report.received` : Prisma.sql`0`}
    FROM (${reportRows({ kind, asOf, round, ofKind, ofUnits })}) AS report
    UNION ALL
    SELECT 'due', place, NULL, NULL, due, of_day FROM owing
    UNION ALL
    SELECT 'completeDays', place, NULL, NULL, complete, 0 FROM owing WHERE complete > 0
    UNION ALL
    SELECT 'closed', closed.place, closed.day::text, NULL, 0, 0
    FROM closed
    WHERE ${ofPlaces(Prisma.sql`closed.place`)}
    ${query.on === null ? Prisma.empty : dayRows({ kind, isOnDay, ofKind, ofUnits })}
    ${joinsUnits(query.by) ? completeDaysOfSets({ ofUnits }) : Prisma.empty}
  `;
  const facts = rows.flat();
  const [untargeted, doubtful] = await Promise.all([
    kind === "unit"
      ? untargetedFacts(facts)
      : campaign.unitEnds.length > 0 || isAnyUntargeted(facts, campaign)
        ? untargetedRows(grant, campaign, query, kind)
        : [],
    doubtfulFacts(grant, campaign, query, facts),
  ]);
  return untargeted.length + doubtful.length === 0 ? facts : [...facts, ...untargeted, ...doubtful];
}

/**
 * Nobody, as the target of what is in force on other days alone: what it gave then is divided with the
 * rest, by the targets of who goes on. A larger place whose own figure was withdrawn has none instead.
 */
function absentTargets(inForce: Prisma.Sql, ofSource: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    UNION ALL
    SELECT place_code, intervention_code, target_group_code, 0, 0, -1
    FROM place_target WHERE ${ofSource}
    GROUP BY place_code, intervention_code, target_group_code
    HAVING NOT bool_or(${inForce}) AND NOT bool_or(is_own AND place_kind <> 'unit')`;
}
