import { endpoints } from "@/lib/server/api/endpoints";
import { serve } from "@/lib/server/api/serve";
import { createCampaign } from "@/lib/campaign/server/commands";
import { listCampaigns } from "@/lib/campaign/server/queries";

export const GET = serve(endpoints.listCampaigns, async ({ grant }) => ({
  campaigns: await listCampaigns(grant.actor),
}));

export const POST = serve(endpoints.createCampaign, ({ grant, body }) =>
  createCampaign(grant, body),
);
