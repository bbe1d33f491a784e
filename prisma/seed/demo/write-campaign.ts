import type pg from "pg";

import type { CampaignPlan } from "./campaign-plan";
import { insertQuality } from "./write-quality";
import { insertReopenings } from "./write-reopenings";
import { storeDemoReports } from "./write-reports";
import { insertSchedule } from "./write-schedule";
import {
  insertCampaign,
  insertGatesAndSets,
  insertNotes,
  insertSetup,
  insertTargets,
} from "./write-setup";

/**
 * Writes a campaign with everything in it, inside the caller's transaction: one statement for all
 * rows of a kind.
 */
export async function writeDemoCampaign(client: pg.Client, plan: CampaignPlan): Promise<void> {
  const campaign = await insertCampaign(client, plan);
  await insertSetup(client, campaign, plan);
  await insertGatesAndSets(client, campaign, plan);
  for (const set of plan.targetSets) await insertTargets(client, campaign, set);
  await client.query("select refresh_place_target($1, $2)", campaign);

  await storeDemoReports(client, campaign, plan.reports);
  await insertReopenings(client, campaign, plan.reopenings);
  await insertNotes(client, campaign, plan.notes);
  if (plan.schedule) await insertSchedule(client, campaign, plan.schedule);
  if (plan.quality) await insertQuality(client, campaign, plan.quality);
  await client.query(
    `insert into audit_entry (district_code, campaign_id, action, subject, after)
     values ($1, $2, 'demo.loaded', $3, jsonb_build_object('reports', $4::int))`,
    [...campaign, plan.slug, plan.reports.length],
  );
}
