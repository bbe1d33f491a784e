import { endpoints } from "@/lib/api/endpoints";
import { serveCampaign } from "@/lib/api/serve";
import { deleteCampaign } from "@/lib/campaign/delete-commands";

export const DELETE = serveCampaign(endpoints.deleteCampaign, ({ grant, campaign }) =>
  deleteCampaign(grant, campaign),
);
