import { endpoints } from "@/lib/server/api/endpoints";
import { serveCampaign } from "@/lib/server/api/serve";
import { readKit } from "@/lib/device/offline/kit/server/queries";

export const GET = serveCampaign(endpoints.entryKit, ({ grant, campaign, at }) =>
  readKit(grant, campaign, at),
);
