import { teamsAfter } from "@/lib/plan/server/register-queries";
import { endpoints } from "@/lib/server/api/endpoints";
import { pageOf, readIdCursor } from "@/lib/server/api/pages";
import { serveCampaign } from "@/lib/server/api/serve";

export const GET = serveCampaign(endpoints.teams, async ({ grant, campaign, query }) => {
  const { after, limit } = query;
  const rows = await teamsAfter(grant, campaign, { after: readIdCursor(after), size: limit + 1 });
  const { shown, next } = pageOf(rows, limit, ({ id }) => id);
  return { teams: shown, next };
});
