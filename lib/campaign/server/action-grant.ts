import "server-only";

import type { Grant } from "@/lib/account/auth/grant";
import type { Permission } from "@/lib/account/auth/policy";
import { currentActor } from "@/lib/account/auth/server/session";
import { countWrite } from "@/lib/account/auth/server/write-limit";
import { AppError } from "@/lib/base/errors";

import type { Campaign } from "@/lib/campaign/campaign";
import { campaignGrant } from "./current";

/**
 * What an action about a campaign starts with.
 *
 * @throws {AppError} `notSignedIn`; `notFound` for a campaign that is not theirs, or a thing that
 * their role does not do; `ambiguousCampaign`; `tooManyWrites`.
 */
export async function requireCampaignGrant<P extends Permission>(
  permission: P,
  slug: string,
): Promise<{ campaign: Campaign; grant: Grant<P> }> {
  const actor = await currentActor();
  if (!actor) throw new AppError("notSignedIn", permission);
  const found = await campaignGrant(actor, permission, slug);
  if (!found) throw new AppError("notFound", `campaign ${slug}`);
  await countWrite(actor);
  return found;
}
