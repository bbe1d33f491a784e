import "server-only";

import type { Grant } from "@/lib/account/auth/grant";
import type { Campaign } from "@/lib/campaign/campaign";
import { askedByGates, type GateCounts } from "@/lib/monitor/gates";
import { placeKindOf } from "@/lib/monitor/place";

import { placeCountsBy } from "./queries";

type Asked = Pick<
  Parameters<typeof placeCountsBy>[2],
  "round" | "source" | "asOf" | "on" | "today"
>;

/**
 * What a campaign's gates ask for. A campaign without gates is not asked.
 *
 * @returns null for whoever reads a part of the kabupaten: a gate is a condition of all of it, and would seem
 * open by the part.
 */
export async function gateCounts(
  grant: Grant<"coverage:read">,
  campaign: Campaign,
  { round, source, asOf, on, today }: Asked,
): Promise<GateCounts[] | null> {
  const by = placeKindOf(grant.region);
  if (by !== "district" || grant.office !== null) return null;
  const asked = askedByGates(campaign).map(async ({ kind, isSplit }): Promise<GateCounts[]> => {
    const rows = await placeCountsBy(grant, campaign, {
      ...{ round, source, asOf, on, today },
      isSplit,
      ...(kind === null ? { by } : { by: "set", sets: { kind, restName: "" } }),
    });
    return rows.map((row) => ({
      ...row,
      ofSet: kind === null ? null : { kind, code: row.code },
    }));
  });
  return (await Promise.all(asked)).flat();
}
