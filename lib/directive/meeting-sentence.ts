import { daysBetween } from "@/lib/base/time/calendar-day";
import { ratioTenths } from "@/lib/coverage/percent";

import type { FrozenFigures } from "./frozen";
import { thenNow } from "./then-now";

type Figure = FrozenFigures["figures"][number];

/** What became of a campaign since a meeting, for one sentence. */
export type MeetingSentence =
  | {
      readonly kind: "coverage";
      readonly figure: Figure;
      /** In tenths of a percent. */
      readonly then: number;
      readonly now: number;
      readonly days: number;
      readonly pace: MeetingPace;
    }
  | {
      readonly kind: "indicators";
      /** How many had become better. */
      readonly then: number;
      readonly now: number;
      readonly of: number;
    };

type MeetingPace =
  | { readonly kind: "reached" | "enough" | "unknown" }
  /** So many times as fast as of late, in tenths. */
  | { readonly kind: "faster"; readonly timesTenths: number };

/**
 * The first figure that has a target population, else how many indicators became better; null: nothing was
 * kept that can be compared, or no day has passed.
 */
export function meetingSentence(
  before: FrozenFigures,
  after: FrozenFigures,
): MeetingSentence | null {
  const days = daysBetween(before.day, after.day);
  if (days < 1) return null;
  const first = thenNow(before, after).find(
    (pair) => (pair.before.targetPopulation ?? 0) > 0 && (pair.after.targetPopulation ?? 0) > 0,
  );
  if (first) {
    return {
      kind: "coverage",
      figure: first.after,
      then: shareOf(first.before),
      now: shareOf(first.after),
      days,
      pace: paceOf(first.after),
    };
  }
  if (before.indicators.length === 0 || after.indicators.length === 0) return null;
  return {
    kind: "indicators",
    then: betterIn(before),
    now: betterIn(after),
    of: after.indicators.length,
  };
}

function shareOf({ doses, targetPopulation }: Figure): number {
  return ratioTenths({ numerator: Math.max(0, doses), denominator: targetPopulation ?? 0 }) ?? 0;
}

function paceOf({ needed, neededPerDay, pace }: Figure): MeetingPace {
  if (needed === 0) return { kind: "reached" };
  if (neededPerDay === null || pace === null || pace <= 0) return { kind: "unknown" };
  if (neededPerDay <= pace) return { kind: "enough" };
  return { kind: "faster", timesTenths: Math.max(11, Math.round((neededPerDay * 10) / pace)) };
}

function betterIn({ indicators }: FrozenFigures): number {
  return indicators.filter(({ verdict }) => verdict === "better").length;
}
