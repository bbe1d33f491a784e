import "server-only";

import { reachKey, type Grant } from "@/lib/account/auth/grant";
import type { Campaign, Round } from "@/lib/campaign/campaign";
import type { CalendarDay } from "@/lib/base/time/calendar-day";

import { doubtsOf, type Doubt, type DoubtfulCell } from "@/lib/monitor/quality/doubt";
import { readDoubtfulCells } from "./queries";

/** The doubtful columns of a round, and what is told of them by all that was entered. */
type DoubtsOfRound = { readonly cells: readonly DoubtfulCell[]; readonly told: readonly Doubt[] };

type Kept = {
  readonly version: number;
  readonly rounds: Promise<ReadonlyMap<number, DoubtsOfRound>>;
};

const nothing: DoubtsOfRound = { cells: [], told: [] };

/** The last answers, by campaign, deciding source, region or office, and day; the oldest leaves first. */
const kept = new Map<string, Kept>();

const maxKept = 48;

/**
 * The answer of `readDoubtfulCells` for a round, read once for each version of the campaign, for all who
 * look at verdicts meanwhile.
 */
export async function currentDoubts(
  grant: Grant<"coverage:read">,
  campaign: Campaign,
  { round, today }: { readonly round: Pick<Round, "number">; readonly today: CalendarDay },
): Promise<DoubtsOfRound> {
  const { districtCode, id, decidingTargetSource, version } = campaign;
  const key = [districtCode, id, decidingTargetSource, reachKey(grant), today].join(" ");
  const known = kept.get(key);
  if (known?.version === version) return (await known.rounds).get(round.number) ?? nothing;

  const rounds = readByRound(grant, campaign, today);
  kept.delete(key);
  kept.set(key, { version, rounds });
  for (const oldest of kept.keys()) {
    if (kept.size <= maxKept) break;
    kept.delete(oldest);
  }
  try {
    return (await rounds).get(round.number) ?? nothing;
  } catch (error) {
    // A failure is not an answer: the next who asks tries anew.
    if (kept.get(key)?.rounds === rounds) kept.delete(key);
    throw error;
  }
}

async function readByRound(
  grant: Grant<"coverage:read">,
  campaign: Campaign,
  today: CalendarDay,
): Promise<ReadonlyMap<number, DoubtsOfRound>> {
  const all = await readDoubtfulCells(grant, campaign, today);
  return new Map(
    campaign.rounds.map(({ number }) => {
      const cells = all.filter(({ series }) => series.round === number);
      return [number, { cells, told: doubtsOf(cells, null) }] as const;
    }),
  );
}
