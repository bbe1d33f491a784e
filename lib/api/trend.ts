import type { z } from "zod";

import type { Grant } from "@/lib/auth/grant";
import { lastDay, roundCalendar } from "@/lib/campaign/calendar";
import type { Campaign } from "@/lib/campaign/campaign";
import { runningTargetCount } from "@/lib/coverage/running-target";
import { totalCounts } from "@/lib/monitor/counts";
import { placeOf } from "@/lib/monitor/place";
import { dayCountsBy, placeCountsBy } from "@/lib/monitor/queries";
import { coverageDays } from "@/lib/monitor/verdicts";

import { askedOf } from "./asked";
import type { trendQuery } from "./query-schema";
import type { TrendAnswer } from "./schema";

/**
 * The grant's region day by day, from the round's first day to the day asked about.
 *
 * @throws {ApiProblem} `invalid`
 */
export async function trendOf(
  grant: Grant<"coverage:read">,
  campaign: Campaign,
  query: z.infer<typeof trendQuery>,
  at: Date,
): Promise<TrendAnswer> {
  const asked = askedOf(campaign, query, at);
  const { round, day, source } = asked;
  const by = placeOf(grant.region);
  const to = day < lastDay(round) ? day : lastDay(round);

  const [counts, days] = await Promise.all([
    placeCountsBy(grant, campaign, { ...asked, by }),
    dayCountsBy(grant, campaign, { ...asked, by, from: round.startsOn, to }),
  ]);
  const totals = totalCounts(counts, campaign, asked, {
    code: grant.region,
    name: "",
    completeDays: 0,
  });
  const columns = campaign.interventions.flatMap(({ code, coverageGoal: goal }) => {
    const total = totals.find(({ intervention }) => intervention === code);
    return total ? [{ code, goal, targetPopulation: total.targetPopulation, given: 0 }] : [];
  });

  return {
    asOf: day,
    source,
    round: round.number,
    isSample: campaign.isSample,
    days: days.flatMap((counted) => {
      const column = columns.find(({ code }) => code === counted.intervention);
      if (!column) return [];
      const [divided = counted] = coverageDays([counted], column);
      column.given += divided.doses;
      return {
        day: counted.day,
        intervention: column.code,
        doses: divided.doses,
        dosesWithoutTarget: counted.doses - divided.doses,
        unverified: divided.unverified,
        nonResidentDoses: counted.nonResidentDoses,
        cumulative: column.given,
        runningTarget: runningTargetCount({ ...column, ...roundCalendar(round, counted.day) }),
        reportsReceived: counted.received,
        reportsExpected: counted.expected,
      };
    }),
  };
}
