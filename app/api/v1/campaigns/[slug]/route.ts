import { endpoints } from "@/lib/server/api/endpoints";
import { serveCampaign } from "@/lib/server/api/serve";
import { deleteCampaign } from "@/lib/campaign/server/delete-commands";

export const DELETE = serveCampaign(endpoints.deleteCampaign, ({ grant, campaign }) =>
  deleteCampaign(grant, campaign),
);
