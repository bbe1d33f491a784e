import { strategiesAfter } from "@/lib/plan/server/register-queries";
import { endpoints } from "@/lib/server/api/endpoints";
import { serveCampaign } from "@/lib/server/api/serve";
import { pageOf, readIdCursor } from "@/lib/server/api/pages";

export const GET = serveCampaign(endpoints.strategies, async ({ grant, campaign, query }) => {
  const { after, limit } = query;
  const rows = await strategiesAfter(grant, campaign, {
    after: readIdCursor(after),
    size: limit + 1,
  });
  const { shown, next } = pageOf(rows, limit, ({ id }) => id);
  return {
    strategies: shown.map((row) => ({ ...row, targetGroups: [...row.targetGroups] })),
    next,
  };
});
