import type { Goal } from "./goal";

/** Of what a goal is a share: of the sum, or of each reporting unit. */
export const goalScopes = ["whole", "each"] as const;

export type GoalScope = (typeof goalScopes)[number];

/** A goal from a day on. */
export type DatedGoal = {
  readonly fromDay: string;
  /** `null`: none. What is given is counted, and nothing is judged. */
  readonly share: Goal | null;
  readonly scope: GoalScope;
  /** By which letter or decree. */
  readonly decree: string | null;
  /** Why it was changed; `null`: it is the first. */
  readonly reason: string | null;
};

/**
 * The goal of a day: of those whose `fromDay` is not after it the one with the latest, and of several
 * from the same day the one that was set last. So another goal judges no day before its own.
 *
 * @param goals in the order in which they were set.
 * @returns `null` where none has begun.
 */
export function goalOn(goals: readonly DatedGoal[], day: string): DatedGoal | null {
  return goals.reduce<DatedGoal | null>(
    (found, goal) =>
      goal.fromDay <= day && (found === null || goal.fromDay >= found.fromDay) ? goal : found,
    null,
  );
}

/**
 * The days of a span by the goal that holds on them, in their order: what a line to the goal is drawn
 * through. Days before the first goal have no part.
 *
 * @param goals as `goalOn` takes them.
 */
export function goalSpans(
  goals: readonly DatedGoal[],
  { from, to }: { readonly from: string; readonly to: string },
): readonly { readonly fromDay: string; readonly goal: DatedGoal }[] {
  const begins = [from, ...goals.map(({ fromDay }) => fromDay)]
    .filter((day) => day >= from && day <= to)
    .sort();
  return [...new Set(begins)].flatMap((fromDay) => {
    const goal = goalOn(goals, fromDay);
    return goal === null ? [] : [{ fromDay, goal }];
  });
}
