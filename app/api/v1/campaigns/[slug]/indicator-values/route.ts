import { endpoints } from "@/lib/server/api/endpoints";
import { valuesPage } from "@/lib/server/api/indicators";
import { serveCampaign } from "@/lib/server/api/serve";

export const GET = serveCampaign(endpoints.indicatorValues, async ({ grant, campaign, query }) =>
  valuesPage(grant, campaign, query),
);
