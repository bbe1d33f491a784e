import { endpoints } from "@/lib/server/api/endpoints";
import { serveCampaign } from "@/lib/server/api/serve";
import { readEntryKit } from "@/lib/device/offline/kit/server/queries";

export const GET = serveCampaign(endpoints.entryKit, ({ grant, campaign, at }) =>
  readEntryKit(grant, campaign, at),
);
