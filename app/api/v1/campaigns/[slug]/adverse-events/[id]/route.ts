import { AppError } from "@/lib/base/errors";
import { storeAdverseEvent } from "@/lib/safety/server/adverse-event-commands";
import { readAdverseEvent } from "@/lib/safety/server/adverse-event-queries";
import { endpoints } from "@/lib/server/api/endpoints";
import { serveCampaign } from "@/lib/server/api/serve";

export const GET = serveCampaign(endpoints.adverseEvent, async ({ grant, campaign, id }) => {
  const found = await readAdverseEvent(grant, campaign, id);
  if (!found) throw new AppError("notFound", `adverse event ${id}`);
  const { interventions, criteria, ...event } = found;
  return { ...event, interventions: [...interventions], criteria: [...criteria] };
});

export const PUT = serveCampaign(
  endpoints.storeAdverseEvent,
  async ({ grant, campaign, body, id }) => storeAdverseEvent(grant, campaign, id, body),
);
