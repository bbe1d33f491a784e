import { AppError } from "@/lib/base/errors";
import { storeStrategy } from "@/lib/plan/server/commands";
import { findStrategy } from "@/lib/plan/server/register-queries";
import { endpoints } from "@/lib/server/api/endpoints";
import { serveCampaign } from "@/lib/server/api/serve";

export const GET = serveCampaign(endpoints.strategy, async ({ grant, campaign, id }) => {
  const found = await findStrategy(grant, campaign, id);
  if (!found) throw new AppError("notFound", `strategy ${id}`);
  return { ...found, targetGroups: [...found.targetGroups] };
});

export const PUT = serveCampaign(endpoints.storeStrategy, async ({ grant, campaign, id, body }) =>
  storeStrategy(grant, campaign, id, body),
);
