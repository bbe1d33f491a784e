import { endpoints } from "@/lib/api/endpoints";
import { serve } from "@/lib/api/serve";
import { createCampaign } from "@/lib/campaign/commands";
import { listCampaigns } from "@/lib/campaign/queries";

export const GET = serve(endpoints.listCampaigns, async ({ grant }) => ({
  campaigns: await listCampaigns(grant.actor),
}));

export const POST = serve(endpoints.createCampaign, ({ grant, body }) =>
  createCampaign(grant, body),
);
