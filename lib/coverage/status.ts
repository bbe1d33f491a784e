import type { CoverageCounts } from "./coverage";
import { assertCoverageCounts } from "./coverage";
import type { Elapsed } from "./elapsed";
import { elapsedDays } from "./elapsed";
import type { Goal } from "./goal";
import { goalScale } from "./goal";
import { goalCount } from "./needed";

/** The statuses, the best first. */
export const coverageStatuses = ["reached", "onTrack", "behind", "noGoal", "unknown"] as const;

/**
 * How a region stands against its goal. `reached`: the goal is. `onTrack`: not yet, but at or above
 * the running target. `behind`: below it. `noGoal`: there is none to reach, so nothing is judged.
 * `unknown`: there is nothing to judge by.
 */
export type CoverageStatus = (typeof coverageStatuses)[number];

/** What a status is judged from. */
type StatusInput = CoverageCounts &
  Elapsed & {
    /** `null`: none. */
    readonly goal: Goal | null;
    /** What each unit lacks, added up, where the goal is one of each unit; absent: it is of the sum. */
    readonly shortfall?: number | null | undefined;
    /** Whether the region has sent any report, a zero report included. No report is not 0 doses. */
    readonly hasReported: boolean;
  };

/** Distance below the running target at which a map draws `behind` darker: 15 points, as a goal. */
const farBehindBy = 1_500n;

/**
 * The status of a region, from the unrounded counts: 94.95 % has not reached 95 %.
 *
 * Before the first day nothing is expected, so a region that has reported is on track. After the
 * last day the running target is the goal, so what has not reached it is behind. A goal of each unit is
 * reached once none lacks anything; until the last day the running target is that of the sum.
 *
 * @throws {RangeError} when a count is negative or not whole, or there are no service days.
 */
export function coverageStatus(standing: StatusInput): CoverageStatus {
  if (standing.goal === null) return standing.hasReported ? "noGoal" : "unknown";
  const line = findLine(standing);
  if (line === null) return "unknown";

  const { goal, dosesAdministered, shortfall, day, days } = standing;
  const { targetPopulation, done, due } = line;
  if (shortfall === undefined) {
    if (dosesAdministered >= goalCount({ goal, targetPopulation })) return "reached";
  } else {
    if (shortfall === 0) return "reached";
    // More than enough in one unit helps no other.
    if (day >= days) return "behind";
  }

  return done >= due ? "onTrack" : "behind";
}

/**
 * Whether coverage is more than 15 percentage points below the running target. Exactly 15 is not.
 * A region with unknown status is not far behind.
 *
 * @throws {RangeError} when a count is negative or not whole, or there are no service days.
 */
export function isFarBehind(standing: StatusInput): boolean {
  const line = findLine(standing);
  if (line === null) return false;

  const allowance = farBehindBy * BigInt(line.targetPopulation) * BigInt(standing.days);

  return line.done + allowance < line.due;
}

/**
 * Both sides of "doses ÷ target population ≥ goal × day ÷ days", multiplied out to whole numbers.
 * `null` when the region has no goal, no target population or has never reported.
 */
function findLine({
  goal,
  hasReported,
  day,
  days,
  dosesAdministered,
  targetPopulation,
}: StatusInput): {
  readonly targetPopulation: number;
  readonly done: bigint;
  readonly due: bigint;
} | null {
  assertCoverageCounts({ dosesAdministered, targetPopulation });
  const k = elapsedDays({ day, days });
  if (goal === null || !hasReported) return null;
  if (targetPopulation === null || targetPopulation === 0) return null;

  return {
    targetPopulation,
    done: BigInt(dosesAdministered) * BigInt(days) * BigInt(goalScale),
    due: BigInt(goal) * BigInt(targetPopulation) * BigInt(k),
  };
}
