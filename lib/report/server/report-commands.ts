import "server-only";

import type { Campaign } from "@/lib/campaign/campaign";
import type { Transaction } from "@/lib/server/db/client";
import { instantOf } from "@/lib/base/time/time-zone";

import type { Decision, Write } from "@/lib/report/batch";
import type { SubmitContext } from "./read-report";
import { cellOf } from "@/lib/report/report-content";

/** What all reports of a batch have in common. */
export type Sent = {
  readonly campaign: Campaign;
  readonly actorId: string;
  readonly context: SubmitContext;
};

export async function insertSubmissions(
  tx: Transaction,
  { campaign, actorId, context }: Sent,
  submissions: Decision["echoes"],
): Promise<void> {
  const rows = submissions.map((each) => ({
    id: each.id,
    round: each.round,
    unit: each.unit,
    day: each.day,
    digest: each.digest,
    version: each.version,
    submittedAt: each.submittedAt,
    via: each.via,
    reasonCode: each.reason?.code ?? null,
    reasonNote: each.reason?.note ?? null,
    kept: each.kept,
    figures: each.cumulative ? "cumulative" : "daily",
    isZero: "before" in each && each.content.zero,
    isConfirmed: each.isAboveTargetConfirmed,
  }));
  await tx.$executeRaw`
    INSERT INTO submission (district_code, campaign_id, id, round_number, unit_code, day, content,
                            version, submitted_by, submitted_at, received_at, via, reason_code,
                            reason_note, conflict_kept, figures, is_zero,
                            above_target_confirmed)
    SELECT ${campaign.districtCode}, ${campaign.id}::uuid, id, round, unit, day, digest, version,
           ${actorId}::uuid, "submittedAt", ${context.at.toISOString()}::timestamptz, via,
           "reasonCode", "reasonNote", kept, figures, "isZero", "isConfirmed"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r (
      id uuid, round smallint, unit text, day date, digest text, version int,
      "submittedAt" timestamptz, via text, "reasonCode" text, "reasonNote" text, kept text,
      figures text, "isZero" boolean, "isConfirmed" boolean)
  `;
}

/**
 * First receipt and "on time" stay with the first version: a later correction is not late. What was
 * verified stays so, now by who changed it; what was returned is submitted again.
 */
export async function upsertReports(
  tx: Transaction,
  { campaign, actorId, context }: Sent,
  step: readonly Write[],
): Promise<void> {
  const rows = step.map(({ id, round, unit, day, version, content, submittedAt }) => ({
    id,
    round,
    unit,
    day,
    version,
    submittedAt,
    isZero: content.zero,
    isOnTime: context.at < instantOf(day, campaign.reportCutOff, campaign.timeZone),
  }));
  await tx.$executeRaw`
    INSERT INTO daily_report AS report (
      district_code, campaign_id, round_number, unit_code, day, submission_id, version, is_zero,
      is_on_time, first_received_at, submitted_at, received_at, submitted_by)
    SELECT ${campaign.districtCode}, ${campaign.id}::uuid, round, unit, day, id, version, "isZero",
           "isOnTime", received_at, "submittedAt", received_at, ${actorId}::uuid
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r (
      id uuid, round smallint, unit text, day date, version int, "isZero" boolean,
      "isOnTime" boolean, "submittedAt" timestamptz)
    CROSS JOIN (VALUES (${context.at.toISOString()}::timestamptz)) AS receipt (received_at)
    ON CONFLICT (district_code, campaign_id, round_number, unit_code, day) DO UPDATE
      SET submission_id = excluded.submission_id,
          version       = excluded.version,
          is_zero       = excluded.is_zero,
          submitted_at  = excluded.submitted_at,
          received_at   = excluded.received_at,
          submitted_by  = excluded.submitted_by,
          status        = CASE report.status WHEN 'verified' THEN 'verified' ELSE 'submitted' END,
          status_at     = CASE report.status WHEN 'verified' THEN excluded.received_at END,
          status_by     = CASE report.status WHEN 'verified' THEN excluded.submitted_by END,
          return_reason = NULL
  `;
}

/** A report replaces the one before it as a whole: a cell that it leaves out is taken away. */
export async function removeTallies(
  tx: Transaction,
  { campaign }: Sent,
  step: readonly Write[],
): Promise<void> {
  const rows = step.map(({ round, unit, day, content }) => ({
    round,
    unit,
    day,
    cells: content.tallies.map(cellOf),
  }));
  await tx.$executeRaw`
    DELETE FROM tally
    USING jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r (
      round smallint, unit text, day date, cells jsonb)
    WHERE district_code = ${campaign.districtCode}
      AND campaign_id = ${campaign.id}::uuid
      AND round_number = r.round
      AND unit_code = r.unit
      AND tally.day = r.day
      AND NOT r.cells ? (intervention_code || '/' || target_group_code)
  `;
}

/** A count that stays the same is not touched, so its history says when it was last changed. */
export async function upsertTallies(
  tx: Transaction,
  { campaign }: Sent,
  step: readonly Write[],
): Promise<void> {
  const rows = step.flatMap(({ id, round, unit, day, content }) =>
    content.tallies.map((tally) => ({ id, round, unit, day, ...tally })),
  );
  if (rows.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO tally (district_code, campaign_id, round_number, unit_code, day, intervention_code,
                       target_group_code, residents, non_residents, submission_id)
    SELECT ${campaign.districtCode}, ${campaign.id}::uuid, round, unit, day, intervention,
           "targetGroup", residents, "nonResidents", id
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r (
      id uuid, round smallint, unit text, day date, intervention text, "targetGroup" text,
      residents int, "nonResidents" int)
    ON CONFLICT (district_code, campaign_id, round_number, unit_code, day, intervention_code,
                 target_group_code) DO UPDATE
      SET residents     = excluded.residents,
          non_residents = excluded.non_residents,
          submission_id = excluded.submission_id
      WHERE (tally.residents, tally.non_residents)
         <> (excluded.residents, excluded.non_residents)
  `;
}
