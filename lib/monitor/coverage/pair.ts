import { dayOfRound, type RoundCalendar } from "@/lib/campaign/calendar";
import type { Campaign, Intervention, Round, UnitEnd } from "@/lib/campaign/campaign";
import {
  gapBefore,
  isHeldIn,
  plannedGapBefore,
  type Gap,
  type Pair,
} from "@/lib/campaign/predecessor";
import { figureKeyOf, whyNotAdded } from "@/lib/campaign/figure";
import { endedUnits } from "@/lib/campaign/unit-end";
import { isUnplaced } from "@/lib/campaign/unplaced";
import { wordingOf } from "@/lib/campaign/wording";
import type { Wording } from "@/lib/base/i18n/wording";
import type { Ratio } from "@/lib/coverage/coverage";
import { dropoutLimit, dropoutRate } from "@/lib/coverage/dropout";
import { daysBetween, type CalendarDay } from "@/lib/base/time/calendar-day";

import { assessAll, type Assessment } from "@/lib/monitor/assessment";
import type { CountedFact } from "@/lib/monitor/counted-fact";
import { countsOf, type PlaceCounts } from "@/lib/monitor/counts";
import type { DayCounts } from "@/lib/monitor/server/day-queries";
import { countCompleteDays, coverageDays } from "@/lib/monitor/verdicts";

import type { CoverageParams } from "./params";
import { unitParts, partsWithin, type Part } from "./parts";
import type { Root } from "./place";
import { sumCounted, sumDays } from "./rows";

/** One of the two that are compared, of the whole place. */
export type PairStep = {
  readonly round: Round;
  readonly intervention: Intervention;
  readonly calendar: RoundCalendar;
  readonly assessment: Assessment;
  /** Doses up to the end of each day of the round that has come, by the day's number. */
  readonly curve: readonly { readonly day: number; readonly doses: number }[];
};

/** What dropped out between the two in a place. */
type Dropout = {
  /** Doses of residents, with a target population or without. */
  readonly first: number;
  readonly last: number;
  /** Below 0: more last doses than first ones. null: no first dose. */
  readonly rate: Ratio | null;
  readonly isOverLimit: boolean;
};

export type PairRow = Dropout & {
  readonly code: string;
  readonly name: string;
  readonly earlier: Assessment;
  readonly later: Assessment;
};

/** Everything that a comparison of two that follow each other shows, and its file holds. */
export type PairView = {
  readonly pair: Pair;
  readonly root: Root;
  readonly wording: Wording;
  /** The one group that is compared; null: all that get both. */
  readonly targetGroup: string | null;
  /** Units of the place in which both were held, and the place's units in all: those in force. */
  readonly units: number;
  readonly allUnits: number;
  readonly earlier: PairStep;
  readonly later: PairStep;
  readonly total: PairRow;
  /** Units that had ended, whose doses count where they are. */
  readonly ended: ReadonlyMap<string, UnitEnd>;
  /** The largest drop-out first; places without a first dose last. */
  readonly rows: readonly PairRow[];
  /** Between the two rounds, and as it was planned; null for doses. */
  readonly gap: Gap | null;
  readonly plannedGap: Gap | null;
  /** Days from the first day with the earlier dose to the first with the later; null: not both came yet. */
  readonly doseGap: Gap | null;
  /** The latest day of the round that both have come to, with the difference in shares; null: none. */
  readonly sameDay: { readonly day: number; readonly difference: Ratio } | null;
};

/** What one of the two was read from. */
type StepFacts = {
  readonly facts: readonly CountedFact[];
  readonly days: readonly DayCounts[];
};

/** The two rounds and interventions of a pair; of doses, in the round that the screen is about. */
export function stepsOfPair(pair: Pair, { round, intervention }: CoverageParams) {
  return pair.kind === "rounds"
    ? ([
        { round: pair.earlier, intervention },
        { round: pair.later, intervention },
      ] as const)
    : ([
        { round, intervention: pair.earlier },
        { round, intervention: pair.later },
      ] as const);
}

/**
 * The one group that a pair is compared in; null: all that get both, which are different people. Where
 * they are not, no figure is of several groups.
 */
export function pairGroup(pair: Pair, { targetGroup }: CoverageParams): string | null {
  if (pair.kind === "rounds") return targetGroup;
  const both = pair.earlier.targetGroups.filter((group) => pair.later.targetGroups.includes(group));
  if (targetGroup !== null && both.includes(targetGroup)) return targetGroup;
  const isApart = [pair.earlier, pair.later].some((each) => whyNotAdded(each) !== null);
  return isApart ? (both[0] ?? null) : null;
}

/**
 * The model of a comparison: the units in which both were held, the groups that get both. So no figure
 * compares people who were asked twice with people who were asked once.
 */
export function pairView(
  campaign: Campaign,
  params: CoverageParams,
  pair: Pair,
  { root, earlier, later }: { root: Root; earlier: StepFacts; later: StepFacts },
): PairView {
  const [first, second] = stepsOfPair(pair, params);
  const units = root.units.filter(
    ({ code }) => isHeldIn(first.round, code) && isHeldIn(second.round, code),
  );
  const ended = endedUnits(campaign, second.round, params.on);
  const countOf = (all: Root["units"]) => all.filter(({ code }) => !ended.has(code)).length;
  const own = new Set(units.map(({ code }) => code));
  const place = { ...root, units };
  const chosen = pairGroup(pair, params);
  const shared = first.intervention.targetGroups.filter(
    (group) =>
      second.intervention.targetGroups.includes(group) && (chosen === null || group === chosen),
  );
  const narrowed: Campaign = {
    ...campaign,
    interventions: campaign.interventions.map((each) => ({ ...each, targetGroups: shared })),
  };
  const read = [
    { ...first, ...earlier },
    { ...second, ...later },
  ].map(({ round, intervention, facts, days }) => {
    const counted = countsOf(
      facts,
      narrowed,
      { intervention: intervention.code },
      { round, on: dayOfRound(round, params.on, params.today) },
    ).filter(({ code }) => own.has(code));
    const given = campaign.interventions.find(({ code }) => code === intervention.code);
    const key = figureKeyOf({
      intervention: intervention.code,
      targetGroup: given && whyNotAdded(given) !== null ? chosen : null,
    });
    const totals = sumDays(days.filter((day) => figureKeyOf(day) === key));
    const completeDays = countCompleteDays(totals);
    const assess = (part: Pick<Part, "code" | "name">, of: readonly PlaceCounts[]) => {
      const figure = { intervention: intervention.code, targetGroup: null };
      const sum = sumCounted(of, { ...part, ...figure, completeDays });
      const [assessment] = assessAll([sum], { campaign, round, on: params.on });
      if (!assessment) throw new RangeError(`no intervention ${intervention.code}`);
      return assessment;
    };
    const assessment = assess(root, counted);
    let doses = 0;
    const curve = coverageDays(totals, assessment).map((each) => {
      doses += each.doses;
      return { day: daysBetween(round.startsOn, each.day) + 1, doses };
    });
    const firstDay = totals.find((day) => day.doses > 0)?.day ?? null;
    return {
      step: { round, intervention, calendar: assessment.calendar, assessment, curve },
      counted,
      assess,
      firstDay,
    };
  });
  const [a, b] = read;
  if (!a || !b) throw new RangeError("a pair is of two");

  const rowOf = (part: Pick<Part, "code" | "name">, isPart: (code: string) => boolean): PairRow => {
    const [one, other] = [a, b].map(({ counted, assess }) =>
      assess(
        part,
        counted.filter(({ code }) => isPart(code)),
      ),
    );
    if (!one || !other) throw new RangeError("a pair is of two");
    return { ...part, earlier: one, later: other, ...dropoutOf(one, other) };
  };
  const parts =
    params.level === "units" || root.parts === "unit"
      ? unitParts(place)
      : partsWithin(place, () => []);
  const rows = parts.map((part) =>
    rowOf({ code: part.code, name: part.name }, (code) => part.unitCodes.has(code)),
  );

  return {
    pair,
    root: place,
    targetGroup: chosen,
    wording: wordingOf(narrowed, second.intervention, chosen),
    units: countOf(units),
    allUnits: countOf(root.units),
    ended,
    earlier: a.step,
    later: b.step,
    total: rowOf({ code: root.code, name: root.name }, () => true),
    rows: rows.sort(byDropout),
    gap: pair.kind === "rounds" ? gapBefore(campaign.rounds, pair.later) : null,
    plannedGap: pair.kind === "rounds" ? plannedGapBefore(campaign.rounds, pair.later) : null,
    doseGap: pair.kind === "doses" ? doseGapOf(a.firstDay, b.firstDay, pair.later) : null,
    sameDay: sameDayOf(a.step, b.step),
  };
}

/** Doses that were taken back below none say nothing of a drop-out. */
function dropoutOf(earlier: PlaceCounts, later: PlaceCounts): Dropout {
  const first = earlier.dosesAdministered + earlier.dosesWithoutTarget;
  const last = later.dosesAdministered + later.dosesWithoutTarget;
  const rate = first < 0 || last < 0 ? null : dropoutRate({ first, last });
  return { first, last, rate, isOverLimit: rate !== null && rate > dropoutLimit };
}

function byDropout(a: PairRow, b: PairRow): number {
  return (
    Number(isUnplaced(a)) - Number(isUnplaced(b)) ||
    Number(b.rate !== null) - Number(a.rate !== null) ||
    (b.rate ?? 0) - (a.rate ?? 0) ||
    a.name.localeCompare(b.name, "id")
  );
}

/** The days from the first day of a dose to that of the one that follows it; null: one was not given yet. */
export function doseGapOf(
  first: CalendarDay | null,
  last: CalendarDay | null,
  { minGapDays }: Intervention,
): Gap | null {
  if (first === null || last === null) return null;
  const [days, minDays] = [daysBetween(first, last), minGapDays ?? null];
  return { days, minDays, isShort: minDays !== null && days < minDays };
}

function sameDayOf(earlier: PairStep, later: PairStep): PairView["sameDay"] {
  const day = Math.min(earlier.curve.length, later.curve.length);
  const [one, other] = [earlier, later].map(({ curve, assessment: { targetPopulation } }) => {
    const doses = curve[day - 1]?.doses;
    return doses === undefined || !targetPopulation ? null : doses / targetPopulation;
  });
  return one === null || other === null || one === undefined || other === undefined
    ? null
    : { day, difference: other - one };
}
