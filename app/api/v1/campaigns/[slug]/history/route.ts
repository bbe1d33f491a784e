import { endpoints } from "@/lib/server/api/endpoints";
import { serveCampaign } from "@/lib/server/api/serve";
import { AppError } from "@/lib/base/errors";
import { readCellHistory } from "@/lib/report/server/history-queries";

// Not kept: a choice for another's version is history, and does not raise the campaign's version.
export const GET = serveCampaign(
  endpoints.cellHistory,
  async ({ grant, campaign, query: cell }) => {
    const history = await readCellHistory(grant, campaign, cell);
    if (!history) throw new AppError("notFound", `${cell.unit} on ${cell.day} in ${grant.region}`);
    return history;
  },
);
