import { AppError } from "@/lib/base/errors";
import { storeIndicator } from "@/lib/indicator/server/commands";
import { listIndicators } from "@/lib/indicator/server/queries";
import { endpoints } from "@/lib/server/api/endpoints";
import { toldIndicator, toldVersions } from "@/lib/server/api/indicators";
import { serveCampaign } from "@/lib/server/api/serve";

export const GET = serveCampaign(endpoints.indicator, async ({ grant, campaign, id }) => {
  const found = (await listIndicators(grant, campaign)).find((each) => each.id === id);
  if (!found) throw new AppError("notFound", `indicator ${id}`);
  return {
    indicator: toldIndicator(found),
    versions: await toldVersions(grant, campaign, "indicator", id),
  };
});

export const PUT = serveCampaign(endpoints.storeIndicator, async ({ grant, campaign, id, body }) =>
  storeIndicator(grant, campaign, id, body),
);
