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
import { dayCountsBy } from "@/lib/monitor/server/day-queries";
import { placeCountsBy } from "@/lib/monitor/server/queries";
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
 * The grant's region, or each set of units in it, day by day, from the round's first day to the day
 * asked about.
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
  const by = query.by ?? placeKindOf(grant.region);
  const to = day < lastDay(round) ? day : lastDay(round);

  const [counts, days, late, steps] = await Promise.all([
    placeCountsBy(grant, campaign, { ...asked, by }),
    dayCountsBy(grant, campaign, { ...asked, by, from: round.startsOn, to }),
    query.by === undefined ? lateOfToday(grant, campaign, asked) : null,
    targetSteps(grant, campaign, asked),
  ]);
  const totals = totalCounts(counts, campaign, asked, {
    code: reachKey(grant),
    name: "",
    completeDays: 0,
  });
  const figures = figuresOf(campaign, asked).flatMap((figure) =>
    (query.by === undefined ? totals : counts)
      .filter((row) => figureKeyOf(row) === figure.key)
      .map(({ code, name, targetPopulation, closedDays }) => ({
        ...figure,
        set: query.by === undefined ? null : { code, name },
        targetPopulation,
        closedDays,
        given: 0,
      })),
  );

  const told = days.flatMap((counted) => {
    const figure = figures.find(
      ({ key, set }) => key === figureKeyOf(counted) && (!set || set.code === counted.place),
    );
    if (!figure) return [];
    const changes = steps.filter((step) => figureKeyOf(step) === figure.key);
    const [divided = counted] = coverageDays([counted], figure);
    figure.given += divided.doses;
    const goal = goalOn(figure.goals, counted.day)?.share ?? null;
    return {
      day: counted.day,
      set: figure.set,
      isService: counted.isService,
      intervention: figure.code,
      targetGroup: figure.targetGroup,
      doses: divided.doses,
      dosesWithoutTarget: counted.doses - divided.doses,
      unverified: divided.unverified,
      ...eachOtherDose((name) => counted[name]),
      cumulative: figure.given,
      runningTarget:
        goal &&
        // What a change of target populations meant for a set alone is not known.
        (figure.set === null || changes.length === 0
          ? runningTargetCount({
              goal,
              targetPopulation: peopleOn(changes, counted.day, {
                people: figure.targetPopulation,
                on: day,
              }),
              ...roundCalendar(round, counted.day, figure.closedDays),
            })
          : null),
      reportsReceived: counted.received,
      reportsExpected: counted.expected,
    };
  });

  return {
    asOf: day,
    source,
    round: round.number,
    isSample: campaign.isSample,
    rhythm: campaign.rhythm,
    period: campaign.period,
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
