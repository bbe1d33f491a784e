import { assertCount, assertDayDoses } from "./count";
import type { CoverageCounts } from "./coverage";
import { assertCoverageCounts } from "./coverage";
import type { Elapsed } from "./elapsed";
import { elapsedDays } from "./elapsed";
import type { Goal } from "./goal";
import { goalScale } from "./goal";
import type { DayTotal } from "./pace";
import { completeDays } from "./pace";

/** Local area monitoring (PWS): Baik, Cukup, Kurang, Jelek. */
export type PwsStatus = "good" | "fair" | "poor" | "bad";

/** Where the arrow beside a PWS status points. */
export type PwsTrend = "up" | "down";

/** The two latest spans of equal length. `null` when there are not enough complete days. */
type PwsSpans = {
  /** Doses in the latest span; below 0: it took more back than was given. */
  readonly current: number | null;
  /** Doses in the span before it. */
  readonly previous: number | null;
  /** Length of a span in the unit of `days`: 3 in a campaign, 1 month of 12 in a routine year. */
  readonly span: number;
};

/** What a PWS status is judged from. `day` of `days` are months in a routine year. */
type PwsStanding = CoverageCounts & Elapsed & PwsSpans & { readonly goal: Goal };

/** Campaigns are too short for months, so three complete days stand for one. */
const campaignSpan = 3;

/**
 * A campaign's two latest spans: its last three complete days, and the three before them.
 *
 * @returns Counts of `null` until there are six complete days.
 * @throws {RangeError} when a count is negative or not whole.
 */
export function campaignSpans(days: readonly DayTotal[]): PwsSpans {
  const doses = completeDays(days).map((day) => day.doses);
  if (doses.length < 2 * campaignSpan) return { current: null, previous: null, span: campaignSpan };

  return {
    current: sum(doses.slice(-campaignSpan)),
    previous: sum(doses.slice(-2 * campaignSpan, -campaignSpan)),
    span: campaignSpan,
  };
}

/**
 * Whether the latest span is up or down on the one before. Level counts as up when the span gave
 * its share of the goal (goal × span ÷ days of the target population), and as down when it did
 * not. The source leaves level open; this reading fits both of its level rows.
 *
 * @returns `null` without two spans, or without a target population.
 * @throws {RangeError} when a count is negative or not whole, or there are no service days.
 * @see https://id.scribd.com/document/345360180/Tugas-PWS
 */
export function pwsTrend(standing: PwsStanding): PwsTrend | null {
  assertStanding(standing);
  const { goal, targetPopulation, days, current, previous, span } = standing;
  if (targetPopulation === null || targetPopulation === 0) return null;
  if (current === null || previous === null) return null;
  if (current !== previous) return current > previous ? "up" : "down";

  const given = BigInt(current) * BigInt(days) * BigInt(goalScale);
  const share = BigInt(goal) * BigInt(targetPopulation) * BigInt(span);

  return given >= share ? "up" : "down";
}

/**
 * The PWS status: at or above the running target and up is good, down is poor; below it and up is
 * fair, down is bad. Compared in whole numbers.
 *
 * @returns `null` without two spans, or without a target population.
 * @throws {RangeError} when a count is negative or not whole, or there are no service days.
 * @see https://id.scribd.com/document/345360180/Tugas-PWS
 */
export function pwsStatus(standing: PwsStanding): PwsStatus | null {
  const trend = pwsTrend(standing);
  const { goal, dosesAdministered, targetPopulation, days } = standing;
  if (trend === null || targetPopulation === null) return null;

  const done = BigInt(dosesAdministered) * BigInt(days) * BigInt(goalScale);
  const due = BigInt(goal) * BigInt(targetPopulation) * BigInt(elapsedDays(standing));
  if (done >= due) return trend === "up" ? "good" : "poor";

  return trend === "up" ? "fair" : "bad";
}

function assertStanding(standing: PwsStanding): void {
  assertCoverageCounts(standing);
  elapsedDays(standing);
  assertCount(standing.span, "span");
  if (standing.current !== null) assertDayDoses(standing.current, "current");
  if (standing.previous !== null) assertDayDoses(standing.previous, "previous");
}

function sum(doses: readonly number[]): number {
  return doses.reduce((total, count) => total + count, 0);
}
