import "server-only";

import type { Grant } from "@/lib/account/auth/grant";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import { dayOfRound, roundOn } from "@/lib/campaign/calendar";
import type { Campaign } from "@/lib/campaign/campaign";

import { goalBasesOf, type GoalBases } from "@/lib/monitor/goal-base";
import { placeKindOf } from "@/lib/monitor/place";
import { placeCountsBy } from "./queries";

/** What goals are held against while they are chosen: the round of the day, by everything counted. */
export async function readGoalBases(
  grant: Grant<"coverage:read">,
  campaign: Campaign,
  today: CalendarDay,
): Promise<GoalBases> {
  const round = roundOn(campaign.rounds, today);
  const query = {
    round,
    source: campaign.decidingTargetSource,
    asOf: null,
    on: dayOfRound(round, today, today),
    today,
  };
  const [wholes, units] = await Promise.all([
    placeCountsBy(grant, campaign, { ...query, by: placeKindOf(grant.region) }),
    placeCountsBy(grant, campaign, { ...query, by: "unit" }),
  ]);
  return goalBasesOf(campaign, { wholes, units });
}
