import type { Base, LookedAt } from "./base";
import { baseOf } from "./base";
import type { CoverageCounts } from "./coverage";
import type { Goal } from "./goal";
import { needed, neededEach, remaining } from "./needed";
import type { RequiredPace } from "./pace";
import { requiredPace } from "./pace";
import type { CoverageStatus } from "./status";
import { coverageStatus, isFarBehind } from "./status";

/** What one intervention in one place is judged from, without its days. */
export type JudgementInput = {
  /** All doses counted so far, and the target population. */
  readonly counts: CoverageCounts;
  /** `null`: none. */
  readonly goal: Goal | null;
  /** The units that each have to reach the goal; absent: it is a goal of the sum. */
  readonly units?: readonly EachCounts[] | null;
  readonly lookedAt: LookedAt;
  /** Whether the place has sent any report, a zero report included. */
  readonly hasReported: boolean;
  /** Whether any day up to the base day was complete; after the campaign it does not matter. */
  readonly hasCompleteDay: boolean;
};

/** The counts of one unit of several, and what the day looked at has brought of its doses. */
type EachCounts = CoverageCounts & { readonly dosesOnDay: number };

/** How a place stands at its base day. */
export type Judgement = {
  readonly base: Base;
  readonly status: CoverageStatus;
  readonly isFarBehind: boolean;
  /** People still to be reached by everything counted; `null` without a goal or target population. */
  readonly needed: number | null;
  /** People without a dose by everything counted, whatever the goal; `null` without a target. */
  readonly remaining: number | null;
  /** Children that were still to be vaccinated at the end of the base day: what `required` spreads. */
  readonly neededAtBase: number | null;
  readonly required: RequiredPace;
};

/**
 * Status, need and required pace of one intervention in one place, all from its base day.
 *
 * A goal that is reached by what is counted is reached, however much of today is missing: reports
 * to come can only add to it. Apart from that there is no verdict before the first complete day, and
 * none without a goal: then what was given is counted, and that is all.
 *
 * @throws {RangeError} when a count is negative or not whole, or there are no service days.
 */
export function judge(input: JudgementInput): Judgement {
  const { counts, goal, lookedAt } = input;
  const { targetPopulation } = counts;
  const base = baseOf(counts.dosesAdministered, lookedAt);
  const { units = null } = input;
  const stillNeeded = neededFor(goal, counts, units);
  const isReached = stillNeeded === 0;
  const atBase = { targetPopulation, dosesAdministered: base.dosesAdministered };
  const neededAtBase = isReached
    ? 0
    : neededFor(goal, atBase, base.isLookedAt ? units : beforeDay(units));
  const standing = {
    targetPopulation,
    dosesAdministered: (isReached ? counts : atBase).dosesAdministered,
    goal,
    shortfall: units === null ? undefined : neededAtBase,
    day: base.day,
    days: base.days,
    hasReported: input.hasReported && (isReached || goal === null || input.hasCompleteDay),
  };

  return {
    base,
    status: coverageStatus(standing),
    isFarBehind: isFarBehind(standing),
    needed: stillNeeded,
    remaining: remaining(counts),
    neededAtBase,
    required: requiredPace({ needed: neededAtBase, daysLeft: base.daysLeft }),
  };
}

function neededFor(
  goal: Goal | null,
  counts: CoverageCounts,
  units: readonly CoverageCounts[] | null,
): number | null {
  if (goal === null) return null;
  return units === null ? needed({ ...counts, goal }) : neededEach(units, goal);
}

/** As `baseOf` takes the day off: what it took back counts at once. */
function beforeDay(units: readonly EachCounts[] | null): readonly CoverageCounts[] | null {
  return (
    units?.map(({ targetPopulation, dosesAdministered, dosesOnDay }) => ({
      targetPopulation,
      dosesAdministered: Math.max(0, dosesAdministered - Math.max(0, dosesOnDay)),
    })) ?? null
  );
}
