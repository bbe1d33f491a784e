import { createHash } from "node:crypto";

import type pg from "pg";

import type { ReportPlan, TallyPlan } from "./campaign-plan";
import { insertRows, round, type CampaignKey } from "./insert-rows";

/** Submissions, daily reports and tallies, as first sent. */
export async function insertReports(
  client: pg.Client,
  campaign: CampaignKey,
  reports: readonly ReportPlan[],
) {
  const sent = reports.map((report) => ({
    ...report,
    content: digest(report.tallies),
    isZero: report.tallies.length === 0,
    status: report.settled?.status ?? "submitted",
    statusAt: report.settled?.at ?? null,
    statusBy: report.settled?.by ?? null,
    returnReason: report.settled?.reason ?? null,
  }));
  await insertSubmissions(client, campaign, 1, sent);
  await insertRows(
    client,
    campaign,
    `insert into daily_report (
       district_code, campaign_id, round_number, unit_code, day, submission_id, is_zero, is_on_time,
       first_received_at, submitted_at, received_at, submitted_by,
       status, status_at, status_by, return_reason)
     select $1, $2, $4, unit, day, "submissionId", "isZero", "isOnTime",
            "receivedAt", "receivedAt", "receivedAt", "submittedBy",
            status, "statusAt", "statusBy", "returnReason"
     from jsonb_to_recordset($3) as r (
       unit text, day date, "submissionId" uuid, "isZero" boolean, "isOnTime" boolean,
       "receivedAt" timestamptz, "submittedBy" uuid, status text, "statusAt" timestamptz,
       "statusBy" uuid, "returnReason" text)`,
    sent,
    [round],
  );
  await insertRows(
    client,
    campaign,
    `insert into tally (
       district_code, campaign_id, round_number, unit_code, day, intervention_code,
       target_group_code, residents, non_residents, submission_id)
     select $1, $2, $4, unit, day, intervention, "targetGroup", residents, "nonResidents", "submissionId"
     from jsonb_to_recordset($3) as r (
       unit text, day date, intervention text, "targetGroup" text, residents int,
       "nonResidents" int, "submissionId" uuid)`,
    reports.flatMap(({ unit, day, submissionId, tallies }) =>
      tallies.map((tally) => ({ ...tally, unit, day, submissionId })),
    ),
    [round],
  );
}

/** Corrections go the way that a correction on the screen goes, so that the history has them. */
export async function correctReports(
  client: pg.Client,
  campaign: CampaignKey,
  reports: readonly ReportPlan[],
) {
  const corrected = reports.flatMap(({ unit, day, correction }) =>
    correction ? [{ unit, day, ...correction, content: digest(correction.tallies) }] : [],
  );
  await insertSubmissions(client, campaign, 2, corrected);
  await insertRows(
    client,
    campaign,
    `update daily_report as report
     set version = 2, submission_id = "submissionId", submitted_at = r."receivedAt",
         received_at = r."receivedAt", submitted_by = r."submittedBy"
     from jsonb_to_recordset($3) as r (
       unit text, day date, "submissionId" uuid, "receivedAt" timestamptz, "submittedBy" uuid)
     where district_code = $1 and campaign_id = $2 and unit_code = unit and report.day = r.day`,
    corrected,
  );
  await insertRows(
    client,
    campaign,
    `update tally set residents = r.residents, submission_id = "submissionId"
     from jsonb_to_recordset($3) as r (
       unit text, day date, intervention text, "targetGroup" text, residents int, "submissionId" uuid)
     where district_code = $1 and campaign_id = $2 and unit_code = unit and tally.day = r.day
       and intervention_code = intervention and target_group_code = "targetGroup"`,
    corrected.flatMap(({ unit, day, submissionId, tallies }) =>
      tallies.map((tally) => ({ ...tally, unit, day, submissionId })),
    ),
  );
  await client.query(
    `update tally_history as history set recorded_at = submission.received_at
     from submission
     where history.district_code = $1 and history.campaign_id = $2
       and submission.district_code = $1 and submission.campaign_id = $2
       and submission.id = history.submission_after`,
    campaign,
  );
}

async function insertSubmissions(
  client: pg.Client,
  campaign: CampaignKey,
  version: number,
  sent: readonly unknown[],
) {
  await insertRows(
    client,
    campaign,
    `insert into submission (
       district_code, campaign_id, id, round_number, unit_code, day, content, version,
       submitted_by, submitted_at, received_at, via)
     select $1, $2, "submissionId", $4, unit, day, content, $5,
            "submittedBy", "receivedAt", "receivedAt", 'seed'
     from jsonb_to_recordset($3) as r (
       unit text, day date, "submissionId" uuid, content text, "receivedAt" timestamptz,
       "submittedBy" uuid)`,
    sent,
    [round, version],
  );
}

function digest(tallies: readonly TallyPlan[]): string {
  return createHash("sha256").update(JSON.stringify(tallies)).digest("hex");
}
