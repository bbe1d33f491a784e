import "server-only";

import { z } from "zod";

import { recordAudit } from "@/lib/account/audit/server/record";
import type { Grant } from "@/lib/account/auth/grant";
import type { Campaign } from "@/lib/campaign/campaign";
import { inLockedCampaign } from "@/lib/campaign/server/lock-commands";
import type { Transaction } from "@/lib/server/db/client";
import { readRows } from "@/lib/server/db/read";
import { AppError } from "@/lib/base/errors";
import { undoableSince } from "@/lib/base/limits";
import { withinRegion } from "@/lib/account/region/server/scope-queries";
import { reportStatuses } from "@/lib/report/schema";

import { setReportStatuses } from "./status-commands";

const verified = z.object({
  subject: z.string(),
  unit: z.string(),
  day: z.iso.date(),
  round: z.int(),
  version: z.int(),
  /** As it stood before the press. */
  before: z.object({
    status: z.enum(reportStatuses),
    reason: z.string().nullable(),
    by: z.string().nullish(),
    at: z.string().nullish(),
  }),
  isAsLeft: z.boolean(),
});

/**
 * Takes a press back by which the person verified reports: exactly those wait again, or stand given
 * back as they did before. All or none, so that the number told on the button is the number undone.
 *
 * @throws {AppError} `notFound` for no press of theirs of the last day, or one undone already;
 * `undoChanged` when something was done to one of the reports since.
 */
export async function undoVerification(
  grant: Grant<"report:verify">,
  campaign: Campaign,
  press: string,
  { at }: { readonly at: Date },
): Promise<number> {
  return inLockedCampaign(campaign, async (tx) => {
    const reports = await pressedReports(tx, grant, campaign, press, at);
    if (reports.length === 0) throw new AppError("notFound", `no press ${press}`);
    const changed = reports.filter(({ isAsLeft }) => !isAsLeft);
    if (changed.length > 0) {
      throw new AppError("undoChanged", `${String(changed.length)} reports of ${press} changed`);
    }
    await restore(tx, campaign, reports);
    await recordAudit(
      tx,
      reports.map(({ subject, version, before }) => ({
        actor: grant.actor,
        districtCode: campaign.districtCode,
        campaignId: campaign.id,
        action: "report.unverified",
        subject,
        before: { version, status: "verified", reason: null },
        after: { version, status: before.status, reason: before.reason, press },
      })),
    );
    return reports.length;
  });
}

/**
 * The reports of a press and whether each still stands as it left it: verified in that version, and no
 * deed about it since in the trail, which knows of every one.
 */
async function pressedReports(
  tx: Transaction,
  grant: Grant<"report:verify">,
  campaign: Campaign,
  press: string,
  at: Date,
) {
  return readRows(verified, tx)`
    WITH pressed AS (
      SELECT entry.id, entry.subject, entry.before, (entry.after ->> 'version')::int AS version,
             split_part(entry.subject, '/', 2)::int AS round,
             split_part(entry.subject, '/', 3) AS unit,
             split_part(entry.subject, '/', 4)::date AS day
      FROM audit_entry AS entry
      WHERE entry.district_code = ${campaign.districtCode}
        AND entry.campaign_id = ${campaign.id}::uuid
        AND entry.actor_id = ${grant.actor.id}::uuid
        AND entry.action = 'report.verified'
        AND entry.recorded_at > ${undoableSince(at).toISOString()}::timestamptz
        AND entry.after ->> 'press' = ${press}
    )
    SELECT pressed.subject, pressed.unit, pressed.day::text AS day, pressed.round, pressed.version,
           pressed.before,
           (report.status IS NOT DISTINCT FROM 'verified' AND report.version = pressed.version
            AND NOT EXISTS (
              SELECT FROM audit_entry AS later
              WHERE later.district_code = ${campaign.districtCode}
                AND later.subject = pressed.subject AND later.id > pressed.id)) AS "isAsLeft"
    FROM pressed
    JOIN reporting_unit AS unit
      ON unit.district_code = ${campaign.districtCode} AND unit.campaign_id = ${campaign.id}::uuid
     AND unit.code = pressed.unit AND ${withinRegion(grant)}
    LEFT JOIN daily_report AS report
      ON report.district_code = ${campaign.districtCode} AND report.campaign_id = ${campaign.id}::uuid
     AND report.round_number = pressed.round AND report.unit_code = pressed.unit
     AND report.day = pressed.day
    WHERE NOT EXISTS (
      SELECT FROM audit_entry AS undone
      WHERE undone.district_code = ${campaign.districtCode}
        AND undone.subject = pressed.subject AND undone.action = 'report.unverified'
        AND undone.after ->> 'press' = ${press})
  `;
}

/** One call, so that the roll-ups are lowered once for all of them. */
async function restore(
  tx: Transaction,
  campaign: Campaign,
  reports: readonly z.infer<typeof verified>[],
): Promise<void> {
  const statuses = reports.map(({ unit, day, round, version, before }) => ({
    unit,
    day,
    round,
    version,
    status: before.status,
    reason: before.reason,
    by: before.by ?? null,
    at: before.at ?? null,
  }));
  await setReportStatuses(tx, campaign, statuses);
}
