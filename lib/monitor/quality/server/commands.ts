import "server-only";

import { z } from "zod";

import { recordAudit } from "@/lib/account/audit/server/record";
import type { Grant } from "@/lib/account/auth/grant";
import { auditSubject } from "@/lib/campaign/address";
import type { Campaign } from "@/lib/campaign/campaign";
import { writeCampaign } from "@/lib/campaign/server/lock-commands";
import type { Transaction } from "@/lib/server/db/client";
import { readRows } from "@/lib/server/db/read";
import { AppError } from "@/lib/base/errors";
import { undoableSince } from "@/lib/base/limits";
import { isWithin, regionCode } from "@/lib/base/region/code";
import type { CalendarDay } from "@/lib/base/time/calendar-day";

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
    await tx.$executeRaw`
      INSERT INTO finding_note (
        district_code, campaign_id, rule, subject, facts, note, noted_by, noted_at)
      VALUES (${campaign.districtCode}, ${campaign.id}::uuid, ${rule}, ${subject}, ${facts},
              ${note}, ${grant.actor.id}::uuid, ${at})
      ON CONFLICT (district_code, campaign_id, rule, subject)
      DO UPDATE SET facts = excluded.facts, note = excluded.note, noted_by = excluded.noted_by,
                    noted_at = excluded.noted_at`;
    await recordAudit(tx, [
      {
        ...deedOf(grant, campaign),
        action: "finding.explained",
        subject: auditSubject(campaign, said.rule, said.subject),
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
    const [note] = await readRows(z.object({ note: z.string() }), tx)`
      DELETE FROM finding_note
      WHERE district_code = ${campaign.districtCode} AND campaign_id = ${campaign.id}::uuid
        AND rule = ${of.rule} AND subject = ${of.subject}
      RETURNING note`;
    if (!note) throw new AppError("notFound", `no explanation of ${keyOf(of)}`);
    await recordAudit(tx, [
      {
        ...deedOf(grant, campaign),
        action: "finding.reopened",
        subject: auditSubject(campaign, of.rule, of.subject),
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
    await tx.$executeRaw`
      INSERT INTO stated_total (
        district_code, campaign_id, place_code, intervention_code, day, is_cumulative, doses,
        source, created_by)
      VALUES (${campaign.districtCode}, ${campaign.id}::uuid, ${place}, ${intervention},
              ${day}::date, ${input.span === "cumulative"}, ${doses}, ${source},
              ${grant.actor.id}::uuid)`;
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

const removedTotal = z.object({ subject: z.string(), doses: z.int(), source: z.string() });

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
    const [total] = await readRows(removedTotal.extend({ isCumulative: z.boolean() }), tx)`
      UPDATE stated_total SET removed_at = ${at.toISOString()}::timestamptz
      WHERE district_code = ${campaign.districtCode} AND campaign_id = ${campaign.id}::uuid
        AND id = ${id}::uuid AND removed_at IS NULL
      RETURNING place_code || '/' || intervention_code || '/' || day AS subject, doses, source,
                is_cumulative AS "isCumulative"`;
    if (!total) throw new AppError("notFound", `stated total ${id}`);
    const { subject, ...before } = total;
    await recordAudit(tx, [
      {
        ...deedOf(grant, campaign),
        action: "statedTotal.removed",
        subject: auditSubject(campaign, subject),
        before,
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
    const [total] = await readRows(removedTotal, tx)`
      UPDATE stated_total SET removed_at = NULL
      WHERE district_code = ${campaign.districtCode} AND campaign_id = ${campaign.id}::uuid
        AND id = ${id}::uuid AND removed_at > ${undoableSince(at).toISOString()}::timestamptz
      RETURNING place_code || '/' || intervention_code || '/' || day AS subject, doses, source`;
    if (!total) throw new AppError("notFound", `removed total ${id}`);
    const { subject, ...after } = total;
    await recordAudit(tx, [
      {
        ...deedOf(grant, campaign),
        action: "statedTotal.restored",
        subject: auditSubject(campaign, subject),
        after,
      },
    ]);
  });
}

async function requirePlace(tx: Transaction, campaign: Campaign, code: string): Promise<void> {
  const place = regionCode.safeParse(code);
  const known = await readRows(z.unknown(), tx)`
    SELECT FROM reporting_unit
    WHERE district_code = ${campaign.districtCode} AND campaign_id = ${campaign.id}::uuid
      AND ${code} IN (district_code, subdistrict_code) LIMIT 1`;
  if (!place.success || known.length === 0) {
    throw new AppError("unknownRegion", `${code} has no units`, "place");
  }
}

/** Notes and totals are the kabupaten's: who holds a part of it alone changes none. */
function requireWhole(grant: Reviewer, campaign: Campaign): void {
  if (!isWithin(campaign.districtCode, grant.region)) {
    throw new AppError("forbidden", `${grant.region} is a part of ${campaign.districtCode} only`);
  }
}

function deedOf({ actor }: Reviewer, { districtCode, id }: Campaign) {
  return { actor, districtCode, campaignId: id };
}
