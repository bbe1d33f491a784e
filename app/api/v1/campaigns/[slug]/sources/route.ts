import { endpoints } from "@/lib/api/endpoints";
import { serveCampaign } from "@/lib/api/serve";
import { sourcesOf } from "@/lib/api/sources";

// Not kept: the names of people may change without the campaign changing.
export const GET = serveCampaign(endpoints.sources, ({ grant, campaign, query, at }) =>
  sourcesOf(grant, campaign, query, at),
);
