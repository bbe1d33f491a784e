import type { z } from "zod";

import type { Grant } from "@/lib/account/auth/grant";
import { ownPlaceName } from "@/lib/account/auth/policy";
import { lastDay } from "@/lib/campaign/calendar";
import { otherSource, type Campaign, type TargetSource } from "@/lib/campaign/campaign";
import { paceRuleOf } from "@/lib/campaign/rhythm";
import { eachOtherDose } from "@/lib/campaign/measures";
import { coverage } from "@/lib/coverage/coverage";
import { coverageDifference } from "@/lib/coverage/difference";
import { goalDecimal } from "@/lib/coverage/goal";
import type { PaceRule } from "@/lib/coverage/pace";
import { announcedCounts, announcedOf, type Announced } from "@/lib/monitor/announced";
import { announcedTotals } from "@/lib/monitor/server/announced-queries";
import { totalCounts } from "@/lib/monitor/total-counts";
import type { PlaceCounts } from "@/lib/monitor/counts";
import { roundDoubts } from "@/lib/monitor/server/doubtful-queries";
import { gatesOf } from "@/lib/monitor/gates";
import { gateCounts } from "@/lib/monitor/server/gate-queries";
import { joinsUnits, kindOf, partKindOf, placeKindOf, type PlaceKind } from "@/lib/monitor/place";
import { dayCountsBy, type DayCounts } from "@/lib/monitor/server/day-queries";
import { placeCountsBy } from "@/lib/monitor/server/queries";
import { twoLevelPlaces } from "@/lib/monitor/server/two-level-queries";
import { targetSteps } from "@/lib/monitor/server/target-step-queries";
import { assessor, baseDayOf, type Assessment } from "@/lib/monitor/assessment";
import { coverageDays, dayTotalsOf, verdictOf } from "@/lib/monitor/verdicts";
import { addDays } from "@/lib/base/time/calendar-day";

import { askedOf, type CoverageRequest } from "./asked";
import { notAddedOf } from "./not-added";
import { readDropouts } from "./dropout";
import { readGaps } from "./gap";
import type { coverageQuery } from "./query-schema";
import type { CoverageAnswer } from "./schema/coverage";

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
  const by = query.by ?? partKindOf(grant.region);
  const asked = askedOf(campaign, query, at);
  const isSplit = query.split !== undefined;
  const question = { ...asked, by, isSplit };
  const wholeBy = placeKindOf(grant.region);
  const daysBy = (place: PlaceKind) => (isSplit ? [] : latestDays(grant, campaign, asked, place));

  const announced = await announcedTotals(grant, campaign, { round: asked.round, on: asked.day });
  const [dropoutsOf, gaps, twoLevels, steps, rows, wholes, groups, partDays, wholeDays] =
    await Promise.all([
      readDropouts(grant, campaign, asked),
      readGaps(grant, campaign, asked, wholeBy),
      twoLevelPlaces(grant, campaign, asked),
      asked.asOf === null ? [] : targetSteps(grant, campaign, asked),
      placeCountsBy(grant, campaign, question),
      placeCountsBy(grant, campaign, { ...question, by: wholeBy }),
      gateCounts(grant, campaign, asked),
      isWithoutDays(grant, campaign, by) ? [] : daysBy(by),
      daysBy(wholeBy),
    ]);
  const region = regionOf(grant, campaign);
  // A place with a figure of its own is more than the sum of its rows.
  const total = wholes.some(({ targetDetail }) => targetDetail !== null)
    ? wholes.map((whole) => ({ ...whole, ...region }))
    : totalCounts(rows, campaign, question, {
        ...region,
        completeDays: wholes[0]?.completeDays ?? 0,
      });
  const assessed = assessor({ campaign, round: asked.round, on: asked.day });
  const judgeBy = (place: PlaceKind, days: readonly DayCounts[]) => (counts: PlaceCounts) =>
    answerRow(counts, assessed(counts), { campaign, asked, days }).map((row) => ({
      dropouts: dropoutsOf(place, counts),
      announced: announcedAnswer(
        announcedOf(announced, place === wholeBy && place === "district" ? null : counts.code, {
          hasReported: row.reportsReceived > 0 || row.dosesAdministered > 0,
          ...row,
        }),
        counts,
      ),
      ...row,
    }));
  const judged = {
    rows: rows.flatMap(judgeBy(by, partDays)),
    total: total.flatMap(judgeBy(wholeBy, wholeDays)),
  };
  const doubtful = [...judged.rows, ...judged.total].filter(({ isDoubtful }) => isDoubtful);

  return {
    rhythm: campaign.rhythm,
    period: campaign.period,
    asOf: asked.day,
    source: asked.source,
    by,
    phase: asked.phase,
    targetsChangedOn: steps.filter(({ day }) => day > asked.day).at(-1)?.day ?? null,
    isSample: campaign.isSample,
    ...judged,
    notAdded: notAddedOf(campaign, asked),
    gates: gatesOf(campaign, groups).map(({ code, name, isOpen, terms }) => ({
      code,
      name,
      isOpen,
      terms: terms.map(({ of: _, groupName: _name, setName: _setName, atLeast, ...term }) => ({
        ...term,
        atLeast: goalDecimal(atLeast),
      })),
    })),
    gaps,
    twoLevels,
    doubts: doubtful.length === 0 ? [] : await doubtsAsked(grant, campaign, asked, doubtful),
  };
}

/** The open findings behind the rows that are in doubt. */
async function doubtsAsked(
  grant: Grant<"coverage:read">,
  campaign: Campaign,
  asked: CoverageRequest,
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

function regionOf({ actor, region, office }: Grant<"coverage:read">, campaign: Campaign) {
  const name = region === campaign.districtCode ? campaign.districtName : ownPlaceName(actor);
  return { code: office === null ? region : office.office, name };
}

/** Every village of a kabupaten is read without its days, here as on the screen. */
function isWithoutDays(
  { region }: Grant<"coverage:read">,
  campaign: Campaign,
  by: PlaceKind,
): boolean {
  return kindOf(by) === "unit" && !joinsUnits(by) && region === campaign.districtCode;
}

/** The days that recent pace and forecast look back on; none outside the round. */
function latestDays(
  grant: Grant<"coverage:read">,
  campaign: Campaign,
  asked: CoverageRequest,
  by: PlaceKind,
): Promise<DayCounts[]> {
  const { round, day, phase } = asked;
  if (phase === "before" || phase === "ended") return Promise.resolve([]);
  const first = addDays(day, -paceRuleOf(campaign).lookBack);
  return dayCountsBy(grant, campaign, {
    ...asked,
    by,
    from: first < round.startsOn ? round.startsOn : first,
    to: day < lastDay(round) ? day : lastDay(round),
  });
}

/** Recent pace and forecast of a row, as the screens have them; null where its days are not read. */
function outlookOf(
  assessment: Assessment,
  { day }: CoverageRequest,
  rule: PaceRule,
  days: readonly DayCounts[],
): Pick<CoverageAnswer["rows"][number], "recentPace" | "forecast"> {
  const own = coverageDays(dayTotalsOf(days, assessment), assessment);
  if (own.length === 0) return { recentPace: null, forecast: null };
  const { recentPace, forecast } = verdictOf(assessment, { days: own, today: day, rule });
  return { recentPace, forecast };
}

function announcedAnswer(
  announced: Announced | null,
  counts: PlaceCounts,
): CoverageAnswer["rows"][number]["announced"] {
  if (announced === null) return null;
  const { doses, day, source } = announced;
  return { doses, day, source, coverage: coverage(announcedCounts(announced, counts)) };
}

/** The same doses by the source that does not decide here. */
function byOther(
  assessment: Assessment,
  source: TargetSource,
): CoverageAnswer["rows"][number]["other"] {
  const otherTarget = assessment.otherTarget ?? null;
  if (otherTarget === null) return null;
  const difference = coverageDifference({ ...assessment, otherTarget });
  return {
    source: otherSource(source),
    targetPopulation: otherTarget,
    coverage: coverage({ ...assessment, targetPopulation: otherTarget }),
    difference: difference && difference.tenths / 10,
    isLarge: difference?.isLarge ?? false,
  };
}

function answerRow(
  counts: PlaceCounts,
  assessment: Assessment | null,
  {
    campaign,
    asked,
    days,
  }: {
    readonly campaign: Campaign;
    readonly asked: CoverageRequest;
    readonly days: readonly DayCounts[];
  },
): Omit<CoverageAnswer["rows"][number], "dropouts" | "announced">[] {
  if (!assessment) return [];
  const { round, day } = asked;
  const { required } = assessment;

  return [
    {
      code: counts.code,
      name: counts.name,
      intervention: counts.intervention,
      targetGroup: counts.targetGroup,
      round: round.number,
      targetPopulation: counts.targetPopulation,
      targetDetail: counts.targetDetail,
      other: byOther(assessment, asked.source),
      dosesAdministered: counts.dosesAdministered,
      dosesWithoutTarget: counts.dosesWithoutTarget,
      unverified: counts.unverifiedDoses,
      coverage: assessment.coverage,
      coverageGoal: assessment.coverageGoal && goalDecimal(assessment.coverageGoal),
      goalScope: assessment.coverageGoal && assessment.goalScope,
      eachUnit: assessment.eachUnit,
      needed: assessment.needed,
      remaining: assessment.remaining,
      status: assessment.status,
      isDoubtful: assessment.isDoubtful,
      doubtfulDoses: counts.doubtfulDoses,
      baseDay: baseDayOf(assessment, { round, on: day }),
      neededAtBase: assessment.isOver ? null : assessment.neededAtBase,
      requiredPerDay: assessment.isOver
        ? null
        : required.kind === "perDay"
          ? required.perDay
          : required.kind === "nothingNeeded"
            ? 0
            : null,
      reportsReceived: counts.reportsReceived,
      reportsExpected: assessment.reportsExpected,
      serviceDay: assessment.calendar.day,
      serviceDays: assessment.calendar.days,
      closedDays: assessment.calendar.closed,
      // Last (lib/README.md).
      ...eachOtherDose((name) => counts[name]),
      ...outlookOf(assessment, asked, paceRuleOf(campaign), days),
    },
  ];
}
