import { endpoints } from "@/lib/server/api/endpoints";
import { serveCampaign } from "@/lib/server/api/serve";
import { sourcesOf } from "@/lib/server/api/sources";

// Not kept: the names of people may change without the campaign changing.
export const GET = serveCampaign(endpoints.sources, ({ grant, campaign, query, at }) =>
  sourcesOf(grant, campaign, query, at),
);
