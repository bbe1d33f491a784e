import { ApiProblem } from "@/lib/server/api/api-problem";
import { endpoints } from "@/lib/server/api/endpoints";
import { serveCampaign } from "@/lib/server/api/serve";
import { AppError } from "@/lib/base/errors";
import { localDay } from "@/lib/base/time/time-zone";
import type { Campaign } from "@/lib/campaign/campaign";
import { changeTo } from "@/lib/campaign/definition";
import { changeCampaign } from "@/lib/campaign/server/change-commands";
import { readDefinition } from "@/lib/campaign/server/definition-queries";
import { deleteCampaign } from "@/lib/campaign/server/delete-commands";
import { readChangeList } from "@/lib/monitor/server/change-queries";
import type { Grant } from "@/lib/account/auth/grant";

export const GET = serveCampaign(
  endpoints.campaignDefinition,
  async ({ grant, campaign }) => (await definitionAt(grant, campaign)).definition,
);

export const PUT = serveCampaign(
  endpoints.changeCampaign,
  async ({ grant, campaign, query, body, ifMatch, at }) => {
    if (ifMatch === null) throw new ApiProblem(428, "conditionRequired", "no If-Match");
    const standing = await definitionAt(grant, campaign);
    const readAt = ifMatch === "*" ? standing.tag : ifMatch;
    if (readAt !== standing.tag) throw new AppError("campaignChanged", `since ${readAt}`);

    const change = changeTo(standing.definition, body);
    const today = localDay(at, campaign.timeZone);
    const terms = { today, readAt, reason: query.reason };
    if (query.dryRun === "true") return readChangeList(grant, campaign, change, terms);
    await changeCampaign(grant, campaign, change, terms);
    return (await definitionAt(grant, campaign)).definition;
  },
);

export const DELETE = serveCampaign(
  endpoints.deleteCampaign,
  ({ grant, campaign, query, ifMatch }) => {
    if (ifMatch === null) throw new ApiProblem(428, "conditionRequired", "no If-Match");
    return deleteCampaign(grant, campaign, {
      ...(ifMatch !== "*" && { readAt: ifMatch }),
      isDryRun: query.dryRun ?? false,
    });
  },
);

async function definitionAt(grant: Grant<"campaign:manage">, { slug }: Campaign) {
  const found = await readDefinition(grant, slug);
  if (!found) throw new AppError("notFound", `campaign ${slug}`);
  return found;
}
