import "server-only";

import type { Campaign } from "@/lib/campaign/campaign";
import type { Transaction } from "@/lib/db/client";
import { instantOf } from "@/lib/time/time-zone";

import type { Decision, Write } from "./batch";

export type SubmitContext = {
  /** When it was received. */
  readonly at: Date;
  readonly via: "screen" | "offline" | "import" | "api";
};

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
  const rows = submissions.map(({ id, round, unit, day, digest, version, submittedAt }) => ({
    id,
    round,
    unit,
    day,
    digest,
    version,
    submittedAt,
  }));
  await tx.$executeRaw`
    INSERT INTO submission (district_code, campaign_id, id, round_number, unit_code, day, content,
                            version, submitted_by, submitted_at, received_at, via)
    SELECT ${campaign.districtCode}, ${campaign.id}::uuid, id, round, unit, day, digest, version,
           ${actorId}::uuid, "submittedAt", ${context.at.toISOString()}::timestamptz, ${context.via}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r (
      id uuid, round smallint, unit text, day date, digest text, version int,
      "submittedAt" timestamptz)
  `;
}

/** First receipt and "on time" stay with the first version: a later correction is not late. */
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
          submitted_by  = excluded.submitted_by
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
    cells: content.tallies.map(cellText),
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

function cellText(cell: { readonly intervention: string; readonly targetGroup: string }): string {
  return `${cell.intervention}/${cell.targetGroup}`;
}
