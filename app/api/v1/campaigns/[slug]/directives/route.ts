import { localDay } from "@/lib/base/time/time-zone";
import { listDirectives, readDirective } from "@/lib/directive/server/directive-queries";
import { toldDirective } from "@/lib/server/api/directives";
import { endpoints } from "@/lib/server/api/endpoints";
import { serveCampaign } from "@/lib/server/api/serve";

export const GET = serveCampaign(endpoints.directives, async ({ grant, campaign, at }) => {
  const today = localDay(at, campaign.timeZone);
  const listed = await listDirectives(grant, campaign, today);
  const read = await Promise.all(listed.map(({ id }) => readDirective(grant, campaign, id, today)));
  return {
    today,
    directives: read.flatMap((found) => (found === null ? [] : toldDirective(found))),
  };
});
