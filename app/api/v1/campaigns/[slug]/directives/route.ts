import { localDay } from "@/lib/base/time/time-zone";
import { measureKey } from "@/lib/directive/measure";
import { progressOf } from "@/lib/directive/progress";
import { listDirectives, readDirective } from "@/lib/directive/server/directive-queries";
import { endpoints } from "@/lib/server/api/endpoints";
import { serveCampaign } from "@/lib/server/api/serve";

export const GET = serveCampaign(endpoints.directives, async ({ grant, campaign, at }) => {
  const today = localDay(at, campaign.timeZone);
  const listed = await listDirectives(grant, campaign, today);
  const read = await Promise.all(listed.map(({ id }) => readDirective(grant, campaign, id, today)));
  return {
    today,
    directives: read.flatMap((found) => {
      if (found === null) return [];
      const { directive, orders, addressees, cells } = found;
      return {
        ...directive,
        orders: orders.map(({ measure, askedOf, ...order }) => ({
          ...order,
          askedOf: [...askedOf],
          measure: measure && measureKey(measure),
          progress: progressOf(cells.filter((cell) => cell.order === order.position)),
        })),
        addressees: addressees.map(({ office, ...addressee }) => ({
          ...addressee,
          office: office?.code ?? null,
          progress: progressOf(cells.filter((cell) => cell.addressee === addressee.position)),
        })),
        progress: progressOf(cells),
      };
    }),
  };
});
