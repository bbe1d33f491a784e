import { randomUUID } from "node:crypto";

import { authorize, type Grant } from "@/lib/account/auth/grant";
import type { Actor, Permission } from "@/lib/account/auth/policy";
import type { Campaign } from "@/lib/campaign/campaign";
import { findCampaign } from "@/lib/campaign/server/queries";
import { regionCode } from "@/lib/base/region/code";

/** An officer of a kabupaten, a campaign of theirs, and the grant to do one thing in it. */
export async function officerIn<P extends Permission>(
  district: string,
  slug: string,
  permission: P,
): Promise<{ campaign: Campaign; grant: Grant<P> }> {
  const homeRegion = regionCode.parse(district);
  const actor: Actor = {
    id: randomUUID(),
    username: "bench",
    displayName: "Bench",
    role: "healthOffice",
    homeRegion,
    homeRegionName: district,
    office: null,
  };
  const campaign = await findCampaign(actor, slug);
  if (!campaign) throw new Error(`no campaign ${slug}`);
  return { campaign, grant: authorize(actor, permission, homeRegion) };
}
