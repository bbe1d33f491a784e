import type pg from "pg";

import { defaultWording } from "@/lib/campaign/wording";

import type { CampaignPlan, TargetSetPlan } from "./campaign-plan";
import { insertRows, type CampaignRowKey } from "./insert-rows";

export async function insertCampaign(
  client: pg.Client,
  plan: CampaignPlan,
): Promise<CampaignRowKey> {
  const words = plan.words ?? defaultWording;
  const { rows } = await client.query<{ id: string }>(
    `insert into campaign (
       district_code, slug, name, legal_basis, source_name, source_url, starts_on, ends_on,
       time_zone, report_cut_off, is_sample, is_demo, deciding_target_source, noun, act, gives,
       rhythm, report_parts, period)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, true, 'local', $12, $13, $14, $15, $16,
             $17)
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
      words.noun,
      words.act,
      words.gives,
      plan.rhythm ?? "daily",
      plan.reportParts ?? [],
      plan.period ?? null,
    ],
  );
  const [campaign] = rows;
  if (!campaign) throw new Error(`campaign ${plan.slug} was not written`);
  return [plan.districtCode, campaign.id];
}

/** Round, interventions, target groups, entry columns and reporting units. */
export async function insertSetup(client: pg.Client, campaign: CampaignRowKey, plan: CampaignPlan) {
  const rounds = plan.rounds ?? [{ startsOn: plan.startsOn, endsOn: plan.endsOn }];
  await insertRows(
    client,
    campaign,
    `insert into round (district_code, campaign_id, number, planned_starts_on, planned_ends_on,
                        starts_on, ends_on, sweeping_ends_on, min_gap_days)
     select $1, $2, number, coalesce("plannedStartsOn", "startsOn"),
            coalesce("plannedEndsOn", "endsOn"), "startsOn", "endsOn", "sweepingEndsOn", "minGapDays"
     from jsonb_to_recordset($3) as r (
       number int, "plannedStartsOn" date, "plannedEndsOn" date, "startsOn" date, "endsOn" date,
       "sweepingEndsOn" date, "minGapDays" int)`,
    numbered(rounds).map(({ position, ...each }) => ({ ...each, number: position })),
  );
  await insertRows(
    client,
    campaign,
    `insert into intervention (district_code, campaign_id, code, name, short_name, position,
                               groups_add, follows)
     select $1, $2, code, name, "shortName", position, coalesce("groupsAdd", true), follows
     from jsonb_to_recordset($3) as r (
       code text, name text, "shortName" text, position int, "groupsAdd" boolean, follows text)`,
    numbered(plan.interventions),
  );
  await insertRows(
    client,
    campaign,
    `insert into goal (district_code, campaign_id, intervention_code, from_day, share, scope)
     select $1, $2, code, $4::date, "coverageGoal", coalesce("goalScope", 'whole')
     from jsonb_to_recordset($3) as r (code text, "coverageGoal" numeric, "goalScope" text)`,
    plan.interventions,
    [plan.startsOn],
  );
  await insertRows(
    client,
    campaign,
    `insert into target_group (district_code, campaign_id, code, name, position, noun, min_months,
                               max_months_exclusive, unit_kinds)
     select $1, $2, code, name, position, noun, "minMonths", "maxMonthsExclusive",
            coalesce("unitKinds", '{}')
     from jsonb_to_recordset($3) as r (
       code text, name text, position int, noun text, "minMonths" int, "maxMonthsExclusive" int,
       "unitKinds" text[])`,
    numbered(plan.targetGroups),
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
    `insert into reporting_unit (district_code, campaign_id, code, name, kind, region_code, subdistrict_code,
                                 office_code)
     select $1, $2, code, name, kind, "regionCode", "subdistrictCode", "officeCode"
     from jsonb_to_recordset($3) as r (
       code text, name text, kind text, "regionCode" text, "subdistrictCode" text,
       "officeCode" text)`,
    plan.units,
  );
}

/** What opens once coverages are reached, and units taken together. */
export async function insertGatesAndSets(
  client: pg.Client,
  campaign: CampaignRowKey,
  { gates = [], unitSets = [] }: CampaignPlan,
) {
  await insertRows(
    client,
    campaign,
    `insert into gate (district_code, campaign_id, code, name, position)
     select $1, $2, code, name, position
     from jsonb_to_recordset($3) as r (code text, name text, position int)`,
    numbered(gates),
  );
  await insertRows(
    client,
    campaign,
    `insert into gate_term (district_code, campaign_id, gate_code, position, intervention_code,
                            set_kind, set_code, at_least)
     select $1, $2, gate, position, intervention, "unitSet" ->> 'kind', "unitSet" ->> 'code', "atLeast"
     from jsonb_to_recordset($3) as r (
       gate text, position int, intervention text, "unitSet" jsonb, "atLeast" numeric)`,
    gates.flatMap(({ code, terms }) => numbered(terms).map((term) => ({ ...term, gate: code }))),
  );
  await insertRows(
    client,
    campaign,
    `insert into unit_set (district_code, campaign_id, kind, code, name, position, opens_on)
     select $1, $2, kind, code, name, position, "opensOn"
     from jsonb_to_recordset($3) as r (
       kind text, code text, name text, position int, "opensOn" date)`,
    numbered(unitSets),
  );
  await insertRows(
    client,
    campaign,
    `insert into unit_set_member (district_code, campaign_id, kind, set_code, unit_code)
     select $1, $2, kind, code, unit
     from jsonb_to_recordset($3) as r (kind text, code text, units text[]), unnest(units) as unit`,
    unitSets,
  );
}

function numbered<Row extends object>(rows: readonly Row[]) {
  return rows.map((row, index) => ({ ...row, position: index + 1 }));
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
       values ($1, $2, $4, $5, $6, $7, $8, $9)
       returning id), of_regions as (
       insert into region_target (
         district_code, campaign_id, target_set_id, region_code, intervention_code,
         target_group_code, people)
       select $1, $2, target_set.id, region, intervention, "targetGroup", people
       from target_set, jsonb_to_recordset($3) as r (
         region text, intervention text, "targetGroup" text, people int)
       where region is not null)
     insert into target_population (
       district_code, campaign_id, target_set_id, unit_code, intervention_code, target_group_code, people)
     select $1, $2, target_set.id, unit, intervention, "targetGroup", people
     from target_set, jsonb_to_recordset($3) as r (
       unit text, intervention text, "targetGroup" text, people int)
     where unit is not null`,
    set.rows,
    [set.source, set.asOf, set.inForceFrom ?? set.asOf, set.decree, set.createdBy, set.createdAt],
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
