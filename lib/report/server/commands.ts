import "server-only";

import { recordAudit } from "@/lib/account/audit/server/record";
import type { Grant } from "@/lib/account/auth/grant";
import { mayEver } from "@/lib/account/auth/policy";
import { auditSubject } from "@/lib/campaign/address";
import { isAskedOf } from "@/lib/campaign/asked";
import type { Campaign } from "@/lib/campaign/campaign";
import { isOffDuty } from "@/lib/campaign/unit-end";
import { inLockedCampaign } from "@/lib/campaign/server/lock-commands";
import type { Transaction } from "@/lib/server/db/client";
import { instantOf } from "@/lib/base/time/time-zone";

import { believedAfter } from "@/lib/report/believed";
import {
  decideBatch,
  type Decision,
  type DuplicateSubmission,
  type Write,
} from "@/lib/report/batch";
import { believedFromOf, noteContact } from "./contact-commands";
import { knownOf } from "./known-queries";
import { readReport, type SubmitContext } from "./read-report";
import { storeReports, type Sent } from "./report-commands";
import type { DailyReportSubmission, ReportResult } from "@/lib/report/schema";
import { roomsOf } from "./target-room-queries";
import { withToldProblems } from "@/lib/report/told-problems";

/**
 * Stores reports, each whole or not at all; one that is rejected does not stop the others. What is
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
  const work = async (tx: Transaction, { isArchived }: { readonly isArchived: boolean }) => {
    const { contact } = context;
    const believedFrom = contact && (await believedFromOf(tx, grant.actor.id, contact.device));
    const read = reports.map((report) =>
      readReport(report, campaign, context, believedFrom ?? null),
    );
    const known = {
      ...(await knownOf(tx, grant, campaign, read)),
      rooms: await roomsOf(tx, campaign, read),
    };
    const decision = decideBatch(read, known, {
      receivedAt: context.at.toISOString(),
      receivedBy: grant.actor.displayName,
      mayVerify: mayEver(grant.actor.role, "report:verify"),
      cutOffOf: (day) => instantOf(day, campaign.reportCutOff, campaign.timeZone),
      isOffDuty: (unit, day) => isOffDuty(campaign, unit, day),
      isArchived,
      isAsked: (targetGroup, kind) => {
        const group = campaign.targetGroups.find(({ code }) => code === targetGroup);
        return group === undefined || isAskedOf(group, kind);
      },
    });
    await write(tx, grant, campaign, decision, context);
    if (contact && reports.length > 0) {
      const believed = believedAfter({
        receivedAt: context.at,
        sentAt: context.sentAt ?? null,
        waitingSince: contact.waitingSince,
        reports: read.map(({ submittedAt }, index) => ({
          typedAt: new Date(submittedAt),
          isSettled: isSettled(decision.results[index]),
        })),
      });
      await noteContact(tx, grant.actor.id, contact.device, believed);
    }
    const results = decision.results.map((result, index) => ({
      ...result,
      // As its sender writes it, to be found again there.
      id: reports[index]?.id ?? result.id,
    }));
    return withToldProblems(results);
  };
  // Each report of a batch is answered by itself: one that arrived before is told so in the archive too.
  return inLockedCampaign(campaign, work, { mayBeArchived: true });
}

/** The device forgets it; anything else stays there until a person did something about it. */
function isSettled(result: ReportResult | undefined): boolean {
  return result?.outcome === "stored" || result?.outcome === "replayed";
}

/** One call and one entry of the trail a step; one step unless a report is sent twice. */
async function write(
  tx: Transaction,
  grant: Grant<"tally:submit">,
  campaign: Campaign,
  { steps, echoes }: Decision,
  context: SubmitContext,
): Promise<void> {
  const sent = { campaign, actorId: grant.actor.id, context };
  if (echoes.length > 0) await storeReports(tx, sent, [], echoes);
  const choices = echoes.filter(({ kept }) => kept !== null);
  if (choices.length > 0)
    await recordAudit(
      tx,
      choices.map((each) => choiceDeed(each, sent, grant)),
    );
  for (const step of steps) {
    await storeReports(tx, sent, step, []);
    await recordAudit(
      tx,
      step.map((each) => deedOf(each, sent, grant)),
    );
  }
}

function deedOf(written: Write, sent: Sent, grant: Grant<"tally:submit">) {
  const { version, content, before, reason } = written;
  return {
    ...aboutReport(written, sent, grant),
    action: before ? "report.corrected" : "report.received",
    before: before && {
      version: before.version,
      zero: before.zero,
      tallies: before.tallies,
      ...(before.parts && content.parts && { parts: before.parts }),
      status: before.status,
    },
    after: { version, ...content, ...tellingOf(written), ...(reason && { reason }) },
  };
}

/** The version that was kept, and what the sender had in its place. */
function choiceDeed(echo: DuplicateSubmission, sent: Sent, grant: Grant<"tally:submit">) {
  return {
    ...aboutReport(echo, sent, grant),
    action: "report.kept",
    after: { version: echo.version, ...tellingOf(echo), sent: echo.content },
  };
}

function aboutReport(
  { unit, day, round }: DuplicateSubmission,
  { campaign }: Sent,
  { actor }: Grant<"tally:submit">,
) {
  return {
    actor,
    districtCode: campaign.districtCode,
    campaignId: campaign.id,
    subject: auditSubject(campaign, round, unit, day),
  };
}

function tellingOf({
  id,
  via,
  submittedAt,
  cumulative,
  kept,
  isAboveTargetConfirmed,
}: DuplicateSubmission) {
  return {
    submission: id,
    via,
    typedAt: submittedAt,
    ...(cumulative && { figures: "cumulative" }),
    ...(kept && { kept }),
    ...(isAboveTargetConfirmed && { aboveTarget: "confirmed" }),
  };
}
