import "server-only";

import { readRows } from "@/lib/server/db/read";
import type { Grant } from "@/lib/account/auth/grant";
import type { Campaign, Round, TargetSource } from "@/lib/campaign/campaign";
import { isAskedOfUnit } from "@/lib/campaign/server/asked-queries";
import { heldIn } from "@/lib/campaign/server/held-in-queries";
import { inForceOn } from "@/lib/campaign/target-population/server/in-force-queries";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import { Prisma } from "@/prisma/generated/client";

import { askedUnits } from "@/lib/monitor/asked-units";
import { cellsOf } from "@/lib/monitor/cells";
import { factsOf, type CountedFact, type FactOf } from "@/lib/monitor/counted-fact";
import { fact, type FactsQuery } from "@/lib/monitor/fact";
import { placeRows } from "./place-row-queries";
import { doseRows } from "./roll-up-queries";

/**
 * Cells (`unit_code`, `intervention_code`, `target_group_code`) without a target population, of
 * interventions that have one anywhere: what their doses are left out of. A unit's cell that has a number
 * has one as long as the unit is in force, so no day is asked. A figure of its own of a larger place covers
 * all its units until it is withdrawn. The kabupaten's roll-up says which columns miss any at all; of a
 * campaign that misses none, no unit is looked at, unless some have ended, of which it does not tell.
 *
 * @param kind of the places whose totals are asked about.
 * @param on the day whose target populations divide.
 */
export function untargetedCells(
  campaign: Campaign,
  {
    round,
    source,
    on,
  }: { readonly round: Round; readonly source: TargetSource; readonly on: CalendarDay },
  kind: "unit" | "subdistrict" | "district",
): Prisma.Sql {
  const ofCampaign = (table: string) => Prisma.sql`
      ${Prisma.raw(table)}.district_code = ${campaign.districtCode}
      AND ${Prisma.raw(table)}.campaign_id = ${campaign.id}::uuid`;
  const target = (table: string, kind: "unit" | "subdistrict" | "district") => Prisma.sql`
      ${ofCampaign(table)} AND ${Prisma.raw(table)}.source = ${source}
      AND ${Prisma.raw(table)}.round_number = ${round.number}
      AND ${Prisma.raw(table)}.place_kind = ${kind}`;
  const inForce = inForceOn(campaign, on);
  return Prisma.sql`
    WITH lacking AS MATERIALIZED (
      SELECT given.intervention_code, given.target_group_code
      FROM intervention_target_group AS given
      LEFT JOIN place_target AS whole ON ${target("whole", "district")}
       AND whole.place_code = ${campaign.districtCode}
       AND whole.intervention_code = given.intervention_code
       AND whole.target_group_code = given.target_group_code
       AND ${inForce}
      WHERE ${ofCampaign("given")}
        AND (${kind} <> 'district' AND whole.detail IS NOT NULL
          OR whole.is_own IS NOT TRUE
            AND (${campaign.unitEnds.length > 0}
              OR coalesce(whole.units, 0) < (
                SELECT count(*) FROM reporting_unit AS each
                WHERE ${ofCampaign("each")} AND ${heldIn(round, "each")}
                  AND ${isAskedOfUnit(campaign, Prisma.sql`given.target_group_code`, "each")})))
        AND EXISTS (
          SELECT FROM place_target AS loaded
          WHERE ${target("loaded", "district")} AND loaded.place_code = ${campaign.districtCode}
            AND loaded.intervention_code = given.intervention_code AND ${inForce})
    )
    SELECT unit.code AS unit_code, unit.subdistrict_code,
           lacking.intervention_code, lacking.target_group_code
    FROM lacking
    JOIN reporting_unit AS unit ON ${ofCampaign("unit")}
    WHERE ${heldIn(round)}
      AND ${isAskedOfUnit(campaign, Prisma.sql`lacking.target_group_code`)} AND NOT EXISTS (
      SELECT FROM place_target AS own
      WHERE ${target("own", "unit")} AND own.place_code = unit.code
        AND own.intervention_code = lacking.intervention_code
        AND own.target_group_code = lacking.target_group_code)
      AND (${kind} = 'unit' OR NOT EXISTS (
        SELECT FROM place_target AS above
        WHERE ${target("above", "subdistrict")} AND above.place_code = unit.subdistrict_code
          AND above.intervention_code = lacking.intervention_code
          AND above.target_group_code = lacking.target_group_code
          AND above.is_own AND ${inForce}))`;
}

/** Doses of units in cells that have no target population; nearly always none. */
export function untargetedFacts(facts: readonly CountedFact[]): CountedFact[] {
  const cellOf = cellsOf(facts);
  const lacksTarget = ({ place, intervention, targetGroup }: FactOf<"dose" | "dayDose">) =>
    cellOf(place, intervention, targetGroup)?.target === undefined;
  const kinds = { dose: "untargeted", dayDose: "untargetedOnDay" } as const;
  return [...factsOf(facts, "dose"), ...factsOf(facts, "dayDose")]
    .filter(lacksTarget)
    .map((each) => ({ ...each, kind: kinds[each.kind] }));
}

/** Whether units of a larger place gave doses in a cell that not all of them have a target for. */
export function isAnyUntargeted(facts: readonly CountedFact[], campaign: Campaign): boolean {
  const unitsAsked = askedUnits(facts, campaign);
  const cellOf = cellsOf(facts);
  return factsOf(facts, "dose").some(
    ({ place, intervention, targetGroup }) =>
      (cellOf(place, intervention, targetGroup)?.target?.units ?? 0) <
      unitsAsked(place, [targetGroup]),
  );
}

/**
 * Doses that units of a larger place gave in cells without a target of their own. The roll-ups of
 * larger places do not know which unit a target misses, so this reads the units' totals, and only
 * where `isAnyUntargeted`.
 */
export async function untargetedRows(
  grant: Grant<"coverage:read">,
  campaign: Campaign,
  query: FactsQuery,
  kind: "subdistrict" | "district",
): Promise<CountedFact[]> {
  const { round, source, asOf } = query;
  const lookedAt = asOf ?? query.today;
  const key = Prisma.sql`district_code = ${campaign.districtCode}
      AND campaign_id = ${campaign.id}::uuid AND round_number = ${round.number}`;
  const place =
    kind === "district" ? Prisma.sql`unit.district_code` : Prisma.sql`unit.subdistrict_code`;
  const ofKind = Prisma.sql`${key} AND place_kind = 'unit'`;
  const doses = doseRows({ kind: "unit", asOf, ofKind, ofUnits: key });
  const rows = await readRows(fact)`
    WITH place AS MATERIALIZED (${placeRows(grant, campaign, { ...query, by: "unit" }, lookedAt)}),
    dose AS (
      SELECT place AS unit_code, intervention_code AS intervention,
             target_group_code AS target_group, residents
      FROM (${doses}) AS counted
    ), untargeted AS MATERIALIZED (
      SELECT 'untargeted' AS kind, unit_code, intervention, target_group, residents
      FROM dose
      UNION ALL
      SELECT 'untargetedOnDay', unit_code, intervention_code, target_group_code, residents
      FROM tally WHERE ${key} AND day = ${query.on?.day ?? null}::date
    )
    SELECT dose.kind, ${place} AS place, dose.intervention || '/' || dose.target_group AS code,
           concat_ws(' ', sum(dose.residents), 0, 0) AS name
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
      AND NOT EXISTS (
        SELECT FROM place_target AS above
        WHERE above.district_code = ${campaign.districtCode}
          AND above.campaign_id = ${campaign.id}::uuid
          AND above.source = ${source} AND above.round_number = ${round.number}
          AND above.intervention_code = dose.intervention
          AND above.target_group_code = dose.target_group
          AND above.is_own AND (
            above.place_kind = 'subdistrict' AND above.place_code = unit.subdistrict_code
            OR ${kind} = 'district' AND above.place_kind = 'district'
              AND above.place_code = ${campaign.districtCode})
          AND ${inForceOn(campaign, lookedAt)})
    GROUP BY 1, 2, 3
  `;
  return rows.flat();
}
