import { answerFollowUp } from "@/lib/directive/server/answer-commands";
import { measuredNow } from "@/lib/directive/server/measured-now";
import { endpoints } from "@/lib/server/api/endpoints";
import { serve } from "@/lib/server/api/serve";

export const PUT = serve(endpoints.answerFollowUp, async ({ grant, query, body, id }) => {
  const key = { district: query.district, id };
  return answerFollowUp(grant, key, body, await measuredNow(grant.actor, key));
});
