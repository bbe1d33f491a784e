import { ApiProblem } from "@/lib/server/api/api-problem";
import { endpoints } from "@/lib/server/api/endpoints";
import { toldRejections } from "@/lib/server/api/sentences";
import { serveCampaign } from "@/lib/server/api/serve";
import { limits } from "@/lib/base/limits";
import { importTargetPopulations } from "@/lib/campaign/target-population/server/commands";

export const PUT = serveCampaign(
  endpoints.importTargetPopulations,
  async ({ grant, campaign, query, body, locale, at }) => {
    const isDryRun = query.dryRun ?? false;
    const done = await importTargetPopulations(grant, campaign, body, { isDryRun, at });
    const rejected = toldRejections(done.rejected.slice(0, limits.problemsPerBatch), locale);
    const untold = done.rejected.length - rejected.length;
    const told = { rejected, ...(untold > 0 && { untold }) };
    if (isDryRun || rejected.length === 0) return { accepted: done.accepted, ...told };

    throw new ApiProblem(422, "rejectedRows", `${String(done.rejected.length)} rows`, [], {
      accepted: 0,
      ...told,
    });
  },
);
