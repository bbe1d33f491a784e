import type { z } from "zod";

import type { Grant } from "@/lib/auth/grant";
import type { Campaign } from "@/lib/campaign/campaign";
import { goalDecimal } from "@/lib/coverage/goal";
import { totalCounts, type PlaceCounts } from "@/lib/monitor/counts";
import { roundDoubts } from "@/lib/monitor/doubtful-queries";
import { partsOf, placeOf } from "@/lib/monitor/place";
import { placeCountsBy } from "@/lib/monitor/queries";
import { targetSteps } from "@/lib/monitor/target-step-queries";
import { baseDayOf, standingOf } from "@/lib/monitor/standing";

import { askedOf, type Asked } from "./asked";
import type { CoverageAnswer, coverageQuery } from "./schema";

/**
 * Coverage of the places in the grant's region. The total is the sum of the rows, taken from the
 * same statement, so that the two cannot be of different moments; only how many days of the whole
 * were complete is asked apart, because complete days of parts do not add up.
 *
 * @throws {AppError} `forbidden` when rows would add up more than the grant's region.
 * @throws {ApiProblem} `invalid`
 */
export async function coverageOf(
  grant: Grant<"coverage:read">,
  campaign: Campaign,
  query: z.infer<typeof coverageQuery>,
  at: Date,
): Promise<CoverageAnswer> {
  const by = query.by ?? partsOf(grant.region);
  const asked = askedOf(campaign, query, at);
  const question = { ...asked, by, isSplit: query.split !== undefined };

  const [steps, rows, [whole]] = await Promise.all([
    asked.asOf === null ? [] : targetSteps(grant, campaign, asked),
    placeCountsBy(grant, campaign, question),
    placeCountsBy(grant, campaign, { ...asked, by: placeOf(grant.region) }),
  ]);
  const total = totalCounts(rows, campaign, question, {
    ...regionOf(grant, campaign),
    completeDays: whole?.completeDays ?? 0,
  });
  const judge = (counts: PlaceCounts) => answerRow(counts, campaign, asked);
  const judged = { rows: rows.flatMap(judge), total: total.flatMap(judge) };
  const doubtful = [...judged.rows, ...judged.total].filter(({ isDoubtful }) => isDoubtful);

  return {
    asOf: asked.day,
    source: asked.source,
    by,
    phase: asked.calendar.phase,
    targetsChangedOn: steps.filter(({ day }) => day > asked.day).at(-1)?.day ?? null,
    isSample: campaign.isSample,
    ...judged,
    doubts: doubtful.length === 0 ? [] : await doubtsAsked(grant, campaign, asked, doubtful),
  };
}

/** The open findings behind the rows that are in doubt. */
async function doubtsAsked(
  grant: Grant<"coverage:read">,
  campaign: Campaign,
  asked: Asked,
  rows: CoverageAnswer["rows"],
): Promise<CoverageAnswer["doubts"]> {
  const interventions = new Set(rows.map(({ intervention }) => intervention));
  const doubts = await roundDoubts(grant, campaign, asked);
  return doubts
    .filter(({ intervention }) => interventions.has(intervention))
    .map(({ rule, unit, day, intervention, targetGroup, doses }) => ({
      rule,
      unit: unit.code,
      name: unit.name,
      day,
      intervention,
      targetGroup,
      doses,
    }));
}

function regionOf({ actor, region }: Grant<"coverage:read">, campaign: Campaign) {
  const name = region === campaign.districtCode ? campaign.districtName : actor.homeRegionName;
  return { code: region, name };
}

function answerRow(
  counts: PlaceCounts,
  { interventions }: Campaign,
  { round, calendar, day }: Asked,
): CoverageAnswer["rows"] {
  const intervention = interventions.find(({ code }) => code === counts.intervention);
  if (!intervention) return [];
  const standing = standingOf(counts, { intervention, round, calendar });
  const { required } = standing;

  return [
    {
      code: counts.code,
      name: counts.name,
      intervention: counts.intervention,
      targetGroup: counts.targetGroup,
      round: round.number,
      targetPopulation: counts.targetPopulation,
      dosesAdministered: counts.dosesAdministered,
      dosesWithoutTarget: counts.dosesWithoutTarget,
      unverified: counts.unverifiedDoses,
      nonResidentDoses: counts.nonResidentDoses,
      coverage: standing.coverage,
      coverageGoal: goalDecimal(standing.coverageGoal),
      needed: standing.needed,
      remaining: standing.remaining,
      status: standing.status,
      isDoubtful: standing.isDoubtful,
      doubtfulDoses: counts.doubtfulDoses,
      baseDay: baseDayOf(standing, { round, on: day }),
      neededAtBase: standing.isOver ? null : standing.neededAtBase,
      requiredPerDay: standing.isOver
        ? null
        : required.kind === "perDay"
          ? required.perDay
          : required.kind === "nothingNeeded"
            ? 0
            : null,
      reportsReceived: counts.reportsReceived,
      reportsExpected: standing.reportsExpected,
    },
  ];
}
