import "server-only";

import { randomUUID } from "node:crypto";

import { z } from "zod";

import { recordAudit } from "@/lib/account/audit/server/record";
import type { Grant } from "@/lib/account/auth/grant";
import type { Campaign } from "@/lib/campaign/campaign";
import { inLockedCampaign } from "@/lib/campaign/server/lock-commands";
import type { Transaction } from "@/lib/server/db/client";
import { readRows } from "@/lib/server/db/read";
import { withinRegion } from "@/lib/account/region/server/scope-queries";
import { reportStatuses } from "@/lib/report/schema";

import { settle, type Settlement, type SettledReport } from "@/lib/report/verification/settlement";
import type { ReportMark } from "@/lib/report/verification/report-mark";
import { reportSubject } from "@/lib/report/report-key";

import { setReportStatuses } from "./status-commands";

/**
 * Verifies reports: who verified them has looked at these versions. One that was changed since is
 * left as it is and told. Pressing twice verifies once. A returned report may be verified: the
 * numbers were right after all. One's own report is left alone unless its sender says why nobody else
 * verifies it; the reason stays in the trail and in the report's history.
 *
 * @param ownReason why the person verifies what they sent themself; null: they did not say.
 * @param remarkReason why reports with something to look at are verified together; null: there are none.
 * @returns what became of each, in the order of the input.
 */
export async function verifyReports(
  grant: Grant<"report:verify">,
  campaign: Campaign,
  marks: readonly ReportMark[],
  {
    at,
    ownReason = null,
    remarkReason = null,
  }: {
    readonly at: Date;
    readonly ownReason?: string | null;
    readonly remarkReason?: string | null;
  },
): Promise<Settlement> {
  const wanted = { status: "verified", reason: null, at, ownReason, remarkReason } as const;
  return settleReports(grant, campaign, marks, wanted);
}

/**
 * Gives reports back to who sent them, with a reason that stands above the report until it is sent
 * again. A verified one is no longer verified by it. One that was changed since is left and told.
 */
export async function returnReports(
  grant: Grant<"report:verify">,
  campaign: Campaign,
  marks: readonly ReportMark[],
  { at, reason }: { readonly at: Date; readonly reason: string },
): Promise<Settlement> {
  const wanted = { status: "returned", reason, at, ownReason: null, remarkReason: null } as const;
  return settleReports(grant, campaign, marks, wanted);
}

type Wanted = {
  readonly status: "verified" | "returned";
  readonly reason: string | null;
  readonly at: Date;
  readonly ownReason: string | null;
  readonly remarkReason: string | null;
};

async function settleReports(
  grant: Grant<"report:verify">,
  campaign: Campaign,
  marks: readonly ReportMark[],
  wanted: Wanted,
): Promise<Settlement> {
  return inLockedCampaign(campaign, async (tx) => {
    const standing = await standingReports(tx, grant, campaign, marks);
    const mayBeOwn = wanted.status === "returned" || wanted.ownReason !== null;
    const settlement = settle(marks, standing, { ...wanted, mayBeOwn });
    if (settlement.done.length > 0) {
      // By it the trail finds the reports of one press again, to take it back (`undo-commands`).
      const press = wanted.status === "verified" ? { press: randomUUID() } : {};
      await writeStatus(tx, grant, campaign, settlement.done, wanted);
      await recordAudit(
        tx,
        settlement.done.map((report) => ({
          actor: grant.actor,
          districtCode: campaign.districtCode,
          campaignId: campaign.id,
          action: `report.${wanted.status}`,
          subject: reportSubject({ slug: campaign.slug, ...report }),
          before: {
            version: report.version,
            status: report.status,
            reason: report.reason,
            ...(report.status === "returned" && { by: report.statusBy, at: report.statusAt }),
          },
          after: {
            version: report.version,
            status: wanted.status,
            reason: wanted.reason ?? (report.isOwn ? wanted.ownReason : wanted.remarkReason),
            ...press,
            ...(report.isOwn && { ownReport: true }),
          },
        })),
      );
    }
    return settlement;
  });
}

const standingRow = z.object({
  unit: z.string(),
  day: z.iso.date(),
  round: z.int(),
  version: z.int(),
  status: z.enum(reportStatuses),
  reason: z.string().nullable(),
  isOwn: z.boolean(),
  statusBy: z.string().nullable(),
  statusAt: z.string().nullable(),
});

async function standingReports(
  tx: Transaction,
  grant: Grant<"report:verify">,
  campaign: Campaign,
  marks: readonly ReportMark[],
): Promise<SettledReport[]> {
  const asked = marks.map(({ unit, day }) => ({ unit, day }));
  return readRows(standingRow, tx)`
    SELECT report.unit_code AS unit, report.day::text AS day, report.round_number::int AS round,
           report.version, report.status, report.return_reason AS reason,
           report.submitted_by IS NOT DISTINCT FROM ${grant.actor.id}::uuid AS "isOwn",
           report.status_by::text AS "statusBy", report.status_at::text AS "statusAt"
    FROM (SELECT DISTINCT unit, day
          FROM jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) AS r (unit text, day date)
         ) AS asked
    JOIN reporting_unit AS unit
      ON unit.district_code = ${campaign.districtCode} AND unit.campaign_id = ${campaign.id}::uuid
     AND unit.code = asked.unit
    JOIN daily_report AS report
      ON report.district_code = unit.district_code AND report.campaign_id = unit.campaign_id
     AND report.unit_code = unit.code AND report.day = asked.day
    WHERE ${withinRegion(grant)}
  `;
}

/** One call, so that the roll-ups are raised once for all of them. */
async function writeStatus(
  tx: Transaction,
  grant: Grant<"report:verify">,
  campaign: Campaign,
  reports: readonly SettledReport[],
  { status, reason, at }: Wanted,
): Promise<void> {
  const statuses = reports.map(({ unit, day, round, version }) => ({
    unit,
    day,
    round,
    version,
    status,
    reason,
    by: grant.actor.id,
    at: at.toISOString(),
  }));
  await setReportStatuses(tx, campaign, statuses);
}
