import "server-only";

import { isCalendarDay } from "@/lib/base/time/calendar-day";
import { now } from "@/lib/base/time/clock";
import { localDay } from "@/lib/base/time/time-zone";
import { listAreas } from "@/lib/account/region/server/queries";
import type { Grant } from "@/lib/account/auth/grant";
import {
  copiedBody,
  copyParts,
  heldEverywhereOf,
  proposedStart,
  wholeParts,
} from "@/lib/campaign/copy";
import { draftOfInput } from "@/lib/campaign/definition-draft";
import type { CampaignDraft } from "@/lib/campaign/draft";
import { campaignCopied } from "@/lib/campaign/schema";
import { copySource } from "./copy-queries";

/**
 * What a draft is begun with from another campaign.
 *
 * @param asked which parts, and the first day of the new one.
 * @throws {AppError} as `copySource`.
 */
export async function copiedDraft(
  grant: Grant<"campaign:manage">,
  address: string,
  asked: { readonly parts: readonly unknown[]; readonly startsOn: string },
): Promise<CampaignDraft> {
  const { campaign, definition } = await copySource(grant, address);
  const wanted = copyParts.filter((part) => asked.parts.includes(part));
  const today = localDay(now(), campaign.timeZone);
  const startsOn = isCalendarDay(asked.startsOn) ? asked.startsOn : proposedStart(campaign, today);
  const body = campaignCopied.omit({ slug: true }).parse(copiedBody(definition, wanted, startsOn));
  const { districtCode } = campaign;
  const copyOf = { slug: campaign.slug, targets: wholeParts(wanted).has("targets") };
  const { villages } = await listAreas(grant, districtCode);
  return {
    ...draftOfInput({ ...body, districtCode }, villages),
    copyOf,
    ...heldEverywhereOf(definition, wanted),
  };
}
