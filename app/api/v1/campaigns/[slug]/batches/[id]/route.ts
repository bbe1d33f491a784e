import { AppError } from "@/lib/base/errors";
import { endpoints } from "@/lib/server/api/endpoints";
import { toldVersions } from "@/lib/server/api/indicators";
import { serveCampaign } from "@/lib/server/api/serve";
import { toldBatch } from "@/lib/server/api/stock";
import { storeBatch } from "@/lib/stock/server/commands";
import { readBatch } from "@/lib/stock/server/queries";

export const GET = serveCampaign(endpoints.stockBatch, async ({ grant, campaign, id }) => {
  const batch = await readBatch(grant, campaign, id);
  if (!batch) throw new AppError("notFound", `batch ${id}`);
  return { batch: toldBatch(batch), versions: await toldVersions(grant, campaign, "batch", id) };
});

export const PUT = serveCampaign(endpoints.storeStockBatch, async ({ grant, campaign, id, body }) =>
  storeBatch(grant, campaign, id, body),
);
