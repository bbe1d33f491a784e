import "server-only";

import { authorize, type Grant } from "@/lib/account/auth/grant";
import { listAreas } from "@/lib/account/region/server/queries";
import { AppError } from "@/lib/base/errors";
import { copiedBody, copyParts, heldEverywhereOf, partsElsewhere } from "@/lib/campaign/copy";
import { draftOfInput } from "@/lib/campaign/definition-draft";
import { newDraft, type CampaignDraft } from "@/lib/campaign/draft";
import { copyForNewDays } from "@/lib/campaign/draft/fill";
import { withPreset } from "@/lib/campaign/draft/preset";
import { presetNames } from "@/lib/campaign/preset";
import { campaignCopied } from "@/lib/campaign/schema";

import { readDefinition } from "./definition-queries";

/**
 * What a new campaign can be filled from: a preset by its name, or another campaign by its address, of
 * which the days are left out.
 *
 * @param name "bian", "own", or "kampanye/" and the address.
 * @param district the kabupaten of the draft.
 * @throws {AppError} `notFound`.
 */
export async function draftSource(
  grant: Grant<"campaign:manage">,
  name: string,
  district: string,
): Promise<CampaignDraft> {
  const preset = presetNames.find((each) => each === name);
  if (preset) {
    const draft = withPreset(newDraft(district), preset);
    const place = district === grant.actor.homeRegion ? grant.actor.homeRegionName : "";
    return { ...draft, name: draft.name && [draft.name, place].filter(Boolean).join(" ") };
  }
  const address = /^kampanye\/(.+)$/.exec(name)?.[1];
  const found = address ? await readDefinition(grant, address) : null;
  if (!found) throw new AppError("notFound", name);
  // Who reads a campaign may still be none of those who set it up.
  authorize(grant.actor, "campaign:manage", found.campaign.districtCode);
  const { districtCode } = found.campaign;
  const { villages } = await listAreas(grant, districtCode);
  const { definition } = found;
  const wanted = districtCode === district ? copyParts : partsElsewhere;
  const copied = copiedBody(definition, wanted, definition.startsOn);
  const body = campaignCopied.omit({ slug: true }).parse(copied);
  return {
    ...copyForNewDays(draftOfInput({ ...body, districtCode }, villages)),
    ...heldEverywhereOf(definition, wanted),
  };
}
