import { endpoints } from "@/lib/server/api/endpoints";
import { serveCampaign } from "@/lib/server/api/serve";
import { archiveCampaign } from "@/lib/campaign/server/archive-commands";

export const PUT = serveCampaign(endpoints.archiveCampaign, ({ grant, campaign, at, ifMatch }) =>
  archiveCampaign(grant, campaign, at, readAtOf(ifMatch)),
);

export const DELETE = serveCampaign(endpoints.restoreCampaign, ({ grant, campaign, ifMatch }) =>
  archiveCampaign(grant, campaign, null, readAtOf(ifMatch)),
);

/** undefined: whatever stands. */
function readAtOf(ifMatch: string | null): string | undefined {
  return ifMatch === null || ifMatch === "*" ? undefined : ifMatch;
}
