import { AppError } from "@/lib/base/errors";
import { endpoints } from "@/lib/server/api/endpoints";
import { serveCampaign } from "@/lib/server/api/serve";
import { storeMove } from "@/lib/stock/server/ledger-commands";
import { readMove } from "@/lib/stock/server/queries";

export const GET = serveCampaign(endpoints.stockMove, async ({ grant, campaign, id }) => {
  const move = await readMove(grant, campaign, id);
  if (!move) throw new AppError("notFound", `move ${id}`);
  return { move };
});

export const PUT = serveCampaign(endpoints.storeStockMove, async ({ grant, campaign, id, body }) =>
  storeMove(grant, campaign, id, body),
);
