import "server-only";

import type { Grant } from "@/lib/account/auth/grant";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import type { Campaign } from "@/lib/campaign/campaign";
import type { AskedSummary } from "@/lib/directive/asked";
import { matrixOf, oldestLate } from "@/lib/directive/matrix";
import { progressOf } from "@/lib/directive/progress";

import { listDirectives, readDirective } from "./directive-queries";
import { readSaidShort } from "./said-queries";

/**
 * What was asked about a campaign and how far it is, for those who asked; null: nothing was.
 *
 * Villages, of which there are hundreds, are counted and not measured here: their directive's page does.
 */
export async function readAsked(
  grants: { readonly manage: Grant<"directive:manage">; readonly read: Grant<"coverage:read"> },
  campaign: Campaign,
  today: CalendarDay,
): Promise<AskedSummary | null> {
  const listed = await listDirectives(grants.manage, campaign, today);
  const issued = listed.filter(({ isIssued, isOfCampaign }) => isIssued && isOfCampaign);
  if (issued.length === 0) return null;
  const wholes = (
    await Promise.all(issued.map(({ id }) => readDirective(grants.manage, campaign, id, today)))
  ).flatMap((found) => found ?? []);
  const said = await Promise.all(
    wholes.map((whole) =>
      readSaidShort(
        grants,
        campaign,
        { ...whole, addressees: whole.addressees.filter(({ kind }) => kind !== "villages") },
        today,
      ),
    ),
  );
  return {
    progress: progressOf(wholes.flatMap(({ cells }) => cells)),
    orders: wholes.flatMap((whole) => {
      const { sums } = matrixOf(whole);
      return whole.orders.map((order, at) => ({
        directive: whole.directive,
        order,
        progress: sums[at] ?? progressOf([]),
      }));
    }),
    late: wholes
      .flatMap((whole) =>
        oldestLate(whole, today).map((late) => ({ ...late, directive: whole.directive })),
      )
      .toSorted((a, b) => a.order.dueOn.localeCompare(b.order.dueOn)),
    said: said.flat(),
  };
}
