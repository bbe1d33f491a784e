import { createHash } from "node:crypto";

import type pg from "pg";

import type { CorrectionPlan, ReportPlan, TallyPlan } from "./campaign-plan";
import { insertRows, type CampaignRowKey } from "./insert-rows";

/**
 * Submissions, daily reports and tallies, their corrections, and what the health office said of
 * them: by the functions by which the application writes them.
 */
export async function storeDemoReports(
  client: pg.Client,
  campaign: CampaignRowKey,
  reports: readonly ReportPlan[],
): Promise<void> {
  await storeVersion(client, campaign, 1, reports);
  const corrected = reports.flatMap(({ round = 1, unit, day, isOnTime, correction }) =>
    correction ? [{ ...correction, round, unit, day, isOnTime }] : [],
  );
  await storeVersion(client, campaign, 2, corrected);
  await client.query(
    `update tally_history as history set recorded_at = sent.received_at
     from submission as sent
     where history.district_code = $1 and history.campaign_id = $2
       and sent.district_code = $1 and sent.campaign_id = $2
       and sent.id = history.submission_after`,
    campaign,
  );
  const statuses = reports.flatMap(({ round = 1, unit, day, correction, settled }) =>
    settled ? [{ ...settled, round, unit, day, version: correction ? 2 : 1 }] : [],
  );
  await insertRows(client, campaign, "select set_report_statuses($1, $2, $3)", statuses);
}

type Sent = CorrectionPlan & Pick<ReportPlan, "round" | "unit" | "day" | "isOnTime" | "parts">;

async function storeVersion(
  client: pg.Client,
  campaign: CampaignRowKey,
  version: number,
  sent: readonly Sent[],
): Promise<void> {
  const reports = sent.map((each) => ({
    id: each.submissionId,
    round: each.round ?? 1,
    unit: each.unit,
    day: each.day,
    version,
    by: each.submittedBy,
    submittedAt: each.receivedAt,
    receivedAt: each.receivedAt,
    isZero: each.tallies.length === 0,
    isOnTime: each.isOnTime,
    digest: digest(each.tallies),
    via: "seed",
    figures: "daily",
    isConfirmed: false,
    ...(each.parts && { saysParts: true }),
  }));
  const tallies = sent.flatMap(({ submissionId, round = 1, unit, day, tallies: counts }) =>
    counts.map((tally) => ({ id: submissionId, round, unit, day, ...tally })),
  );
  const parts = sent.flatMap(({ submissionId, round = 1, unit, day, parts: said = [] }) =>
    said.map((part) => ({ id: submissionId, round, unit, day, ...part })),
  );
  await client.query("select store_reports($1, $2, $3)", [
    ...campaign,
    JSON.stringify({ submissions: reports, reports, tallies, ...(parts.length > 0 && { parts }) }),
  ]);
}

function digest(tallies: readonly TallyPlan[]): string {
  return createHash("sha256").update(JSON.stringify(tallies)).digest("hex");
}
