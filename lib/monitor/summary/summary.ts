import { roundCalendar, type RoundCalendar } from "@/lib/campaign/calendar";
import type { Campaign, Round, TargetSource, UnitEnd } from "@/lib/campaign/campaign";
import {
  figureKeyOf,
  figuresOf,
  isOfFigure,
  whyNotAdded,
  type Figure,
  type NotAddedReason,
} from "@/lib/campaign/figure";
import type { UnitSetKind } from "@/lib/campaign/unit-set/unit-set";
import type { UnitKind } from "@/lib/campaign/unit-kind";
import type { Base } from "@/lib/coverage/base";
import { endedUnits } from "@/lib/campaign/unit-end";
import { isUnplaced, withoutUnplaced } from "@/lib/campaign/unplaced";
import { paceRuleOf } from "@/lib/campaign/rhythm";
import { latestCompleteDays } from "@/lib/coverage/pace";
import type { Verdict } from "@/lib/coverage/verdict";
import type { Doubt } from "@/lib/monitor/quality/doubt";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import { addDays } from "@/lib/base/time/calendar-day";

import { announcedOf, type Announced } from "@/lib/monitor/announced";
import { gatesOf, type GateState } from "@/lib/monitor/gates";
import type { PlaceCounts } from "@/lib/monitor/counts";
import { totalCounts } from "@/lib/monitor/total-counts";
import { assessAll, statusWord, type Assessment } from "@/lib/monitor/assessment";
import { lateOf, reachedUnits, statusChanges, type StatusChange } from "./change";
import {
  belowIn,
  belowOf,
  holdingOf,
  needGapOf,
  partsOf,
  reportsOf,
  type BelowGoal,
  type MainShortfall,
  type NeedGap,
  type SummaryPart,
  type TodaysReports,
} from "./part";
import type { PartKind, PlaceCell, SummaryFacts } from "./facts";
import { sentenceOf, type Sentence } from "./sentence";
import type { TwoLevels } from "@/lib/monitor/two-levels";
import type { TargetStep } from "@/lib/monitor/target-step";
import {
  countCompleteDays,
  coverageDays,
  verdictOf,
  type CountedDay,
} from "@/lib/monitor/verdicts";

export type InterventionSummary = {
  readonly intervention: Figure;
  readonly assessment: Assessment;
  readonly verdict: Verdict;
  readonly sentence: Sentence;
  /** What was announced, where there is no report; else null. */
  readonly announced: Announced | null;
  /** Places that have not reached its goal. */
  /** Parts that have not reached the goal; null: of some nobody knows, and no other has not. */
  readonly below: number | null;
  /** Doses of the day, null where there is no such day in the round. */
  readonly today: number | null;
  readonly yesterday: number | null;
  /** Doses of earlier days that came or changed today: they are in the total, and in no day above. */
  readonly late: number;
};

export type Source = {
  readonly source: TargetSource;
  readonly isDeciding: boolean;
  readonly asOf: CalendarDay;
  readonly decree: string | null;
};

/** What is counted and not verified yet, of all interventions together. */
type Unverified = {
  /** null: of groups that do not add. */
  readonly doses: number | null;
  /** null: after a round, whose days are not read any more. */
  readonly reports: number | null;
};

export type Summary = {
  readonly round: Round;
  readonly calendar: RoundCalendar;
  /** The day that the page stands on. */
  readonly today: CalendarDay;
  /** Whether that day is over: the page says its date instead of "today". */
  readonly isPast: boolean;
  /** Whether all of the place is closed that day. */
  readonly isClosed: boolean;
  /** What the whole is judged from: today once it is complete, else yesterday. */
  readonly base: Omit<Base, "dosesAdministered">;
  /** Whether any intervention has a target population: without one there is no coverage at all. */
  readonly hasTargets: boolean;
  readonly partKind: PartKind;
  /** Of which kind the parts are, where they are sets. */
  readonly setKind: UnitSetKind | null;
  /** null: units of several kinds. */
  readonly unitKind: UnitKind | null;
  readonly units: number;
  /** Units that had ended by the day, where parts are units: they count as no place. */
  readonly ended: ReadonlyMap<string, UnitEnd>;
  readonly chosen: Figure;
  /** Each figure of the campaign: where groups do not add, each is one. */
  readonly interventions: readonly InterventionSummary[];
  /** Why some groups have no total; empty: all that belongs together is added. */
  readonly notAdded: readonly NotAddedReason[];
  /** Places that have not reached a goal that the whole has; null: none, or no goal is reached. */
  readonly below: BelowGoal | null;
  readonly largest: {
    readonly of: InterventionSummary;
    readonly holding: MainShortfall | null;
  } | null;
  /** Where no intervention has a goal: the one with most people not reached. */
  readonly mostRemaining: InterventionSummary | null;
  /** Ranked. */
  readonly parts: readonly SummaryPart[];
  /** Units in no kecamatan, which no rank, count or word of places holds; null: there are none. */
  readonly unplaced: SummaryPart | null;
  /** Parts that never sent a report. */
  readonly silent: readonly SummaryPart[];
  readonly cells: readonly PlaceCell[];
  readonly reports: TodaysReports | null;
  /** null: everything is verified. */
  readonly unverified: Unverified | null;
  readonly lastReceivedAt: Date | null;
  readonly changes: readonly StatusChange[];
  readonly reached: ReturnType<typeof reachedUnits>;
  readonly needGap: NeedGap | null;
  /** When target populations changed, of all interventions. */
  readonly steps: readonly TargetStep[];
  /** Kecamatan that totals hold beside their villages, of all interventions. */
  readonly twoLevels: readonly TwoLevels[];
  /** Open findings that cover doses of interventions which seem to have reached their goal. */
  readonly doubts: readonly Doubt[];
  readonly gates: readonly GateState[];
  readonly sources: readonly Source[];
  /** The complete days that recent pace is the mean of. */
  readonly paceDays: readonly CalendarDay[];
  /** How many complete days the forecast looks back on. */
  readonly forecastDays: number;
};

/** The goal that the chosen figure has on the day of the page; null: none. */
export function goalOfChosen({ interventions, chosen }: Summary) {
  const whole = interventions.find(({ intervention }) => intervention.key === chosen.key);
  return whole?.assessment.coverageGoal ?? null;
}

/** The whole page from counted facts: no clock, no database, no language. */
export function summaryOf(
  facts: SummaryFacts,
  at: {
    readonly campaign: Campaign;
    readonly round: Round;
    readonly today: CalendarDay;
    readonly isPast: boolean;
    readonly chosen: Figure;
  },
): Summary {
  const { campaign, round, today, chosen } = at;
  const rule = paceRuleOf(campaign);
  const assessments = assessAll(facts.counts, { campaign, round, on: today });
  const inFigure = (key: string) => assessments.filter((each) => figureKeyOf(each) === key);

  const ended: Summary["ended"] =
    facts.partKind === "unit" ? endedUnits(campaign, round, today) : new Map();
  const counted = <Place extends { readonly code: string }>(places: readonly Place[]) =>
    withoutUnplaced(places).filter(({ code }) => !ended.has(code));

  // The whole is the sum of its parts, so that the two can never disagree, unless it has its own figure.
  const daysIn = (key: string) => facts.wholeDays.filter((each) => figureKeyOf(each) === key);
  const daysOfChosen = daysIn(chosen.key);
  const whole = { code: "", name: "", completeDays: countCompleteDays(daysOfChosen) };
  const totals =
    facts.wholes?.map((counts) => ({ ...counts, ...whole })) ??
    totalCounts(facts.counts, campaign, {}, whole);
  const otherSource = facts.sources.find(({ source }) => source !== campaign.decidingTargetSource);
  const byOther = (row: PlaceCounts) => ({
    ...row,
    otherTarget: otherSource?.people.get(figureKeyOf(row)) ?? null,
  });
  const calendar = roundCalendar(round, today, totals[0]?.closedDays ?? []);
  const wholes = assessAll(totals.map(byOther), { campaign, round, on: today });

  const interventions = figuresOf(campaign).flatMap((intervention): InterventionSummary[] => {
    const assessment = wholes.find((each) => figureKeyOf(each) === intervention.key);
    if (!assessment) return [];
    const parts = inFigure(intervention.key);
    const days = coverageDays(daysIn(intervention.key), assessment);
    const verdict = verdictOf(assessment, { days, today, rule });
    const below = belowIn(counted(parts));
    const dosesOf = (day: CalendarDay) => days.find((each) => each.day === day)?.doses ?? null;
    return [
      {
        intervention,
        assessment,
        verdict,
        announced: announcedOf(facts.announced, null, assessment),
        sentence: sentenceOf(assessment, verdict, { calendar, below }),
        below,
        today: dosesOf(today),
        yesterday: dosesOf(addDays(today, -1)),
        late: lateOf(facts.late.get(intervention.key), assessment),
      },
    ];
  });
  const all = partsOf(assessments, {
    chosen,
    days: facts.partDays,
    announced: facts.announced,
    today,
    rule,
  });
  const parts = withoutUnplaced(all);
  const shown = interventions.find(({ intervention }) => intervention.key === chosen.key);
  const chosenDays = coverageDays(daysOfChosen, shown?.assessment ?? { targetPopulation: null });
  const todays = chosenDays.find(({ day }) => day === today);
  const base = shown?.assessment.base ?? null;
  const complete = latestCompleteDays(
    base?.isLookedAt === false ? chosenDays.filter(({ day }) => day < today) : chosenDays,
    rule,
  );
  const inDoubt = interventions.flatMap(({ intervention, assessment }) =>
    assessment.isDoubtful ? [intervention] : [],
  );
  const unitKinds = [...new Set(facts.unitKinds)];

  return {
    round,
    calendar,
    today,
    isPast: at.isPast,
    isClosed: (totals[0]?.closedDays ?? []).includes(today),
    base: base ?? {
      day: calendar.day,
      days: calendar.days,
      daysLeft: calendar.daysAfter,
      isLookedAt: true,
    },
    hasTargets: interventions.some(({ assessment }) => assessment.targetPopulation !== null),
    partKind: facts.partKind,
    setKind: facts.setKind,
    unitKind: unitKinds.length === 1 ? (unitKinds[0] ?? null) : null,
    units: shown?.assessment.units ?? 0,
    ended,
    chosen,
    interventions,
    notAdded: [...new Set(campaign.interventions.flatMap((each) => whyNotAdded(each) ?? []))],
    below: belowOf(
      interventions
        .filter(({ assessment }) => statusWord(assessment) === "reached")
        .flatMap(({ intervention }) => counted(inFigure(intervention.key))),
    ),
    largest: largestOf(interventions, (key) => holdingOf(inFigure(key))),
    mostRemaining: mostRemainingOf(interventions),
    parts,
    unplaced: all.find(isUnplaced) ?? null,
    silent:
      calendar.day === 0 ? [] : counted(parts).filter(({ assessment }) => !assessment.hasReported),
    cells: facts.cells,
    reports: todays && todays.expected > 0 ? reportsOf(todays, all) : null,
    unverified: unverifiedOf(interventions, chosenDays),
    lastReceivedAt: facts.lastReceivedAt,
    changes: statusChanges(assessments, { campaign, round, today }),
    reached: reachedUnits(facts.units, shown?.assessment.coverageGoal ?? null),
    doubts: facts.doubts.filter((doubt) => inDoubt.some((each) => isOfFigure(each, doubt))),
    gates: gatesOf(campaign, facts.gateCounts),
    steps: facts.steps,
    twoLevels: facts.twoLevels,
    needGap: shown ? needGapOf(shown.assessment, inFigure(chosen.key)) : null,
    sources: facts.sources.map(({ source, asOf, decree }) => ({
      source,
      asOf,
      decree,
      isDeciding: source === campaign.decidingTargetSource,
    })),
    paceDays: complete.slice(-rule.over).map(({ day }) => day),
    forecastDays: Math.min(complete.length, rule.most),
  };
}

function unverifiedOf(
  interventions: readonly InterventionSummary[],
  days: readonly CountedDay[],
): Unverified | null {
  const isSummed = interventions.every(({ intervention }) => intervention.targetGroup === null);
  const doses = interventions.reduce((sum, { assessment }) => sum + assessment.unverifiedDoses, 0);
  // The days of any intervention have the reports of all.
  const reports = days.reduce((sum, { received, verified }) => sum + received - verified, 0);
  if (doses === 0 && reports === 0) return null;
  return { doses: isSummed ? doses : null, reports: days.length === 0 ? null : reports };
}

function mostRemainingOf(
  interventions: readonly InterventionSummary[],
): InterventionSummary | null {
  if (interventions.some(({ assessment }) => assessment.coverageGoal !== null)) return null;
  const [first] = interventions
    .filter(({ assessment }) => (assessment.remaining ?? 0) > 0)
    .sort((a, b) => (b.assessment.remaining ?? 0) - (a.assessment.remaining ?? 0));
  return first ?? null;
}

function largestOf(
  interventions: readonly InterventionSummary[],
  holdingIn: (key: string) => MainShortfall | null,
): Summary["largest"] {
  const [first] = interventions
    .filter(({ verdict }) => (verdict.needed ?? 0) > 0)
    .sort((a, b) => (b.verdict.needed ?? 0) - (a.verdict.needed ?? 0));
  return first ? { of: first, holding: holdingIn(first.intervention.key) } : null;
}
