import "server-only";

import type { Transaction } from "@/lib/db/client";
import type { RegionCode } from "@/lib/region/code";

import type { CampaignInput } from "./schema";

/** Key of a campaign's rows. */
export type CampaignKey = { readonly district: RegionCode; readonly id: string };

/** Rounds of a new campaign: what is planned is what is agreed until a date moves. */
export async function insertRounds(
  tx: Transaction,
  key: CampaignKey,
  rounds: CampaignInput["rounds"],
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO round (district_code, campaign_id, number, planned_starts_on, planned_ends_on,
                       starts_on, ends_on, sweeping_ends_on)
    SELECT ${key.district}, ${key.id}::uuid, number, "startsOn", "endsOn", "startsOn", "endsOn",
           "sweepingEndsOn"
    FROM jsonb_to_recordset(${JSON.stringify(rounds)}::jsonb) AS round (
      number smallint, "startsOn" date, "endsOn" date, "sweepingEndsOn" date)`;
}

/**
 * Interventions, target groups, and which is given to which, after those that are there. An
 * intervention that names no groups is given to every one in the list.
 */
export async function insertColumns(
  tx: Transaction,
  key: CampaignKey,
  parts: Pick<CampaignInput, "interventions" | "targetGroups">,
): Promise<void> {
  const interventions = parts.interventions.map((each) => ({
    ...each,
    shortName: each.shortName ?? each.name.slice(0, 24).trim(),
  }));
  await tx.$executeRaw`
    INSERT INTO target_group (district_code, campaign_id, code, name, position)
    SELECT ${key.district}, ${key.id}::uuid, code, name, place + (
             SELECT coalesce(max(position), 0) FROM target_group
             WHERE district_code = ${key.district} AND campaign_id = ${key.id}::uuid)
    FROM ROWS FROM (jsonb_to_recordset(${JSON.stringify(parts.targetGroups)}::jsonb)
           AS (code text, name text)) WITH ORDINALITY AS part (code, name, place)`;
  await tx.$executeRaw`
    INSERT INTO intervention (
      district_code, campaign_id, code, name, short_name, coverage_goal, position)
    SELECT ${key.district}, ${key.id}::uuid, code, name, short_name, goal, place + (
             SELECT coalesce(max(position), 0) FROM intervention
             WHERE district_code = ${key.district} AND campaign_id = ${key.id}::uuid)
    FROM ROWS FROM (jsonb_to_recordset(${JSON.stringify(interventions)}::jsonb)
           AS (code text, name text, "shortName" text, "coverageGoal" numeric))
         WITH ORDINALITY AS part (code, name, short_name, goal, place)`;
  await insertGiven(
    tx,
    key,
    parts.interventions.flatMap(({ code, targetGroups }) =>
      (targetGroups ?? parts.targetGroups.map((group) => group.code)).map((targetGroup) => ({
        intervention: code,
        targetGroup,
      })),
    ),
  );
}

/** Which interventions are given to which groups; one that is known already stays. */
export async function insertGiven(
  tx: Transaction,
  key: CampaignKey,
  columns: readonly { readonly intervention: string; readonly targetGroup: string }[],
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO intervention_target_group (
      district_code, campaign_id, intervention_code, target_group_code)
    SELECT DISTINCT ${key.district}, ${key.id}::uuid, intervention, "targetGroup"
    FROM jsonb_to_recordset(${JSON.stringify(columns)}::jsonb) AS given (
      intervention text, "targetGroup" text)
    ON CONFLICT DO NOTHING`;
}
