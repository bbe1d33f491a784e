import { AppError } from "@/lib/base/errors";
import { readSentRecord } from "@/lib/campaign/record/server/queries";
import { readSentAnswer } from "@/lib/directive/server/sent-queries";
import { endpoints } from "@/lib/server/api/endpoints";
import { serve } from "@/lib/server/api/serve";

export const GET = serve(endpoints.sentRecord, async ({ grant, query, id }) => {
  const { district } = query;
  const found =
    (await readSentRecord(grant, district, id)) ?? (await readSentAnswer(grant, district, id));
  if (!found) throw new AppError("notFound", `sent record ${id}`);
  return found;
});
