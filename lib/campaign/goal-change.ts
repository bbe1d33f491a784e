import { goalOn, type DatedGoal, type GoalScope } from "@/lib/coverage/dated-goal";
import type { CalendarDay } from "@/lib/base/time/calendar-day";

/** The goal of an intervention as it is sent: see `interventionInput` (`schema/given.ts`). */
type GivenGoal = {
  /** A decimal share; null: none. */
  readonly coverageGoal: string | null;
  readonly goalScope?: GoalScope | undefined;
  readonly goalFrom?: CalendarDay | undefined;
  readonly goalDecree?: string | undefined;
  readonly goalReason?: string | undefined;
};

/** A goal to add to those of an intervention. */
type AddedGoal = {
  readonly fromDay: CalendarDay;
  readonly share: string | null;
  readonly scope: GoalScope;
  readonly decree: string | null;
  readonly reason: string | null;
};

/** The goal that holds after all others: what the form shows, and a change is a change of. */
export function latestGoal(goals: readonly DatedGoal[]): DatedGoal | null {
  return goalOn(goals, "9999-12-31");
}

/**
 * What is to be added to the goals of an intervention. Nothing is overwritten, and what is sent as it
 * stands adds nothing; what is not said of scope and decree stays as it is.
 *
 * @param former the goals that stand, and the campaign's first day; null: the intervention is new.
 * @returns goals in the order in which they are set, and whether one of them says that it is another.
 */
export function addedGoals(
  given: GivenGoal,
  former: { readonly goals: readonly DatedGoal[]; readonly startsOn: CalendarDay } | null,
  at: { readonly startsOn: CalendarDay; readonly endsOn: CalendarDay; readonly today: CalendarDay },
): { readonly goals: readonly AddedGoal[]; readonly isChange: boolean } {
  const standing = former === null ? null : latestGoal(former.goals);
  const goal = {
    share: given.coverageGoal,
    scope: given.goalScope ?? standing?.scope ?? "whole",
    decree: given.goalDecree ?? standing?.decree ?? null,
    reason: given.goalReason ?? null,
  };
  if (former === null || standing === null) {
    return { goals: [{ ...goal, fromDay: given.goalFrom ?? at.startsOn }], isChange: false };
  }

  const isSame =
    shareNumber(goal.share) === standing.share &&
    goal.scope === standing.scope &&
    goal.decree === standing.decree &&
    (given.goalFrom === undefined || given.goalFrom === standing.fromDay);
  const earlier = earlierStart(former, at.startsOn);
  if (isSame) return { goals: earlier, isChange: false };

  const now = at.today < at.startsOn ? at.startsOn : at.today > at.endsOn ? at.endsOn : at.today;
  return { goals: [...earlier, { ...goal, fromDay: given.goalFrom ?? now }], isChange: true };
}

/** A campaign that begins earlier than it did keeps its first goal from its new first day on. */
function earlierStart(
  { goals, startsOn: before }: { readonly goals: readonly DatedGoal[]; readonly startsOn: string },
  startsOn: CalendarDay,
): AddedGoal[] {
  const first = goalOn(goals, before);
  if (startsOn >= before || first === null || first.fromDay !== before) return [];
  const share = first.share === null ? null : String(first.share / 10_000);
  return [{ fromDay: startsOn, share, scope: first.scope, decree: first.decree, reason: null }];
}

/** In ten-thousandths, as goals stand. */
function shareNumber(share: string | null): number | null {
  return share === null ? null : Math.round(Number(share) * 10_000);
}
