import { endpoints } from "@/lib/api/endpoints";
import { serveCampaign } from "@/lib/api/serve";
import { readKit } from "@/lib/offline/kit-queries";

export const GET = serveCampaign(endpoints.entryKit, ({ grant, campaign, at }) =>
  readKit(grant, campaign, at),
);
