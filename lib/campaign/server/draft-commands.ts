import "server-only";

import type { Grant } from "@/lib/account/auth/grant";
import { AppError } from "@/lib/base/errors";
import { limits } from "@/lib/base/limits";
import { now } from "@/lib/base/time/clock";
import type { CampaignDraft } from "@/lib/campaign/draft";
import { keptSince } from "@/lib/campaign/draft/kept-since";
import {
  stepNumber,
  steps,
  stepsChanged,
  withStep,
  writtenWith,
  type Step,
} from "@/lib/campaign/draft/step";
import { db, type Transaction } from "@/lib/server/db/client";

import { findDraft, ownDrafts, type KeptDraft } from "./draft-queries";

/**
 * Begins a draft, and forgets those of the same person that are too old. A draft is no fact: the trail
 * knows the campaign that is made of it, and nothing before.
 *
 * @param filled steps that something was filled in of.
 * @throws {AppError} `tooManyDrafts`.
 */
export async function startDraft(
  grant: Grant<"campaign:manage">,
  draft: CampaignDraft,
  filled: readonly Step[] = [],
): Promise<{ id: string }> {
  const own = ownDrafts(grant);
  return db().$transaction(async (tx) => {
    await tx.campaignDraft.deleteMany({ where: { ...own, updatedAt: { lt: keptSince(now()) } } });
    const kept = await tx.campaignDraft.count({ where: own });
    if (kept >= limits.campaignDrafts) throw new AppError("tooManyDrafts", String(kept));
    return tx.campaignDraft.create({
      data: {
        ...own,
        content: draft,
        stepVersions: steps.map((step) => (filled.includes(step) ? 1 : 0)),
        updatedAt: now(),
      },
      select: { id: true },
    });
  });
}

/**
 * Saves what one step's page says; the other steps stay as they were saved last.
 *
 * @param seen the version that the page was read at.
 * @throws {AppError} `notFound`; `draftChanged` when the same step was saved since, in another tab.
 * @returns the version now.
 */
export async function saveDraftStep(
  grant: Grant<"campaign:manage">,
  id: string,
  {
    step,
    typed,
    seen,
  }: { readonly step: Step; readonly typed: CampaignDraft; readonly seen: number },
): Promise<{ version: number }> {
  return changeDraft(grant, id, (kept) => {
    const written = writtenWith(step);
    const isSavedSince = written.some(
      (each) => (kept.stepVersions[steps.indexOf(each)] ?? 0) > seen,
    );
    if (isSavedSince) throw new AppError("draftChanged", `${step} is newer than ${String(seen)}`);
    return { draft: withStep(kept.draft, step, typed), written, step };
  });
}

/** Puts another draft in its place, with the steps in which it is another. */
export async function replaceDraft(
  grant: Grant<"campaign:manage">,
  id: string,
  work: (standing: CampaignDraft) => CampaignDraft,
): Promise<{ version: number }> {
  return changeDraft(grant, id, (kept) => {
    const draft = work(kept.draft);
    const written = stepsChanged(kept.draft, draft);
    return { draft, written, step: kept.step };
  });
}

/** Throws a draft away. @throws {AppError} `notFound`. */
export async function discardDraft(grant: Grant<"campaign:manage">, id: string): Promise<void> {
  const kept = await findDraft(grant, id);
  if (!kept) throw unknownDraft(id);
  await deleteDraft(db(), grant, kept.id);
}

/** Forgets a draft whose campaign was made, in the transaction that makes it. */
export async function deleteDraft(
  tx: Pick<Transaction, "campaignDraft">,
  grant: Grant<"campaign:manage">,
  id: string,
): Promise<void> {
  await tx.campaignDraft.deleteMany({ where: { ...ownDrafts(grant), id } });
}

/** One after the other: who saves second is told that somebody saved before. */
async function changeDraft(
  grant: Grant<"campaign:manage">,
  id: string,
  work: (kept: KeptDraft) => { draft: CampaignDraft; written: readonly Step[]; step: Step },
): Promise<{ version: number }> {
  const kept = await findDraft(grant, id);
  if (!kept) throw unknownDraft(id);
  const { draft, written, step } = work(kept);
  const version = kept.version + 1;
  const { count } = await db().campaignDraft.updateMany({
    where: { ...ownDrafts(grant), id: kept.id, version: kept.version },
    data: {
      content: draft,
      step: stepNumber(step),
      version,
      stepVersions: steps.map((each, index) =>
        written.includes(each) ? version : (kept.stepVersions[index] ?? 0),
      ),
      updatedAt: now(),
    },
  });
  // Saved by another page in the same moment: it is looked at anew.
  return count === 0 ? changeDraft(grant, id, work) : { version };
}

function unknownDraft(id: string): AppError {
  return new AppError("notFound", `no draft ${id} of theirs`);
}
