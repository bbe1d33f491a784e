import { AppError } from "@/lib/base/errors";
import { rapidVerdictOf } from "@/lib/safety/rapid-assessment";
import { storeRapidAssessment } from "@/lib/safety/server/rapid-assessment-commands";
import { readPassMark, readRapidAssessment } from "@/lib/safety/server/rapid-assessment-queries";
import { endpoints } from "@/lib/server/api/endpoints";
import { serveCampaign } from "@/lib/server/api/serve";

export const GET = serveCampaign(endpoints.rapidAssessment, async ({ grant, campaign, id }) => {
  const [found, mark] = await Promise.all([
    readRapidAssessment(grant, campaign, id),
    readPassMark(grant, campaign),
  ]);
  if (!found) throw new AppError("notFound", `rapid assessment ${id}`);
  const { assessment, houses } = found;
  const verdict = rapidVerdictOf(assessment, mark);
  return { ...assessment, verdict, visited: houses.map((house) => ({ ...house })) };
});

export const PUT = serveCampaign(
  endpoints.storeRapidAssessment,
  async ({ grant, campaign, body, id }) => storeRapidAssessment(grant, campaign, id, body),
);
