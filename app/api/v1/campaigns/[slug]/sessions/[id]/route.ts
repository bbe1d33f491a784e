import { AppError } from "@/lib/base/errors";
import { localDay } from "@/lib/base/time/time-zone";
import { storeSession } from "@/lib/plan/server/commands";
import { findSession } from "@/lib/plan/server/queries";
import { endpoints } from "@/lib/server/api/endpoints";
import { toldSessions } from "@/lib/server/api/plan";
import { serveCampaign } from "@/lib/server/api/serve";

export const GET = serveCampaign(endpoints.session, async ({ grant, campaign, id, at }) => {
  const found = await findSession(grant, campaign, id);
  const [told] = toldSessions(found ? [found] : [], campaign, localDay(at, campaign.timeZone));
  if (!told) throw new AppError("notFound", `session ${id}`);
  return told;
});

export const PUT = serveCampaign(endpoints.storeSession, async ({ grant, campaign, id, body }) =>
  storeSession(grant, campaign, id, body),
);
