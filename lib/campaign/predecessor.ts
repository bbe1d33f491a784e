import { daysBetween, type CalendarDay } from "@/lib/base/time/calendar-day";

import type { Campaign, Intervention, Round } from "./campaign";

/** A round's own dates, by which its place in the series is known. */
type Dated = {
  readonly number: number;
  readonly startsOn: CalendarDay;
  readonly endsOn: CalendarDay;
  readonly minGapDays?: number | null | undefined;
};

type Follower = {
  readonly code: string;
  readonly follows?: string | null | undefined;
  /** Every group where left out. */
  readonly targetGroups?: readonly string[] | undefined;
};

/** The round before a round; null: it is the first. */
export function roundBefore<Each extends { readonly number: number }>(
  rounds: readonly Each[],
  { number }: { readonly number: number },
): Each | null {
  return rounds
    .filter((each) => each.number < number)
    .reduce<Each | null>((last, each) => (last && last.number > each.number ? last : each), null);
}

/** What lies between a round and the one before it. */
export type Gap = {
  /** From the last day of the round before to the first of this one: 29 July to 6 August is 8. */
  readonly days: number;
  /** null: none are asked. */
  readonly minDays: number | null;
  readonly isShort: boolean;
};

/** The days between a round and the one before it; null: it is the first. */
export function gapBefore<Each extends Dated>(rounds: readonly Each[], round: Each): Gap | null {
  const before = roundBefore(rounds, round);
  return before && gapOf(before.endsOn, round.startsOn, round.minGapDays);
}

/** The days that were planned between a round and the one before it; null: it is the first. */
export function plannedGapBefore(rounds: readonly Round[], round: Round): Gap | null {
  const before = roundBefore(rounds, round);
  return before && gapOf(before.plannedEndsOn, round.plannedStartsOn, round.minGapDays);
}

function gapOf(from: CalendarDay, to: CalendarDay, least: number | null | undefined): Gap {
  const [days, minDays] = [daysBetween(from, to), least ?? null];
  return { days, minDays, isShort: minDays !== null && days < minDays };
}

type FollowProblem = {
  /** Place of the intervention in the list. */
  readonly index: number;
  readonly name: "unknownPredecessor" | "followsItself";
};

/**
 * What is wrong with what interventions follow: an intervention that there is not, or one that shares no
 * group with it, so that nobody could get both; an order that goes in a circle.
 */
export function followProblems(interventions: readonly Follower[]): FollowProblem[] {
  const byCode = new Map(interventions.map((each) => [each.code, each]));
  return interventions.flatMap((each, index): FollowProblem[] => {
    if (!each.follows) return [];
    const followed = byCode.get(each.follows);
    if (!followed || !hasSharedGroup(followed, each))
      return [{ index, name: "unknownPredecessor" }];
    const met = new Set<string>();
    for (let at: Follower | undefined = each; at?.follows; at = byCode.get(at.follows)) {
      if (met.has(at.code)) break;
      met.add(at.code);
      if (at.follows === each.code) return [{ index, name: "followsItself" }];
    }
    return [];
  });
}

function hasSharedGroup(a: Follower, b: Follower): boolean {
  if (!a.targetGroups || !b.targetGroups) return true;
  return a.targetGroups.some((group) => b.targetGroups?.includes(group));
}

/** Two that follow each other: a round and the one before it, or a dose and the one that it follows. */
export type Pair =
  { readonly kind: "rounds"; readonly earlier: Round; readonly later: Round } | DosePair;

type DosePair = {
  readonly kind: "doses";
  readonly earlier: Intervention;
  readonly later: Intervention;
};

/** Everything that follows something in a campaign, rounds first, each with its predecessor. */
export function pairsOf({
  rounds,
  interventions,
}: Pick<Campaign, "rounds" | "interventions">): readonly Pair[] {
  return [
    ...rounds.flatMap((later): Pair[] => {
      const earlier = roundBefore(rounds, later);
      return earlier ? [{ kind: "rounds", earlier, later }] : [];
    }),
    ...dosePairs(interventions),
  ];
}

/** Each dose that follows another, with that one. */
export function dosePairs(interventions: readonly Intervention[]): readonly DosePair[] {
  return interventions.flatMap((later): DosePair[] => {
    const earlier = interventions.find(({ code }) => code === later.follows);
    return earlier ? [{ kind: "doses", earlier, later }] : [];
  });
}

/** Whether a round is held in a unit. */
export function isHeldIn({ units }: Pick<Round, "units">, unit: string): boolean {
  return !units || units.includes(unit);
}
