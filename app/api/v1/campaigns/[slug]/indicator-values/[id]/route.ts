import { AppError } from "@/lib/base/errors";
import { localDay } from "@/lib/base/time/time-zone";
import { findValue, listIndicators, listReachedUnits } from "@/lib/indicator/server/queries";
import { storeIndicatorValue } from "@/lib/indicator/server/value-commands";
import { endpoints } from "@/lib/server/api/endpoints";
import { toldValue, toldVersions } from "@/lib/server/api/indicators";
import { serveCampaign } from "@/lib/server/api/serve";

export const GET = serveCampaign(endpoints.indicatorValue, async ({ grant, campaign, id }) => {
  const indicators = await listIndicators(grant, campaign);
  const units = await listReachedUnits(grant, campaign, indicators);
  const value = await findValue(grant, campaign, { id, units });
  if (!value) throw new AppError("notFound", `indicator value ${id}`);
  return {
    value: toldValue(value),
    versions: await toldVersions(grant, campaign, "indicatorValue", id),
  };
});

export const PUT = serveCampaign(
  endpoints.storeIndicatorValue,
  async ({ grant, campaign, id, body, at }) =>
    storeIndicatorValue(grant, campaign, id, body, localDay(at, campaign.timeZone)),
);
