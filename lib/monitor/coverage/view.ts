import { lastDay, type RoundCalendar } from "@/lib/campaign/calendar";
import type { Campaign, TargetSource, UnitEnd } from "@/lib/campaign/campaign";
import {
  figureKeyOf,
  figuresOf,
  whyNoSum,
  type Figure,
  type NotAddedReason,
} from "@/lib/campaign/figure";
import { endedUnits } from "@/lib/campaign/unit-end";
import { withoutUnplaced } from "@/lib/campaign/unplaced";
import { paceRuleOf } from "@/lib/campaign/rhythm";
import type { CoverageCounts } from "@/lib/coverage/coverage";
import type { Doubt } from "@/lib/monitor/quality/doubt";
import type { CalendarDay } from "@/lib/base/time/calendar-day";

import { announcedOf, type Announced } from "@/lib/monitor/announced";
import { countsOf } from "@/lib/monitor/counts";
import type { CountedFact } from "@/lib/monitor/counted-fact";
import type { CoverageParams } from "./params";
import { groupStandings, type GroupStanding } from "./groups";
import { partsWithin, unitParts, type Part } from "./parts";
import type { Root } from "./place";
import type { LatestReport, SourceTarget } from "@/lib/monitor/coverage/server/queries";
import { placeRow, sumCounted, sumDays, type CheckedDay, type PlaceRow } from "./rows";
import type { TwoLevels } from "@/lib/monitor/two-levels";
import type { TargetStep } from "@/lib/monitor/target-step";
import { trendOf, type Trend } from "./trend";
import type { DayCounts } from "@/lib/monitor/server/day-queries";
import {
  assessor,
  runningTenthsOf,
  statusWord,
  type Assessment,
  type StatusWord,
} from "@/lib/monitor/assessment";
import { countCompleteDays, dayTotalsOf } from "@/lib/monitor/verdicts";
import { groupBy } from "@/lib/base/group-by";

/** Counts of the place and of its kecamatan, and the days of the place. */
export type LargerFacts = {
  readonly whole: readonly CountedFact[];
  readonly parts: readonly CountedFact[];
  readonly days: readonly DayCounts[];
};

/** What a coverage screen was read from: the answer of each query, of one place. */
export type CoverageFacts = {
  readonly root: Root;
  /** Counts of every unit of the place, under the source and up to the day that were asked for. */
  readonly facts: readonly CountedFact[];
  /** Counts of the larger places themselves, where one has a figure of its own; null: units add up. */
  readonly larger: LargerFacts | null;
  /** Days of each part, for the chosen intervention; empty before the first day. */
  readonly days: readonly DayCounts[];
  readonly sources: readonly SourceTarget[];
  /** Of each unit; empty where no row shows it. */
  readonly latest: readonly LatestReport[];
  readonly receivedAt: Date | null;
  /** Open findings that cover doses, in the chosen round, intervention and group. */
  readonly doubts: readonly Doubt[];
  /** When target populations of the place changed. */
  readonly steps: readonly TargetStep[];
  /** Totals that were announced. */
  readonly announced: readonly Announced[];
  /** Kecamatan that the total holds beside their villages, in the chosen intervention and group. */
  readonly twoLevels: readonly TwoLevels[];
};

/** One figure in the whole place; null assessment: it is not given to the chosen group. */
export type InterventionAssessment = {
  readonly intervention: Figure;
  readonly assessment: Assessment | null;
};

/** What is said about the sources: the one that decides here, and the others beside it. */
type SourceView = {
  readonly source: TargetSource;
  readonly asOf: CalendarDay | null;
  readonly decree: string | null;
  readonly isChosen: boolean;
  readonly counts: CoverageCounts;
};

/** Everything that a coverage screen shows and its CSV holds. */
export type CoverageView = {
  readonly root: Root;
  readonly calendar: RoundCalendar;
  /** Where the running target was on the base day of the whole, in tenths of a percent; null: no goal. */
  readonly runningTenths: number | null;
  /** Each figure of the campaign, in the chosen group where one narrows the screen. */
  readonly interventions: readonly InterventionAssessment[];
  /** The whole place in the chosen figure. */
  readonly total: PlaceRow;
  readonly parts: readonly PlaceRow[];
  /** Every unit, with what totals alone can say; the parts themselves where those are units. */
  readonly units: readonly PlaceRow[];
  /** Units that had ended by the day: rows for what they reported, and counted nowhere. */
  readonly ended: ReadonlyMap<string, UnitEnd>;
  /** A row for each part, an assessment for each of `interventions`. */
  readonly matrix: readonly MatrixRow[];
  readonly groups: readonly GroupStanding[];
  /** Why the groups of the chosen intervention have no total; null: they have one. */
  readonly notAdded: NotAddedReason | null;
  readonly statuses: Readonly<Record<StatusWord, number>>;
  /** How many parts there are but units that had ended and the group of those in no kecamatan. */
  readonly rankedParts: number;
  /** Of those: whose reports of the day are all in. */
  readonly completeParts: number;
  readonly trend: Trend;
  readonly sources: readonly SourceView[];
  readonly receivedAt: Date | null;
  /** Open findings of the places on the screen that seem to have reached the goal with their doses. */
  readonly doubts: readonly Doubt[];
  /** When target populations of the place changed, in the chosen intervention. */
  readonly steps: readonly TargetStep[];
  /** Kecamatan that the total holds beside their villages, in the chosen intervention and group. */
  readonly twoLevels: readonly TwoLevels[];
  /** Neither a unit nor a larger place has a target population for any intervention. */
  readonly isWithoutTargets: boolean;
};

export type MatrixRow = {
  readonly code: string;
  readonly name: string;
  readonly assessments: readonly (Assessment | null)[];
};

/**
 * The model of a coverage screen. Units are counted once; kecamatan, kabupaten, ranking, matrix,
 * table and CSV are sums of them, so none can differ from another.
 */
export function coverageView(
  campaign: Campaign,
  params: CoverageParams,
  {
    root,
    facts,
    larger,
    days,
    sources,
    latest,
    receivedAt,
    doubts,
    steps,
    announced,
    twoLevels,
  }: CoverageFacts,
): CoverageView {
  const { intervention, round, on } = params;
  const rule = paceRuleOf(campaign);
  const clock = { on, rule };
  const assessed = assessor({ campaign, round, on });
  const own = new Set(root.units.map(({ code }) => code));
  const filter = { targetGroup: params.groupFilter ?? undefined };
  const counted = { round, on: params.day };

  const byFigure = groupBy(
    countsOf(facts, campaign, filter, counted).filter(({ code }) => own.has(code)),
    figureKeyOf,
  );
  const unitsIn = unitsOfParts(byFigure);
  const figures = shownFigures(campaign, filter.targetGroup);
  const countsOfLarger = (of: readonly CountedFact[] = []) =>
    countsOf(of, campaign, filter, counted);
  const wholeCounts = countsOfLarger(larger?.whole);
  const partCounts = countsOfLarger(larger?.parts);
  const assessmentOfPart = (part: Part, figure: ShownFigure): Assessment | null => {
    if (!figure.isGiven) return null;
    const isUnasked = ({ isUnasked: none }: { readonly isUnasked?: true | undefined }) =>
      part !== whole && none === true;
    const known = (part === whole ? wholeCounts : partCounts).find(
      (each) => each.code === part.code && figureKeyOf(each) === figure.key,
    );
    if (known) {
      if (isUnasked(known)) return null;
      const completeDays = part.completeDays ?? known.completeDays;
      return assessed({ ...known, name: part.name, completeDays });
    }
    const units = unitsIn(part, figure.key);
    if (units.length > 0 && units.every(isUnasked)) return null;
    const completeDays = part.completeDays ?? units[0]?.completeDays ?? 0;
    const { code, targetGroup } = figure;
    return assessed(sumCounted(units, { ...part, completeDays, intervention: code, targetGroup }));
  };

  const { targetGroup } = intervention;
  const daysOf = (code: string) =>
    dayTotalsOf(days, { code, intervention: intervention.code, targetGroup });
  const parts = partsWithin(root, daysOf);
  const wholeDays = larger
    ? dayTotalsOf(larger.days, {
        code: root.code,
        intervention: intervention.code,
        targetGroup,
      })
    : sumDays(parts.flatMap(({ code }) => daysOf(code)));
  const whole: Part = {
    code: root.code,
    name: root.name,
    unitCodes: own,
    completeDays: countCompleteDays(wholeDays),
  };
  const ofChosen = (byFigure.get(intervention.key) ?? []).flatMap((row) => assessed(row) ?? []);
  const chosen = unitsOfParts(new Map([[intervention.key, ofChosen]]));
  const chosenFigure = figures.find(({ key }) => key === intervention.key);
  const lastReports = new Map(latest.map((report) => [report.code, report]));
  const placed = new Map(root.units.map((unit) => [unit.code, unit.subdistrictName]));
  const rowOf = (part: Part, partDays: readonly CheckedDay[] | null) => {
    const assessment = chosenFigure ? assessmentOfPart(part, chosenFigure) : null;
    return (
      assessment &&
      placeRow(assessment, {
        days: partDays,
        units: chosen(part, intervention.key),
        clock,
        subdistrictName: placed.get(part.code) ?? part.name,
        announced: announcedOf(
          announced,
          part === whole && root.kind === "district" ? null : part.code,
          assessment,
        ),
        lastReport: lastReports.get(part.code) ?? null,
      })
    );
  };

  const partRows = parts.flatMap((part) => rowOf(part, daysOf(part.code)) ?? []);
  const ended = endedUnits(campaign, round, on);
  const rankedParts = withoutUnplaced(
    root.parts === "unit" ? partRows.filter(({ code }) => !ended.has(code)) : partRows,
  );
  const unitRows =
    root.parts === "unit" ? partRows : unitParts(root).flatMap((part) => rowOf(part, null) ?? []);
  const wholeRow = rowOf(whole, wholeDays);
  if (!wholeRow)
    throw new RangeError(`${intervention.code} is not given to ${params.targetGroup ?? ""}`);
  const byOther = sources.find(({ source }) => source !== params.source)?.people ?? null;
  const total = { ...wholeRow, otherTarget: byOther };

  const ownSteps = steps.filter((step) => figureKeyOf(step) === intervention.key);
  const shown = new Set(
    [total, ...(params.level === "units" ? unitRows : partRows)]
      .filter((row) => row.isDoubtful)
      .map(({ code }) => code),
  );
  const unitsShown = new Set(
    [whole, ...parts, ...unitParts(root)]
      .filter(({ code }) => shown.has(code))
      .flatMap(({ unitCodes }) => [...unitCodes]),
  );

  return {
    root,
    calendar: total.calendar,
    runningTenths: runningTenthsOf(total),
    interventions: figures.map((each) => ({
      intervention: each,
      assessment: assessmentOfPart(whole, each),
    })),
    total,
    parts: partRows,
    units: unitRows,
    ended,
    matrix: parts.map((part) => ({
      code: part.code,
      name: part.name,
      assessments: figures.map((each) => assessmentOfPart(part, each)),
    })),
    groups: groupStandings(larger?.whole ?? facts, own, whole, campaign, params, assessed, counted),
    notAdded: whyNoSum(campaign, { intervention: intervention.code }),
    statuses: countByWord(rankedParts),
    rankedParts: rankedParts.length,
    completeParts: rankedParts.filter((row) => row.unitsReported >= row.unitsAwaited).length,
    trend: trendOf(total, {
      days: wholeDays,
      round,
      on,
      rule,
      steps: ownSteps,
      goals: intervention.goals,
    }),
    sources: sources.map(({ source, asOf, decree, people }) => ({
      source,
      asOf,
      decree,
      isChosen: source === params.source,
      counts: { dosesAdministered: total.dosesAdministered, targetPopulation: people },
    })),
    receivedAt,
    doubts: doubts.filter(({ unit }) => unitsShown.has(unit.code)),
    steps: ownSteps,
    twoLevels,
    isWithoutTargets:
      !facts.some(({ kind }) => kind === "target") &&
      !sources.some((each) => each.source === params.source && each.hasOwn),
  };
}

/** Finds the rows of the units of a part in a figure, among those of each figure. */
function unitsOfParts<Row extends { readonly code: string }>(
  byFigure: ReadonlyMap<string, readonly Row[]>,
): (part: Part, figureKey: string) => readonly Row[] {
  const byCode = new Map(
    [...byFigure].map(([key, rows]) => [key, new Map(rows.map((row) => [row.code, row]))]),
  );
  return ({ unitCodes }, key) => [...unitCodes].flatMap((code) => byCode.get(key)?.get(code) ?? []);
}

/** The last day that a screen of a day counts; null before the round begins. */
export function lastCountedDay({ round, on }: CoverageParams): CalendarDay | null {
  if (on < round.startsOn) return null;
  return on < lastDay(round) ? on : lastDay(round);
}

function countByWord(rows: readonly PlaceRow[]): Record<StatusWord, number> {
  const counts: Record<StatusWord, number> = { ...noStatuses };
  for (const row of rows) counts[statusWord(row)] += 1;
  return counts;
}

const noStatuses: Readonly<Record<StatusWord, number>> = {
  reached: 0,
  doubtful: 0,
  onTrack: 0,
  behind: 0,
  missed: 0,
  noGoal: 0,
  unknown: 0,
  notJudged: 0,
};

type ShownFigure = Figure & { readonly isGiven: boolean };

/** The figures of a screen; an intervention that is not given to the chosen group keeps its place. */
function shownFigures(campaign: Campaign, group: string | undefined): ShownFigure[] {
  return campaign.interventions.flatMap((each): ShownFigure[] => {
    const given = figuresOf(campaign, { intervention: each.code, targetGroup: group });
    return given.length > 0
      ? given.map((figure) => ({ ...figure, isGiven: true }))
      : [{ ...each, key: each.code, targetGroup: null, isGiven: false }];
  });
}
