import type { Grant } from "@/lib/account/auth/grant";
import { lastDay } from "@/lib/campaign/calendar";
import type { Campaign } from "@/lib/campaign/campaign";
import { dosePairs, gapBefore, plannedGapBefore, roundBefore } from "@/lib/campaign/predecessor";
import { doseGapOf } from "@/lib/monitor/coverage/pair";
import type { PlaceKind } from "@/lib/monitor/place";
import { dayCountsBy, type DayCounts } from "@/lib/monitor/server/day-queries";

import type { CoverageRequest } from "./asked";
import type { CoverageAnswer } from "./schema/coverage";

type Gaps = CoverageAnswer["gaps"];

/**
 * The days between the round and the one before it, and between the first doses of what follows each
 * other in it, in the caller's region. Asks nothing of a campaign in which no dose follows another.
 */
export async function readGaps(
  grant: Grant<"coverage:read">,
  campaign: Campaign,
  asked: CoverageRequest,
  by: PlaceKind,
): Promise<Gaps> {
  const { round } = asked;
  const gap = gapBefore(campaign.rounds, round);
  const before = roundBefore(campaign.rounds, round);
  const planned = plannedGapBefore(campaign.rounds, round);
  const ofRounds: Gaps =
    gap && before && planned
      ? [
          {
            after: { round: before.number },
            of: { round: round.number },
            ...gap,
            planned: { days: planned.days, isShort: planned.isShort },
            reason: round.gapReason ?? null,
          },
        ]
      : [];
  return [...ofRounds, ...(await doseGaps(grant, campaign, asked, by))];
}

async function doseGaps(
  grant: Grant<"coverage:read">,
  campaign: Campaign,
  asked: CoverageRequest,
  by: PlaceKind,
): Promise<Gaps> {
  const { round, day } = asked;
  const pairs = dosePairs(campaign.interventions).filter(
    ({ later }) => asked.intervention === undefined || later.code === asked.intervention,
  );
  if (pairs.length === 0 || day < round.startsOn) return [];
  const days = await dayCountsBy(grant, campaign, {
    round,
    source: asked.source,
    targetGroup: asked.targetGroup,
    by,
    from: round.startsOn,
    to: day < lastDay(round) ? day : lastDay(round),
  });
  return pairs.flatMap(({ earlier, later }): Gaps => {
    const gap = doseGapOf(firstDay(days, earlier.code), firstDay(days, later.code), later);
    return gap === null
      ? []
      : [
          {
            after: { intervention: earlier.code },
            of: { intervention: later.code },
            ...gap,
            planned: null,
            reason: null,
          },
        ];
  });
}

function firstDay(days: readonly DayCounts[], intervention: string) {
  return (
    days
      .filter((each) => each.intervention === intervention && each.doses > 0)
      .map(({ day }) => day)
      .sort()[0] ?? null
  );
}
