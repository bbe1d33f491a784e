import "server-only";

import { recordAudit } from "@/lib/account/audit/server/record";
import type { Grant } from "@/lib/account/auth/grant";
import { auditSubject } from "@/lib/campaign/address";
import type { Campaign } from "@/lib/campaign/campaign";
import { writeCampaign } from "@/lib/campaign/server/lock-commands";
import type { Transaction } from "@/lib/server/db/client";
import { dateColumn, dayOfColumn } from "@/lib/server/db/calendar-column";
import { AppError } from "@/lib/base/errors";
import { undoableSince } from "@/lib/base/limits";
import { isWithin, regionCode } from "@/lib/base/region/code";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import type { StatedTotal } from "@/prisma/generated/client";

import { readFindings } from "./queries";
import { keyOf } from "@/lib/monitor/quality/finding";
import type { Explanation, StatedTotalInput } from "@/lib/monitor/quality/schema";

type Reviewer = Grant<"quality:review">;

/**
 * Says why a finding is as it should be. It counts as explained until its facts change; an earlier
 * explanation of the same finding is replaced, and the trail keeps both.
 *
 * @param at when it is said, which is also the campaign's day that the finding is looked up on.
 * @throws {AppError} `forbidden` when the grant holds a part of the kabupaten only; `notFound` when
 * there is no such finding now, because it was corrected; `conflict` when it says something else than
 * the person saw.
 */
export async function explainFinding(
  grant: Reviewer,
  campaign: Campaign,
  said: Omit<Explanation, "kampanye">,
  { at, today }: { readonly at: Date; readonly today: CalendarDay },
): Promise<void> {
  requireWhole(grant, campaign);
  const { rule, subject, facts, note } = said;
  const findings = await readFindings(grant, campaign, today);
  const finding = findings.find((each) => keyOf(each) === keyOf(said));
  if (!finding) throw new AppError("notFound", `finding ${keyOf(said)}`);
  if (finding.facts !== facts) throw new AppError("conflict", `finding ${keyOf(said)} has changed`);

  await writeCampaign(campaign, async (tx) => {
    const key = { ...ofCampaign(campaign), rule, subject };
    const explanation = { facts, note, notedBy: grant.actor.id, notedAt: at };
    await tx.findingNote.upsert({
      where: { districtCode_campaignId_rule_subject: key },
      create: { ...key, ...explanation },
      update: explanation,
    });
    await recordAudit(tx, [
      {
        ...deedOf(grant, campaign),
        action: "finding.explained",
        subject: auditSubject(campaign, rule, subject),
        before: finding.note && { note: finding.note.note },
        after: { note, place: finding.place?.name ?? campaign.districtName, day: finding.day },
      },
    ]);
  });
}

/**
 * Takes an explanation back: the finding is open again.
 *
 * @throws {AppError} `notFound` when there is none.
 */
export async function withdrawExplanation(
  grant: Reviewer,
  campaign: Campaign,
  of: { readonly rule: string; readonly subject: string },
): Promise<void> {
  requireWhole(grant, campaign);
  await writeCampaign(campaign, async (tx) => {
    const { rule, subject } = of;
    const key = { ...ofCampaign(campaign), rule, subject };
    const where = { districtCode_campaignId_rule_subject: key };
    const note = await tx.findingNote.findUnique({ where });
    if (!note) throw new AppError("notFound", `no explanation of ${keyOf(of)}`);
    await tx.findingNote.delete({ where });
    await recordAudit(tx, [
      {
        ...deedOf(grant, campaign),
        action: "finding.reopened",
        subject: auditSubject(campaign, rule, subject),
        before: { note: note.note },
      },
    ]);
  });
}

/**
 * Keeps a total that somebody announced, to hold the reports against.
 *
 * @throws {AppError} `unknownRegion` (field `place`) for a place that is not the kabupaten or one of
 * its subdistricts with units; `invalid` (field `intervention`); `roundClosed` (field `day`) for a
 * day outside every round.
 */
export async function stateTotal(
  grant: Reviewer,
  campaign: Campaign,
  input: Omit<StatedTotalInput, "kampanye">,
): Promise<void> {
  requireWhole(grant, campaign);
  const { place, intervention, day, doses, source } = input;
  if (!campaign.interventions.some(({ code }) => code === intervention)) {
    throw new AppError("invalid", `intervention ${intervention}`, "intervention");
  }
  const isInRound = campaign.rounds.some(
    (round) => round.startsOn <= day && day <= (round.sweepingEndsOn ?? round.endsOn),
  );
  if (!isInRound) throw new AppError("roundClosed", `${day} is in no round`, "day");

  await writeCampaign(campaign, async (tx) => {
    await requirePlace(tx, campaign, place);
    await tx.statedTotal.create({
      data: {
        ...ofCampaign(campaign),
        placeCode: place,
        interventionCode: intervention,
        day: dateColumn(day),
        isCumulative: input.span === "cumulative",
        doses,
        source,
        createdBy: grant.actor.id,
      },
    });
    await recordAudit(tx, [
      {
        ...deedOf(grant, campaign),
        action: "statedTotal.added",
        subject: auditSubject(campaign, place, intervention, day),
        after: { doses, source, isCumulative: input.span === "cumulative" },
      },
    ]);
  });
}

/**
 * Takes an announced total away, for a reason that the trail keeps. It can be put back for a day.
 *
 * @throws {AppError} `notFound` when the campaign has no such total.
 */
export async function removeStatedTotal(
  grant: Reviewer,
  campaign: Campaign,
  { id, reason }: { readonly id: string; readonly reason: string },
  at: Date,
): Promise<void> {
  requireWhole(grant, campaign);
  await writeCampaign(campaign, async (tx) => {
    const [total] = await tx.statedTotal.updateManyAndReturn({
      where: { ...ofCampaign(campaign), id, removedAt: null },
      data: { removedAt: at },
    });
    if (!total) throw new AppError("notFound", `stated total ${id}`);
    const { doses, source, isCumulative } = total;
    await recordAudit(tx, [
      {
        ...deedOf(grant, campaign),
        action: "statedTotal.removed",
        subject: subjectOf(campaign, total),
        before: { doses, source, isCumulative },
        after: { reason },
      },
    ]);
  });
}

/**
 * Puts an announced total back that was taken away in the last day, as it was.
 *
 * @throws {AppError} `notFound` when there is none, or it is back already.
 */
export async function restoreStatedTotal(
  grant: Reviewer,
  campaign: Campaign,
  id: string,
  at: Date,
): Promise<void> {
  requireWhole(grant, campaign);
  await writeCampaign(campaign, async (tx) => {
    const [total] = await tx.statedTotal.updateManyAndReturn({
      where: { ...ofCampaign(campaign), id, removedAt: { gt: undoableSince(at) } },
      data: { removedAt: null },
    });
    if (!total) throw new AppError("notFound", `removed total ${id}`);
    const { doses, source } = total;
    await recordAudit(tx, [
      {
        ...deedOf(grant, campaign),
        action: "statedTotal.restored",
        subject: subjectOf(campaign, total),
        after: { doses, source },
      },
    ]);
  });
}

async function requirePlace(tx: Transaction, campaign: Campaign, code: string): Promise<void> {
  const place = regionCode.safeParse(code);
  const isWhole = code === campaign.districtCode;
  const unit = await tx.reportingUnit.findFirst({
    where: { ...ofCampaign(campaign), ...(!isWhole && { subdistrictCode: code }) },
    select: { code: true },
  });
  if (!place.success || unit === null) {
    throw new AppError("unknownRegion", `${code} has no units`, "place");
  }
}

/** Notes and totals are the kabupaten's: who holds a part of it alone changes none. */
function requireWhole(grant: Reviewer, campaign: Campaign): void {
  if (!isWithin(campaign.districtCode, grant.region)) {
    throw new AppError("forbidden", `${grant.region} is a part of ${campaign.districtCode} only`);
  }
}

function ofCampaign({ districtCode, id }: Campaign) {
  return { districtCode, campaignId: id };
}

function subjectOf(campaign: Campaign, total: StatedTotal): string {
  const { placeCode, interventionCode, day } = total;
  return auditSubject(campaign, placeCode, interventionCode, dayOfColumn(day));
}

function deedOf({ actor }: Reviewer, { districtCode, id }: Campaign) {
  return { actor, districtCode, campaignId: id };
}
