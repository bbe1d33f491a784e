import "server-only";

import { z } from "zod";

import type { Grant } from "@/lib/account/auth/grant";
import { contentTag } from "@/lib/base/server/content-tag";
import { AppError } from "@/lib/base/errors";
import type { Transaction } from "@/lib/server/db/client";
import { readingIn, readRows } from "@/lib/server/db/read";
import { auditSubject } from "@/lib/campaign/address";
import type { Campaign } from "@/lib/campaign/campaign";
import { definitionOf, type CampaignDefinition } from "@/lib/campaign/definition";
import { draftOf, type CampaignDraft } from "@/lib/campaign/draft";
import { setLinesOf } from "@/lib/campaign/unit-set/lines";
import { listUnitSets } from "@/lib/campaign/unit-set/server/queries";
import { findCampaign, listReportingUnits } from "./queries";

/** A campaign as it can be sent back, with its tag; null when it is not there for them. */
export async function readDefinition(
  grant: Grant<"campaign:manage">,
  address: string,
): Promise<{
  campaign: Campaign;
  definition: CampaignDefinition;
  /** The same, as its form shows it. */
  draft: CampaignDraft;
  tag: string;
} | null> {
  const campaign = await findCampaign(grant.actor, address);
  if (!campaign) return null;
  const units = await listReportingUnits(grant, campaign);
  const sets = await listUnitSets(grant, campaign);
  const definition = definitionOf(campaign, units, sets);
  const draft = draftOf(campaign, setLinesOf(sets, units), units);
  return { campaign, definition, draft, tag: contentTag(definition) };
}

/** @throws {AppError} `campaignChanged` when the definition is another than that of the tag. */
export async function requireUnchanged(
  tx: Transaction,
  grant: Grant<"campaign:manage">,
  campaign: Campaign,
  readAt: string | undefined,
): Promise<void> {
  if (readAt === undefined) return;
  const now = await readingIn(tx, () => readDefinition(grant, campaign.slug));
  if (now?.tag !== readAt) throw new AppError("campaignChanged", `since ${readAt}`);
}

const lastChange = z.object({ by: z.string().nullable(), at: z.date() });

/** Who made or changed a campaign last, and when; null: the trail does not say. */
export async function lastChangeOf(campaign: Campaign): Promise<z.infer<typeof lastChange> | null> {
  const [last] = await readRows(lastChange)`
    SELECT person.display_name AS by, entry.recorded_at AS at
    FROM audit_entry AS entry
    LEFT JOIN app_user AS person ON person.id = entry.actor_id
    WHERE entry.district_code = ${campaign.districtCode}
      AND entry.subject = ${auditSubject(campaign)}
      AND entry.campaign_id = ${campaign.id}::uuid
    ORDER BY entry.id DESC LIMIT 1`;
  return last ?? null;
}
