import { AppError } from "@/lib/base/errors";
import { endpoints } from "@/lib/server/api/endpoints";
import { serveCampaign } from "@/lib/server/api/serve";
import { movePlaceText, readMovePlace } from "@/lib/stock/move-place";
import { listMoves } from "@/lib/stock/server/queries";

export const GET = serveCampaign(endpoints.stockMoves, async ({ grant, campaign, query }) => {
  const after = readMovePlace(query.after);
  if (query.after !== undefined && after === null) {
    throw new AppError("invalid", "after names no move", "after");
  }
  const { limit, ...filter } = query;
  const moves = await listMoves(grant, campaign, filter, { after, limit: limit + 1 });
  const page = moves.slice(0, limit);
  const last = page.at(-1);
  return { moves: page, next: last && moves.length > page.length ? movePlaceText(last) : null };
});
