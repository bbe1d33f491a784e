import { AppError } from "@/lib/base/errors";
import { localDay } from "@/lib/base/time/time-zone";
import { readDirective } from "@/lib/directive/server/directive-queries";
import { figuresToKeep } from "@/lib/directive/server/frozen-queries";
import { storeDirective } from "@/lib/directive/server/store-commands";
import { toldDirective } from "@/lib/server/api/directives";
import { endpoints } from "@/lib/server/api/endpoints";
import { serveCampaign } from "@/lib/server/api/serve";

export const GET = serveCampaign(endpoints.directive, async ({ grant, campaign, id, at }) => {
  const today = localDay(at, campaign.timeZone);
  const found = await readDirective(grant, campaign, id, today);
  if (!found) throw new AppError("notFound", `directive ${id}`);
  return { today, directive: toldDirective(found) };
});

export const PUT = serveCampaign(
  endpoints.storeDirective,
  async ({ grant, campaign, id, body, at }) => {
    const today = localDay(at, campaign.timeZone);
    const frozen =
      body.isIssued && body.isOfCampaign
        ? await figuresToKeep(grant.actor, campaign, body, today)
        : null;
    return storeDirective(grant, campaign, id, body, frozen);
  },
);
