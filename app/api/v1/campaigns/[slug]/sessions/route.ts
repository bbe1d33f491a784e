import { localDay } from "@/lib/base/time/time-zone";
import { sessionsAfter } from "@/lib/plan/server/queries";
import { endpoints } from "@/lib/server/api/endpoints";
import { pageOf, readDayCursor } from "@/lib/server/api/pages";
import { toldSessions } from "@/lib/server/api/plan";
import { serveCampaign } from "@/lib/server/api/serve";

export const GET = serveCampaign(endpoints.sessions, async ({ grant, campaign, query, at }) => {
  const { after, limit } = query;
  const today = localDay(at, campaign.timeZone);
  const rows = await sessionsAfter(grant, campaign, {
    after: readDayCursor(after),
    size: limit + 1,
  });
  const { shown, next } = pageOf(rows, limit, ({ day, id }) => `${day} ${id}`);
  return { today, sessions: toldSessions(shown, campaign, today), next };
});
