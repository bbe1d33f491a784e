import "server-only";

import { createHash } from "node:crypto";

import { recordAudit } from "@/lib/audit/record";
import type { Grant } from "@/lib/auth/grant";
import type { Campaign } from "@/lib/campaign/campaign";
import { db, type Transaction } from "@/lib/db/client";
import { localDay } from "@/lib/time/time-zone";

import { decideBatch, type Decision, type ReadReport, type Write } from "./batch";
import { knownOf } from "./known-queries";
import {
  insertSubmissions,
  removeTallies,
  upsertReports,
  upsertTallies,
  type SubmitContext,
} from "./report-commands";
import { contentOf, contentText } from "./report-content";
import { problemsOf, roundOfDay } from "./report-rules";
import type { DailyReportSubmission, ReportResult } from "./schema";

/** The writer before may be a batch of 500: wait for the lock rather than fail. */
const patience = { maxWait: 15_000, timeout: 30_000 };

/**
 * Stores reports, each whole or not at all; one that is refused does not stop the others. What is
 * stored of a batch is stored together, with its audit entries. See README.md for the rules.
 *
 * @returns what became of each, in the order of the input.
 */
export async function submitDailyReports(
  grant: Grant<"tally:submit">,
  campaign: Campaign,
  reports: readonly DailyReportSubmission[],
  context: SubmitContext,
): Promise<ReportResult[]> {
  const read = reports.map((report) => readReport(report, campaign, context));

  return db().$transaction(async (tx) => {
    await tx.$queryRaw`
      SELECT 1 FROM campaign
      WHERE district_code = ${campaign.districtCode} AND id = ${campaign.id}::uuid
      FOR NO KEY UPDATE
    `;
    const known = await knownOf(tx, grant, campaign, read);
    const decision = decideBatch(read, known, {
      receivedAt: context.at.toISOString(),
      receivedBy: grant.actor.displayName,
    });
    await write(tx, grant, campaign, decision, context);
    return [...decision.results];
  }, patience);
}

function readReport(
  report: DailyReportSubmission,
  campaign: Campaign,
  { at }: SubmitContext,
): ReadReport {
  const { id, unit, day, baseVersion = 0 } = report;
  const content = contentOf(report);
  const typedAt = report.submittedAt === undefined ? at : new Date(report.submittedAt);
  return {
    id,
    unit,
    day,
    round: roundOfDay(campaign, day)?.number ?? null,
    baseVersion,
    // A phone's clock may run ahead; nothing is typed after it was received.
    submittedAt: (typedAt < at ? typedAt : at).toISOString(),
    content,
    digest: createHash("sha256")
      .update(JSON.stringify([unit, day, contentText(content)]))
      .digest("hex"),
    problems: problemsOf(report, { campaign, today: localDay(at, campaign.timeZone) }),
  };
}

/** A fixed number of statements a step, however many reports; one step unless a report is sent twice. */
async function write(
  tx: Transaction,
  grant: Grant<"tally:submit">,
  campaign: Campaign,
  { steps, echoes }: Decision,
  context: SubmitContext,
): Promise<void> {
  const sent = { campaign, actorId: grant.actor.id, context };
  if (echoes.length > 0) await insertSubmissions(tx, sent, echoes);
  for (const step of steps) {
    await insertSubmissions(tx, sent, step);
    await upsertReports(tx, sent, step);
    if (step.some(({ before }) => before !== null)) await removeTallies(tx, sent, step);
    await upsertTallies(tx, sent, step);
    await recordAudit(
      tx,
      step.map((each) => deedOf(each, grant, campaign)),
    );
  }
}

function deedOf(
  { unit, day, round, version, content, before }: Write,
  { actor }: Grant<"tally:submit">,
  campaign: Campaign,
) {
  return {
    actor,
    districtCode: campaign.districtCode,
    campaignId: campaign.id,
    action: before ? "report.corrected" : "report.received",
    subject: `${campaign.slug}/${String(round)}/${unit}/${day}`,
    before: before && { version: before.version, zero: before.zero, tallies: before.tallies },
    after: { version, ...content },
  };
}
