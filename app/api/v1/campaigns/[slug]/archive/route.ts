import { endpoints } from "@/lib/server/api/endpoints";
import { serveCampaign } from "@/lib/server/api/serve";
import { archiveCampaign } from "@/lib/campaign/server/archive-commands";

export const PUT = serveCampaign(endpoints.archiveCampaign, ({ grant, campaign, at }) =>
  archiveCampaign(grant, campaign, at),
);

export const DELETE = serveCampaign(endpoints.restoreCampaign, ({ grant, campaign }) =>
  archiveCampaign(grant, campaign, null),
);
