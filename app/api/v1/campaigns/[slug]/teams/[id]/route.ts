import { AppError } from "@/lib/base/errors";
import { storeTeam } from "@/lib/plan/server/commands";
import { findTeam } from "@/lib/plan/server/register-queries";
import { endpoints } from "@/lib/server/api/endpoints";
import { serveCampaign } from "@/lib/server/api/serve";

export const GET = serveCampaign(endpoints.team, async ({ grant, campaign, id }) => {
  const found = await findTeam(grant, campaign, id);
  if (!found) throw new AppError("notFound", `team ${id}`);
  return found;
});

export const PUT = serveCampaign(endpoints.storeTeam, async ({ grant, campaign, id, body }) =>
  storeTeam(grant, campaign, id, body),
);
