import type { CalendarDay } from "@/lib/base/time/calendar-day";

import { gapBefore } from "./predecessor";

type RoundDates = {
  readonly number: number;
  readonly startsOn: CalendarDay;
  readonly endsOn: CalendarDay;
  readonly sweepingEndsOn?: CalendarDay | null | undefined;
  readonly minGapDays?: number | null | undefined;
  readonly gapReason?: string | null | undefined;
};

type RoundProblem = {
  /** Place of the round in the list. */
  readonly index: number;
  readonly field: "number" | "startsOn" | "endsOn" | "sweepingEndsOn" | "gapReason";
  readonly name:
    | "codeTwice"
    | "endsBeforeStart"
    | "sweepingDay"
    | "outsideCampaign"
    | "overlap"
    | "roundOrder"
    | "gapTooShort";
};

/**
 * What is wrong between rounds, and between them and their campaign. Sweeping days belong to
 * their round: they lie inside the campaign and no other round begins before they are over. A round
 * that keeps fewer days from the one before than it should says why.
 */
export function roundProblems(
  rounds: readonly RoundDates[],
  campaign: { readonly startsOn: CalendarDay; readonly endsOn: CalendarDay },
): RoundProblem[] {
  return rounds.flatMap((round, index) => {
    const found: RoundProblem[] = [];
    const reject = (field: RoundProblem["field"], name: RoundProblem["name"]) =>
      found.push({ index, field, name });
    const earlier = rounds.slice(0, index);
    const others = rounds.filter((each) => each !== round);

    if (earlier.some(({ number }) => number === round.number)) reject("number", "codeTwice");
    if (round.endsOn < round.startsOn) reject("endsOn", "endsBeforeStart");
    if (round.sweepingEndsOn && round.sweepingEndsOn <= round.endsOn) {
      reject("sweepingEndsOn", "sweepingDay");
    }
    if (round.startsOn < campaign.startsOn) reject("startsOn", "outsideCampaign");
    if (round.endsOn > campaign.endsOn) reject("endsOn", "outsideCampaign");
    if (round.sweepingEndsOn && round.sweepingEndsOn > campaign.endsOn) {
      reject("sweepingEndsOn", "outsideCampaign");
    }
    if (earlier.some((other) => doOverlap(other, round))) reject("startsOn", "overlap");
    else if (
      others.some((other) => other.number < round.number && other.startsOn > round.startsOn)
    ) {
      reject("startsOn", "roundOrder");
    } else if (!round.gapReason && gapBefore(rounds, round)?.isShort) {
      reject("gapReason", "gapTooShort");
    }
    return found;
  });
}

function doOverlap(a: RoundDates, b: RoundDates): boolean {
  const last = (round: RoundDates) => round.sweepingEndsOn ?? round.endsOn;
  return a.startsOn <= last(b) && b.startsOn <= last(a);
}
