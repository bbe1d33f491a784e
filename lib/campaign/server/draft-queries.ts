import "server-only";

import type { Grant } from "@/lib/account/auth/grant";
import { storedId } from "@/lib/base/stored-id";
import { now } from "@/lib/base/time/clock";
import { newDraft, resumedDraft, type CampaignDraft } from "@/lib/campaign/draft";
import { draftDocument } from "@/lib/campaign/draft/document";
import { keptSince } from "@/lib/campaign/draft/kept-since";
import { stepNumbered, type Step } from "@/lib/campaign/draft/step";
import { db } from "@/lib/server/db/client";

/** A campaign that somebody has not made yet. */
export type KeptDraft = {
  readonly id: string;
  readonly draft: CampaignDraft;
  /** The step that was open last. */
  readonly step: Step;
  readonly version: number;
  /** In which version each step was saved last, in their order; 0: never. */
  readonly stepVersions: readonly number[];
  readonly updatedAt: Date;
};

/** The drafts of who asks, the newest first: nobody reads another's. */
export async function listDrafts(grant: Grant<"campaign:manage">): Promise<KeptDraft[]> {
  const rows = await db().campaignDraft.findMany({
    where: { ...ownDrafts(grant), updatedAt: { gte: keptSince(now()) } },
    orderBy: { updatedAt: "desc" },
  });
  return rows.map((row) => keptDraft(row, grant));
}

/** One of them; null: it is another's, was thrown away, or is too old. */
export async function findDraft(
  grant: Grant<"campaign:manage">,
  id: string,
): Promise<KeptDraft | null> {
  const known = storedId.safeParse(id);
  if (!known.success) return null;
  const row = await db().campaignDraft.findFirst({
    where: { ...ownDrafts(grant), id: known.data, updatedAt: { gte: keptSince(now()) } },
  });
  return row && keptDraft(row, grant);
}

/** Of whoever asks, begun where they still are: who moves or loses the right has none of them. */
export function ownDrafts({ actor, region }: Grant<"campaign:manage">) {
  return { districtCode: region, personId: actor.id };
}

function keptDraft(
  row: {
    readonly id: string;
    readonly content: unknown;
    readonly step: number;
    readonly version: number;
    readonly stepVersions: readonly number[];
    readonly updatedAt: Date;
  },
  grant: Grant<"campaign:manage">,
): KeptDraft {
  // What an older release kept has fewer fields: they are as in an empty form.
  const content = { ...newDraft(grant.region), ...(row.content as object) };
  return {
    id: row.id,
    draft: resumedDraft(draftDocument.parse(content)),
    step: stepNumbered(String(row.step)),
    version: row.version,
    stepVersions: row.stepVersions,
    updatedAt: row.updatedAt,
  };
}
