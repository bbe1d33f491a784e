import "server-only";

import { readRows } from "@/lib/server/db/read";
import type { Grant } from "@/lib/account/auth/grant";
import { auditSubject } from "@/lib/campaign/address";
import type { Campaign } from "@/lib/campaign/campaign";
import { withinRegion } from "@/lib/account/region/server/scope-queries";
import { Prisma } from "@/prisma/generated/client";

import { cellHistory as history, type CellHistory } from "@/lib/report/history-schema";
import { roundOfDay } from "@/lib/report/report-rules";
import { measureColumns, measureFields } from "@/lib/campaign/server/measure-queries";

/** One cell of one report: a unit, a day, and a column. */
type CellName = {
  readonly unit: string;
  readonly day: string;
  readonly intervention: string;
  readonly targetGroup: string;
};

/**
 * Every value that a cell ever had, newest first, and what was decided about its report. A value
 * that a correction did not touch stands once, as who wrote it last; a choice to keep another's
 * version is an entry without a value. One statement.
 *
 * @returns null: no such unit within the grant's region, or no such day in a round.
 */
export async function readCellHistory(
  grant: Grant<"coverage:read">,
  campaign: Campaign,
  cell: CellName,
): Promise<CellHistory | null> {
  const round = roundOfDay(campaign, cell.day)?.number;
  if (round === undefined) return null;
  const subject = auditSubject(campaign, round, cell.unit, cell.day);
  const ofReport = (table: Prisma.Sql) => Prisma.sql`
    ${table}.district_code = ${campaign.districtCode}
    AND ${table}.campaign_id = ${campaign.id}::uuid
    AND ${table}.round_number = ${round}
    AND ${table}.unit_code = ${cell.unit}
    AND ${table}.day = ${cell.day}::date`;
  const ofCell = (table: Prisma.Sql) => Prisma.sql`${ofReport(table)}
    AND ${table}.intervention_code = ${cell.intervention}
    AND ${table}.target_group_code = ${cell.targetGroup}`;

  const rows = await readRows(history)`
    WITH written AS (
      SELECT submission_before AS id, ${measureColumns("before")}
      FROM tally_history WHERE ${ofCell(Prisma.sql`tally_history`)}
      UNION
      SELECT submission_after, ${measureColumns("after")}
      FROM tally_history
      WHERE submission_after IS NOT NULL AND ${ofCell(Prisma.sql`tally_history`)}
      UNION
      SELECT submission_id, ${measureColumns()}
      FROM tally WHERE ${ofCell(Prisma.sql`tally`)}
    ), value AS (
      SELECT submission.received_at, submission.version, jsonb_build_object(
               'submission', submission.id,
               'version', submission.version,
               'kind', CASE WHEN made.zero THEN 'zero'
                            WHEN submission.conflict_kept = 'theirs' THEN 'kept'
                            WHEN written.residents IS NULL THEN 'removed'
                            ELSE 'count' END,
               ${measureFields},
               'by', app_user.display_name,
               'receivedAt', submission.received_at,
               'typedAt', submission.submitted_at,
               'via', submission.via,
               'figures', submission.figures,
               'reason', CASE WHEN reason_code IS NOT NULL THEN
                 jsonb_strip_nulls(jsonb_build_object('code', reason_code, 'note', reason_note)) END,
               'kept', submission.conflict_kept,
               'isAboveTargetConfirmed', submission.above_target_confirmed) AS value
      FROM submission
      LEFT JOIN written ON written.id = submission.id
      LEFT JOIN app_user ON app_user.id = submission.submitted_by
      -- Seeded submissions do not say it; what stands says it of its own.
      CROSS JOIN LATERAL (SELECT submission.is_zero OR EXISTS (
        SELECT FROM daily_report AS report
        WHERE ${ofReport(Prisma.sql`report`)}
          AND report.is_zero AND report.submission_id = submission.id) AS zero) AS made
      WHERE ${ofReport(Prisma.sql`submission`)}
        AND (written.id IS NOT NULL OR made.zero OR submission.conflict_kept = 'theirs')
    ), event AS (
      SELECT audit_entry.id, jsonb_build_object(
               'kind', replace(action, 'report.', ''),
               'by', app_user.display_name,
               'at', recorded_at,
               'version', after -> 'version',
               'reason', after ->> 'reason') AS event
      FROM audit_entry
      LEFT JOIN app_user ON app_user.id = audit_entry.actor_id
      WHERE audit_entry.district_code = ${campaign.districtCode}
        AND subject = ${subject}
        AND audit_entry.campaign_id = ${campaign.id}::uuid
        AND action IN ('report.verified', 'report.returned', 'report.withdrawn',
                       'report.unverified')
    )
    SELECT (SELECT coalesce(jsonb_agg(value ORDER BY received_at DESC, version DESC), '[]')
            FROM value) AS values,
           (SELECT coalesce(jsonb_agg(event ORDER BY id DESC), '[]') FROM event) AS events
    FROM reporting_unit AS unit
    WHERE unit.district_code = ${campaign.districtCode}
      AND unit.campaign_id = ${campaign.id}::uuid
      AND unit.code = ${cell.unit}
      AND ${withinRegion(grant)}
  `;
  return rows[0] ?? null;
}
