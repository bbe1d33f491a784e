import { figureKeyOf, type Figure } from "@/lib/campaign/figure";
import { unplacedLast, withoutUnplaced } from "@/lib/campaign/unplaced";
import { isCompleteDay } from "@/lib/coverage/completeness";
import type { PaceRule, RequiredPace } from "@/lib/coverage/pace";
import { ratioTenths } from "@/lib/coverage/percent";
import type { CalendarDay } from "@/lib/base/time/calendar-day";

import { announcedOf, type Announced } from "@/lib/monitor/announced";
import { isBeyondGoal, lackOf, type Assessment } from "@/lib/monitor/assessment";
import { coverageDays, dayTotalsOf, recentPaceOf, type CountedDay } from "@/lib/monitor/verdicts";

/** One place below the one that the summary is about: a subdistrict, or a unit of a subdistrict. */
export type SummaryPart = {
  readonly code: string;
  readonly name: string;
  /** In the figure that was chosen. */
  readonly assessment: Assessment;
  /** In every figure, in the campaign's order. */
  readonly assessments: readonly Assessment[];
  /** What was announced, where there is no report; else null. */
  readonly announced: Announced | null;
  readonly required: RequiredPace;
  readonly recentPace: number | null;
  /** null on a day that is not of the round. */
  readonly today: PartDay | null;
};

type PartDay = {
  readonly doses: number;
  readonly received: number;
  readonly expected: number;
};

/**
 * The parts, the one with the most children still needed first; those without a target population
 * last, those with most doses first. A part's base day follows its own reports of today, as it does on
 * its own page.
 */
export function partsOf(
  assessments: readonly Assessment[],
  at: {
    readonly chosen: Pick<Figure, "key">;
    readonly days: readonly CountedDay[];
    readonly announced: readonly Announced[];
    readonly today: CalendarDay;
    readonly rule: PaceRule;
  },
): SummaryPart[] {
  const byCode = new Map<string, Assessment[]>();
  for (const assessment of assessments) {
    byCode.set(assessment.code, [...(byCode.get(assessment.code) ?? []), assessment]);
  }
  const parts = [...byCode.values()].flatMap((all): SummaryPart[] => {
    const assessment = all.find((each) => figureKeyOf(each) === at.chosen.key);
    if (!assessment) return [];
    const days = coverageDays(dayTotalsOf(at.days, assessment), assessment);
    return [
      {
        code: assessment.code,
        name: assessment.name,
        assessment,
        assessments: all,
        announced: announcedOf(at.announced, assessment.code, assessment),
        required: assessment.required,
        recentPace: recentPaceOf(assessment, { ...at, days }),
        today: days.find(({ day }) => day === at.today) ?? null,
      },
    ];
  });
  return unplacedLast(
    parts.sort(
      (a, b) =>
        (lackOf(b.assessment) ?? -1) - (lackOf(a.assessment) ?? -1) ||
        b.assessment.dosesAdministered - a.assessment.dosesAdministered ||
        a.name.localeCompare(b.name, "id"),
    ),
  );
}

/** Whether places can only be compared by what was given: none has a target population or announced total. */
export function isGivenOnly(parts: readonly SummaryPart[]): boolean {
  return parts.every(
    ({ assessment, announced }) => assessment.targetPopulation === null && announced === null,
  );
}

/** What places are compared by: people still to be reached, or what was given. */
export function comparedBy({ assessment }: SummaryPart, isGiven: boolean): number | null {
  return isGiven ? assessment.dosesAdministered : lackOf(assessment);
}

export type MainShortfall = {
  /** The fewest places that make up more than half of what all places need, largest first. */
  readonly names: readonly string[];
  /** Their share of what all places need, in tenths of a percent. */
  readonly shareTenths: number;
};

/** Who holds us back; null when nothing is needed or there are no places to name. */
export function holdingOf(assessments: readonly Assessment[]): MainShortfall | null {
  const inNeed = assessments
    .filter((each) => (each.needed ?? 0) > 0)
    .sort((a, b) => (b.needed ?? 0) - (a.needed ?? 0));
  const all = inNeed.reduce((sum, each) => sum + (each.needed ?? 0), 0);
  if (all === 0 || withoutUnplaced(assessments).length < 2) return null;

  const names: string[] = [];
  let some = 0;
  for (const each of withoutUnplaced(inNeed)) {
    if (some * 2 > all) break;
    some += each.needed ?? 0;
    names.push(each.name);
  }
  // Where units in no kecamatan need most, no kecamatan holds the kabupaten back.
  if (some * 2 <= all) return null;
  return { names, shareTenths: ratioTenths({ numerator: some, denominator: all }) ?? 0 };
}

/** Places that are left behind where the whole has reached its goal. */
export type BelowGoal = {
  readonly places: number;
  /** Their names, those that need most first. */
  readonly names: readonly string[];
};

/**
 * How many parts have not reached the goal.
 *
 * @returns null when none has not among those with a target population, and some have none.
 */
export function belowIn(parts: readonly Pick<Assessment, "status" | "needed">[]): number | null {
  const known = parts.filter(({ needed }) => needed !== null);
  const below = known.filter(({ status }) => status !== "reached").length;
  return below === 0 && known.length < parts.length ? null : below;
}

/** @param assessments of the parts, in every intervention whose goal the whole has reached. */
export function belowOf(assessments: readonly Assessment[]): BelowGoal | null {
  const needs = new Map<string, { readonly name: string; needed: number }>();
  for (const { code, name, needed, status } of assessments) {
    // Without a target population nobody can say that it is below.
    if (status === "reached" || needed === null) continue;
    const place = needs.get(code) ?? { name, needed: 0 };
    place.needed += needed;
    needs.set(code, place);
  }
  const places = [...needs.values()].sort((a, b) => b.needed - a.needed);
  if (places.length === 0) return null;

  return {
    places: places.length,
    names: places.map(({ name }) => name),
  };
}

/** Why the places need more together than the whole does. */
export type NeedGap = {
  readonly ofParts: number;
  readonly ofWhole: number;
  /** Places beyond their goal, whose surplus helps no other place; none: only rounding up. */
  readonly beyondGoal: readonly Assessment[];
};

/** null when the needs of the places add up to the whole's. */
export function needGapOf(whole: Assessment, parts: readonly Assessment[]): NeedGap | null {
  const ofParts = parts.reduce((sum, { needed }) => sum + (needed ?? 0), 0);
  const ofWhole = whole.needed;
  // A figure of the whole itself need not be what its parts add up to.
  const isOwn = whole.targetDetail !== null && whole.targetDetail !== whole.targetPopulation;
  if (ofWhole === null || isOwn || ofParts === ofWhole) return null;

  return { ofParts, ofWhole, beyondGoal: parts.filter(isBeyondGoal) };
}

/** The reports of today; null when today none are expected. */
export type TodaysReports = {
  readonly received: number;
  readonly expected: number;
  /** Three quarters are in, so today counts for pace and forecast. */
  readonly isComplete: boolean;
  /** Parts from which every report is in. */
  readonly completeParts: number;
  /** Parts from which some are missing, most first. */
  readonly waiting: readonly SummaryPart[];
};

export function reportsOf(
  today: { readonly received: number; readonly expected: number },
  parts: readonly SummaryPart[],
): TodaysReports {
  const missing = ({ today: day }: SummaryPart) => (day ? day.expected - day.received : 0);
  return {
    received: today.received,
    expected: today.expected,
    isComplete: isCompleteDay(today),
    completeParts: withoutUnplaced(parts).filter((part) => missing(part) <= 0).length,
    waiting: unplacedLast(
      parts.filter((part) => missing(part) > 0).sort((a, b) => missing(b) - missing(a)),
    ),
  };
}
