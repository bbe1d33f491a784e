import type pg from "pg";

import type { QualityPlan } from "./campaign-plan";
import { insertRows, type CampaignRowKey } from "./insert-rows";

/** Inhabitants, announced totals, rejected lines of imports, and what was said about findings. */
export async function insertQuality(
  client: pg.Client,
  campaign: CampaignRowKey,
  plan: QualityPlan,
): Promise<void> {
  await insertRows(
    client,
    campaign,
    `update reporting_unit set inhabitants = people
     from jsonb_to_recordset($3) as r (code text, people int)
     where district_code = $1 and campaign_id = $2 and reporting_unit.code = r.code`,
    plan.inhabitants,
  );
  await insertRows(
    client,
    campaign,
    `insert into stated_total (
       district_code, campaign_id, place_code, intervention_code, day, is_cumulative, doses, source,
       created_by, created_at)
     select $1, $2, place, intervention, day, "isCumulative", doses, source, "createdBy", "createdAt"
     from jsonb_to_recordset($3) as r (
       place text, intervention text, day date, "isCumulative" boolean, doses int, source text,
       "createdBy" uuid, "createdAt" timestamptz)`,
    plan.statedTotals,
  );
  await insertRows(
    client,
    campaign,
    `insert into import_refusal (
       district_code, campaign_id, file_name, line, unit_code, day_text, kind, detail, imported_by,
       imported_at)
     select $1, $2, "fileName", line, unit, "dayText", kind, detail, "importedBy", "importedAt"
     from jsonb_to_recordset($3) as r (
       "fileName" text, line int, unit text, "dayText" text, kind text, detail jsonb,
       "importedBy" uuid, "importedAt" timestamptz)`,
    plan.rejections,
  );
  await insertRows(
    client,
    campaign,
    `insert into finding_note (
       district_code, campaign_id, rule, subject, facts, note, noted_by, noted_at)
     select $1, $2, rule, subject, facts, note, "notedBy", "notedAt"
     from jsonb_to_recordset($3) as r (
       rule text, subject text, facts text, note text, "notedBy" uuid, "notedAt" timestamptz)`,
    plan.notes,
  );
}
