import { listIndicators } from "@/lib/indicator/server/queries";
import { endpoints } from "@/lib/server/api/endpoints";
import { toldIndicator } from "@/lib/server/api/indicators";
import { serveCampaign } from "@/lib/server/api/serve";

export const GET = serveCampaign(endpoints.indicators, async ({ grant, campaign, query }) => {
  const all = await listIndicators(grant, campaign);
  const from = all.findIndex(({ id }) => id === query.after) + 1;
  const page = all.slice(from, from + query.limit);
  return {
    indicators: page.map(toldIndicator),
    next: from + query.limit < all.length ? (page.at(-1)?.id ?? null) : null,
  };
});
