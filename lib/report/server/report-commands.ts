import "server-only";

import type { Campaign } from "@/lib/campaign/campaign";
import type { Transaction } from "@/lib/server/db/client";
import { instantOf } from "@/lib/base/time/time-zone";

import type { DuplicateSubmission, Write } from "@/lib/report/batch";
import type { SubmitContext } from "./read-report";

/** What all reports of a batch have in common. */
export type Sent = {
  readonly campaign: Campaign;
  readonly actorId: string;
  readonly context: SubmitContext;
};

/**
 * Stores reports and the submissions that made them, with all that follows from them, in one call
 * (`prisma/sql/report-writes.sql`).
 *
 * @param step the reports; none twice.
 * @param echoes submissions that changed nothing and are remembered.
 */
export async function storeReports(
  tx: Transaction,
  { campaign, actorId, context }: Sent,
  step: readonly Write[],
  echoes: readonly DuplicateSubmission[],
): Promise<void> {
  const receipt = { by: actorId, receivedAt: context.at.toISOString() };
  const batch = {
    submissions: [
      ...echoes.map((each) => ({ ...submissionRow(each, false), ...receipt })),
      ...step.map((each) => ({ ...submissionRow(each, each.content.zero), ...receipt })),
    ],
    reports: step.map(({ id, round, unit, day, version, content, submittedAt }) => ({
      ...receipt,
      id,
      round,
      unit,
      day,
      version,
      submittedAt,
      isZero: content.zero,
      ...(content.parts && { saysParts: true }),
      isOnTime: context.at < instantOf(day, campaign.reportCutOff, campaign.timeZone),
    })),
    tallies: step.flatMap(({ id, round, unit, day, content }) =>
      content.tallies.map((tally) => ({ id, round, unit, day, ...tally })),
    ),
    ...(step.some(({ content }) => content.parts) && {
      parts: step.flatMap(({ id, round, unit, day, content }) =>
        (content.parts ?? []).map((part) => ({ id, round, unit, day, ...part })),
      ),
    }),
  };
  await tx.$executeRaw`
    SELECT store_reports(${campaign.districtCode}, ${campaign.id}::uuid,
                         ${JSON.stringify(batch)}::jsonb)`;
}

/** @param isZero whether it made a zero report; one that made none did not. */
function submissionRow(each: DuplicateSubmission, isZero: boolean) {
  return {
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
    isZero,
    isConfirmed: each.isAboveTargetConfirmed,
  };
}
