import { endpoints } from "@/lib/server/api/endpoints";
import { parseBody } from "@/lib/server/api/parse";
import { serve } from "@/lib/server/api/serve";
import { createCampaign } from "@/lib/campaign/server/commands";
import { copiedInput } from "@/lib/campaign/server/copy-queries";
import { listCampaigns } from "@/lib/campaign/server/queries";
import { campaignInput } from "@/lib/campaign/schema";

export const GET = serve(endpoints.listCampaigns, async ({ grant }) => ({
  campaigns: await listCampaigns(grant.actor),
}));

export const POST = serve(endpoints.createCampaign, async ({ grant, body }) => {
  if (!("copyOf" in body)) return createCampaign(grant, body);
  const { body: filled, copy } = await copiedInput(grant, body);
  return createCampaign(grant, parseBody(campaignInput, filled), { copy });
});
