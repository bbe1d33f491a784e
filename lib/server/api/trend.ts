import type { z } from "zod";

import { reachKey, type Grant } from "@/lib/account/auth/grant";
import { lastDay, roundCalendar } from "@/lib/campaign/calendar";
import type { Campaign } from "@/lib/campaign/campaign";
import { figureKeyOf, figuresOf } from "@/lib/campaign/figure";
import { eachOtherDose } from "@/lib/campaign/measures";
import { goalOn } from "@/lib/coverage/dated-goal";
import { runningTargetCount } from "@/lib/coverage/running-target";
import { totalCounts } from "@/lib/monitor/total-counts";
import { placeKindOf } from "@/lib/monitor/place";
import { lateDoses } from "@/lib/monitor/server/late-queries";
import { dayCountsBy, placeCountsBy } from "@/lib/monitor/server/queries";
import { targetSteps } from "@/lib/monitor/server/target-step-queries";
import { lateOf } from "@/lib/monitor/summary/change";
import { peopleOn } from "@/lib/monitor/target-step";
import { coverageDays } from "@/lib/monitor/verdicts";
import { instantOf } from "@/lib/base/time/time-zone";

import { askedOf, type CoverageRequest } from "./asked";
import { notAddedOf } from "./not-added";
import type { trendQuery } from "./query-schema";
import type { TrendAnswer } from "./schema/days";

/**
 * The grant's region day by day, from the round's first day to the day asked about.
 *
 * @throws {ApiProblem} `invalid`
 */
export async function readTrend(
  grant: Grant<"coverage:read">,
  campaign: Campaign,
  query: z.infer<typeof trendQuery>,
  at: Date,
): Promise<TrendAnswer> {
  const asked = askedOf(campaign, query, at);
  const { round, day, source } = asked;
  const by = placeKindOf(grant.region);
  const to = day < lastDay(round) ? day : lastDay(round);

  const [counts, days, late, steps] = await Promise.all([
    placeCountsBy(grant, campaign, { ...asked, by }),
    dayCountsBy(grant, campaign, { ...asked, by, from: round.startsOn, to }),
    lateOfToday(grant, campaign, asked),
    targetSteps(grant, campaign, asked),
  ]);
  const totals = totalCounts(counts, campaign, asked, {
    code: reachKey(grant),
    name: "",
    completeDays: 0,
  });
  const figures = figuresOf(campaign, asked).flatMap((figure) => {
    const total = totals.find((each) => figureKeyOf(each) === figure.key);
    return total ? [{ ...figure, targetPopulation: total.targetPopulation, given: 0 }] : [];
  });

  const closed = totals[0]?.closedDays ?? [];
  const told = days.flatMap((counted) => {
    const figure = figures.find(({ key }) => key === figureKeyOf(counted));
    if (!figure) return [];
    const [divided = counted] = coverageDays([counted], figure);
    figure.given += divided.doses;
    const goal = goalOn(figure.goals, counted.day)?.share ?? null;
    return {
      day: counted.day,
      intervention: figure.code,
      targetGroup: figure.targetGroup,
      doses: divided.doses,
      dosesWithoutTarget: counted.doses - divided.doses,
      unverified: divided.unverified,
      ...eachOtherDose((name) => counted[name]),
      cumulative: figure.given,
      runningTarget:
        goal &&
        runningTargetCount({
          goal,
          targetPopulation: peopleOn(
            steps.filter((step) => figureKeyOf(step) === figure.key),
            counted.day,
            { people: figure.targetPopulation, on: day },
          ),
          ...roundCalendar(round, counted.day, closed),
        }),
      reportsReceived: counted.received,
      reportsExpected: counted.expected,
    };
  });

  return {
    asOf: day,
    source,
    round: round.number,
    isSample: campaign.isSample,
    days: told,
    notAdded: notAddedOf(campaign, asked),
    sinceYesterday: late
      ? figures.map((figure) => {
          const ofToday = told.find((each) => each.day === day && figureKeyOf(each) === figure.key);
          const [today, lateToday] = [ofToday?.doses ?? 0, lateOf(late.get(figure.key), figure)];
          return {
            intervention: figure.code,
            targetGroup: figure.targetGroup,
            change: today + lateToday,
            today,
            late: lateToday,
          };
        })
      : null,
  };
}

/** What came late today; null for a past day, and outside the round. */
async function lateOfToday(
  grant: Grant<"coverage:read">,
  campaign: Campaign,
  asked: CoverageRequest,
) {
  const { on, day, today } = asked;
  if (on === null || day < today) return null;
  return lateDoses(grant, campaign, {
    ...asked,
    since: instantOf(day, "00:00", campaign.timeZone),
  });
}
