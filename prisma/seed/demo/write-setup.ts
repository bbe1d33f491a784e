import type pg from "pg";

import type { CampaignPlan, TargetSetPlan } from "./campaign-plan";
import { insertRows, round, type CampaignRowKey } from "./insert-rows";

export async function insertCampaign(
  client: pg.Client,
  plan: CampaignPlan,
): Promise<CampaignRowKey> {
  const { rows } = await client.query<{ id: string }>(
    `insert into campaign (
       district_code, slug, name, legal_basis, source_name, source_url, starts_on, ends_on,
       time_zone, report_cut_off, is_sample, is_demo, deciding_target_source)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, true, 'local')
     returning id`,
    [
      plan.districtCode,
      plan.slug,
      plan.name,
      plan.legalBasis,
      plan.sourceName,
      plan.sourceUrl,
      plan.startsOn,
      plan.endsOn,
      plan.timeZone,
      plan.reportCutOff,
      plan.isSample,
    ],
  );
  const [campaign] = rows;
  if (!campaign) throw new Error(`campaign ${plan.slug} was not written`);
  return [plan.districtCode, campaign.id];
}

/** Round, interventions, target groups, entry columns and reporting units. */
export async function insertSetup(client: pg.Client, campaign: CampaignRowKey, plan: CampaignPlan) {
  await client.query(
    `insert into round (district_code, campaign_id, number, planned_starts_on, planned_ends_on,
                        starts_on, ends_on)
     values ($1, $2, $3, $4, $5, $4, $5)`,
    [...campaign, round, plan.startsOn, plan.endsOn],
  );
  await insertRows(
    client,
    campaign,
    `insert into intervention (district_code, campaign_id, code, name, short_name, position)
     select $1, $2, code, name, "shortName", position
     from jsonb_to_recordset($3) as r (code text, name text, "shortName" text, position int)`,
    plan.interventions.map((intervention, index) => ({ ...intervention, position: index + 1 })),
  );
  await insertRows(
    client,
    campaign,
    `insert into goal (district_code, campaign_id, intervention_code, from_day, share)
     select $1, $2, code, $4::date, "coverageGoal"
     from jsonb_to_recordset($3) as r (code text, "coverageGoal" numeric)`,
    plan.interventions,
    [plan.startsOn],
  );
  await insertRows(
    client,
    campaign,
    `insert into target_group (district_code, campaign_id, code, name, position)
     select $1, $2, code, name, position
     from jsonb_to_recordset($3) as r (code text, name text, position int)`,
    plan.targetGroups.map((group, index) => ({ ...group, position: index + 1 })),
  );
  await insertRows(
    client,
    campaign,
    `insert into intervention_target_group (district_code, campaign_id, intervention_code, target_group_code)
     select $1, $2, code, group_code
     from jsonb_to_recordset($3) as r (code text, "targetGroups" text[]),
          unnest("targetGroups") as group_code`,
    plan.interventions,
  );
  await insertRows(
    client,
    campaign,
    `insert into reporting_unit (district_code, campaign_id, code, name, kind, region_code, subdistrict_code)
     select $1, $2, code, name, kind, "regionCode", "subdistrictCode"
     from jsonb_to_recordset($3) as r (
       code text, name text, kind text, "regionCode" text, "subdistrictCode" text)`,
    plan.units,
  );
}

/** One import of target populations; `place_target` is then to be refreshed. */
export async function insertTargets(
  client: pg.Client,
  campaign: CampaignRowKey,
  set: TargetSetPlan,
) {
  await insertRows(
    client,
    campaign,
    `with target_set as (
       insert into target_set (district_code, campaign_id, source, as_of, in_force_from, decree,
                               created_by, created_at)
       values ($1, $2, $4, $5, $5, $6, $7, $8)
       returning id)
     insert into target_population (
       district_code, campaign_id, target_set_id, unit_code, intervention_code, target_group_code, people)
     select $1, $2, target_set.id, unit, intervention, "targetGroup", people
     from target_set, jsonb_to_recordset($3) as r (
       unit text, intervention text, "targetGroup" text, people int)`,
    set.rows,
    [set.source, set.asOf, set.decree, set.createdBy, set.createdAt],
  );
}

/** Notes on days. */
export async function insertNotes(
  client: pg.Client,
  campaign: CampaignRowKey,
  notes: CampaignPlan["notes"],
) {
  await insertRows(
    client,
    campaign,
    `insert into day_note (district_code, campaign_id, place_code, day, kind, note, created_by)
     select $1, $2, place, day, kind, note, "createdBy"
     from jsonb_to_recordset($3) as r (
       place text, day date, kind text, note text, "createdBy" uuid)`,
    notes,
  );
}
