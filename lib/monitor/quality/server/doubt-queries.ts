import "server-only";

import { reachKey, type Grant } from "@/lib/account/auth/grant";
import type { Campaign } from "@/lib/campaign/campaign";
import type { CalendarDay } from "@/lib/base/time/calendar-day";

import type { DoubtfulCell } from "@/lib/monitor/quality/doubt";
import { readDoubtfulCells } from "./queries";

type Kept = {
  readonly version: number;
  readonly cells: Promise<readonly DoubtfulCell[]>;
};

/** The last answers, by campaign, deciding source, region or office, and day; the oldest leaves first. */
const kept = new Map<string, Kept>();

const maxKept = 48;

/**
 * `readDoubtfulCells`, once for each version of the campaign, for all who look at verdicts meanwhile.
 */
export async function currentDoubtfulCells(
  grant: Grant<"coverage:read">,
  campaign: Campaign,
  today: CalendarDay,
): Promise<readonly DoubtfulCell[]> {
  const { districtCode, id, decidingTargetSource, version } = campaign;
  const key = [districtCode, id, decidingTargetSource, reachKey(grant), today].join(" ");
  const known = kept.get(key);
  if (known?.version === version) return known.cells;

  const cells = readDoubtfulCells(grant, campaign, today);
  kept.delete(key);
  kept.set(key, { version, cells });
  for (const oldest of kept.keys()) {
    if (kept.size <= maxKept) break;
    kept.delete(oldest);
  }
  try {
    return await cells;
  } catch (error) {
    // A failure is not an answer: the next who asks tries anew.
    if (kept.get(key)?.cells === cells) kept.delete(key);
    throw error;
  }
}
