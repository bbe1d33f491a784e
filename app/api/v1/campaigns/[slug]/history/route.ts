import { endpoints } from "@/lib/api/endpoints";
import { serveKept } from "@/lib/api/serve-kept";
import { AppError } from "@/lib/errors";
import { cellHistory } from "@/lib/tally/history-queries";

export const GET = serveKept(endpoints.cellHistory, async (grant, campaign, cell) => {
  const history = await cellHistory(grant, campaign, cell);
  if (!history) throw new AppError("notFound", `${cell.unit} on ${cell.day} in ${grant.region}`);
  return history;
});
