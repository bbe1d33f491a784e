import "server-only";

import type { Grant } from "@/lib/account/auth/grant";
import type { Permission } from "@/lib/account/auth/policy";
import { Prisma } from "@/prisma/generated/client";
import { columnKeySql } from "@/lib/campaign/server/column-key-queries";
import { measureFields } from "@/lib/campaign/server/measure-queries";

/** SQL expression: what the daily report `report` says besides tallies, in order; null: nothing. */
export const reportPartsSql = Prisma.sql`(
  SELECT jsonb_agg(jsonb_build_object('kind', part.kind, 'code', part.code, 'count', part.count)
                   ORDER BY part.kind COLLATE "C", part.code COLLATE "C")
  FROM report_part AS part
  WHERE part.district_code = report.district_code
    AND part.campaign_id = report.campaign_id
    AND part.round_number = report.round_number
    AND part.unit_code = report.unit_code
    AND part.day = report.day)`;

/**
 * SQL expression: the daily report `report`, sent by `app_user` (joined from the left), as jsonb of
 * the shape of `storedReport`. Cells and parts are in the order of their codes; without parts it says
 * nothing of any.
 */
export function storedReportSql({ actor }: Grant<Permission>): Prisma.Sql {
  return Prisma.sql`jsonb_build_object(
    'version', report.version,
    'zero', report.is_zero,
    'receivedAt', report.received_at,
    'receivedBy', app_user.display_name,
    'isOwn', report.submitted_by IS NOT DISTINCT FROM ${actor.id}::uuid,
    'status', report.status,
    'returnReason', report.return_reason,
    'tallies', (
      SELECT coalesce(jsonb_agg(jsonb_build_object(
               'intervention', intervention_code, 'targetGroup', target_group_code,
               ${measureFields})
             ORDER BY ${columnKeySql} COLLATE "C"),
             '[]')
      FROM tally
      WHERE tally.district_code = report.district_code
        AND tally.campaign_id = report.campaign_id
        AND tally.round_number = report.round_number
        AND tally.unit_code = report.unit_code
        AND tally.day = report.day))
    || jsonb_strip_nulls(jsonb_build_object('parts', ${reportPartsSql}))`;
}
