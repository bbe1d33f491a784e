import { storedId } from "@/lib/base/stored-id";
import { AppError } from "@/lib/base/errors";
import { endpoints } from "@/lib/server/api/endpoints";
import { serveCampaign } from "@/lib/server/api/serve";
import { toldBatch } from "@/lib/server/api/stock";
import { listBatches, listStores } from "@/lib/stock/server/queries";

export const GET = serveCampaign(endpoints.stockBatches, async ({ grant, campaign, query }) => {
  const after = query.after === undefined ? null : storedId.safeParse(query.after).data;
  if (after === undefined) throw new AppError("invalid", "after names no batch", "after");
  const [stores, batches] = await Promise.all([
    listStores(grant, campaign),
    listBatches(grant, campaign, { after, limit: query.limit + 1 }),
  ]);
  const page = batches.slice(0, query.limit);
  return {
    stores,
    batches: page.map(toldBatch),
    next: batches.length > page.length ? (page.at(-1)?.id ?? null) : null,
  };
});
